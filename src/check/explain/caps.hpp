// Whether a purchase comes late because a hard cap left no money for it.
#pragma once

#include "check/facts/facts.hpp"

namespace kilter::check {

// Whether the hard cap of `budget` alone kept the purchase from coming in [from, until): without it the purchase could
// have come at `from`, the period is the last one over by then, what the plan spends in it leaves too little for the
// purchase, and between its end, the lead time later, and `until` the vendor is closed.
bool put_off_by_cap(const Facts& facts, plan::PurchaseId purchase, model::BudgetId budget, Tick from, Tick until);
// Whether any hard cap kept the purchase from coming before `until`, when it could have come sooner.
bool put_off_by_any_cap(const Facts& facts, plan::PurchaseId purchase, Tick until);

}  // namespace kilter::check
