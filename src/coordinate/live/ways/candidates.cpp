#include "coordinate/live/ways/candidates.hpp"

#include <algorithm>
#include <utility>

#include "check/verify.hpp"
#include "coordinate/finish.hpp"

namespace kilter::coordinate {
namespace {

// As good in everything, and better in something or earlier in the list.
bool beats(const RepairPlan& a, const RepairPlan& b, bool earlier) {
  const Measures mine = measures(a);
  const Measures other = measures(b);
  for (std::size_t i = 0; i < mine.size(); ++i) {
    if (mine[i] > other[i]) return false;
  }
  return earlier || mine != other;
}

// Explained and checked; the rules that it breaks are added to `refused`, each once.
bool is_right(const model::Plant& now, plan::Plan& plan, std::vector<std::string>& refused) {
  explain_plan(now, plan);
  const std::vector<check::Violation> violations = check::verify(now, plan);
  for (const check::Violation& violation : violations) {
    if (std::find(refused.begin(), refused.end(), violation.rule) == refused.end()) refused.push_back(violation.rule);
  }
  return violations.empty();
}

class Selection {
 public:
  Selection(const model::Plant& now, std::vector<Candidate> candidates, std::vector<std::string>& refused)
      : now_(now), left_(std::move(candidates)), is_right_(left_.size(), false), refused_(refused) {}

  std::vector<RepairPlan> run() {
    for (std::size_t next = unchecked(); next < left_.size(); next = unchecked()) check(next);
    std::vector<RepairPlan> best;
    for (std::size_t i = 0; i < left_.size(); ++i) {
      if (!is_beaten(i)) best.push_back(std::move(left_[i].way));
    }
    std::stable_sort(best.begin(), best.end(),
                     [](const RepairPlan& a, const RepairPlan& b) { return a.changes.broken < b.changes.broken; });
    return best;
  }

 private:
  [[nodiscard]] bool is_beaten(std::size_t i) const {
    for (std::size_t k = 0; k < left_.size(); ++k) {
      if (k != i && beats(left_[k].way, left_[i].way, k < i)) return true;
    }
    return false;
  }

  [[nodiscard]] const model::Plant& plant_of(const RepairPlan& way) const { return way.plant ? *way.plant : now_; }

  // One that is not beaten and not found right yet; the size of the list when there is none.
  [[nodiscard]] std::size_t unchecked() const {
    for (std::size_t i = 0; i < left_.size(); ++i) {
      if (!is_right_[i] && !is_beaten(i)) return i;
    }
    return left_.size();
  }

  void check(std::size_t i) {
    is_right_[i] = is_right(plant_of(left_[i].way), left_[i].way.plan, refused_);
    if (is_right_[i]) return;
    if (left_[i].instead) {
      left_[i].way = std::move(*left_[i].instead);
      left_[i].instead.reset();
      return;
    }
    left_.erase(left_.begin() + static_cast<std::ptrdiff_t>(i));
    is_right_.erase(is_right_.begin() + static_cast<std::ptrdiff_t>(i));
  }

  const model::Plant& now_;
  std::vector<Candidate> left_;
  std::vector<bool> is_right_;
  std::vector<std::string>& refused_;
};

}  // namespace

Measures measures(const RepairPlan& way) {
  const plan::Objective& objective = way.plan.objective;
  return {objective.unplanned, static_cast<std::int64_t>(way.changes.broken),
          objective.parts[static_cast<std::size_t>(plan::CostKind::penalty)].raw(), objective.total().raw()};
}

std::vector<RepairPlan> best_of(const model::Plant& now, std::vector<Candidate> candidates,
                                std::vector<std::string>& refused) {
  return Selection(now, std::move(candidates), refused).run();
}

std::optional<RepairPlan> first_right(const model::Plant& now, std::vector<RepairPlan> ways,
                                      std::vector<std::string>& refused) {
  for (RepairPlan& way : ways) {
    if (is_right(way.plant ? *way.plant : now, way.plan, refused)) return std::move(way);
  }
  return std::nullopt;
}

}  // namespace kilter::coordinate
