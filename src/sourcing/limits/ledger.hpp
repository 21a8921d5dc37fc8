// What vendors can still deliver per ISO week and what accounts can still pay per period.
//
// Open purchase orders, planned ones aside, take their vendor's capacity in the week they are expected. Goods count in
// the hard-capped periods of `material` accounts, order costs in those of `freight` accounts, both on the order date.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::sourcing {

using time::Tick;

// One hard-capped period.
struct CappedPeriod {
  model::AccountKind kind = model::AccountKind::material;
  Tick from = 0;
  Tick until = 0;
  std::int64_t room = 0;  // cents that the cap leaves for the plan; may be negative
  std::int64_t used = 0;  // cents of purchases entered
};

// What one purchase uses up.
struct Use {
  model::VendorId vendor;
  Tick receipt = 0;
  Tick order_at = 0;
  std::int64_t ordered = 0;  // millionths
  std::int64_t goods = 0;    // cents
  std::int64_t freight = 0;  // cents
  std::size_t week = 0;      // of the receipt, where somebody has noted it
};

Use use_of(const model::Plant& plant, const plan::Purchase& purchase);

class Ledger {
 public:
  static constexpr std::int64_t kUnlimited = std::numeric_limits<std::int64_t>::max();

  explicit Ledger(const model::Plant& plant);

  void enter(const Use& use) { count(use, 1); }
  void remove(const Use& use) { count(use, -1); }

  [[nodiscard]] bool limited(model::VendorId vendor) const { return !weeks_[vendor].empty(); }
  // By account kind, then time; those of one kind do not overlap.
  [[nodiscard]] const std::vector<CappedPeriod>& periods() const { return periods_; }
  // Where one begins or ends, ascending: just before, or from then on, something may be ordered that cannot be inside.
  [[nodiscard]] const std::vector<Tick>& boundaries() const { return boundaries_; }
  // The one that pays for the kind at that time: its place in `periods`; kNoPeriod where no cap holds. O(log n).
  static constexpr std::size_t kNoPeriod = std::numeric_limits<std::size_t>::max();
  [[nodiscard]] std::size_t period_at(model::AccountKind kind, Tick at) const;
  // ISO week of the plant's span, and its first tick.
  [[nodiscard]] std::size_t week_of(Tick t) const;
  [[nodiscard]] Tick week_start(std::size_t week) const { return week_starts_[week]; }
  [[nodiscard]] std::size_t week_count() const { return week_starts_.size(); }

  // Units that a limited vendor can still deliver in a week (kUnlimited for others); not below 0.
  [[nodiscard]] std::int64_t vendor_room(model::VendorId vendor, std::size_t week) const;
  // Whether more than the limit is entered.
  [[nodiscard]] bool overloaded(model::VendorId vendor) const;
  [[nodiscard]] bool overspent(const CappedPeriod& period) const {
    return period.used > std::max<std::int64_t>(0, period.room);
  }
  // Whether the vendor (the account kind) could break its limit however what is entered were moved about in time.
  [[nodiscard]] bool tied(model::VendorId vendor) const;
  [[nodiscard]] bool tied(model::AccountKind kind) const;

 private:
  void count(const Use& use, std::int64_t sign);
  void count_open_purchases();

  const model::Plant& plant_;
  std::vector<Tick> week_starts_;
  base::IndexedVector<model::VendorId, std::vector<std::int64_t>> weeks_;  // units used; empty: unlimited vendor
  std::vector<CappedPeriod> periods_;
  std::vector<Tick> boundaries_;
  std::int64_t goods_ = 0;  // cents entered in all
  std::int64_t freight_ = 0;
};

}  // namespace kilter::sourcing
