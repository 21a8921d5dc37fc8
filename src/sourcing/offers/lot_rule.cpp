#include "sourcing/offers/lot_rule.hpp"

#include <algorithm>
#include <numeric>

namespace kilter::sourcing {
namespace {

constexpr std::int64_t kLargestMultiple = 1'000'000'000 * base::kMicro;

// Least common multiple; 0 means any. Falls back to `a` when it grows beyond reason.
Quantity common_multiple(Quantity a, Quantity b) {
  if (a.is_zero() || b.is_zero()) return std::max(a, b);
  const std::int64_t factor = b.raw() / std::gcd(a.raw(), b.raw());
  const base::Int128 product = static_cast<base::Int128>(a.raw()) * factor;
  return product > kLargestMultiple ? a : Quantity::micros(static_cast<std::int64_t>(product));
}

Quantity rounded_down(Quantity quantity, Quantity multiple) {
  return multiple.is_zero() ? quantity : Quantity::micros(quantity.raw() / multiple.raw() * multiple.raw());
}

}  // namespace

LotRule::LotRule(const model::Item& item, const model::Offer& offer)
    : multiple_(common_multiple(offer.multiple, item.lot_multiple)), whole_(item.whole), yield_(item.yield) {
  if (item.lot_policy == model::LotPolicy::fixed) multiple_ = common_multiple(multiple_, item.lot_size);
  minimum_ = std::max(offer.minimum, item.lot_minimum);
  if (!multiple_.is_zero()) minimum_ = std::max(minimum_, multiple_);
  if (!step().is_zero()) minimum_ = minimum_.round_up_to(step());
  Quantity maximum = offer.maximum;
  if (item.lot_maximum.positive()) maximum = maximum.is_zero() ? item.lot_maximum : std::min(maximum, item.lot_maximum);
  if (!maximum.positive()) return;
  maximum_ = std::max(rounded_down(maximum, step()), Quantity::micros(1));
  if (maximum < step()) minimum_ = std::max(minimum_, step());  // not even one
}

Quantity LotRule::one_piece(Quantity ordered) const {
  const Quantity quantity = std::max(ordered, minimum_);
  return step().is_zero() ? quantity : quantity.round_up_to(step());
}

Lot LotRule::lot(std::int64_t full_count, Quantity last) const {
  return {.full_count = full_count,
          .full = maximum_,
          .last = last,
          .ordered = Quantity::micros(full_count * maximum_.raw()) + last,
          .good = Quantity::micros(full_count * good_of(maximum_).raw()) + good_of(last)};
}

Lot LotRule::cover(Quantity good) const {
  if (maximum_.is_zero()) return lot(0, one_piece(ordered_for(good)));
  const std::int64_t full_count = good.raw() / good_of(maximum_).raw();
  const Quantity rest = good - Quantity::micros(full_count * good_of(maximum_).raw());
  return lot(full_count, rest.positive() ? one_piece(ordered_for(rest)) : rest);
}

Lot LotRule::at_least(Quantity ordered) const {
  if (maximum_.is_zero()) return lot(0, one_piece(ordered));
  const std::int64_t full_count = ordered.raw() / maximum_.raw();
  const Quantity rest = ordered - Quantity::micros(full_count * maximum_.raw());
  return lot(full_count, rest.positive() ? one_piece(rest) : rest);
}

std::optional<Lot> LotRule::at_most(Quantity ordered) const {
  const std::int64_t full_count = maximum_.is_zero() ? 0 : ordered.raw() / maximum_.raw();
  Quantity rest = rounded_down(ordered - Quantity::micros(full_count * maximum_.raw()), step());
  if (rest < minimum_ || !rest.positive()) rest = Quantity::zero();
  const Lot found = lot(full_count, rest);
  if (found.pieces() == 0) return std::nullopt;
  return found;
}

}  // namespace kilter::sourcing
