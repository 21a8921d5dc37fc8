// A ProjectProblem as search sees it: activities numbered in a topological order, times divided by their greatest
// common divisor, modes that can never be in a best schedule left out, demands packed into words .
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "schedule/project/project.hpp"

namespace kilter::schedule {

using Word = std::uint64_t;

// Lists per activity in one array.
struct Links {
  std::vector<Index> begin;  // size count + 1
  std::vector<Index> items;
  [[nodiscard]] std::span<const Index> of(Index i) const {
    return {items.data() + begin[i], items.data() + begin[i + 1]};
  }
};

// Workers of one demand of a mode. `able` has as many words as ProjectNetwork::worker_words.
struct Seats {
  Index able = 0;  // offset into ProjectNetwork::masks
  Index workers = 0;
};

// Crews: by Hall's theorem a crew exists when every set of demands has enough free workers in the union of its able
// ones. The sets are listed; above four demands only the single ones and all together, and matching decides.
struct ProjectNetwork {
  Index count = 0;
  Tick horizon = 0;  // no left-shifted schedule ends later: the sum of the longest durations
  Tick unit = 1;
  std::vector<Index> original;  // activity -> the problem's
  Links before;
  Links after;
  std::vector<Index> mode_begin;
  std::vector<Tick> duration;        // per mode
  std::vector<Index> original_mode;  // mode -> the problem's
  // Cells of a profile: `lane_words` words of packed capacities, then `worker_words` words of free workers.
  unsigned lane_words = 0;
  unsigned worker_words = 0;
  std::vector<Word> empty_cell;    // everything free, guards set
  std::vector<Word> guard;         // per lane word: the guard bits
  std::vector<Word> lane_demand;   // row per mode
  std::vector<double> load;        // per mode: duration * the sum of its demands' shares of capacity
  std::vector<Index> seats_begin;  // mode -> demands
  std::vector<Seats> seats;
  std::vector<Index> halls_begin;  // mode -> sets of demands
  std::vector<Seats> halls;
  std::vector<Word> masks;
  std::vector<Index> original_worker;       // bit number -> the problem's; workers whose skills are scarce come last
  std::vector<std::int64_t> budget;         // those that can bind
  std::vector<std::int64_t> budget_demand;  // row per mode

  [[nodiscard]] unsigned cell_words() const { return lane_words + worker_words; }
  [[nodiscard]] Index modes_of(Index activity) const { return mode_begin[activity + 1] - mode_begin[activity]; }
  [[nodiscard]] bool has_one_mode_each() const { return mode_begin[count] == count; }
  [[nodiscard]] const Word* demand_of(Index mode) const {
    return lane_demand.data() + static_cast<std::size_t>(mode) * lane_words;
  }
  [[nodiscard]] std::span<const Seats> seats_of(Index mode) const {
    return {seats.data() + seats_begin[mode], seats.data() + seats_begin[mode + 1]};
  }
  [[nodiscard]] std::span<const Seats> halls_of(Index mode) const {
    return {halls.data() + halls_begin[mode], halls.data() + halls_begin[mode + 1]};
  }
  [[nodiscard]] std::span<const std::int64_t> budget_demand_of(Index mode) const {
    return {budget_demand.data() + static_cast<std::size_t>(mode) * budget.size(), budget.size()};
  }
};

// Nothing when some activity has no mode that could be executed. O(modes^2 per activity + arcs + hall sets).
std::optional<ProjectNetwork> compile(const ProjectProblem& problem);

}  // namespace kilter::schedule
