#include "codec/plan/read/read_plan.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "codec/plan/plan_json.hpp"
#include "codec/plan/read/compare.hpp"
#include "codec/plan/read/plan_header.hpp"
#include "codec/plan/read/read_tables.hpp"

namespace kilter::codec {
namespace {

using Answer = base::Result<kilter::plan::Plan>;

struct TableReader {
  std::string_view table;
  void (*read)(PlanReading&, std::string_view);
};

// In this order: later ones name what earlier ones hold.
constexpr std::array<TableReader, 16> kReaders{{
    {"orders", read_orders},
    {"production_orders", read_production_orders},
    {"operations", read_operations},
    {"assignments", read_assignments},
    {"purchases", read_purchases},
    {"pegging", read_pegging},
    {"cost_lines", read_cost_lines},
    {"budget", read_budget},
    {"readiness", read_readiness},
    {"late_chains", read_late_chains},
    {"capacity", read_capacity},
    {"overtime", read_overtime},
    {"deferrals", read_deferrals},
    {"assumptions", read_assumptions},
    {"actions", read_actions},
    {"unplanned", read_unplanned},
}};

class Folder {
 public:
  explicit Folder(std::span<const PlanFile> files) : files_(files) {}

  [[nodiscard]] std::string_view bytes(std::string_view name) const {
    const auto found =
        std::find_if(files_.begin(), files_.end(), [&](const PlanFile& file) { return file.name == name; });
    return found == files_.end() ? std::string_view() : found->bytes;
  }
  // A fault for every file that is not there; without plan.json the folder is no plan at all, and one fault says it.
  void name_missing(base::Issues& issues) const {
    std::vector<std::string> wanted{"plan.json"};
    if (bytes("plan.json").empty()) {
      issues.push_back({.code = "missing-file",
                        .where = {.file = "plan.json"},
                        .message = "there is no plan.json: this is not the folder of a whole plan",
                        .way_out = "Name the folder that kilter plan wrote, or write it anew."});
      return;
    }
    for (const TableReader& reader : kReaders) wanted.push_back(std::string(reader.table) + ".csv");
    for (const std::string& name : wanted) {
      const bool there =
          std::any_of(files_.begin(), files_.end(), [&](const PlanFile& file) { return file.name == name; });
      if (there) continue;
      issues.push_back({.code = "missing-file",
                        .where = {.file = name},
                        .message = "there is no " + name + ": this is not a whole plan",
                        .way_out = "Name the folder that kilter plan wrote, or write it anew."});
    }
  }

 private:
  std::span<const PlanFile> files_;
};

void compare_all(const PlanView& view, const PlanOrigin& origin, const Folder& folder, base::Issues& issues) {
  for (const PlanTable& table : plan_tables()) {
    compare_table(view, table, folder.bytes(std::string(table.name) + ".csv"), issues);
  }
  if (plan_json(view, origin) == folder.bytes("plan.json")) return;
  issues.push_back({.code = "does-not-agree",
                    .where = {.file = "plan.json"},
                    .message = "plan.json does not agree with the tables and the plant",
                    .way_out = "Put back what was there, or write the plan anew with kilter plan."});
}

}  // namespace

Answer read_plan(const model::Plant& plant, std::span<const PlanFile> files) {
  const Folder folder(files);
  base::Issues issues;
  folder.name_missing(issues);
  if (!issues.empty()) return Answer::failure(std::move(issues));
  const base::Result<PlanHeader> header = read_plan_header(folder.bytes("plan.json"));
  if (!header.ok()) issues = header.error();
  kilter::plan::Plan plan;
  PlanNames names(plant, plan);
  PlanReading reading{.plant = plant, .plan = plan, .names = names, .issues = issues};
  for (const TableReader& reader : kReaders) reader.read(reading, folder.bytes(std::string(reader.table) + ".csv"));
  if (!issues.empty()) return Answer::failure(std::move(issues));
  plan.objective = header.value().objective;
  compare_all(PlanView(plant, plan), header.value().origin, folder, issues);
  if (!issues.empty()) return Answer::failure(std::move(issues));
  return plan;
}

}  // namespace kilter::codec
