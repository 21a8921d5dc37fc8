// The same thing said twice where it would count double or contradict itself.
#include <set>
#include <tuple>

#include "model/doctor/doctor.hpp"

namespace kilter::model {
namespace {

void examine_bom(Examination& exam, const Item& item) {
  for (const BomLineId id : item.bom) {
    const BomLine& line = exam.plant.bom_lines[id];
    for (const BomLineId other : item.bom) {
      if (other >= id) break;
      const BomLine& before = exam.plant.bom_lines[other];
      const bool same = before.component == line.component && before.operation == line.operation;
      if (!same || !overlap(line.from, line.until, before.from, before.until)) continue;
      exam.report.warning(
          "repeated-bom-line", spot_of(exam, id, "component"),
          "item \"" + Report::shortened(item.id) + "\" has this component twice at the same operation: both count",
          "Put the two rows together, or give them different validity.");
      break;
    }
  }
}

void examine_skills(Examination& exam, OperationId id) {
  std::set<std::tuple<SkillId, std::int32_t, Attendance>> seen;
  for (const SkillNeed& need : exam.plant.operations[id].skills) {
    if (seen.insert({need.skill, need.level, need.attendance}).second) continue;
    exam.report.error(
        "repeated-skill", spot_of(exam, id, "skill"),
        named(exam.plant, id) + " asks for skill \"" + Report::shortened(exam.plant.skills[need.skill].id) +
            "\" twice in the same way",
        "Leave the column skill of operations.csv empty where operation_skills.csv has rows; for several people "
        "raise head_count.");
  }
}

void examine_stock(Examination& exam) {
  std::set<std::tuple<ItemId, SiteId, LocationId, std::string_view>> seen;
  for (const StockId id : ids_of(exam.plant.stock)) {
    const Stock& stock = exam.plant.stock[id];
    if (stock.lot.empty() || seen.insert({stock.item, stock.site, stock.location, stock.lot}).second) continue;
    const StockRow& row = exam.draft.stock[id.index()];
    exam.report.warning("repeated-lot", spot(row, "lot", row.lot),
                        "this lot is there twice at the same place: both count",
                        "Put the two rows together if they are the same.");
  }
}

void examine_substitutes(Examination& exam) {
  for (const SubstituteRow& row : exam.draft.substitutes) {
    if (row.substitute.empty() || (row.substitute != row.component && row.substitute != row.item)) continue;
    if (row.substitute == row.item) continue;  // a cycle, named as one
    exam.report.error("substitute-of-itself", spot(row, "substitute", row.substitute),
                      "the component is its own substitute", "Name another item or remove the row.");
  }
}

void examine_people(Examination& exam) {
  for (const PersonRow& row : exam.draft.people) {
    if (row.id.view().find(';') == std::string_view::npos) continue;
    exam.report.error("bad-id", spot(row, "id", row.id),
                      "the id holds a semicolon, which separates people in progress.csv", "Choose an id without it.");
  }
}

}  // namespace

void find_repeated_rows(Examination& exam) {
  // Comparing each line with those before it; parents with thousands of components are generated ones, without repeats.
  constexpr std::size_t kLongestCompared = 2'000;
  for (const Item& item : exam.plant.items) {
    if (item.bom.size() <= kLongestCompared) examine_bom(exam, item);
  }
  for (const OperationId id : ids_of(exam.plant.operations)) {
    if (exam.plant.operations[id].skills.size() > 1) examine_skills(exam, id);
  }
  examine_stock(exam);
  examine_substitutes(exam);
  examine_people(exam);
}

}  // namespace kilter::model
