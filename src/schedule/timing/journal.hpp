// Old values of everything that a trial move overwrites, so that it can be taken back exactly.
//
//   journal.set(state.end[op], tick);   ...   journal.undo();      // or journal.forget() to keep
#pragma once

#include <type_traits>
#include <vector>

#include "schedule/problem.hpp"

namespace kilter::schedule {

class Journal {
 public:
  // `place` must stay where it is until undo or forget.
  template <class T>
  void set(T& place, T value) {
    log<T>().push_back({&place, place});
    place = value;
  }
  // Puts every old value back, youngest first.
  void undo() {
    undo_log(ticks_);
    undo_log(indices_);
    undo_log(costs_);
  }
  void forget() {
    ticks_.clear();
    indices_.clear();
    costs_.clear();
  }

 private:
  template <class T>
  struct Entry {
    T* place;
    T old;
  };
  template <class T>
  std::vector<Entry<T>>& log() {
    static_assert(std::is_same_v<T, Tick> || std::is_same_v<T, Index> || std::is_same_v<T, Cost>);
    if constexpr (std::is_same_v<T, Tick>) {
      return ticks_;
    } else if constexpr (std::is_same_v<T, Index>) {
      return indices_;
    } else {
      return costs_;
    }
  }
  template <class T>
  static void undo_log(std::vector<Entry<T>>& entries) {
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) *entry->place = entry->old;
    entries.clear();
  }

  std::vector<Entry<Tick>> ticks_;
  std::vector<Entry<Index>> indices_;
  std::vector<Entry<Cost>> costs_;
};

}  // namespace kilter::schedule
