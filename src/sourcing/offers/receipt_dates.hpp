// When goods of an offer can arrive: ordered at the origin or later while the offer holds, its lead time after the
// order, on an open tick of the vendor's calendar.
//
//   order_at ---- lead time (elapsed) ----> ....closed.... | receipt
#pragma once

#include "model/plant.hpp"
#include "time/instant.hpp"
#include "time/working_calendar.hpp"

namespace kilter::sourcing {

using time::Tick;

class ReceiptDates {
 public:
  // Keeps a reference into the plant (the vendor's calendar).
  ReceiptDates(const model::Plant& plant, const model::Offer& offer);

  // The first receipt possible; kNever when there is none inside the plant's span.
  [[nodiscard]] Tick earliest() const { return earliest_; }
  // The last receipt possible at or before t, or the earliest one when that is later than t. Of a closed stretch before
  // t the receipt is the opening of the last open stretch. kNever when earliest() is.
  [[nodiscard]] Tick by(Tick t) const;
  // The first receipt possible at or after t; kNever when there is none.
  [[nodiscard]] Tick from(Tick t) const;
  // The latest order date for a receipt that `by` or `from` gave: when the vendor is open, in whole minutes; if it is
  // not before then, the first moment at which can be ordered.
  [[nodiscard]] Tick order_at(Tick receipt) const;

  // Whether nothing can be ordered any more.
  [[nodiscard]] bool expired() const { return expired_; }
  [[nodiscard]] Tick lead_time() const { return lead_time_; }

 private:
  [[nodiscard]] Tick next_open(Tick t) const { return calendar_ == nullptr ? t : calendar_->next_open(t); }

  const time::WorkingCalendar* calendar_ = nullptr;  // null: every day
  Tick lead_time_ = 0;
  Tick first_order_ = 0;
  Tick last_order_ = time::kNever;
  Tick earliest_ = time::kNever;
  Tick latest_ = time::kNever;
  bool expired_ = false;
};

}  // namespace kilter::sourcing
