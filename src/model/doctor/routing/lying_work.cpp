// Work that may pause over closed time although what it makes may not wait long afterwards: a maximum wait and a shelf
// life run from its end, and until then its product may lie for a weekend, all but finished.
//
//   unit   |== Fri =|                |=| Mon          the wait runs from here on
//   mix    |=== paused, 1 s left ====|=|-- bake --
#include <algorithm>
#include <map>

#include "model/build/values.hpp"
#include "model/doctor/doctor.hpp"

namespace kilter::model {
namespace {

// The longest time until the horizon for which a calendar closes between regular hours.
Tick longest_break(const Plant& plant, CalendarId id) {
  if (!id.valid()) return 0;
  const Tick horizon = plant.frame.tick(plant.policy.horizon);
  Tick longest = 0;
  Tick closed_at = time::kNever;
  for (const time::Interval& open : plant.calendars[id].regular.intervals()) {
    if (open.open >= horizon) break;
    if (closed_at != time::kNever && open.open > 0) longest = std::max(longest, open.open - closed_at);
    closed_at = open.close;
  }
  return longest;
}

class Lying {
 public:
  explicit Lying(Examination& exam) : exam_(exam), plant_(exam.plant) {}

  // `keeps`: for how long what the operation makes may wait.
  void examine(OperationId id, Duration keeps, const std::string& limit) {
    const Operation& operation = plant_.operations[id];
    if (!operation.interruptible || exam_.build.operation_rows[id] == kNoRow) return;
    const bool may_lie = std::any_of(operation.units.begin(), operation.units.end(), [&](const UnitChoice& choice) {
      return break_of(plant_.work_units[choice.unit].calendar) > keeps.count();
    });
    if (!may_lie) return;
    exam_.report.warning("lies-unfinished", spot_of(exam_, id, "interruptible"),
                         named(plant_, id) +
                             " may pause over closed time, so that its work may lie unfinished for "
                             "longer than the " +
                             limit + " of " + figure(keeps).text + ", which runs from its end",
                         "Say no in interruptible if it must not lie.");
  }

 private:
  Tick break_of(CalendarId id) {
    const auto [entry, is_new] = breaks_.try_emplace(id, 0);
    if (is_new) entry->second = longest_break(plant_, id);
    return entry->second;
  }

  Examination& exam_;
  const Plant& plant_;
  std::map<CalendarId, Tick> breaks_;
};

// Operations that no other one waits for.
std::vector<OperationId> last_operations(const Plant& plant, const Item& item) {
  std::vector<OperationId> last;
  for (const OperationId id : item.operations) last.push_back(id);
  for (const OperationId id : item.operations) {
    for (const Predecessor& before : plant.operations[id].predecessors) std::erase(last, before.operation);
  }
  return last;
}

}  // namespace

void find_lying_work(Examination& exam) {
  if (!exam.build.dates_known) return;
  Lying lying(exam);
  for (const OperationId id : ids_of(exam.plant.operations)) {
    for (const Predecessor& before : exam.plant.operations[id].predecessors) {
      if (before.maximum_wait) lying.examine(before.operation, *before.maximum_wait, "maximum wait");
    }
  }
  for (const Item& item : exam.plant.items) {
    if (!item.shelf_life) continue;
    for (const OperationId id : last_operations(exam.plant, item)) lying.examine(id, *item.shelf_life, "shelf life");
  }
}

}  // namespace kilter::model
