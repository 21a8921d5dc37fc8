#include "service/planning/hand/move_request.hpp"

#include <array>
#include <utility>

#include "codec/text/values/civil_time.hpp"
#include "coordinate/live/ways/extra_hours.hpp"

namespace kilter::service {
namespace {

using coordinate::Wish;

// So that an answer takes no longer than people wait while they drag, and is the same when asked again.
constexpr std::uint64_t kSteps = 2'000;
constexpr std::int64_t kTries = 3'000;
constexpr std::size_t kMostMoves = 50;
constexpr std::array<std::string_view, 3> kPreferences{"change", "lateness", "cost"};

template <class Id, class Entity>
Id find(const base::IndexedVector<Id, Entity>& entities, const std::string& id) {
  for (const Id each : base::ids_of(entities)) {
    if (entities[each].id == id) return each;
  }
  return Id::none();
}

class Reader {
 public:
  Reader(const MoveQuestion& question, Today& today) : question_(question), today_(today), plant_(today.plant()) {}

  base::Result<Wishes> run() {
    if (question_.moves.empty() || question_.moves.size() > kMostMoves) {
      fault("moves", std::to_string(question_.moves.size()), "are none, or too many at once",
            "Send 1 to " + std::to_string(kMostMoves) + " moves.");
    }
    for (; at_ < question_.moves.size(); ++at_) wishes_.wishes.push_back(wish(question_.moves[at_]));
    wishes_.limits.search.steps = kSteps;
    wishes_.limits.search.tries = kTries;
    wishes_.limits.over_frozen = question_.over_frozen;
    read_preference();
    for (const std::string& day : question_.overtime) read_overtime(day);
    if (!issues_.empty()) return base::Result<Wishes>::failure(std::move(issues_));
    return std::move(wishes_);
  }

 private:
  void fault(const std::string& field, const std::string& value, const std::string& message, std::string way_out) {
    const bool many = question_.moves.size() > 1 && at_ < question_.moves.size() && field != "moves";
    issues_.push_back(
        {.code = "bad-move",
         .where = {.column = (many ? "moves/" + std::to_string(at_) + "/" : std::string()) + field, .value = value},
         .message = field + " " + message,
         .way_out = std::move(way_out)});
  }

  Wish wish(const MoveRequest& move) {
    Wish wish{.order = {}, .operation = {}, .soonest = move.soonest};
    find_operation(move.operation, wish);
    if (!move.unit.empty()) {
      wish.unit = find(plant_.work_units, move.unit);
      if (!wish.unit.valid()) fault("unit", move.unit, "names no work unit", "Use an id of work_units.csv.");
    }
    for (const std::string& id : move.people) {
      const model::PersonId person = find(plant_.people, id);
      if (!person.valid()) fault("people", id, "names nobody", "Use ids of people.csv.");
      wish.people.push_back(person);
    }
    if (!move.start.empty()) read_start(move.start, wish);
    return wish;
  }

  void find_operation(const std::string& text, Wish& wish) {
    const OperationName name = operation_name(text);
    wish.order = find(plant_.production_orders, name.order);
    if (!wish.order.valid()) {
      return fault("operation", text, "names no production order of the plan", "Write it as in MO-7/10.");
    }
    for (const model::OperationId id : plant_.items[plant_.production_orders[wish.order].item].operations) {
      if (plant_.operations[id].id == name.operation) wish.operation = id;
    }
    if (!wish.operation.valid()) {
      fault("operation", text, "names no operation of " + name.order, "Write it as in MO-7/10.");
    }
  }

  void read_start(const std::string& text, Wish& wish) {
    const auto start = codec::text::parse_instant(text, today_.zone(), codec::text::DateOnly::start_of_day);
    if (start.fault != nullptr) {
      return fault("start", text, "is not a time", "Write one, as in 2026-12-01T10:00.");
    }
    wish.start = plant_.frame.tick(start.value);
  }

  void read_overtime(const std::string& text) {
    const auto day = codec::text::parse_instant(text, today_.zone(), codec::text::DateOnly::start_of_day);
    if (day.fault != nullptr) return fault("overtime", text, "is not a day", "Write one, as in 2026-12-03.");
    const std::size_t number = plant_.days.day_of(plant_.frame.tick(day.value));
    const auto windows = coordinate::hours_on(plant_, today_.moves().nothing_done(), number);
    if (windows.empty()) {
      return fault("overtime", text, "has no overtime on offer that is not worked already",
                   "Choose a day on which calendars offer some.");
    }
    wishes_.limits.overtime.insert(wishes_.limits.overtime.end(), windows.begin(), windows.end());
  }

  void read_preference() {
    if (question_.prefer.empty()) return;
    for (std::size_t i = 0; i < kPreferences.size(); ++i) {
      if (kPreferences[i] != question_.prefer) continue;
      wishes_.limits.prefer = static_cast<coordinate::Preference>(i);
      return;
    }
    fault("prefer", question_.prefer, "is not known", "Use change, lateness or cost.");
  }

  const MoveQuestion& question_;
  Today& today_;
  const model::Plant& plant_;
  std::size_t at_ = 0;
  Wishes wishes_;
  base::Issues issues_;
};

}  // namespace

OperationName operation_name(const std::string& text) {
  const std::size_t slash = text.rfind('/');
  if (slash == std::string::npos) return {.order = text, .operation = {}};
  return {.order = text.substr(0, slash), .operation = text.substr(slash + 1)};
}

base::Result<Wishes> wishes_of(const MoveQuestion& question, Today& today) { return Reader(question, today).run(); }

}  // namespace kilter::service
