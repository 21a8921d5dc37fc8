#include "sourcing/series/receipt_options.hpp"

#include <algorithm>

namespace kilter::sourcing {

using model::AccountKind;
using time::kNever;

namespace {

std::int64_t amount(const Use& use, AccountKind kind) {
  return kind == AccountKind::material ? use.goods : use.freight;
}

bool any_room(const ReceiptOption& option) { return option.units > 0 && option.goods > 0; }

constexpr Tick kDay = 86'400;

// The receipt of a purchase ordered on the other side of a moment; kNever when there is none.
Tick beside(Tick limit, Tick order_at, const Terms& terms) {
  const Tick lead = terms.dates.lead_time();
  if (limit <= 0 || limit > kNever - lead - kDay) return kNever;
  return limit <= order_at ? terms.dates.by(limit - 1 + lead) : terms.dates.from(limit + lead);
}

}  // namespace

std::int64_t ReceiptOptions::room(AccountKind kind, Tick order_at, const std::vector<Use>& taken) const {
  std::int64_t least = Ledger::kUnlimited;
  for (const CappedPeriod& period : ledger_.periods()) {
    if (period.kind != kind || order_at < period.from || order_at >= period.until) continue;
    std::int64_t left = period.room - period.used;
    for (const Use& use : taken) {
      if (use.order_at >= period.from && use.order_at < period.until) left -= amount(use, kind);
    }
    least = std::min(least, std::max<std::int64_t>(0, left));
  }
  return least;
}

ReceiptOption ReceiptOptions::at(const Terms& terms, Tick receipt, const std::vector<Use>& taken) const {
  ReceiptOption option{.receipt = receipt, .order_at = terms.dates.order_at(receipt)};
  const model::VendorId vendor = terms.offer->vendor;
  if (ledger_.limited(vendor)) {
    const std::size_t week = ledger_.week_of(receipt);
    option.units = ledger_.vendor_room(vendor, week);
    for (const Use& use : taken) {
      if (use.vendor == vendor && use.week == week) option.units -= use.ordered;
    }
    option.units = std::max<std::int64_t>(0, option.units);
  }
  option.goods = room(AccountKind::material, option.order_at, taken);
  option.freight = room(AccountKind::freight, option.order_at, taken);
  return option;
}

void ReceiptOptions::weeks_around(const Terms& terms, Tick receipt, const std::vector<Use>& taken,
                                  std::vector<ReceiptOption>& options) const {
  const std::size_t week = ledger_.week_of(receipt);
  int found = 0;
  for (std::size_t before = week; before > 0 && found < kOptionsEachWay; --before) {
    const Tick start = ledger_.week_start(before - 1);
    // On the week's last day, not in its last second.
    const Tick last = terms.dates.by(ledger_.week_start(before) - kDay);
    if (last < start || last >= ledger_.week_start(before)) break;
    const ReceiptOption option = at(terms, last, taken);
    if (!any_room(option)) continue;
    options.push_back(option);
    ++found;
  }
  found = 0;
  for (std::size_t after = week + 1; after < ledger_.week_count() && found < kOptionsEachWay; ++after) {
    const Tick first = terms.dates.from(ledger_.week_start(after));
    if (first == kNever) break;
    const ReceiptOption option = at(terms, first, taken);
    if (!any_room(option) || ledger_.week_of(first) != after) continue;
    options.push_back(option);
    ++found;
  }
}

void ReceiptOptions::periods_around(const Terms& terms, Tick receipt, const std::vector<Use>& taken,
                                    std::vector<ReceiptOption>& options) const {
  const Tick order_at = terms.dates.order_at(receipt);
  for (const CappedPeriod& period : ledger_.periods()) {
    // Just before the period begins and once it is over; and inside, at its two ends.
    for (const Tick limit : {period.from, period.until}) {
      const Tick arrival = beside(limit, order_at, terms);
      if (arrival == kNever) continue;
      const ReceiptOption option = at(terms, arrival, taken);
      if (any_room(option)) options.push_back(option);
    }
  }
}

void ReceiptOptions::around(const Terms& terms, Tick receipt, const std::vector<Use>& taken,
                            std::vector<ReceiptOption>& options) const {
  options.clear();
  if (ledger_.limited(terms.offer->vendor)) weeks_around(terms, receipt, taken, options);
  periods_around(terms, receipt, taken, options);
  std::sort(options.begin(), options.end(),
            [](const ReceiptOption& a, const ReceiptOption& b) { return a.receipt < b.receipt; });
  const auto same = [](const ReceiptOption& a, const ReceiptOption& b) { return a.receipt == b.receipt; };
  options.erase(std::unique(options.begin(), options.end(), same), options.end());
  std::erase_if(options, [receipt](const ReceiptOption& option) { return option.receipt == receipt; });
}

}  // namespace kilter::sourcing
