#include "sourcing/offers/receipt_dates.hpp"

#include <algorithm>
#include <span>

namespace kilter::sourcing {

using time::Interval;
using time::kNever;

namespace {

Tick plus(Tick a, Tick b) {
  const std::int64_t sum = static_cast<std::int64_t>(a) + b;
  return sum >= kNever ? kNever : static_cast<Tick>(sum);
}

}  // namespace

ReceiptDates::ReceiptDates(const model::Plant& plant, const model::Offer& offer)
    : lead_time_(static_cast<Tick>(std::min<std::int64_t>(offer.lead_time.count(), kNever))) {
  const model::CalendarId calendar = plant.vendors[offer.vendor].calendar;
  if (calendar.valid()) calendar_ = &plant.calendars[calendar].regular;
  if (offer.from) first_order_ = std::max<Tick>(0, plant.frame.tick(*offer.from));
  if (offer.until) last_order_ = plant.frame.tick(*offer.until) - 1;
  expired_ = last_order_ < first_order_;
  if (expired_) return;
  earliest_ = next_open(plus(first_order_, lead_time_));
  if (earliest_ >= plant.span_end) earliest_ = kNever;
  latest_ = plant.span_end - 1;
  if (last_order_ != kNever) latest_ = std::min(latest_, next_open(plus(last_order_, lead_time_)));
}

Tick ReceiptDates::by(Tick t) const {
  if (earliest_ == kNever || t <= earliest_) return earliest_;
  t = std::min(t, latest_);
  if (calendar_ == nullptr || calendar_->is_open(t)) return t;
  const std::span<const Interval> open = calendar_->intervals();
  const auto after = std::partition_point(open.begin(), open.end(), [t](const Interval& i) { return i.open <= t; });
  return after == open.begin() ? earliest_ : std::max(earliest_, (after - 1)->open);
}

Tick ReceiptDates::from(Tick t) const {
  if (earliest_ == kNever || t <= earliest_) return earliest_;
  const Tick receipt = next_open(t);
  return receipt > latest_ ? kNever : receipt;
}

Tick ReceiptDates::order_at(Tick receipt) const {
  Tick last = std::min(receipt - lead_time_, last_order_);
  if (calendar_ != nullptr && !calendar_->is_open(last)) {
    const std::span<const Interval> open = calendar_->intervals();
    const auto after =
        std::partition_point(open.begin(), open.end(), [&](const Interval& i) { return i.open <= last; });
    last = after == open.begin() ? first_order_ : (after - 1)->open;
  }
  return std::max(first_order_, last - last % 60);
}

}  // namespace kilter::sourcing
