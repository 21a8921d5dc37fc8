// Links of a late chain before the first placement: what was waited for from now on, and the time before.
#pragma once

#include <cstddef>

#include "check/explain/caps.hpp"
#include "check/explain/money_waits.hpp"
#include "check/explain/overtime_caps.hpp"
#include "check/facts/facts.hpp"

namespace kilter::check {

class HeldLinks;

// What such links are held against; made once for a plan. Keeps a reference to `facts`.
struct Outside {
  explicit Outside(const Facts& the_facts)
      : facts(the_facts), caps(the_facts), money_waits(the_facts), overtime(the_facts) {}

  const Facts& facts;
  Caps caps;
  MoneyWaits money_waits;
  OvertimeCaps overtime;
};

// Whether the link at position `at`, which has no placement, is what it says: the stock, purchase, money or clearance
// it names served what waited, and came then.
bool came_from_outside(const Outside& outside, const HeldLinks& held, const plan::LateChain& chain, std::size_t at);

}  // namespace kilter::check
