// What comes of moving operations of the published plan by hand: whether they can stand where they are wished, else why
// not and where the nearest place is, and what gives way. A question; nothing is changed by it.
//
//   W-2  |==MO-7==|==MO-9==|==MO-11==|       MO-9 to W-1 at 10:00?
//   W-1  |==MO-8==|..........                W-1 is taken until 10:30: nearest 10:30; MO-11 may stay; 12.50 EUR more
//
//   const Moves moves(now, {published_plant, published_plan});        once, when a fact has come
//   moves.ask({{.order = mo_9, .operation = ten, .unit = w_1, .start = ten_o_clock}}, {});
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "coordinate/live/moves/wish.hpp"
#include "coordinate/live/published.hpp"
#include "coordinate/live/repairs.hpp"

namespace kilter::coordinate {

// What counts first among ways that leave the wishes where they are.
enum class Preference : std::uint8_t { change, lateness, cost };

struct MoveLimits {
  RepairLimits search{.seconds = 0.06};
  Preference prefer = Preference::change;
  bool over_frozen = false;                    // also what is frozen, and into the frozen zone
  std::vector<plan::OvertimeWindow> overtime;  // opened beside what the plan opens
};

// What becomes of one wish.
struct WishedPlace {
  bool feasible = false;
  time::Tick published = time::kNever;  // start
  time::Tick wished = time::kNever;
  time::Tick start = time::kNever;  // as wished, or the first possible behind it; kNever: there is none
  model::WorkUnitId unit;
  std::vector<Hindrance> hindrances;  // why not as wished; empty when feasible
};

struct MoveAnswer {
  std::vector<WishedPlace> places;  // one per wish
  bool feasible = false;            // all of them as wished
  // With every operation where `places` says; checked: no violations. None: some wish has no place, or nothing that
  // leaves them there keeps all rules (`refused`).
  std::optional<RepairPlan> way;
  std::size_t late_before = 0;  // customer orders late or left out when nothing is done
  std::size_t late_after = 0;
  std::vector<std::string> refused;
  [[nodiscard]] bool has_places() const;  // every wish has some place
};

struct Situation;

class Moves {
 public:
  // Borrows `now` (as for repairs()) and keeps what all questions have in common: O(n log n), as long as a repair
  // without search.
  Moves(const model::Plant& now, const Published& published);
  ~Moves();
  Moves(const Moves&) = delete;
  Moves& operator=(const Moves&) = delete;

  // May be asked by several threads at once. The wishes are fixed one after another, each clear of what was fixed
  // before; then the ways of repairs() lead around them. The same for the same input, seed and steps.
  [[nodiscard]] MoveAnswer ask(std::span<const Wish> wishes, const MoveLimits& limits) const;

  [[nodiscard]] const model::Plant& plant() const { return now_; }
  // What the published plan comes to by itself: money of ways is against it.
  [[nodiscard]] const plan::Plan& nothing_done() const;

 private:
  struct Base;
  [[nodiscard]] Situation opened(const std::vector<plan::OvertimeWindow>& extra) const;
  [[nodiscard]] std::vector<RepairPlan> around(const Situation& wished, const MoveLimits& limits) const;

  const model::Plant& now_;
  Published published_;
  std::unique_ptr<const Base> base_;
};

}  // namespace kilter::coordinate
