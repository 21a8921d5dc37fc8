#include "planning/large_plant.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>

#include "base/require.hpp"
#include "codec/plant/read.hpp"
#include "model/builder.hpp"

namespace kilter::bench {
namespace {

using model::PlantDraft;
using model::Text;

std::vector<std::pair<std::string, std::string>> read(const std::filesystem::path& folder) {
  std::vector<std::pair<std::string, std::string>> contents;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".csv") continue;
    std::ostringstream bytes;
    bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
    contents.emplace_back(entry.path().filename().string(), bytes.str());
  }
  std::sort(contents.begin(), contents.end());
  return contents;
}

class Growth {
 public:
  Growth(PlantDraft& draft, const PlantSize& size) : draft_(draft), size_(size) {}

  void grow() {
    grow_units();
    grow_people();
    grow_orders();
    for (model::StockRow& row : draft_.stock) row.quantity = more(row.quantity);
    for (model::PurchaseOrderRow& row : draft_.purchase_orders) row.quantity = more(row.quantity);
    for (model::BudgetRow& row : draft_.budgets) row.hard_cap.reset();  // of the small plant
  }

 private:
  Text copy_of(Text id, int copy) { return draft_.keep(id.str() + "-" + std::to_string(copy)); }
  static int copies(double count, std::size_t index, std::size_t rows) {
    const double share = static_cast<double>(index) / static_cast<double>(rows);
    return static_cast<int>(std::floor(count)) + (share < count - std::floor(count) ? 1 : 0);
  }
  [[nodiscard]] base::Quantity more(base::Quantity quantity) const {
    const double units = static_cast<double>(quantity.raw()) / static_cast<double>(base::kMicro);
    return base::Quantity::units(static_cast<std::int64_t>(std::ceil(units * size_.orders)));
  }

  void grow_units() {
    for (std::size_t i = 0, rows = draft_.work_units.size(); i < rows; ++i) {
      for (int copy = 2; copy <= size_.units; ++copy) {
        model::WorkUnitRow row = draft_.work_units[i];
        row.id = copy_of(row.id, copy);
        draft_.work_units.push_back(row);
      }
    }
    for (std::size_t i = 0, rows = draft_.operation_units.size(); i < rows; ++i) {
      for (int copy = 2; copy <= size_.units; ++copy) {
        model::OperationUnitRow row = draft_.operation_units[i];
        row.work_unit = copy_of(row.work_unit, copy);
        draft_.operation_units.push_back(row);
      }
    }
  }

  void grow_people() {
    const std::size_t rows = draft_.people.size();
    for (std::size_t i = 0; i < rows; ++i) {
      const Text person = draft_.people[i].id;
      for (int copy = 2; copy <= copies(size_.people, i, rows); ++copy) {
        model::PersonRow row = draft_.people[i];
        row.id = copy_of(person, copy);
        draft_.people.push_back(row);
        for (std::size_t k = 0, skills = draft_.person_skills.size(); k < skills; ++k) {
          model::PersonSkillRow skill = draft_.person_skills[k];
          if (skill.person != person) continue;
          skill.person = row.id;
          draft_.person_skills.push_back(skill);
        }
      }
    }
  }

  [[nodiscard]] model::Instant sooner(model::Instant due) const {
    const auto until = static_cast<double>((due - *draft_.plant.origin).count());
    return *draft_.plant.origin + model::Duration(static_cast<std::int64_t>(until * (until > 0 ? size_.time : 1)));
  }

  void grow_orders() {
    const std::size_t rows = draft_.orders.size();
    for (std::size_t i = 0; i < rows; ++i) {
      draft_.orders[i].requested = sooner(draft_.orders[i].requested);
      if (draft_.orders[i].promised) draft_.orders[i].promised = sooner(*draft_.orders[i].promised);
      for (int copy = 2; copy <= copies(size_.orders, i * 7 % rows, rows); ++copy) {
        model::OrderRow row = draft_.orders[i];
        row.id = copy_of(row.id, copy);
        draft_.orders.push_back(row);
      }
    }
  }

  PlantDraft& draft_;
  const PlantSize& size_;
};

}  // namespace

model::Plant large_plant(const std::filesystem::path& folder, const PlantSize& size) {
  const auto contents = read(folder);
  std::vector<codec::plant::SourceFile> files;
  for (const auto& [file, bytes] : contents) files.push_back({file, bytes});
  codec::plant::DraftRead found = codec::plant::read_draft(files);
  KILTER_REQUIRE(found.complete);
  Growth(found.draft, size).grow();
  base::Result<model::Plant> plant = model::build(found.draft);
  KILTER_REQUIRE(plant.ok());
  return std::move(plant).value();
}

}  // namespace kilter::bench
