#include "sourcing/series/fitting.hpp"

#include <algorithm>

namespace kilter::sourcing {

using base::Quantity;

namespace {

// The greatest lot of at most `ordered`, in whole grains where the offer has no step of its own.
std::optional<Lot> cut_lot(const Terms& terms, std::int64_t ordered, std::int64_t grain) {
  if (terms.rule.multiple().is_zero()) ordered = ordered / grain * grain;
  return ordered > 0 ? terms.rule.at_most(Quantity::micros(ordered)) : std::nullopt;
}

}  // namespace

std::int64_t grain_of(const DemandSeries& series) {
  const bool whole = std::all_of(series.demands.begin(), series.demands.end(),
                                 [](const Demand& demand) { return demand.quantity % base::kMicro == 0; });
  return whole ? base::kMicro : std::max<std::int64_t>(1, series.total() / 1'000);
}

std::optional<Lot> fitted(const Terms& terms, Lot lot, const ReceiptOption& option, std::int64_t grain) {
  if (lot.ordered.raw() > option.units) {
    const std::optional<Lot> smaller = cut_lot(terms, option.units, grain);
    if (!smaller) return smaller;
    lot = *smaller;
  }
  while (true) {
    const std::int64_t goods = terms.goods(lot).raw();
    const std::int64_t freight = terms.offer->order_cost.raw() * lot.pieces();
    if (goods <= option.goods && freight <= option.freight) return lot;
    if (freight > option.freight && option.freight < terms.offer->order_cost.raw()) return std::nullopt;
    std::int64_t ordered = lot.ordered.raw() - 1;
    if (goods > option.goods) ordered = std::min(ordered, base::mul_div_floor(lot.ordered.raw(), option.goods, goods));
    if (freight > option.freight) {
      ordered = std::min(ordered, lot.full.raw() * (option.freight / terms.offer->order_cost.raw()));
    }
    const std::optional<Lot> smaller = cut_lot(terms, ordered, grain);
    if (!smaller) return smaller;
    lot = *smaller;
  }
}

}  // namespace kilter::sourcing
