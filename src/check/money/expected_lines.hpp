// The cost lines that a plan must have, worked out again from who works where and what is bought. The definitions are
// those of src/money; nothing of its arithmetic is used.
#pragma once

#include <vector>

#include "check/facts/facts.hpp"
#include "plan/plan.hpp"

namespace kilter::check {

using Lines = std::vector<plan::CostLine>;

class Behind;

// Goods and order cost of purchases, shared by pegged quantity over the customer orders behind.
void expect_purchases(const Facts& facts, Behind& behind, Lines& lines);
// Labour, machine, overtime, changeovers and outside work from the origin on, cut where a budget period begins or ends,
// shared by what each customer order gets of the production order.
void expect_placements(const Facts& facts, Behind& behind, Lines& lines);
// What lies between arrival and use: round(cents x holding_per_year x unit-seconds / year), unit-seconds of a supply
// rounded first.
void expect_holding(const Facts& facts, Behind& behind, Lines& lines);
// Lateness of customer orders, those not delivered whole until the horizon; of those that may be shipped in parts every
// unit by itself.
void expect_penalties(const Facts& facts, Lines& lines);

}  // namespace kilter::check
