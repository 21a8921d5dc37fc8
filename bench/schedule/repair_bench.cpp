// Random disruptions of a published schedule: how long every way to repair takes together, how much it changes and what
// that costs. Prints a table of its own; the first argument is the number of disruptions, the second the seed.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

#include "schedule/repair/repair.hpp"
#include "schedule/search.hpp"
#include "schedule/testing/random_disruption.hpp"
#include "schedule/workload.hpp"

namespace {

namespace schedule = kilter::schedule;
using kilter::bench::make_workload;
using kilter::bench::Workload;

constexpr schedule::Tick kHour = 3'600;

// 2,000 operations on 40 units with 30 people.
Workload shop() {
  Workload workload;
  workload.operations = 2'000;
  workload.centres = 10;
  workload.lanes_per_centre = 4;
  workload.attended = 1;
  workload.load = 0.8;
  return workload;
}

schedule::Scale scale() {
  return {.absence = 16 * kHour, .lateness = 24 * kHour, .work = 4 * kHour, .frozen = 4 * kHour, .endless = 0.02};
}

class Samples {
 public:
  void add(double value) { values_.push_back(value); }
  [[nodiscard]] double mean() const {
    double sum = 0;
    for (const double value : values_) sum += value;
    return values_.empty() ? 0 : sum / static_cast<double>(values_.size());
  }
  [[nodiscard]] std::size_t count() const { return values_.size(); }
  double quantile(double share) {
    if (values_.empty()) return 0;
    std::sort(values_.begin(), values_.end());
    return values_[static_cast<std::size_t>(share * static_cast<double>(values_.size() - 1))];
  }

 private:
  std::vector<double> values_;
};

struct Way {
  Samples moved, relaned, reassigned, lateness;
  std::int64_t unplaced = 0;
  std::int64_t violations = 0;
  std::int64_t chosen = 0;
};

double now() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

class Table {
 public:
  void add(const std::string& kind, double seconds) {
    times_[kind].add(seconds);
    times_["all"].add(seconds);
  }
  void add(const schedule::Problem& problem, const schedule::Repair& repair) {
    Way& way = ways_[repair.name];
    way.moved.add(static_cast<double>(repair.change.moved.size()));
    way.relaned.add(static_cast<double>(repair.change.relaned.size()));
    way.reassigned.add(static_cast<double>(repair.change.reassigned.size()));
    way.lateness.add(static_cast<double>(repair.schedule.score.tardiness));
    way.unplaced += repair.schedule.score.unplaced;
    const std::vector<std::string> found = schedule::violations(problem, repair.schedule);
    if (!found.empty()) std::fprintf(stderr, "%s: %s\n", repair.name.c_str(), found.front().c_str());
    way.violations += static_cast<std::int64_t>(found.size());
  }
  void choose(const schedule::Repair& repair) { ++ways_[repair.name].chosen; }

  void print() {
    std::printf("%-16s %8s %8s %8s %8s\n", "disruption", "count", "p50 s", "p95 s", "max s");
    for (auto& [kind, times] : times_) {
      std::printf("%-16s %8zu %8.3f %8.3f %8.3f\n", kind.c_str(), times.count(), times.quantile(0.5),
                  times.quantile(0.95), times.quantile(1.0));
    }
    std::printf("\n%-16s %9s %9s %9s %9s %9s %9s %13s %8s %8s %10s\n", "repair", "moved", "p50", "p95", "machine",
                "people", "offered", "tardiness", "p50", "unplaced", "violations");
    for (auto& [name, way] : ways_) {
      std::printf("%-16s %9.1f %9.0f %9.0f %9.1f %9.1f %9lld %13.0f %13.0f %8lld %10lld\n", name.c_str(),
                  way.moved.mean(), way.moved.quantile(0.5), way.moved.quantile(0.95), way.relaned.mean(),
                  way.reassigned.mean(), static_cast<long long>(way.chosen), way.lateness.mean(),
                  way.lateness.quantile(0.5), static_cast<long long>(way.unplaced),
                  static_cast<long long>(way.violations));
    }
  }

 private:
  std::map<std::string, Samples> times_;
  std::map<std::string, Way> ways_;
};

}  // namespace

int main(int argc, char** argv) {
  const int count = argc > 1 ? std::atoi(argv[1]) : 1'000;
  const std::uint64_t first = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1;
  const schedule::Problem problem = make_workload(first, shop());
  const schedule::Solution plan = schedule::improve(problem, schedule::construct(problem), {.steps = 400'000});
  Table table;
  for (int i = 0; i < count; ++i) {
    const auto trouble = static_cast<schedule::Trouble>(i % schedule::kTroubles);
    const std::uint64_t seed = first * 1'000'003 + static_cast<std::uint64_t>(i);
    const schedule::Disruption facts = schedule::random_trouble(seed, trouble, problem, plan, scale());
    const double begin = now();
    const schedule::Disrupted changed = schedule::disrupt(problem, plan, facts);
    const auto tried = schedule::try_repairs(changed.problem, changed.published, {});
    table.add(schedule::name_of(trouble), now() - begin);
    for (const schedule::Repair& way : tried) table.add(changed.problem, way);
    for (const schedule::Repair& way : schedule::non_dominated(tried)) table.choose(way);
  }
  std::printf("published: tardiness %lld, unplaced %lld\n\n", static_cast<long long>(plan.score.tardiness),
              static_cast<long long>(plan.score.unplaced));
  table.print();
}
