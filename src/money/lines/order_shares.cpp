#include "money/lines/order_shares.hpp"

#include <algorithm>

#include "money/lines/line_sink.hpp"
#include "plan/served/apportion.hpp"

namespace kilter::money {

using base::Money;
using plan::CostLine;

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
  plan::apportion(total.raw(), weights_, parts_);
  for (std::size_t i = 0; i < shares_.size(); ++i) {
    like.order = shares_[i].order;
    like.amount = Money::minor(parts_[i]);
    sink.add(like);
  }
}

}  // namespace kilter::money
