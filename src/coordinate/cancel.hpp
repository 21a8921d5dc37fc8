// Whether somebody has asked to stop (Ctrl-C): what is best so far is then finished quickly.
#pragma once

#include <atomic>

namespace kilter::coordinate {

using Cancel = const std::atomic<bool>*;  // null: nobody can

inline bool cancelled(Cancel cancel) { return cancel != nullptr && cancel->load(); }

}  // namespace kilter::coordinate
