// Ways out when facts have overtaken a published plan: whole plans, costed, explained and checked, each with what it
// changes and what that costs. A human applies one.
//
//   published  W-2: MO-7, MO-9, MO-11       W-2 is down until tomorrow
//     right shift        all wait                 0 operations move to another machine, SO-3 a day late
//     least change       MO-9 goes to W-1         ...
//
//   for (const RepairPlan& way : repairs(now, {published_plant, published_plan}, {}).ways) show(way.words);
//
// See docs/decisions/0022-published-orders-are-firm.md.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "coordinate/live/differences.hpp"
#include "coordinate/live/published.hpp"
#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::coordinate {

struct RepairLimits {
  double seconds = 0.15;    // of wall time for searching, all ways together; making and checking plans comes on top
  std::uint64_t steps = 0;  // > 0: so many search steps in every way instead of by time (replayable)
  std::uint64_t seed = 1;
  unsigned threads = 1;
  std::int64_t tries = 0;                     // > 0: at most so many placements for the least change, too
  bool search = true;                         // false: only ways that need none
  time::Tick tolerance = 300;                 // a start or a promise that moves by no more is kept
  const std::atomic<bool>* cancel = nullptr;  // set by another thread: return what there is
};

// How a plan was made: every sequence stays and starts move later; published machines and people while that delays
// little; the fewest operations touched; searched around what has changed; planned anew; with supply promised anew,
// such as that of others for a rush order, or bought elsewhere; with more overtime; and for an order that would be
// late: moved into gaps, put first, bought anew for, a lot of it made in two.
enum class RepairWay : std::uint8_t {
  right_shift,
  keep_places,
  least_change,
  search_around,
  plan_anew,
  other_supply,
  overtime,
  move_order,
  order_first,
  other_vendor,
  split_lot
};
// "Right shift", "Keep places", ...
std::string_view word(RepairWay way);

// A lot of the published plan that is made in two: what stays of it. The rest becomes a lot of its own.
struct LotSplit {
  model::OpenProductionOrderId order;
  base::Quantity first;
};

struct RepairPlan {
  RepairWay way = RepairWay::right_shift;
  bool least_change = false;  // nothing offered moves fewer operations, and so on; several may share it
  bool least_lateness = false;
  bool least_cost = false;
  std::string name;   // "Least change, least cost"
  std::string words;  // one line: what it does and costs
  plan::Plan plan;    // for the plant now; no violations
  Differences changes;
  MoneyDifference money{};                     // less than nothing done: negative where it saves
  std::vector<plan::OvertimeWindow> overtime;  // opened by it
  std::string fix;                             // what is decided for an order that would be late; empty: nothing is
  std::vector<LotSplit> splits;
  std::shared_ptr<const model::Plant> plant;  // with the lots as split: what it is a plan of; null: the plant now
};

struct Repairs {
  plan::Objective nothing_done;  // what the published plan comes to by itself: right shift, rules broken or not
  std::vector<RepairPlan> ways;  // none beats another one in orders left out, operations touched, lateness and money;
                                 // in order of operations touched
  std::vector<std::string> refused;  // rules that kept another way from being offered, each once; for the log
};

// `now` is the live plant (firm.hpp: live_draft) with the origin now. What runs, is done or is pinned stays; what was
// published to start within the frozen zone moves only where it cannot stay. New work, such as that of a new customer
// order, is planned with the rest. No ways: none keeps all rules, see `refused`. The same for the same input, seed,
// threads and steps.
Repairs repairs(const model::Plant& now, const Published& published, const RepairLimits& limits);

}  // namespace kilter::coordinate
