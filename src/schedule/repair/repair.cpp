#include "schedule/repair/repair.hpp"

#include <algorithm>

#include "schedule/repair/repairs.hpp"
#include "schedule/search/stopwatch.hpp"

namespace kilter::schedule {
namespace {

class Ladder {
 public:
  Ladder(const Problem& changed, const Solution& published, const RepairOptions& options)
      : options_(options), budget_{.seconds = options.seconds}, watch_(budget_), damage_(changed, published) {}

  std::vector<Repair> climb() {
    add("right shift", shift_right(damage_));
    Solution sticky = dispatch_sticky(damage_, options_);
    Solution anew = plan_anew(damage_, sticky, options_, std::max(0.0, options_.seconds - watch_.seconds()));
    add("sticky dispatch", std::move(sticky));
    add("full re-plan", std::move(anew));
    drop_disloyal();
    return std::move(tried_);
  }

 private:
  // Ways that give up something fixed which another one keeps.
  void drop_disloyal() {
    const auto lost = [this](const Repair& way) { return fixed_without_place(damage_.problem(), way.schedule); };
    Index least = kNone;
    for (const Repair& way : tried_) least = std::min(least, lost(way));
    std::erase_if(tried_, [&](const Repair& way) { return lost(way) > least; });
  }

  void add(const char* name, Solution&& schedule) {
    Change change =
        change_between(damage_.problem(), damage_.published(), schedule, options_.tolerance, options_.promise);
    tried_.push_back({.name = name, .schedule = std::move(schedule), .change = std::move(change)});
  }

  const RepairOptions& options_;
  SearchOptions budget_;
  Stopwatch watch_;
  Damage damage_;
  std::vector<Repair> tried_;
};

}  // namespace

std::vector<Repair> try_repairs(const Problem& changed, const Solution& published, const RepairOptions& options) {
  return Ladder(changed, published, options).climb();
}

}  // namespace kilter::schedule
