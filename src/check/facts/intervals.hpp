// Plain interval lists, walked one by one: the checker's own arithmetic of open time, slow and obvious.
//
//   a          |=======|      |=======|
//   b               |============|
//   common          |==|      |==|
//   without    |====|            |====|
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "time/working_calendar.hpp"

namespace kilter::check {

using time::Interval;
using time::Tick;
using Intervals = std::vector<Interval>;  // ascending, disjoint, not empty
using IntervalSpan = std::span<const Interval>;

// In any order, overlapping or empty: made ascending and disjoint. Touching ones become one.
Intervals merged(Intervals intervals);
Intervals common(IntervalSpan a, IntervalSpan b);
Intervals without(IntervalSpan a, IntervalSpan b);
// The part of `a` inside [from, until). O(log n + result).
Intervals clipped(IntervalSpan a, Tick from, Tick until);
// Whether t lies in one of them.
bool open_at(IntervalSpan a, Tick t);
std::int64_t total(IntervalSpan a);
// The tick at which `work` seconds of `a` have passed (0: its first open tick); time::kNever when there is less.
Tick after_work(IntervalSpan a, std::int64_t work);

}  // namespace kilter::check
