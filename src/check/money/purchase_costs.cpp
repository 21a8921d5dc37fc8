#include "check/money/behind.hpp"
#include "check/money/expected_lines.hpp"
#include "check/money/sharing.hpp"

namespace kilter::check {

void expect_purchases(const Facts& facts, Behind& behind, Lines& lines) {
  for (const plan::PurchaseId id : ids_of(facts.plan.purchases)) {
    const plan::Purchase& purchase = facts.plan.purchases[id];
    Weights weights;
    base::Quantity rest = purchase.good;
    for (const plan::PegId peg_id : facts.supplied_by(plan::SupplyKind::purchase, id.index())) {
      const plan::Peg& peg = facts.plan.pegs[peg_id];
      for (const auto& [order, units] : behind.of(peg)) weights[order] += units;
      rest -= peg.quantity;
    }
    if (rest.positive()) weights[model::OrderId::none()] += rest.raw();
    plan::CostLine line;
    line.ref = plan::CostRef::purchase;
    line.index = id.index();
    line.at = purchase.order_at;
    line.kind = plan::CostKind::material;
    share_out(purchase.goods, weights, line, lines);
    line.kind = plan::CostKind::freight;
    share_out(purchase.freight, weights, line, lines);
  }
}

}  // namespace kilter::check
