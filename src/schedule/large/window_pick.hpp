// Where a window is worth opening: around what a late job waits for.
#pragma once

#include <vector>

#include "base/random.hpp"
#include "schedule/window/window.hpp"

namespace kilter::schedule {

struct WindowSize {
  Index operations = 100;  // free ones, about
  Index lanes = 48;        // of machines, about: many lanes and few operations on each make a slice that ends soon
};

// Operations that are not fixed: those near a random operation on the binding path of a random late job (now and then
// near any, or near one that has no place), on its group of machines and on groups that jobs there come from and go to.
// May be empty. `value` assessed for the trial's state or one not long before.
std::vector<Index> pick_window(const Trial& whole, const DelayValue& value, const WindowSize& size,
                               base::Random& random);

}  // namespace kilter::schedule
