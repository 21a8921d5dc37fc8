#include "schedule/flow/iterated_greedy.hpp"

#include <algorithm>
#include <cmath>

namespace kilter::schedule {
namespace {

constexpr std::size_t kRemoved = 4;
constexpr double kTemperature = 2;  // in tenths of the mean duration

double mean_duration(const PermutationShop& shop) {
  double sum = 0;
  for (const Tick duration : shop.duration) sum += duration;
  return shop.duration.empty() ? 0 : sum / static_cast<double>(shop.duration.size());
}

void shuffle(std::vector<Index>& jobs, base::Random& random) {
  for (std::size_t i = jobs.size(); i > 1; --i) {
    std::swap(jobs[i - 1], jobs[random.below(static_cast<std::uint32_t>(i))]);
  }
}

}  // namespace

IteratedGreedy::IteratedGreedy(const PermutationShop& shop, const Permutation& start)
    : shop_(shop), insertion_(insertion_for(shop)), best_(start) {
  temperature_ = kTemperature * mean_duration(shop) / 10;
  restart(start);
}

void IteratedGreedy::restart(const Permutation& permutation) {
  now_ = permutation;
  accepted_ = permutation;
  if (permutation.value < best_.value) best_ = permutation;
  removed_.clear();
  phase_ = Phase::destruct;
}

void IteratedGreedy::run(std::uint64_t work, base::Random& random) {
  const std::uint64_t until = insertion_->work() + work;
  while (insertion_->work() < until) step(random);
}

void IteratedGreedy::step(base::Random& random) {
  switch (phase_) {
    case Phase::destruct:
      destruct(random);
      begin_pass(random);
      phase_ = now_.jobs.size() > 1 ? Phase::improve_partial : Phase::construct;
      break;
    case Phase::improve_partial:
      move_next(random);
      if (failures_ >= now_.jobs.size()) phase_ = Phase::construct;
      break;
    case Phase::construct:
      insert_next();
      if (!removed_.empty()) break;
      begin_pass(random);
      phase_ = Phase::improve;
      break;
    case Phase::improve:
      move_next(random);
      if (failures_ >= now_.jobs.size()) phase_ = Phase::decide;
      break;
    case Phase::decide:
      decide(random);
      phase_ = Phase::destruct;
      break;
  }
}

void IteratedGreedy::destruct(base::Random& random) {
  const std::size_t count = std::min(kRemoved, now_.jobs.size() - 1);
  for (std::size_t i = 0; i < count; ++i) {
    const auto at = static_cast<std::ptrdiff_t>(random.below(static_cast<std::uint32_t>(now_.jobs.size())));
    removed_.push_back(now_.jobs[static_cast<std::size_t>(at)]);
    now_.jobs.erase(now_.jobs.begin() + at);
  }
  now_.value = std::numeric_limits<std::int64_t>::max();  // of the shorter sequence: not known, any move may keep it
}

void IteratedGreedy::begin_pass(base::Random& random) {
  pass_ = now_.jobs;
  shuffle(pass_, random);
  next_ = 0;
  failures_ = 0;
}

// Takes the next job of the pass out and puts it where it fits best, if that is better.
void IteratedGreedy::move_next(base::Random& random) {
  if (next_ == pass_.size()) {
    shuffle(pass_, random);
    next_ = 0;
  }
  const Index job = pass_[next_++];
  const auto from = std::find(now_.jobs.begin(), now_.jobs.end(), job) - now_.jobs.begin();
  now_.jobs.erase(now_.jobs.begin() + from);
  const Place place = insertion_->best(now_.jobs, job);
  const bool better = place.value < now_.value;
  const std::ptrdiff_t to = better ? static_cast<std::ptrdiff_t>(place.at) : from;
  now_.jobs.insert(now_.jobs.begin() + to, job);
  if (better) {
    now_.value = place.value;
    failures_ = 1;
  } else {
    ++failures_;
  }
}

void IteratedGreedy::insert_next() {
  if (removed_.empty()) return;
  const Index job = removed_.back();
  removed_.pop_back();
  const Place place = insertion_->best(now_.jobs, job);
  now_.jobs.insert(now_.jobs.begin() + static_cast<std::ptrdiff_t>(place.at), job);
  now_.value = place.value;
}

void IteratedGreedy::decide(base::Random& random) {
  if (now_.value < best_.value) best_ = now_;
  const auto worse = static_cast<double>(now_.value - accepted_.value);
  if (worse <= 0 || random.unit() < std::exp(-worse / temperature_)) {
    accepted_ = now_;
  } else {
    now_ = accepted_;
  }
}

}  // namespace kilter::schedule
