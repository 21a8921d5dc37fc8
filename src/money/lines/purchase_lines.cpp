#include "money/lines/purchase_lines.hpp"

#include "money/lines/order_shares.hpp"

namespace kilter::money {

using plan::CostKind;
using plan::CostLine;

void write_purchases(const plan::Plan& plan, const plan::PegIndex& pegs, plan::ServedOrders& served,
                     std::vector<CostLine>& lines) {
  OrderShares shares;
  for (const plan::PurchaseId id : base::ids_of(plan.purchases)) {
    const plan::Purchase& purchase = plan.purchases[id];
    shares.clear();
    base::Quantity rest = purchase.good;
    for (const plan::PegId peg_id : pegs.out_of(id)) {
      const plan::Peg& peg = plan.pegs[peg_id];
      served.share(peg, [&](model::OrderId order, std::int64_t share) { shares.add(order, share); });
      rest -= peg.quantity;
    }
    shares.add(model::OrderId::none(), rest.raw());
    CostLine line{
        .kind = CostKind::material, .ref = plan::CostRef::purchase, .index = id.index(), .at = purchase.order_at};
    shares.write(purchase.goods, line, lines);
    line.kind = CostKind::freight;
    shares.write(purchase.freight, line, lines);
  }
}

}  // namespace kilter::money
