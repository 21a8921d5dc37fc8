#include "coordinate/live/moves/alternatives.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "coordinate/live/ways/extra_hours.hpp"

namespace kilter::coordinate {
namespace {

using time::kNever;
using time::Tick;

constexpr Tick kDay = 86'400;
constexpr std::size_t kMostUnits = 6;
constexpr std::array<std::string_view, 4> kKinds{"other-unit", "soonest", "later", "overtime"};

class Finding {
 public:
  Finding(const Moves& moves, const Wish& of, const MoveLimits& limits)
      : moves_(moves), of_({.order = of.order, .operation = of.operation}), limits_(limits) {}

  std::vector<Alternative> run() {
    const plan::Placement* stands = published();
    if (stands == nullptr) return {};
    try_units(*stands);
    Wish soonest = of_;
    soonest.soonest = true;
    add(AlternativeKind::soonest, soonest, {});
    Wish later = of_;
    later.start = std::max<Tick>(0, stands->start) + kDay;
    add(AlternativeKind::later, later, {});
    const std::size_t day = moves_.plant().days.day_of(std::max<Tick>(0, stands->start));
    const std::vector<plan::OvertimeWindow> windows = hours_on(moves_.plant(), moves_.nothing_done(), day);
    if (!windows.empty()) add(AlternativeKind::overtime, soonest, windows);
    std::stable_sort(found_.begin(), found_.end(), [](const Alternative& a, const Alternative& b) {
      return total(a.answer.way->money) < total(b.answer.way->money);
    });
    return std::move(found_);
  }

 private:
  // Where it stands when nothing is done; null when it is done, or the plan has no place for it.
  [[nodiscard]] const plan::Placement* published() const {
    for (const plan::Placement& each : moves_.nothing_done().placements) {
      const bool same =
          each.operation == of_.operation && moves_.nothing_done().production_orders[each.order].open == of_.order;
      if (same && each.status == model::WorkStatus::waiting && each.start != kNever) return &each;
    }
    return nullptr;
  }

  void try_units(const plan::Placement& stands) {
    std::size_t tried = 0;
    for (const model::UnitChoice& choice : moves_.plant().operations[of_.operation].units) {
      if (choice.unit == stands.unit || ++tried > kMostUnits) continue;
      Wish elsewhere = of_;
      elsewhere.unit = choice.unit;
      add(AlternativeKind::other_unit, elsewhere, {});
      elsewhere.soonest = true;
      add(AlternativeKind::other_unit, elsewhere, {});
    }
  }

  void add(AlternativeKind kind, const Wish& wish, const std::vector<plan::OvertimeWindow>& overtime) {
    MoveLimits limits = limits_;
    limits.overtime = overtime;
    MoveAnswer answer = moves_.ask({&wish, 1}, limits);
    if (!answer.way || comes_to_the_same(answer.places.front(), overtime)) return;
    found_.push_back({.kind = kind, .wish = wish, .overtime = overtime, .answer = std::move(answer)});
  }

  // As the published place, or as another alternative. Overtime is one only where it moves the operation.
  [[nodiscard]] bool comes_to_the_same(const WishedPlace& place, const auto& overtime) const {
    const plan::Placement& stands = *published();
    if (place.unit == stands.unit && place.start == stands.start) return true;
    return std::any_of(found_.begin(), found_.end(), [&](const Alternative& other) {
      const WishedPlace& there = other.answer.places.front();
      return there.unit == place.unit && there.start == place.start && (other.overtime.empty() || !overtime.empty());
    });
  }

  const Moves& moves_;
  const Wish of_;
  const MoveLimits& limits_;
  std::vector<Alternative> found_;
};

}  // namespace

std::string_view word(AlternativeKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

std::vector<Alternative> alternatives(const Moves& moves, const Wish& of, const MoveLimits& limits) {
  return Finding(moves, of, limits).run();
}

}  // namespace kilter::coordinate
