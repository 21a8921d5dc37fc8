// Which operations must finish before which: the rows given, or a chain in file order.
#include <algorithm>

#include "model/build/build.hpp"
#include "model/build/values.hpp"

namespace kilter::model {
namespace {

bool check_waits(Build& build, const PrecedenceRow& row) {
  const bool minimum = check_not_negative(build, row, "minimum_wait", row.minimum_wait);
  const bool maximum = !row.maximum_wait || check_not_negative(build, row, "maximum_wait", *row.maximum_wait);
  if (row.maximum_wait && *row.maximum_wait < row.minimum_wait) {
    const std::string text = std::to_string(row.maximum_wait->count()) + "s";
    build.report.error("waits-crossed", spot(row, "maximum_wait", std::string_view(text)),
                       "maximum_wait is shorter than minimum_wait", "Raise the maximum or lower the minimum.");
    return false;
  }
  return minimum && maximum;
}

void add_precedence(Build& build, const PrecedenceRow& row, OperationId before, OperationId after) {
  std::vector<Predecessor>& predecessors = build.plant.operations[after].predecessors;
  const bool known = std::any_of(predecessors.begin(), predecessors.end(),
                                 [before](const Predecessor& other) { return other.operation == before; });
  if (known) {
    build.report.error("duplicate-precedence", spot(row, "after", row.after), "this pair of operations is there twice",
                       "Remove one of the rows.");
    return;
  }
  predecessors.push_back({.operation = before, .minimum_wait = row.minimum_wait, .maximum_wait = row.maximum_wait});
}

void chain(Plant& plant, const Item& item) {
  OperationId before = OperationId::none();
  for (const OperationId id : item.operations) {
    if (before.valid()) plant.operations[id].predecessors.push_back({.operation = before, .maximum_wait = {}});
    before = id;
  }
}

}  // namespace

void build_precedences(Build& build) {
  std::vector<bool> given(build.plant.items.size(), false);
  for (const PrecedenceRow& row : build.draft.precedences) {
    const ItemId item = build.items.required(spot(row, "item", row.item), build.report);
    const OperationId before = operation_of(build, item, spot(row, "before", row.before));
    const OperationId after = operation_of(build, item, spot(row, "after", row.after));
    if (item.valid()) given[item.index()] = true;
    if (check_waits(build, row) && before.valid() && after.valid()) add_precedence(build, row, before, after);
  }
  for (const ItemId item : ids_of(build.plant.items)) {
    if (!given[item.index()]) chain(build.plant, build.plant.items[item]);
  }
}

}  // namespace kilter::model
