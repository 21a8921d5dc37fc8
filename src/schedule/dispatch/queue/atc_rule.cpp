#include "schedule/dispatch/queue/atc_rule.hpp"

#include <algorithm>
#include <cmath>

namespace kilter::schedule {
namespace {

constexpr Tick kNoHurry = 1 << 29;     // latest start of what nobody waits for: 17 years
constexpr double kLeastWeight = 1e-6;  // of the greatest: for jobs whose tardiness costs nothing

// A number in [0, 1) that depends on nothing but the two (the finaliser of splitmix64).
double unit(std::uint64_t seed, Index op) {
  std::uint64_t mixed = seed + (std::uint64_t{op} + 1) * 0x9E3779B97F4A7C15ULL;
  mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBULL;
  return static_cast<double>((mixed ^ (mixed >> 31U)) >> 11U) * 0x1.0p-53;
}

}  // namespace

AtcRule::AtcRule(const Network& network, const ChoiceSets& sets, const DispatchPolicy& policy)
    : problem_(network.problem()), sets_(sets), policy_(policy) {
  scales_.reserve(sets.queue_count());
  for (Index queue = 0; queue < sets.queue_count(); ++queue) {
    const double per_second = 1.0 / std::max(1.0, policy.look_ahead * sets.mean_work(queue));
    scales_.push_back({.per_second = per_second, .late_per_second = policy.due_share * per_second});
  }
  weigh_jobs();
  average_setups();
}

void AtcRule::weigh_jobs() {
  Cost greatest = 0;
  for (const Job& job : problem_.jobs) greatest = std::max(greatest, job.late_per_second);
  const double unit = greatest > 0 ? static_cast<double>(greatest) : 1.0;
  log_no_weight_ = static_cast<float>(std::log(kLeastWeight));
  log_weight_.reserve(problem_.jobs.size());
  for (const Job& job : problem_.jobs) {
    const double weight = greatest > 0 ? static_cast<double>(job.late_per_second) / unit : 1.0;
    log_weight_.push_back(static_cast<float>(std::log(std::max(kLeastWeight, weight))));
  }
}

void AtcRule::average_setups() {
  for (const SetupMatrix& matrix : problem_.setup_matrices) {
    double sum = 0;
    double count = 0;
    for (const Tick seconds : matrix.seconds) {
      sum += seconds;
      count += seconds > 0 ? 1 : 0;
    }
    mean_setup_.push_back(count > 0 ? sum / count : 1.0);
  }
}

Waiting AtcRule::waiting(Index op) const {
  const Index job = problem_.serves[op];
  const Tick work = sets_.ticket(op).least_work;
  std::int64_t latest_end = problem_.latest_end[op];
  if (policy_.wait_share > 0 && job != kNone && problem_.jobs[job].due > latest_end) {
    const double rest = static_cast<double>(problem_.jobs[job].due) - static_cast<double>(latest_end);
    latest_end -= static_cast<std::int64_t>(policy_.wait_share * rest);
  }
  const auto latest_start = static_cast<Tick>(std::clamp<std::int64_t>(latest_end - work, -kNoHurry, kNoHurry));
  const float weight = job == kNone ? log_no_weight_ : log_weight_[job];
  double worth = (1.0 - policy_.due_share) * (static_cast<double>(weight) - std::log(static_cast<double>(work)));
  if (policy_.noise > 0) worth += policy_.noise * (unit(policy_.seed, op) - 0.5);
  const AtcScale& scale = scales_[sets_.ticket(op).queue];
  return {.early_key = static_cast<float>(worth - latest_start * scale.per_second),
          .late_key = static_cast<float>(worth - latest_start * scale.late_per_second),
          .latest_start = latest_start,
          .operation = op};
}

double AtcRule::adjusted(Index op, double value, const Choice& choice) const {
  const Tick work = problem_.modes[choice.mode].work;
  if (work > sets_.ticket(op).least_work) value -= std::log(static_cast<double>(work) / sets_.ticket(op).least_work);
  if (choice.times.setup > 0 && policy_.setup_look_ahead > 0) {
    const double mean = mean_setup_[problem_.lanes[choice.lane].setup_matrix];
    value -= choice.times.setup / (policy_.setup_look_ahead * mean);
  }
  return value;
}

}  // namespace kilter::schedule
