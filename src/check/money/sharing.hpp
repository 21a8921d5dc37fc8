// Shares of an amount among customer orders, to the cent (largest remainders; Hamilton).
#pragma once

#include <map>

#include "base/fixed.hpp"
#include "check/facts/facts.hpp"
#include "check/money/expected_lines.hpp"

namespace kilter::check {

// Weights by customer order; "none" (stock) comes last.
using Weights = std::map<model::OrderId, base::Int128>;

// The customer order behind a peg; none: stock.
model::OrderId order_behind(const Facts& facts, const plan::Peg& peg);

// One line like `like` per order with its share of `total`; without weights all of it goes to stock. No lines of
// nothing.
void share_out(base::Money total, const Weights& weights, plan::CostLine like, Lines& lines);

// Adds the line unless it is about nothing.
void put(Lines& lines, const plan::CostLine& line);

}  // namespace kilter::check
