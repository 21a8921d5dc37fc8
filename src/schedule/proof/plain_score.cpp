#include "schedule/proof/plain_score.hpp"

#include <algorithm>

#include "schedule/proof/plain_hours.hpp"

namespace kilter::schedule {
namespace {

class PlainScore {
 public:
  PlainScore(const Problem& problem, const Solution& timed, const PlainSequences& sequences,
             const std::vector<Tick>& attended)
      : problem_(problem), result_(timed), sequences_(sequences), attended_(attended) {}

  [[nodiscard]] Score run() const {
    Score score;
    for (Index op = 0; op < problem_.operation_count; ++op) {
      if (result_.end[op] == kNever) {
        ++score.unplaced;
        continue;
      }
      score.mode += problem_.modes[result_.mode[op]].cost;
      const SetupMatrix* setups = sequences_.setups(op);
      if (setups != nullptr && !sequences_.is_joined(op))
        score.setup += setups->price(sequences_.family_before(op), problem_.family[op]);
      if (!sequences_.is_joined(op)) score.overtime += overtime(op, result_.lane[op], result_.end[op]);
      for (Index slot = problem_.slot_begin[op]; slot < problem_.slot_begin[op + 1]; ++slot) {
        score.attendance += wages(op, slot);
        score.overtime += overtime(op, result_.slot_lane[slot], attended_[slot]);
      }
      score.stability += stability(op);
      score.holding += holding(op);
    }
    for (Index job = 0; job < problem_.jobs.size(); ++job) {
      Tick last = kLongAgo;
      for (const Index op : problem_.closing_of(job)) last = std::max(last, result_.end[op]);
      const Tick late = last == kNever ? 0 : std::max<Tick>(0, last - std::min(last, problem_.jobs[job].due));
      score.tardiness += late * problem_.jobs[job].late_per_second;
    }
    return score;
  }

 private:
  [[nodiscard]] Cost overtime(Index op, Index lane, Tick until) const {
    if (lane == kNone || problem_.lanes[lane].overtime == kNone) return 0;
    const Overtime& dear = problem_.overtimes[problem_.lanes[lane].overtime];
    const PlainHours hours = PlainHours::of_operation(problem_, result_, op);
    return hours.seconds_with(problem_.calendars[dear.calendar], result_.start[op], until) * dear.cost_per_second;
  }

  [[nodiscard]] Cost stability(Index op) const {
    if (problem_.baselines.empty()) return 0;
    const Baseline& before = problem_.baselines[op];
    const Cost seconds = std::max(result_.start[op], before.start) - std::min(result_.start[op], before.start);
    const bool elsewhere = before.lane != kNone && before.lane != result_.lane[op];
    return seconds * before.moved_per_second + (elsewhere ? before.other_lane : 0);
  }

  [[nodiscard]] Cost holding(Index op) const {
    if (problem_.holdings.empty()) return 0;
    const Holding& held = problem_.holdings[op];
    Tick until = held.until;
    if (held.job != kNone) {
      until = kLongAgo;
      for (const Index last : problem_.closing_of(held.job)) until = std::max(until, result_.end[last]);
    }
    return until == kNever ? 0
                           : Cost{std::max<Tick>(0, until - std::min(until, result_.end[op]))} * held.cost_per_second;
  }

  [[nodiscard]] Cost wages(Index op, Index slot) const {
    const Tick run = problem_.slots[slot].attended_run;
    const Cost whole = Cost{result_.setup[op]} + sequences_.longest_work(op);
    const Cost part = run == kWhole ? whole : Cost{result_.setup[op]} + problem_.own_setup[op] + run;
    return std::min(whole, part) * problem_.lanes[result_.slot_lane[slot]].cost_per_second;
  }

  const Problem& problem_;
  const Solution& result_;
  const PlainSequences& sequences_;
  const std::vector<Tick>& attended_;
};

}  // namespace

Score plain_score(const Problem& problem, const Solution& timed, const PlainSequences& sequences,
                  const std::vector<Tick>& attended) {
  return PlainScore(problem, timed, sequences, attended).run();
}

}  // namespace kilter::schedule
