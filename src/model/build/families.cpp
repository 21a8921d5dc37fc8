// Setup families, created where they are first named, and setup matrices.
#include "model/build/build.hpp"
#include "model/build/values.hpp"

namespace kilter::model {
namespace {

// families x families x matrices stays below this many entries.
constexpr std::size_t kMostEntries = 20'000'000;

struct Entry {
  SetupMatrixId matrix;
  FamilyId from;
  FamilyId to;
};

// Names every matrix and every family that the draft mentions, in file order.
std::vector<Entry> name_all(Build& build) {
  for (const FamilyRow& row : build.draft.families) {
    build.families.define(build.plant.families.next_id(), spot(row, "id", row.id), build.report);
    build.plant.families.push_back({.id = row.id.str()});
  }
  std::vector<Entry> entries;
  entries.reserve(build.draft.setup_matrices.size());
  for (const SetupMatrixRow& row : build.draft.setup_matrices) {
    if (row.matrix.empty()) report_missing(spot(row, "matrix"), build.report);
    if (row.from_family.empty()) report_missing(spot(row, "from_family"), build.report);
    if (row.to_family.empty()) report_missing(spot(row, "to_family"), build.report);
    const SetupMatrixId next = build.plant.setup_matrices.next_id();
    const SetupMatrixId matrix = build.matrices.find_or_define(row.matrix.view(), next);
    if (matrix == next) {
      SetupMatrix created;
      created.id = row.matrix.str();
      build.plant.setup_matrices.push_back(std::move(created));
    }
    entries.push_back({matrix, family_on_use(build, row.from_family), family_on_use(build, row.to_family)});
  }
  for (const ItemRow& row : build.draft.items) family_on_use(build, row.family);
  for (const OperationRow& row : build.draft.operations) family_on_use(build, row.family);
  for (const WorkUnitRow& row : build.draft.work_units) family_on_use(build, row.initial_family);
  return entries;
}

}  // namespace

FamilyId family_on_use(Build& build, Text name) {
  if (name.empty()) return FamilyId::none();
  const FamilyId next = build.plant.families.next_id();
  const FamilyId id = build.families.find_or_define(name.view(), next);
  if (id == next) build.plant.families.push_back({.id = name.str()});
  return id;
}

void build_families(Build& build) {
  const std::vector<Entry> entries = name_all(build);
  const std::size_t families = build.plant.families.size();
  const std::size_t matrices = build.plant.setup_matrices.size();
  if (matrices > 0 && families * families > kMostEntries / matrices) {
    build.report.error("too-many-families", {.file = SetupMatrixRow::kFile},
                       std::to_string(matrices) + " setup matrices over " + std::to_string(families) +
                           " families are more than can be held",
                       "Put families whose setups are alike together.");
    return;
  }
  for (SetupMatrix& matrix : build.plant.setup_matrices) {
    matrix.families = families;
    matrix.seconds.assign(families * families, 0);
    matrix.cost.assign(families * families, Money::zero());
  }
  std::vector<std::vector<bool>> given(matrices, std::vector<bool>(families * families, false));
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const SetupMatrixRow& row = build.draft.setup_matrices[i];
    const Entry& entry = entries[i];
    const bool time_right = check_not_negative(build, row, "time", row.time);
    const bool cost_right = check_not_negative(build, row, "cost", row.cost);
    if (!entry.from.valid() || !entry.to.valid() || !time_right || !cost_right) continue;
    const std::size_t cell = entry.from.index() * families + entry.to.index();
    if (given[entry.matrix.index()][cell]) {
      build.report.error("duplicate-setup", spot(row, "to_family", row.to_family),
                         "this pair of families is there twice", "Remove one of the rows.");
      continue;
    }
    given[entry.matrix.index()][cell] = true;
    build.plant.setup_matrices[entry.matrix].seconds[cell] = static_cast<Tick>(row.time.count());
    build.plant.setup_matrices[entry.matrix].cost[cell] = row.cost;
  }
}

}  // namespace kilter::model
