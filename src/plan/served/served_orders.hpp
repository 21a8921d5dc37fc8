// Which customer orders the output of each production order ends up in, unit by unit along the pegs.
//
//   lot of 10 wheels --6--> bikes for O1                      O1 has 6 + 1.5 of them, O2 1.5, stock 1
//                    --3--> bikes, half for O1, half for O2
//                    --1--> nobody
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/plant.hpp"
#include "plan/peg_index.hpp"
#include "plan/plan.hpp"

namespace kilter::plan {

// A part of a supply, in millionths of its unit; order none: stock.
struct Served {
  model::OrderId order;
  std::int64_t share = 0;
};

class ServedOrders {
 public:
  // O(pegs + shares). What a peg brings to a placement is shared out as the output of its production order is, by
  // largest remainders, customer orders in the plant's sequence and stock last.
  ServedOrders(const Plan& plan, const PegIndex& pegs);

  // By customer order, stock last; the shares sum to ProductionOrder::good. Empty when nothing good comes out.
  [[nodiscard]] std::span<const Served> of(ProductionOrderId order) const {
    const Range range = ranges_[order];
    return {served_.data() + range.begin, served_.data() + range.end};
  }
  // Calls `add(order, share)` for each part of what a peg brings; an order may come more than once over several pegs.
  template <class Add>
  void share(const Peg& peg, Add add) {
    for (const Served& part : parts_of(peg)) add(part.order, part.share);
  }

 private:
  struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  // Valid until the next call.
  std::span<const Served> parts_of(const Peg& peg);
  void gather(ProductionOrderId order, const PegIndex& pegs);
  void merge(Range& range);

  const Plan& plan_;
  IndexedVector<ProductionOrderId, Range> ranges_;
  std::vector<Served> served_;
  std::vector<Served> parts_;  // reused
  std::vector<base::Int128> weights_;
  std::vector<std::int64_t> amounts_;
};

}  // namespace kilter::plan
