// Every serial schedule: activities in every topological order, in every mode, with every crew, each as early as it can
// with exactly that crew. Among these active schedules is an optimal one (Sprecher, Kolisch, Drexl 1995).
#include <algorithm>

#include "schedule/project/testing/random_project.hpp"

namespace kilter::schedule {
namespace {

class BruteForce {
 public:
  explicit BruteForce(const ProjectProblem& problem)
      : problem_(problem), placed_(problem.activity_count), slack_(problem.budget) {}

  Tick run() {
    extend(0, 0);
    return best_;
  }

 private:
  struct Place {
    bool done = false;
    Index mode = 0;
    Tick start = 0;
    Tick end = 0;
    std::vector<Index> crew;
  };

  void extend(Index done, Tick makespan) {
    if (makespan >= best_) return;
    if (done == problem_.activity_count) {
      best_ = makespan;
      return;
    }
    for (Index activity = 0; activity < problem_.activity_count; ++activity) {
      if (placed_[activity].done || !is_eligible(activity)) continue;
      for (Index mode = problem_.mode_begin[activity]; mode < problem_.mode_begin[activity + 1]; ++mode)
        try_mode(activity, mode, done, makespan);
    }
  }

  [[nodiscard]] bool is_eligible(Index activity) const {
    const auto before = problem_.predecessors_of(activity);
    return std::all_of(before.begin(), before.end(), [&](Index other) { return placed_[other].done; });
  }

  void try_mode(Index activity, Index mode, Index done, Tick makespan) {
    spend(mode, 1);
    if (std::all_of(slack_.begin(), slack_.end(), [](std::int64_t left) { return left >= 0; })) {
      std::vector<SkillDemand> seats;
      for (const SkillDemand& demand : problem_.skill_demands_of(mode))
        seats.insert(seats.end(), demand.workers, demand);
      Place place{.done = true, .mode = mode};
      try_crews(activity, seats, place, done, makespan);
    }
    spend(mode, -1);
  }

  void spend(Index mode, std::int64_t times) {
    for (std::size_t i = 0; i < slack_.size(); ++i) slack_[i] -= times * problem_.budget_demand_of(mode)[i];
  }

  void try_crews(Index activity, const std::vector<SkillDemand>& seats, Place& place, Index done, Tick makespan) {
    if (place.crew.size() < seats.size()) {
      const SkillDemand& seat = seats[place.crew.size()];
      for (Index worker = 0; worker < problem_.worker_count; ++worker) {
        const bool taken = std::find(place.crew.begin(), place.crew.end(), worker) != place.crew.end();
        if (taken || problem_.level_of(worker, seat.skill) < seat.level) continue;
        place.crew.push_back(worker);
        try_crews(activity, seats, place, done, makespan);
        place.crew.pop_back();
      }
      return;
    }
    if (!start_earliest(activity, place)) return;
    placed_[activity] = place;
    extend(done + 1, std::max(makespan, place.end));
    placed_[activity].done = false;
  }

  // Only at the ends of others can room come.
  bool start_earliest(Index activity, Place& place) const {
    Tick ready = 0;
    for (const Index before : problem_.predecessors_of(activity)) ready = std::max(ready, placed_[before].end);
    std::vector<Tick> times{ready};
    for (const Place& other : placed_) {
      if (other.done && other.end > ready) times.push_back(other.end);
    }
    std::sort(times.begin(), times.end());
    for (const Tick time : times) {
      place.start = time;
      place.end = time + problem_.duration[place.mode];
      if (fits(place)) return true;
    }
    return false;
  }

  // Loads rise only at starts.
  [[nodiscard]] bool fits(const Place& place) const {
    if (place.end > place.start && !fits_at(place, place.start)) return false;
    for (const Place& other : placed_) {
      const bool inside = other.done && other.start >= place.start && other.start < place.end;
      if (inside && !fits_at(place, other.start)) return false;
    }
    return std::none_of(placed_.begin(), placed_.end(), [&](const Place& other) {
      return other.done && std::max(other.start, place.start) < std::min(other.end, place.end) &&
             shares_worker(other, place);
    });
  }

  [[nodiscard]] bool fits_at(const Place& place, Tick time) const {
    for (std::size_t resource = 0; resource < problem_.capacity.size(); ++resource) {
      std::int64_t load = problem_.demand_of(place.mode)[resource];
      for (const Place& other : placed_) {
        if (runs_at(other, time)) load += problem_.demand_of(other.mode)[resource];
      }
      if (load > problem_.capacity[resource]) return false;
    }
    return true;
  }

  static bool runs_at(const Place& place, Tick time) { return place.done && place.start <= time && time < place.end; }

  static bool shares_worker(const Place& a, const Place& b) {
    return std::any_of(a.crew.begin(), a.crew.end(),
                       [&](Index worker) { return std::find(b.crew.begin(), b.crew.end(), worker) != b.crew.end(); });
  }

  const ProjectProblem& problem_;
  std::vector<Place> placed_;
  std::vector<std::int64_t> slack_;
  Tick best_ = kNever;
};

}  // namespace

Tick brute_force_makespan(const ProjectProblem& problem) { return BruteForce(problem).run(); }

}  // namespace kilter::schedule
