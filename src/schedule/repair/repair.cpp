#include "schedule/repair/repair.hpp"

#include <algorithm>

#include "base/assertions.hpp"
#include "base/require.hpp"
#include "schedule/repair/least/least_change.hpp"
#include "schedule/repair/ways/repairs.hpp"
#include "schedule/search.hpp"
#include "schedule/search/stopwatch.hpp"

namespace kilter::schedule {
namespace {

class Ladder {
 public:
  Ladder(const Problem& changed, const Solution& published, const RepairOptions& options)
      : options_(options), budget_{.seconds = options.seconds}, watch_(budget_), damage_(changed, published) {}

  std::vector<Repair> climb() {
    add("right shift", shift_right(damage_));
    const Solution sticky = dispatch_sticky(damage_, options_);
    add("sticky dispatch", Solution(sticky));
    if (options_.search) search(sticky);
    for (Repair& way : tried_) way.least_weight = least_weight_;
    drop_disloyal();
    return std::move(tried_);
  }

 private:
  void search(const Solution& sticky) {
    change_little();
    if (!damage_.problem().has_batches()) add("window search", search_window(damage_, sticky, options_, left() / 2));
    add("full re-plan", plan_anew(damage_, sticky, options_, left()));
  }

  [[nodiscard]] double left() const { return std::max(0.0, options_.seconds - watch_.seconds()); }

  // From the lightest way so far down.
  void change_little() {
    const auto lightest = std::min_element(tried_.begin(), tried_.end(), [](const Repair& a, const Repair& b) {
      const std::int64_t left = a.schedule.score.unplaced - b.schedule.score.unplaced;
      return left != 0 ? left < 0 : a.change.weight < b.change.weight;
    });
    LeastChange least = change_least(damage_, lightest->schedule, lightest->change.weight, options_, left() / 4);
    least_weight_ = least.bound;
    add("least change", least.schedule ? std::move(*least.schedule) : Solution(lightest->schedule));
  }

  // Ways that give up something fixed which another one keeps.
  void drop_disloyal() {
    const auto lost = [this](const Repair& way) { return fixed_without_place(damage_.problem(), way.schedule); };
    Index least = kNone;
    for (const Repair& way : tried_) least = std::min(least, lost(way));
    std::erase_if(tried_, [&](const Repair& way) { return lost(way) > least; });
  }

  void add(const char* name, Solution&& schedule) {
    if (base::asserts(base::Assertions::thorough)) base::require_none(violations(damage_.problem(), schedule), name);
    Change change =
        change_between(damage_.problem(), damage_.published(), schedule, options_.tolerance, options_.promise);
    tried_.push_back({.name = name, .schedule = std::move(schedule), .change = std::move(change)});
  }

  const RepairOptions& options_;
  SearchOptions budget_;
  Stopwatch watch_;
  Damage damage_;
  Cost least_weight_ = 0;
  std::vector<Repair> tried_;
};

}  // namespace

std::vector<Repair> try_repairs(const Problem& changed, const Solution& published, const RepairOptions& options) {
  return Ladder(changed, published, options).climb();
}

}  // namespace kilter::schedule
