// Where a mode fits into what is free. The window is tested from its end: a cell that does not fit moves the window
// behind it, and what was tested behind that cell stays tested.
//
//   |....[======x==]....|     x does not fit
//   |...........[==------]    the window moves behind x; == is known to fit
#pragma once

#include <algorithm>
#include <vector>

#include "schedule/project/decode/crews.hpp"
#include "schedule/project/network.hpp"

namespace kilter::schedule {

// kLaneWords: lane words when known at compile time; 0: any number.
template <class Timeline, unsigned kLaneWords>
class Profile {
 public:
  explicit Profile(const ProjectNetwork& network) : network_(network), timeline_(network), crews_(network) {
    need_.assign(network.cell_words(), 0);
    free_.assign(network.worker_words, 0);
    preferred_.assign(network.worker_words, 0);
  }

  void reset() { timeline_.reset(); }

  // The earliest start >= ready at which `mode` fits. O(cells passed).
  [[nodiscard]] Tick earliest(Tick ready, Index mode) {
    const Tick duration = network_.duration[mode];
    if (duration == 0) return ready;
    const Word* demand = network_.demand_of(mode);
    Tick start = ready;
    std::ptrdiff_t first = timeline_.cell_of(start);  // cells [first, last] are yet to be tested
    while (true) {
      const std::ptrdiff_t last = timeline_.cell_of(start + duration - 1);
      std::ptrdiff_t cell = last;
      while (cell >= first && fits(cell, demand)) --cell;
      if (cell < first) return start;
      start = timeline_.end_of(cell);
      first = last + 1;
    }
  }

  // The same with workers; `crews()` then holds who: the wanted first; with nobody wanted those who were busy until the
  // start.
  [[nodiscard]] Tick earliest_with_crew(Tick ready, Index mode, const Word* wanted) {
    Tick start = ready;
    while (true) {
      const std::ptrdiff_t first = timeline_.cell_of(start);
      const std::ptrdiff_t conflict = last_conflict(start, first, mode);
      if (conflict < first) {
        prefer(wanted, start);
        if (crews_.choose(free_.data(), preferred_.data(), mode)) return start;
      }
      start = timeline_.end_of(std::max(first, conflict));
    }
  }

  void take(Tick start, Index mode) { take_words(start, mode, network_.demand_of(mode), lane_words()); }

  // With the crew that earliest_with_crew found last.
  void take_with_crew(Tick start, Index mode) {
    std::copy_n(network_.demand_of(mode), network_.lane_words, need_.data());
    std::copy_n(crews_.crew(), network_.worker_words, need_.data() + network_.lane_words);
    take_words(start, mode, need_.data(), network_.cell_words());
  }

  [[nodiscard]] const Crews& crews() const { return crews_; }

 private:
  [[nodiscard]] unsigned lane_words() const { return kLaneWords > 0 ? kLaneWords : network_.lane_words; }

  void take_words(Tick start, Index mode, const Word* need, unsigned words) {
    if (network_.duration[mode] == 0) return;
    const std::ptrdiff_t begin = timeline_.split(start);
    const std::ptrdiff_t end = timeline_.split(start + network_.duration[mode]);
    for (std::ptrdiff_t cell = begin; cell < end; ++cell) {
      Word* row = timeline_.row(cell);
      for (unsigned word = 0; word < words; ++word) row[word] -= need[word];
    }
  }

  [[nodiscard]] bool fits(std::ptrdiff_t cell, const Word* demand) {
    const Word* free = timeline_.row(cell);
    for (unsigned word = 0; word < lane_words(); ++word) {
      if (((free[word] - demand[word]) & network_.guard[word]) != network_.guard[word]) return false;
    }
    return true;
  }

  // The last cell of the window that the mode cannot have; first - 1: it fits, `free_` holds who is free throughout.
  [[nodiscard]] std::ptrdiff_t last_conflict(Tick start, std::ptrdiff_t first, Index mode) {
    std::copy_n(network_.empty_cell.data() + network_.lane_words, network_.worker_words, free_.data());
    const Tick duration = network_.duration[mode];
    std::ptrdiff_t cell = duration == 0 ? first - 1 : timeline_.cell_of(start + duration - 1);
    for (; cell >= first; --cell) {
      if (!fits(cell, network_.demand_of(mode))) break;
      if (loses_workers(cell) && !crews_.may_hold(free_.data(), mode)) break;
    }
    return cell;
  }

  bool loses_workers(std::ptrdiff_t cell) {
    const Word* free = timeline_.row(cell) + network_.lane_words;
    Word lost = 0;
    for (unsigned word = 0; word < network_.worker_words; ++word) {
      lost |= free_[word] & ~free[word];
      free_[word] &= free[word];
    }
    return lost != 0;
  }

  void prefer(const Word* wanted, Tick start) {
    Word any = 0;
    for (unsigned word = 0; wanted != nullptr && word < network_.worker_words; ++word)
      any |= preferred_[word] = wanted[word];
    if (any != 0) return;
    const Word* before = start > 0 ? timeline_.row(timeline_.cell_of(start - 1)) : network_.empty_cell.data();
    for (unsigned word = 0; word < network_.worker_words; ++word)
      preferred_[word] = ~before[network_.lane_words + word];
  }

  const ProjectNetwork& network_;
  Timeline timeline_;
  Crews crews_;
  std::vector<Word> need_;
  std::vector<Word> free_;
  std::vector<Word> preferred_;
};

}  // namespace kilter::schedule
