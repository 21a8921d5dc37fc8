// When transfer batches let an operation start: for every batch, the open seconds from the start until the batch is
// there must not exceed the work before it.
//
//   before  |--1--|--2--|--3--|          batch k is there when the predecessor has finished it
//   after      |---1---|---2---|---3---| the latest start that still finds every batch there
#pragma once

#include <cstdint>

#include "schedule/problem.hpp"

namespace kilter::schedule {

class BatchBound {
 public:
  struct Facts {
    const Transfer& transfer;
    const time::WorkingCalendar& made;  // the predecessor's hours
    const time::WorkingCalendar& used;  // the successor's
    Tick start_before = 0;              // of the predecessor
    Tick setup_before = 0;              // all its setup
    Tick run_before = 0;
    Tick lag = 0;    // elapsed, from a batch's end until it is there
    Tick setup = 0;  // all of the successor's setup
    Tick run = 0;
  };
  // Borrows what the facts refer to.
  explicit BatchBound(const Facts& facts) : facts_(facts) {}

  // The later of `ready` and the latest start that some batch asks for; batches that cannot ask for more are passed
  // over in ranges. O(batches) at worst.
  [[nodiscard]] Tick raise(Tick ready) const;

 private:
  [[nodiscard]] Tick there(std::int64_t batch) const;
  [[nodiscard]] Tick ahead(std::int64_t batch) const;
  [[nodiscard]] Tick start_for(Tick there, Tick ahead) const;
  struct Range {
    std::int64_t first = 0;
    std::int64_t last = 0;
    Tick ahead_of_first = 0;
    Tick last_there = 0;
  };
  [[nodiscard]] Tick raise_over(const Range& range, Tick ready) const;

  Facts facts_;
};

}  // namespace kilter::schedule
