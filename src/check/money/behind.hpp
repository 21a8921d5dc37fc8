// Who is behind a production order: what part of its output ends up in which customer order, found by following every
// peg up. What a peg brings into an order is divided as that order's own output is, to the millionth of a unit.
#pragma once

#include <vector>

#include "check/facts/facts.hpp"
#include "check/money/sharing.hpp"

namespace kilter::check {

class Behind {
 public:
  explicit Behind(const Facts& facts) : facts_(facts), known_(facts.plan.production_orders.size()) {}

  // Millionths of a unit by customer order; "none" is stock.
  Weights of(plan::ProductionOrderId id);
  // Of what one peg brings.
  Weights of(const plan::Peg& peg);

 private:
  enum class State : std::uint8_t { unknown, asked, known };
  struct Known {
    State state = State::unknown;
    std::uint32_t count = 0;
    std::size_t first = 0;
  };
  struct Part {
    model::OrderId order;
    std::int64_t units = 0;
  };
  void find_out(plan::ProductionOrderId id);

  const Facts& facts_;
  base::IndexedVector<plan::ProductionOrderId, Known> known_;
  std::vector<Part> parts_;
};

}  // namespace kilter::check
