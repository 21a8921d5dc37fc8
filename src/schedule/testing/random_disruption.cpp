#include "schedule/testing/random_disruption.hpp"

#include <algorithm>
#include <array>

#include "base/random.hpp"

namespace kilter::schedule {
namespace {

class Generator {
 public:
  Generator(std::uint64_t seed, const Problem& problem, const Solution& published, const Scale& scale)
      : random_(seed), problem_(problem), plan_(published), scale_(scale) {
    for (Index op = 0; op < problem.operation_count; ++op) {
      if (plan_.start[op] == kNever) continue;
      first_ = std::min(first_, plan_.start[op]);
      last_ = std::max(last_, plan_.end[op]);
    }
    if (last_ < first_) first_ = last_ = 0;
    facts_.now = first_ + static_cast<Tick>(random_.unit() * 0.7 * (last_ - first_));
    facts_.now = std::max(facts_.now, problem.origin);
    if (random_.chance(0.4)) facts_.frozen_until = facts_.now + between(0, scale.frozen);
  }

  void add(Trouble trouble) {
    switch (trouble) {
      case Trouble::unit_down:
        return add_absence(true);
      case Trouble::person_away:
        return add_absence(false);
      case Trouble::late_release:
        return facts_.releases.push_back(
            {.operation = open_operation(), .release = soon() + between(1, scale_.lateness)});
      case Trouble::other_work:
        return facts_.works.push_back({.operation = open_operation(), .by = between(-scale_.work / 3, scale_.work)});
      case Trouble::moved_due:
        return move_due();
      case Trouble::new_job:
        return add_job();
      case Trouble::cancelled:
        return cancel();
    }
  }

  void add_any() { add(static_cast<Trouble>(random_.below(kTroubles))); }
  bool chance(double probability) { return random_.chance(probability); }
  [[nodiscard]] const Disruption& facts() const { return facts_; }

 private:
  Tick between(Tick low, Tick high) { return static_cast<Tick>(random_.between(low, high)); }
  Index pick(std::size_t size) { return random_.below(static_cast<std::uint32_t>(size)); }
  Tick soon() { return facts_.now + between(0, scale_.lateness / 2); }

  // Preferably one that has not ended and begins before long.
  Index open_operation() {
    Index op = pick(problem_.operation_count);
    for (int i = 0; i < 200; ++i, op = pick(problem_.operation_count)) {
      const bool is_planned = plan_.start[op] != kNever && plan_.end[op] > facts_.now;
      if (is_planned && plan_.start[op] < facts_.now + 4 * scale_.lateness) break;
    }
    return op;
  }

  void add_absence(bool machine) {
    Index lane = kNone;
    for (int i = 0; i < 20 && lane == kNone; ++i) {
      const Index op = open_operation();
      const Index begin = problem_.slot_begin[op];
      const Index count = problem_.slot_begin[op + 1] - begin;
      if (machine) lane = plan_.lane[op];
      if (!machine && count > 0) lane = plan_.slot_lane[begin + pick(count)];
    }
    if (lane == kNone) return add(Trouble::late_release);
    const Tick from = soon() - (random_.chance(0.2) ? between(0, scale_.lateness / 4) : 0);
    const Tick until = random_.chance(scale_.endless) ? kNever : from + between(1, scale_.absence);
    facts_.absences.push_back({.lane = lane, .from = from, .until = until});
  }

  void move_due() {
    if (problem_.jobs.empty()) return add(Trouble::late_release);
    const Index job = pick(problem_.jobs.size());
    const Tick due = problem_.jobs[job].due;
    if (due == kNever) return add(Trouble::late_release);
    facts_.dues.push_back({.job = job, .due = due + between(-scale_.lateness, scale_.lateness)});
  }

  // A job like those there: operations take modes and slots of others.
  void add_job() {
    NewJob added;
    Index next = problem_.operation_count;
    for (const NewJob& before : facts_.new_jobs) next += static_cast<Index>(before.operations.size());
    const std::int64_t count = random_.between(1, 4);
    Tick work = 0;
    for (std::int64_t i = 0; i < count; ++i) {
      const Index like = pick(problem_.operation_count);
      NewOperation operation{.release = facts_.now, .family = problem_.family[like]};
      operation.own_setup = problem_.own_setup[like];
      if (problem_.has_batches()) {
        operation.batch_size = problem_.batch_size[like];
        operation.batch_family = problem_.batch_family[like];
      }
      operation.pausable = problem_.pausable[like] != 0;
      const auto modes = problem_.modes_of(like);
      const auto slots = problem_.slots_of(like);
      operation.modes.assign(modes.begin(), modes.end());
      operation.slots.assign(slots.begin(), slots.end());
      if (i > 0) operation.predecessors.push_back({.operation = next + static_cast<Index>(i) - 1});
      if (!modes.empty()) work += modes.front().work;
      added.operations.push_back(std::move(operation));
    }
    added.job = {.due = facts_.now + 2 * work, .late_per_second = random_.between(1, 20)};
    facts_.new_jobs.push_back(std::move(added));
  }

  void cancel() {
    if (problem_.jobs.empty()) return add(Trouble::late_release);
    facts_.cancelled_jobs.push_back(pick(problem_.jobs.size()));
  }

  base::Random random_;
  const Problem& problem_;
  const Solution& plan_;
  const Scale& scale_;
  Tick first_ = kNever;
  Tick last_ = kLongAgo;
  Disruption facts_;
};

}  // namespace

const char* name_of(Trouble trouble) {
  constexpr std::array kNames = {"unit down",      "person away", "late release", "other work",
                                 "due date moved", "new job",     "job cancelled"};
  return kNames[static_cast<std::size_t>(trouble)];
}

Disruption random_disruption(std::uint64_t seed, const Problem& problem, const Solution& published,
                             const Scale& scale) {
  Generator generator(seed, problem, published, scale);
  generator.add_any();
  while (generator.chance(0.4)) generator.add_any();
  return generator.facts();
}

Disruption random_trouble(std::uint64_t seed, Trouble trouble, const Problem& problem, const Solution& published,
                          const Scale& scale) {
  Generator generator(seed, problem, published, scale);
  generator.add(trouble);
  return generator.facts();
}

}  // namespace kilter::schedule
