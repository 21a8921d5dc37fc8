// The two ways to hold what is free over time: one cell per unit of time, or one per segment between breakpoints. A
// cell is a row of words: packed lanes, then free workers.
//
//   grid         |0|1|2|3|4|5|6|7|8|9|        cell = time; for horizons where activities take few units
//   breakpoints  |0    |3  |5          |...   a cell per stretch of equal load; for long durations
#pragma once

#include <algorithm>
#include <vector>

#include "schedule/project/network.hpp"

namespace kilter::schedule {

// kWords: words per cell when known at compile time; 0: any number.
template <unsigned kWords>
class GridTimeline {
 public:
  explicit GridTimeline(const ProjectNetwork& network) : empty_(network.empty_cell), words_(network.cell_words()) {
    touched_ = network.horizon + 1;
    cells_.resize(static_cast<std::size_t>(touched_) * words());
    reset();
  }

  [[nodiscard]] unsigned words() const { return kWords > 0 ? kWords : words_; }
  [[nodiscard]] Word* row(std::ptrdiff_t cell) { return cells_.data() + cell * static_cast<std::ptrdiff_t>(words()); }
  // Everything free again. O(what was touched).
  void reset() {
    for (Tick at = 0; at < touched_; ++at) std::copy_n(empty_.data(), words(), row(at));
    touched_ = 0;
  }
  [[nodiscard]] std::ptrdiff_t cell_of(Tick at) const { return at; }
  [[nodiscard]] Tick end_of(std::ptrdiff_t cell) const { return static_cast<Tick>(cell) + 1; }
  // The cell that begins at `at`.
  std::ptrdiff_t split(Tick at) {
    touched_ = std::max(touched_, at);
    return at;
  }

 private:
  const std::vector<Word>& empty_;
  unsigned words_;
  std::vector<Word> cells_;
  Tick touched_ = 0;  // cells from here on are empty
};

class BreakpointTimeline {
 public:
  explicit BreakpointTimeline(const ProjectNetwork& network)
      : empty_(network.empty_cell), words_(network.cell_words()) {
    reset();
  }

  [[nodiscard]] unsigned words() const { return words_; }
  [[nodiscard]] Word* row(std::ptrdiff_t cell) { return cells_.data() + cell * static_cast<std::ptrdiff_t>(words_); }
  void reset() {
    begin_.assign(1, 0);
    cells_ = empty_;
  }
  // O(log cells).
  [[nodiscard]] std::ptrdiff_t cell_of(Tick at) const {
    return std::upper_bound(begin_.begin(), begin_.end(), at) - begin_.begin() - 1;
  }
  [[nodiscard]] Tick end_of(std::ptrdiff_t cell) const {
    const auto next = static_cast<std::size_t>(cell) + 1;
    return next < begin_.size() ? begin_[next] : kNever;
  }
  // O(cells).
  std::ptrdiff_t split(Tick at) {
    const std::ptrdiff_t cell = cell_of(at);
    if (begin_[static_cast<std::size_t>(cell)] == at) return cell;
    begin_.insert(begin_.begin() + cell + 1, at);
    const auto width = static_cast<std::ptrdiff_t>(words_);
    const auto next = static_cast<std::size_t>(width) * static_cast<std::size_t>(cell + 1);
    cells_.insert(cells_.begin() + static_cast<std::ptrdiff_t>(next), words_, 0);
    std::copy_n(cells_.data() + next - words_, words_, cells_.data() + next);
    return cell + 1;
  }

 private:
  const std::vector<Word>& empty_;
  unsigned words_;
  std::vector<Tick> begin_;
  std::vector<Word> cells_;
};

}  // namespace kilter::schedule
