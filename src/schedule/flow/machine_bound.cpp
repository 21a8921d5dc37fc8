#include "schedule/flow/machine_bound.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

#include "schedule/bounds/assignment.hpp"

namespace kilter::schedule {
namespace {

constexpr Index kMostAssigned = 200;

class MachineBound {
 public:
  explicit MachineBound(const PermutationShop& shop) : shop_(shop), head_(shop.job_count, 0), tail_(shop.job_count, 0) {
    for (Index job = 0; job < shop.job_count; ++job) {
      for (Index machine = 0; machine < shop.machine_count; ++machine) tail_[job] += shop.duration_of(job, machine);
    }
    whole_ = tail_;
  }

  std::int64_t makespan() {
    std::int64_t bound = *std::max_element(whole_.begin(), whole_.end());
    for (Index machine = 0; machine < shop_.machine_count; ++machine) {
      enter(machine);
      std::int64_t work = 0;
      for (Index job = 0; job < shop_.job_count; ++job) work += shop_.duration_of(job, machine);
      bound = std::max(bound, work + between(machine));
      leave(machine);
    }
    return bound;
  }

  std::int64_t tardiness() {
    std::vector<std::int64_t> ends(shop_.job_count, 0);  // k-th completion, at least
    for (Index machine = 0; machine < shop_.machine_count; ++machine) {
      enter(machine);
      std::vector<std::int64_t> work;
      for (Index job = 0; job < shop_.job_count; ++job) work.push_back(shop_.duration_of(job, machine));
      std::sort(work.begin(), work.end());
      std::int64_t end = least(head_) + least(tail_);
      for (Index place = 0; place < shop_.job_count; ++place) {
        end += work[place];
        ends[place] = std::max(ends[place], end);
      }
      leave(machine);
    }
    return shop_.job_count > kMostAssigned ? sorted_tardiness(ends) : assigned_tardiness(ends);
  }

 private:
  // Ways to and from a machine: tails lose it when it is entered, heads gain it when it is left.
  void enter(Index machine) {
    for (Index job = 0; job < shop_.job_count; ++job) tail_[job] -= shop_.duration_of(job, machine);
  }
  void leave(Index machine) {
    for (Index job = 0; job < shop_.job_count; ++job) head_[job] += shop_.duration_of(job, machine);
  }
  static std::int64_t least(const std::vector<std::int64_t>& values) {
    return *std::min_element(values.begin(), values.end());
  }

  // The least of: the first job's way to the machine, the setups, the last job's way on.
  [[nodiscard]] std::int64_t between(Index machine) const {
    if (shop_.setup.empty() || shop_.job_count == 1) return least(head_) + least(tail_);
    const std::size_t rows = std::size_t{shop_.job_count} + 1;  // the last row and column stand for begin and end
    std::vector<std::int64_t> cost(rows * rows, kForbidden);
    for (Index job = 0; job < shop_.job_count; ++job) {
      for (Index next = 0; next < shop_.job_count; ++next) {
        if (next != job) cost[job * rows + next] = shop_.setup_of(machine, job, next);
      }
      cost[job * rows + shop_.job_count] = tail_[job];
      cost[shop_.job_count * rows + job] = head_[job];
    }
    return shop_.job_count > kMostAssigned ? row_minima(cost, rows) : least_assignment(cost, rows);
  }

  static std::int64_t row_minima(const std::vector<std::int64_t>& cost, std::size_t rows) {
    std::int64_t sum = 0;
    for (auto row = cost.begin(); row != cost.end(); row += static_cast<std::ptrdiff_t>(rows)) {
      sum += *std::min_element(row, row + static_cast<std::ptrdiff_t>(rows));
    }
    return sum;
  }

  // The earliest completion to the earliest due date: the least that any pairing costs.
  [[nodiscard]] std::int64_t sorted_tardiness(const std::vector<std::int64_t>& ends) const {
    std::vector<Tick> due = shop_.due;
    std::sort(due.begin(), due.end());
    std::int64_t sum = 0;
    for (Index place = 0; place < shop_.job_count; ++place) sum += std::max<std::int64_t>(0, ends[place] - due[place]);
    return sum;
  }

  [[nodiscard]] std::int64_t assigned_tardiness(const std::vector<std::int64_t>& ends) const {
    std::vector<std::int64_t> cost;
    for (Index job = 0; job < shop_.job_count; ++job) {
      for (Index place = 0; place < shop_.job_count; ++place) {
        cost.push_back(std::max<std::int64_t>(0, std::max(ends[place], whole_[job]) - shop_.due[job]));
      }
    }
    return least_assignment(cost, shop_.job_count);
  }

  const PermutationShop& shop_;
  std::vector<std::int64_t> head_;   // job -> work on the machines before
  std::vector<std::int64_t> tail_;   // job -> work on the machines behind
  std::vector<std::int64_t> whole_;  // job -> all its work
};

}  // namespace

std::int64_t machine_bound(const PermutationShop& shop) {
  if (shop.job_count == 0 || shop.machine_count == 0) return 0;
  return shop.due.empty() ? MachineBound(shop).makespan() : MachineBound(shop).tardiness();
}

}  // namespace kilter::schedule
