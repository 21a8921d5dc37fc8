// Operations, grouped by item, each after those that it waits for; in file order where precedences leave the choice.
#include <algorithm>
#include <map>
#include <set>
#include <span>

#include "model/build/build.hpp"
#include "model/build/grouped.hpp"
#include "model/build/values.hpp"

namespace kilter::model {
namespace {

void check_times(Build& build, const OperationRow& row) {
  check_not_negative(build, row, "setup", row.setup);
  check_not_negative(build, row, "run_per_unit", row.run_per_unit);
  check_not_negative(build, row, "fixed_time", row.fixed_time);
  check_not_negative(build, row, "transfer_batch", row.transfer_batch);
  check_share(build, row, "yield", row.yield, Ends::above_zero);
  check_not_negative(build, row, "outside_lead_time", row.outside_lead_time);
  check_not_negative(build, row, "outside_price", row.outside_price);
}

Operation operation_from(Build& build, const OperationRow& row, ItemId item) {
  Operation operation;
  operation.item = item;
  operation.id = row.operation.str();
  operation.name = row.name.empty() ? operation.id : row.name.str();
  operation.work_centre = build.work_centres.optional(spot(row, "work_centre", row.work_centre), build.report);
  operation.setup = row.setup;
  operation.run_per_unit = row.run_per_unit;
  operation.fixed = row.fixed_time;
  operation.yield = row.yield;
  operation.inspection = row.inspection;
  operation.interruptible = row.interruptible;
  operation.transfer_batch = row.transfer_batch;
  operation.family = row.family.empty() ? build.plant.items[item].family : family_on_use(build, row.family);
  operation.vendor = build.vendors.optional(spot(row, "vendor", row.vendor), build.report);
  operation.outside_lead_time = row.outside_lead_time;
  operation.outside_price = row.outside_price;
  const SkillId skill = build.skills.optional(spot(row, "skill", row.skill), build.report);
  if (skill.valid()) operation.skills.push_back({.skill = skill});
  return operation;
}

OperationId append_to(Build& build, ItemId item, Operation operation) {
  Item& parent = build.plant.items[item];
  const OperationId id = build.plant.operations.push_back(std::move(operation));
  const OperationId first = parent.operations.empty() ? id : *parent.operations.begin();
  parent.operations = IdRange<OperationId>(first, OperationId(id.index() + 1));
  return id;
}

void add_operation(Build& build, std::uint32_t index, ItemId item) {
  const OperationRow& row = build.draft.operations[index];
  check_times(build, row);
  const OperationId id = append_to(build, item, operation_from(build, row, item));
  build.operation_rows.push_back(index);
  if (row.operation.empty()) {
    report_missing(spot(row, "operation"), build.report);
  } else if (build.operations.insert(row.operation.view(), id.index(), item.index())) {
    report_duplicate({.noun = "operation", .code = "operation"}, spot(row, "operation", row.operation), build.report);
  }
}

// Puts the rows of an item's operations into an order that its precedences allow: yields are taken one after the other
// in it, and material goes to the first when nothing else is said.
class RoutingOrder {
 public:
  explicit RoutingOrder(const Build& build) : draft_(build.draft), begin_(build.plant.items.size() + 1, 0) {
    std::vector<ItemId> parents;
    parents.reserve(draft_.precedences.size());
    for (const PrecedenceRow& row : draft_.precedences) parents.push_back(build.items.find(row.item.view()));
    rows_ = rows_by_parent(parents, build.plant.items.size());
    for (const ItemId item : parents) {
      if (item.valid()) ++begin_[item.index() + 1];
    }
    for (std::size_t i = 1; i < begin_.size(); ++i) begin_[i] += begin_[i - 1];
  }

  // Kahn 1962, the first in the file of those that are free. What waits for itself in a circle comes last, in file
  // order: the circle is a fault of its own.
  void sort(ItemId item, std::span<std::uint32_t> rows) const {
    if (begin_[item.index()] == begin_[item.index() + 1] || rows.size() < 2) return;
    const std::vector<std::uint32_t> given(rows.begin(), rows.end());
    Waits waits = waits_of(item, given);
    std::set<std::size_t> free;
    std::vector<bool> placed(given.size(), false);
    for (std::size_t at = 0; at < given.size(); ++at) {
      if (waits.open[at] == 0) free.insert(at);
    }
    auto next = rows.begin();
    while (!free.empty()) {
      const std::size_t at = *free.begin();
      free.erase(free.begin());
      placed[at] = true;
      *next++ = given[at];
      for (const std::size_t follower : waits.followers[at]) {
        if (--waits.open[follower] == 0) free.insert(follower);
      }
    }
    for (std::size_t at = 0; at < given.size(); ++at) {
      if (!placed[at]) *next++ = given[at];
    }
  }

 private:
  struct Waits {
    std::vector<std::size_t> open;  // predecessors that are not placed yet
    std::vector<std::vector<std::size_t>> followers;
  };

  [[nodiscard]] Waits waits_of(ItemId item, const std::vector<std::uint32_t>& rows) const {
    std::map<std::string_view, std::size_t> place;
    for (std::size_t at = 0; at < rows.size(); ++at) place.emplace(draft_.operations[rows[at]].operation.view(), at);
    Waits waits{.open = std::vector<std::size_t>(rows.size(), 0),
                .followers = std::vector<std::vector<std::size_t>>(rows.size())};
    for (std::uint32_t k = begin_[item.index()]; k < begin_[item.index() + 1]; ++k) {
      const PrecedenceRow& row = draft_.precedences[rows_[k]];
      const auto before = place.find(row.before.view());
      const auto after = place.find(row.after.view());
      if (before == place.end() || after == place.end()) continue;  // reported where precedences are built
      waits.followers[before->second].push_back(after->second);
      ++waits.open[after->second];
    }
    return waits;
  }

  const PlantDraft& draft_;
  std::vector<std::uint32_t> rows_;   // of precedences.csv, by item
  std::vector<std::uint32_t> begin_;  // item -> rows_
};

// Made without operations: one that only waits for the item's lead time.
void add_waiting(Build& build, ItemId item) {
  static constexpr std::string_view kId = "lead-time";
  Operation operation;
  operation.item = item;
  operation.id = kId;
  operation.name = "Lead time";
  operation.fixed = build.plant.items[item].lead_time;
  const OperationId id = append_to(build, item, std::move(operation));
  build.operations.insert(kId, id.index(), item.index());
  build.operation_rows.push_back(kNoRow);
}

// Items that are made whether or not they have operations: said so, or not said and with a BOM.
std::vector<bool> made_items(const Build& build) {
  std::vector<bool> made(build.plant.items.size(), false);
  std::string_view before;
  for (const BomRow& row : build.draft.boms) {
    if (row.item.view() == before) continue;
    before = row.item.view();
    const ItemId item = build.items.find(before);
    if (item.valid()) made[item.index()] = true;
  }
  for (std::size_t i = 0; i < made.size(); ++i) {
    const std::optional<Source> source = build.draft.items[i].source;
    if (source) made[i] = *source != Source::buy;
  }
  return made;
}

}  // namespace

void build_operations(Build& build) {
  const std::vector<OperationRow>& rows = build.draft.operations;
  const std::vector<ItemId> parents = items_of(build, rows);
  build.plant.operations.reserve(rows.size());
  build.operations.reserve(rows.size());
  const std::vector<bool> made = made_items(build);
  std::vector<std::uint32_t> order = rows_by_parent(parents, build.plant.items.size());
  const RoutingOrder routing(build);
  auto next = order.begin();
  for (const ItemId item : ids_of(build.plant.items)) {
    const auto own = std::find_if(next, order.end(), [&](std::uint32_t row) { return parents[row] != item; });
    routing.sort(item, {next, own});
    for (; next != own; ++next) add_operation(build, *next, item);
    if (build.plant.items[item].operations.empty() && made[item.index()]) add_waiting(build, item);
  }
}

OperationId operation_of(Build& build, ItemId item, const Spot& spot) {
  if (spot.value.empty()) {
    report_missing(spot, build.report);
    return OperationId::none();
  }
  if (!item.valid()) return OperationId::none();  // reported where the item was looked up
  const auto found = build.operations.find(spot.value, item.index());
  if (found) return OperationId(*found);
  const std::string suggestion = maybe(spot.value, build.operations, item.index());
  build.report.error(
      "unknown-operation", spot,
      "item \"" + build.plant.items[item].id + "\" has no operation \"" + Report::shortened(spot.value) + "\"",
      "Add it to operations.csv or correct the name." + (suggestion.empty() ? "" : " " + suggestion));
  return OperationId::none();
}

}  // namespace kilter::model
