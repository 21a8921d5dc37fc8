#include "schedule/flow/tardiness_insertion.hpp"

#include <algorithm>
#include <tuple>

namespace kilter::schedule {

TardinessInsertion::TardinessInsertion(const PermutationShop& shop)
    : shop_(shop),
      front_((std::size_t{shop.job_count} + 1) * shop.machine_count, 0),
      late_(std::size_t{shop.job_count} + 1, 0),
      least_(std::size_t{shop.job_count} + 1, 0),
      lanes_(shop.machine_count) {}

Place TardinessInsertion::best(std::span<const Index> sequence, Index job) {
  renew(sequence);
  rate(sequence, job);
  Best best{.place = {.at = 0, .value = std::numeric_limits<std::int64_t>::max()}, .last = kNever};
  for (const Block& block : blocks_) {
    if (block.least > best.place.value) break;
    Batch batch;
    const std::size_t end = std::min(block.first + kLanes, sequence.size() + 1);
    for (std::size_t at = block.first; at < end; ++at) {
      if (least_[at] <= best.place.value) batch.at[batch.size++] = at;
    }
    run(sequence, job, batch, best);
  }
  return best.place;
}

// Completions and tardiness of the sequence itself, from the first place that changed.
void TardinessInsertion::renew(std::span<const Index> sequence) {
  const std::size_t common = std::min(sequence.size(), last_.size());
  std::size_t place = 0;
  while (place < common && sequence[place] == last_[place]) ++place;
  work_ += 2 * (sequence.size() - place) * shop_.machine_count;
  for (; place < sequence.size(); ++place) {
    const Index job = sequence[place];
    const Tick* before = front_.data() + place * shop_.machine_count;
    Tick* after = front_.data() + (place + 1) * shop_.machine_count;
    Tick arrives = 0;
    for (Index machine = 0; machine < shop_.machine_count; ++machine) {
      Tick free = before[machine];
      if (place > 0) free += shop_.setup_of(machine, sequence[place - 1], job);
      arrives = std::max(arrives, free) + shop_.duration_of(job, machine);
      after[machine] = arrives;
    }
    late_[place + 1] = late_[place] + std::max(0, arrives - shop_.due[job]);
  }
  last_.assign(sequence.begin(), sequence.end());
}

// Completion of `job` when it is inserted.
Tick TardinessInsertion::end_at(std::span<const Index> sequence, Index job, std::size_t at) const {
  const Tick* front = front_.data() + at * shop_.machine_count;
  Tick arrives = 0;
  for (Index machine = 0; machine < shop_.machine_count; ++machine) {
    const Tick setup = at == 0 ? 0 : shop_.setup_of(machine, sequence[at - 1], job);
    arrives = std::max(arrives, front[machine] + setup) + shop_.duration_of(job, machine);
  }
  return arrives;
}

// Bounds every place from below and puts blocks of places in order, the most promising first.
void TardinessInsertion::rate(std::span<const Index> sequence, Index job) {
  // Setups that break the triangle may bring the jobs behind forward; then only the jobs in front are sure.
  const bool delays = shop_.setup.empty();
  blocks_.clear();
  for (std::size_t at = 0; at <= sequence.size(); ++at) {
    const std::int64_t own = std::max(0, end_at(sequence, job, at) - shop_.due[job]);
    least_[at] = own + (delays ? late_[sequence.size()] : late_[at]);
    if (at % kLanes == 0) blocks_.push_back({.least = least_[at], .first = at});
    blocks_.back().least = std::min(blocks_.back().least, least_[at]);
  }
  work_ += 2 * (sequence.size() + 1) * shop_.machine_count;
  std::sort(blocks_.begin(), blocks_.end(),
            [](const Block& a, const Block& b) { return a.least != b.least ? a.least < b.least : a.first > b.first; });
}

// Takes the batch's places to the end of the sequence, or until none can win.
void TardinessInsertion::run(std::span<const Index> sequence, Index job, Batch& batch, Best& best) {
  std::fill(batch.at.begin() + static_cast<std::ptrdiff_t>(batch.size), batch.at.end(), batch.at.front());
  const std::size_t end = sequence.size() + 1;
  std::size_t place = batch.at.front();
  // Every lane has the job, and then the same job, behind it.
  const std::size_t together = std::min(batch.at[batch.size - 1] + 2, end);
  for (Index machine = 0; machine < shop_.machine_count; ++machine) {
    lanes_[machine].fill(front_[place * shop_.machine_count + machine]);
  }
  before_.fill(place == 0 ? kNone : sequence[place - 1]);
  batch.late.fill(late_[place]);
  for (; place < end; ++place) {
    if (place < together) {
      step_apart(sequence, job, batch, place);
    } else {
      step_together(sequence[place - 2], sequence[place - 1]);
    }
    add_late(batch);
    if (!can_win(batch, std::min(place + 1, sequence.size()), best)) return;
  }
  for (std::size_t lane = 0; lane < batch.size; ++lane) {
    keep_if_better({.place = {.at = batch.at[lane], .value = batch.late[lane]}, .last = lanes_.back()[lane]}, best);
  }
}

void TardinessInsertion::keep_if_better(const Best& found, Best& best) {
  const auto key = [](const Best& b) { return std::tuple(b.place.value, b.last, b.place.at); };
  if (key(found) < key(best)) best = found;
}

// Every lane takes what stands at `place` of its own sequence.
void TardinessInsertion::step_apart(std::span<const Index> sequence, Index job, const Batch& batch, std::size_t place) {
  work_ += std::uint64_t{shop_.machine_count} * 4;
  const std::array<Index, kLanes> before = before_;
  std::array<const Tick*, kLanes> duration{};
  for (std::size_t lane = 0; lane < kLanes; ++lane) {
    const std::size_t at = batch.at[lane];
    before_[lane] = place < at ? sequence[place] : place == at ? job : sequence[place - 1];
    duration[lane] = shop_.duration.data() + std::size_t{before_[lane]} * shop_.machine_count;
  }
  const bool has_setups = place > 0 && !shop_.setup.empty();
  Lanes arrives{};
  for (Index machine = 0; machine < shop_.machine_count; ++machine) {
    Lanes& ends = lanes_[machine];
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      const Tick setup = has_setups ? shop_.setup_of(machine, before[lane], before_[lane]) : 0;
      arrives[lane] = std::max(arrives[lane], ends[lane] + setup) + duration[lane][machine];
    }
    ends = arrives;
  }
}

// All lanes take the same job behind the same job.
void TardinessInsertion::step_together(Index before, Index job) {
  work_ += std::uint64_t{shop_.machine_count} * 2;
  const Tick* duration = shop_.duration.data() + std::size_t{job} * shop_.machine_count;
  Lanes arrives{};
  for (Index machine = 0; machine < shop_.machine_count; ++machine) {
    const Tick setup = shop_.setup_of(machine, before, job);
    Lanes& ends = lanes_[machine];
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      arrives[lane] = std::max(arrives[lane], ends[lane] + setup) + duration[machine];
      ends[lane] = arrives[lane];
    }
  }
  before_.fill(job);
}

void TardinessInsertion::add_late(Batch& batch) const {
  const Lanes& ends = lanes_.back();
  for (std::size_t lane = 0; lane < kLanes; ++lane) {
    batch.late[lane] += std::max(0, ends[lane] - shop_.due[before_[lane]]);
  }
}

// At most the first `gone` jobs of the sequence are behind the lanes; the rest is late at least as without the job.
bool TardinessInsertion::can_win(const Batch& batch, std::size_t gone, const Best& best) const {
  const std::int64_t rest = shop_.setup.empty() ? late_[last_.size()] - late_[gone] : 0;
  return *std::min_element(batch.late.begin(), batch.late.end()) + rest <= best.place.value;
}

}  // namespace kilter::schedule
