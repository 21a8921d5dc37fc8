// A part of a schedule as a problem of its own: some operations are free, and of the rest only what they can touch is
// kept.
//
//   lane  [before]|  free  held  free  held |[anchor]      before: a running stub that ends when the lane falls free
//                 |       the window        |              held:   keeps lane and sequence, its times flow
//                                                          anchor: likewise, and nothing goes behind it
//
// What is further away enters as releases (it stands before) and as jobs that price delays (it waits): to first order,
// by DelayValue. So a gain in the window is a promise that the whole schedule must confirm (put_back).
#pragma once

#include <span>
#include <vector>

#include "schedule/search/trial.hpp"
#include "schedule/window/delay_value.hpp"

namespace kilter::schedule {

struct Window {
  // A lane of the whole whose sequence is decided here, between two nodes of the whole.
  struct Part {
    Index lane = kNone;
    Index after = kNone;       // the node before the window; kNone: none
    Index until = kNone;       // the anchor's node; kNone: the window reaches to the end of the sequence
    std::vector<Index> nodes;  // the present sequence
  };
  Problem problem;
  Solution start;                 // the present schedule, for the window; its score is not set
  std::vector<Index> operations;  // operation -> operation of the whole; kNone: a stub
  std::vector<Index> modes;       // mode -> mode of the whole; kNone: of a stub
  std::vector<Part> parts;        // lane -> its part, for the first parts.size() lanes; the others decide nothing
};

// Cuts windows out of one schedule after another of the same problem. One per thread.
class WindowCutter {
 public:
  // Whether operations on other lanes that stand between members belong to the window too. Then its times are exact up
  // to its border and what it finds is nearly always confirmed; without, it is much smaller.
  enum class Between : std::uint8_t { kept, left_out };

  explicit WindowCutter(const Network& network);

  // Nothing may be on trial; `value` assessed for the trial's state. `free`: operations that are not fixed, each once,
  // at least one. O(what stands between the first and the last of them in the order).
  Window cut(const Trial& whole, const DelayValue& value, std::span<const Index> free, Between between);

 private:
  std::vector<Index> member_;  // operation of the whole -> its number in the window; kNone outside of cut()
  std::vector<Index> lane_;    // lane of the whole -> lane of the window; kNone outside of cut()
};

// Tries the sequences and modes of `solution` (of window.problem) in the whole schedule and keeps them when the whole
// gets better. Nothing may be on trial. False as well when another window has changed the same sequences since the cut.
bool put_back(Trial& whole, const Window& window, const Solution& solution);

}  // namespace kilter::schedule
