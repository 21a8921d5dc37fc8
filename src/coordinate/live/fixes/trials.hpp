// Fixes tried: the published plan with one or two of them, re-solved and priced against doing nothing.
#pragma once

#include <memory>
#include <optional>
#include <span>

#include "coordinate/live/carry/situation.hpp"
#include "coordinate/live/fixes/fix.hpp"
#include "coordinate/live/ways/kernel_ways.hpp"

namespace kilter::coordinate {

// What counts first among the schedules with the same fixes.
enum class Aim : std::uint8_t { cheapest, in_time };

struct Judged {
  plan::Objective nothing_done;  // money is against it
  Aim aim = Aim::cheapest;
};

class Trials {
 public:
  // Borrows all but `by`. `today`: the plant's situation without any fix.
  Trials(const model::Plant& now, const Published& published, const Situation& today, const RepairLimits& limits,
         const Judged& by);

  // The plan with all of the fixes, for one order; costed, neither explained nor checked. `RepairPlan::plant` is what
  // it is a plan of, where that is not `now`. None: something has no place then, or a fix cannot be made. O(n log n),
  // nothing is searched.
  [[nodiscard]] std::optional<RepairPlan> solve(std::span<const Fix> fixes) const;

 private:
  struct Scene;
  [[nodiscard]] bool change_facts(std::span<const Fix> fixes, Scene& scene) const;
  void open_overtime(std::span<const Fix> fixes, Scene& scene) const;
  [[nodiscard]] bool fix_work(std::span<const Fix> fixes, Scene& scene) const;
  [[nodiscard]] bool put_first(const Scene& scene, model::OrderId order, Situation& today) const;
  [[nodiscard]] std::optional<RepairPlan> best(const Scene& scene, model::OrderId order) const;

  const model::Plant& now_;
  const Published& published_;
  const Situation& today_;
  RepairLimits limits_;
  const Judged by_;
};

}  // namespace kilter::coordinate
