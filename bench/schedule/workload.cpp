#include "schedule/workload.hpp"

#include <algorithm>

#include "base/random.hpp"

namespace kilter::bench {
namespace {

using schedule::Index;
using schedule::kNone;
using schedule::Tick;

constexpr Tick kHour = 3'600;
constexpr Tick kDay = 24 * kHour;
constexpr double kMeanWork = 2.0 * kHour;

class Generator {
 public:
  Generator(std::uint64_t seed, const Workload& workload) : random_(seed), workload_(workload) {}

  schedule::Problem make() {
    // Two shifts of eight hours on five days: 80 open hours a week for each lane.
    const double lanes = workload_.centres * workload_.lanes_per_centre;
    const double open_hours = workload_.operations * kMeanWork / kHour / (lanes * workload_.load);
    arrival_span_ = static_cast<Tick>(open_hours / 80 * 7 * kDay);
    add_calendars(3 * arrival_span_ + 60 * kDay);
    add_groups();
    add_people_and_tools();
    problem_.mode_begin.push_back(0);
    problem_.predecessor_begin.push_back(0);
    problem_.slot_begin.push_back(0);
    problem_.closing_begin.push_back(0);
    reserve();
    while (problem_.operation_count < workload_.operations) add_job();
    problem_.fixed_slot_lane.assign(problem_.slots.size(), kNone);
    problem_.fixed.assign(problem_.operation_count, schedule::Fixed::free);
    problem_.fixed_lane.assign(problem_.operation_count, kNone);
    problem_.own_setup.assign(problem_.operation_count, 0);
    problem_.pausable.assign(problem_.operation_count, 1);
    return std::move(problem_);
  }

 private:
  // Three patterns, an hour apart.
  void add_calendars(Tick until) {
    for (Tick late = 0; late < 3; ++late) {
      std::vector<time::Interval> open;
      for (Tick day = 0; day * kDay < until; ++day) {
        if (day % 7 < 5)
          open.push_back({.open = day * kDay + (5 + late) * kHour, .close = day * kDay + (21 + late) * kHour});
      }
      problem_.calendars.emplace_back(std::move(open));
    }
    problem_.calendars.push_back(time::WorkingCalendar::always(0, until));
    problem_.horizon = until;
  }

  void add_groups() {
    if (workload_.setups) {
      schedule::SetupMatrix matrix{
          .families = 10, .seconds = std::vector<Tick>(100, kHour / 3), .cost = std::vector<schedule::Cost>(100, 0)};
      for (std::size_t family = 0; family < 10; ++family) matrix.seconds[family * 11] = 0;
      problem_.setup_matrices.push_back(std::move(matrix));
    }
    for (Index centre = 0; centre < workload_.centres; ++centre) {
      problem_.groups.push_back(
          {.first_lane = static_cast<Index>(problem_.lanes.size()), .lane_count = workload_.lanes_per_centre});
      const schedule::Lane lane{.calendar = centre % 3, .setup_matrix = workload_.setups ? 0 : kNone};
      problem_.lanes.insert(problem_.lanes.end(), workload_.lanes_per_centre, lane);
    }
  }

  void reserve() {
    problem_.modes.reserve(workload_.operations + 10);
    problem_.predecessors.reserve(workload_.operations + 10);
    problem_.release.reserve(workload_.operations + 10);
    problem_.latest_end.reserve(workload_.operations + 10);
  }

  void add_job() {
    const auto count = static_cast<Index>(random_.between(5, 10));
    const Index first = problem_.operation_count;
    const auto job = static_cast<Index>(problem_.jobs.size());
    // Jobs are numbered as they arrive, as order books are.
    const double share = static_cast<double>(first) / workload_.operations;
    const auto release = static_cast<Tick>((share + 0.02 * random_.unit()) * arrival_span_);
    Tick total = 0;
    for (Index i = 0; i < count; ++i) {
      const auto work =
          static_cast<Tick>(random_.between(static_cast<Tick>(kMeanWork / 4), static_cast<Tick>(kMeanWork * 7 / 4)));
      total += work;
      const Index centre = random_.below(workload_.centres);
      problem_.modes.push_back({.group = centre, .work = work});
      if (workload_.alternatives > 0 && random_.chance(workload_.alternatives))
        problem_.modes.push_back({.group = (centre + 1) % workload_.centres, .work = work + work / 4});
      add_slots(centre, work);
      problem_.mode_begin.push_back(static_cast<Index>(problem_.modes.size()));
      if (i > 0) problem_.predecessors.push_back({.operation = first + i - 1});
      problem_.predecessor_begin.push_back(static_cast<Index>(problem_.predecessors.size()));
      problem_.release.push_back(release);
      problem_.family.push_back(random_.below(10));
      problem_.serves.push_back(job);
    }
    // Open time is about half of all time; between twice and six times the bare throughput time.
    const auto due = release + static_cast<Tick>(total * (4.0 + 8.0 * random_.unit()));
    Tick latest = due;
    problem_.latest_end.resize(first + count);
    for (Index i = count; i-- > 0;) {
      problem_.latest_end[first + i] = latest;
      latest = problem_.calendars[0].subtract(latest, problem_.modes[problem_.mode_begin[first + i]].work);
    }
    problem_.operation_count += count;
    problem_.jobs.push_back({.due = due, .late_per_second = random_.between(1, 10)});
    problem_.closing.push_back(problem_.operation_count - 1);
    problem_.closing_begin.push_back(static_cast<Index>(problem_.closing.size()));
  }

  void add_slots(Index centre, Tick work) {
    if (workload_.attended > 0 && random_.chance(workload_.attended))
      problem_.slots.push_back({.lanes = centre, .attended_run = work / 2});
    if (workload_.tooled > 0 && random_.chance(workload_.tooled))
      problem_.slots.push_back({.lanes = workload_.centres + random_.below(workload_.centres)});
    problem_.slot_begin.push_back(static_cast<Index>(problem_.slots.size()));
  }

  // A crew for each centre, three people for four machines, and as many tools, two copies of each.
  void add_people_and_tools() {
    if (workload_.attended <= 0 && workload_.tooled <= 0) return;
    const Index people = std::max<Index>(1, workload_.lanes_per_centre * 3 / 4);
    for (Index centre = 0; centre < workload_.centres; ++centre) add_lane_set(people, centre % 3);
    for (Index tool = 0; tool < workload_.centres; ++tool) add_lane_set(2, 3);
  }

  void add_lane_set(Index lanes, Index calendar) {
    std::vector<schedule::Candidate> set;
    for (Index i = 0; i < lanes; ++i) {
      set.push_back({.lane = static_cast<Index>(problem_.lanes.size()), .calendar = calendar});
      problem_.lanes.push_back({.calendar = calendar});
    }
    problem_.lane_sets.push_back(std::move(set));
  }

  base::Random random_;
  Workload workload_;
  schedule::Problem problem_;
  Tick arrival_span_ = 0;
};

}  // namespace

schedule::Problem make_workload(std::uint64_t seed, const Workload& workload) {
  return Generator(seed, workload).make();
}

}  // namespace kilter::bench
