#include "schedule/flow/makespan_insertion.hpp"

#include <algorithm>

namespace kilter::schedule {

MakespanInsertion::MakespanInsertion(const PermutationShop& shop)
    : shop_(shop),
      head_(std::size_t{shop.machine_count} * (shop.job_count + 1), 0),
      tail_(head_.size(), 0),
      through_(shop.job_count + 1),
      makespan_(shop.job_count + 1) {
  if (shop.setup.empty()) return;
  setup_to_.resize(std::size_t{shop.machine_count} * shop.job_count * shop.job_count);
  for (Index machine = 0; machine < shop.machine_count; ++machine) {
    for (Index job = 0; job < shop.job_count; ++job) {
      Tick* row = setup_to_.data() + (std::size_t{machine} * shop.job_count + job) * shop.job_count;
      for (Index before = 0; before < shop.job_count; ++before) row[before] = shop.setup_of(machine, before, job);
    }
  }
}

Place MakespanInsertion::best(std::span<const Index> sequence, Index job) {
  renew(sequence);
  const std::size_t places = sequence.size() + 1;
  std::fill_n(through_.begin(), places, 0);
  std::fill_n(makespan_.begin(), places, 0);
  for (Index machine = 0; machine < shop_.machine_count; ++machine) add_machine(sequence, job, machine);
  work_ += places * shop_.machine_count;
  const auto least = std::min_element(makespan_.begin(), makespan_.begin() + static_cast<std::ptrdiff_t>(places));
  return {.at = static_cast<std::size_t>(least - makespan_.begin()), .value = *least};
}

// The inserted job on one more machine, for all places side by side.
void MakespanInsertion::add_machine(std::span<const Index> sequence, Index job, Index machine) {
  const std::size_t places = sequence.size() + 1;
  const std::size_t row = std::size_t{machine} * (shop_.job_count + 1);
  const Tick* head = head_.data() + row;
  const Tick* tail = tail_.data() + row + shop_.job_count - sequence.size();
  const Tick duration = shop_.duration_of(job, machine);
  Tick* through = through_.data();
  Tick* makespan = makespan_.data();
  if (shop_.setup.empty()) {
    for (std::size_t at = 0; at < places; ++at) {
      through[at] = std::max(through[at], head[at]) + duration;
      makespan[at] = std::max(makespan[at], through[at] + tail[at]);
    }
    return;
  }
  const Tick* to = setups_to(machine, job);
  const Tick* from = shop_.setup[machine].data() + std::size_t{job} * shop_.job_count;
  for (std::size_t at = 0; at < places; ++at) {
    const Tick before = at == 0 ? 0 : head[at] + to[sequence[at - 1]];
    const Tick behind = at + 1 == places ? 0 : from[sequence[at]] + tail[at];
    through[at] = std::max(through[at], before) + duration;
    makespan[at] = std::max(makespan[at], through[at] + behind);
  }
}

void MakespanInsertion::renew(std::span<const Index> sequence) {
  const std::size_t common = std::min(sequence.size(), last_.size());
  std::size_t front = 0;
  while (front < common && sequence[front] == last_[front]) ++front;
  std::size_t back = 0;
  while (back < common && sequence[sequence.size() - 1 - back] == last_[last_.size() - 1 - back]) ++back;
  renew_heads(sequence, front);
  renew_tails(sequence, sequence.size() - back);
  work_ += 2 * (sequence.size() * 2 - front - back) * shop_.machine_count;
  last_.assign(sequence.begin(), sequence.end());
}

void MakespanInsertion::renew_heads(std::span<const Index> sequence, std::size_t from) {
  const std::size_t stride = std::size_t{shop_.job_count} + 1;
  for (std::size_t place = from; place < sequence.size(); ++place) {
    const Tick* duration = shop_.duration.data() + std::size_t{sequence[place]} * shop_.machine_count;
    Tick* head = head_.data() + place + 1;
    Tick arrives = 0;
    for (Index machine = 0; machine < shop_.machine_count; ++machine, head += stride) {
      Tick free = head[-1];
      if (place > 0) free += shop_.setup_of(machine, sequence[place - 1], sequence[place]);
      arrives = std::max(arrives, free) + duration[machine];
      *head = arrives;
    }
  }
}

void MakespanInsertion::renew_tails(std::span<const Index> sequence, std::size_t until) {
  const std::size_t stride = std::size_t{shop_.job_count} + 1;
  for (std::size_t place = until; place-- > 0;) {
    const Tick* duration = shop_.duration.data() + std::size_t{sequence[place]} * shop_.machine_count;
    Tick* tail = tail_.data() + (shop_.machine_count - 1) * stride + shop_.job_count - sequence.size() + place;
    Tick leaves = 0;
    for (Index machine = shop_.machine_count; machine-- > 0; tail -= stride) {
      Tick next = tail[1];
      if (place + 1 < sequence.size()) next += shop_.setup_of(machine, sequence[place], sequence[place + 1]);
      leaves = std::max(leaves, next) + duration[machine];
      *tail = leaves;
    }
  }
}

}  // namespace kilter::schedule
