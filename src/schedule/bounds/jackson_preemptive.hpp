// Jackson's preemptive schedule (Carlier and Pinson 1989, 1994) as a test: can one machine, which may interrupt its
// work at any time, do all of it so that everything is over by `until`? Earliest deadline first finds a way when there
// is one, whatever hours the machine keeps. A set of lanes counts as one machine of their joint speed: more than they
// can do, so that "no" holds for them too. O(n log n).
//
//   A piece of work: from `head` on, `work` long, then `tail` of elapsed time until the end. A setup that must follow
//   it on the machine, if anything follows, occupies the machine for `setup_after` beyond its own end.
#pragma once

#include <cstdint>
#include <vector>

#include "schedule/bounds/relaxation/open_time.hpp"

namespace kilter::schedule {

struct Piece {
  std::int64_t head = 0;
  std::int64_t tail = 0;
  std::int64_t work = 0;
  std::int64_t setup_after = 0;
};

class JacksonPreemptive {
 public:
  // Pieces in any order. `lanes`: how many the hours are the sum of; setups between pieces count on one lane, or where
  // no lane ever closes. Borrows the hours.
  JacksonPreemptive(const OpenTime& hours, std::vector<Piece> pieces, std::size_t lanes);

  [[nodiscard]] bool fits(std::int64_t until);
  // The least `until` in [from, limit] that fits; limit + 1 when none does. O(log(answer - from)) tests.
  [[nodiscard]] std::int64_t least(std::int64_t from, std::int64_t limit);
  [[nodiscard]] std::size_t size() const { return pieces_.size(); }

 private:
  struct Waiting {
    std::int64_t deadline = 0;  // in open time
    std::int64_t left = 0;
  };
  [[nodiscard]] bool run_until(std::int64_t next, std::int64_t& now);
  void wait(const Waiting& work);

  const OpenTime& hours_;
  std::vector<Piece> pieces_;        // by head
  std::vector<std::int64_t> opens_;  // head in open time
  std::int64_t speed_ = 1;
  std::vector<Waiting> heap_;
};

}  // namespace kilter::schedule
