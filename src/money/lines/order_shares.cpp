#include "money/lines/order_shares.hpp"

#include <algorithm>

#include "money/lines/line_sink.hpp"
#include "money/lines/split.hpp"

namespace kilter::money {

using base::Money;
using plan::CostLine;

model::OrderId order_of(const plan::Plan& plan, const plan::Peg& peg) {
  switch (peg.demand) {
    case plan::DemandKind::order:
      return model::OrderId(peg.demand_index);
    case plan::DemandKind::placement:
      return plan.production_orders[plan.placements[plan::PlacementId(peg.demand_index)].order].for_order;
    case plan::DemandKind::safety_stock:
      break;
  }
  return model::OrderId::none();
}

void OrderShares::merge() {
  std::stable_sort(shares_.begin(), shares_.end(), [](const Share& a, const Share& b) { return a.order < b.order; });
  std::size_t kept = 0;
  for (std::size_t i = 1; i < shares_.size(); ++i) {
    if (shares_[i].order == shares_[kept].order) {
      shares_[kept].weight += shares_[i].weight;
    } else {
      shares_[++kept] = shares_[i];
    }
  }
  shares_.resize(kept + 1);
}

void OrderShares::write(Money total, CostLine like, std::vector<CostLine>& lines) {
  LineSink sink(lines);
  if (shares_.empty()) shares_.push_back({model::OrderId::none(), 1});
  merge();
  if (shares_.size() == 1) {
    like.order = shares_.front().order;
    like.amount = total;
    sink.add(like);
    return;
  }
  weights_.clear();
  for (const Share& share : shares_) weights_.push_back(share.weight);
  split(total, weights_, parts_);
  for (std::size_t i = 0; i < shares_.size(); ++i) {
    like.order = shares_[i].order;
    like.amount = parts_[i];
    sink.add(like);
  }
}

}  // namespace kilter::money
