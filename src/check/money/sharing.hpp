// Shares of an amount among customer orders, to the cent (largest remainders; Hamilton).
#pragma once

#include <map>

#include "base/fixed.hpp"
#include "check/facts/facts.hpp"
#include "check/money/expected_lines.hpp"

namespace kilter::check {

// Weights by customer order; "none" (stock) comes last.
using Weights = std::map<model::OrderId, base::Int128>;

// The customer order that a peg is mainly for; none: stock, as what goes into an order that nobody wants.
// behind.hpp knows all of them.
model::OrderId order_behind(const Facts& facts, const plan::Peg& peg);

// `total` (>= 0) divided by weights (>= 0) into whole parts that sum to it, by largest remainders; equal ones in the
// order of `weights`. Empty when all weights are 0.
Weights in_proportion(std::int64_t total, const Weights& weights);

// One line like `like` per order with its share of `total`; without weights all of it goes to stock. No lines of
// nothing.
void share_out(base::Money total, const Weights& weights, plan::CostLine like, Lines& lines);

// Adds the line unless it is about nothing.
void put(Lines& lines, const plan::CostLine& line);

}  // namespace kilter::check
