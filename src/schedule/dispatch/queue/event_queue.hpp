// What happens next in the dispatch simulation: a 4-ary heap of 64-bit codes (time, kind, index), merged with the
// operations that are ready from the start, which are sorted once.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "schedule/problem.hpp"

namespace kilter::schedule {

// At one instant: operations become ready, then lanes look for work, then pinned operations begin.
enum class EventKind : std::uint8_t { ready, look, pinned };

struct Event {
  Tick at = 0;
  EventKind kind = EventKind::ready;
  Index index = 0;  // operation or lane; < 2^30
};

class EventQueue {
 public:
  // Events known from the beginning; to be called once, before pop.
  void start_with(const std::vector<Event>& events) {
    sorted_.reserve(events.size());
    for (const Event& event : events) sorted_.push_back(encode(event));
    std::sort(sorted_.begin(), sorted_.end());
  }

  void push(const Event& event) {
    heap_.push_back(encode(event));
    std::size_t at = heap_.size() - 1;
    const std::uint64_t code = heap_[at];
    while (at > 0 && heap_[(at - 1) / 4] > code) {
      heap_[at] = heap_[(at - 1) / 4];
      at = (at - 1) / 4;
    }
    heap_[at] = code;
  }

  [[nodiscard]] bool empty() const { return heap_.empty() && next_ == sorted_.size(); }

  // Of what pop() returns next. Not empty.
  [[nodiscard]] Tick next_at() const {
    if (heap_.empty()) return decode(sorted_[next_]).at;
    return decode(next_ < sorted_.size() ? std::min(sorted_[next_], heap_.front()) : heap_.front()).at;
  }

  Event pop() {
    if (heap_.empty() || (next_ < sorted_.size() && sorted_[next_] < heap_.front())) return decode(sorted_[next_++]);
    const std::uint64_t top = heap_.front();
    const std::uint64_t code = heap_.back();
    heap_.pop_back();
    if (!heap_.empty()) sift_down(code);
    return decode(top);
  }

 private:
  static constexpr unsigned kIndexBits = 30;

  static std::uint64_t encode(const Event& event) {
    const auto time = static_cast<std::uint32_t>(event.at) ^ 0x8000'0000U;  // keeps the order of negative ticks
    return (std::uint64_t{time} << 32U) | (std::uint64_t{static_cast<std::uint8_t>(event.kind)} << kIndexBits) |
           event.index;
  }
  static Event decode(std::uint64_t code) {
    return {.at = static_cast<Tick>(static_cast<std::uint32_t>(code >> 32U) ^ 0x8000'0000U),
            .kind = static_cast<EventKind>((code >> kIndexBits) & 3U),
            .index = static_cast<Index>(code & ((1U << kIndexBits) - 1))};
  }

  void sift_down(std::uint64_t code) {
    std::size_t at = 0;
    for (std::size_t child = 1; child < heap_.size(); child = 4 * at + 1) {
      const std::size_t last = std::min(child + 4, heap_.size());
      std::size_t least = child;
      for (std::size_t other = child + 1; other < last; ++other) {
        if (heap_[other] < heap_[least]) least = other;
      }
      if (heap_[least] >= code) break;
      heap_[at] = heap_[least];
      at = least;
    }
    heap_[at] = code;
  }

  std::vector<std::uint64_t> sorted_;
  std::size_t next_ = 0;
  std::vector<std::uint64_t> heap_;
};

}  // namespace kilter::schedule
