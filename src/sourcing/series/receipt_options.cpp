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
  const std::size_t at = ledger_.period_at(kind, order_at);
  if (at == Ledger::kNoPeriod) return Ledger::kUnlimited;
  const CappedPeriod& period = ledger_.periods()[at];
  std::int64_t left = period.room - period.used;
  for (const Use& use : taken) {
    if (use.order_at >= period.from && use.order_at < period.until) left -= amount(use, kind);
  }
  return std::max<std::int64_t>(0, left);
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

namespace {

// Counts the options on one side until they are enough.
class Enough {
 public:
  explicit Enough(const Amounts& amounts) : amounts_(amounts) {}
  void count(const ReceiptOption& option) {
    ++found_;
    room_ += std::min(option.goods, amounts_.most);
  }
  [[nodiscard]] bool reached() const { return found_ >= kOptionsEachWay && room_ >= kLotsEachWay * amounts_.most; }

 private:
  Amounts amounts_;
  int found_ = 0;
  std::int64_t room_ = 0;
};

}  // namespace

void ReceiptOptions::periods_around(const Terms& terms, Tick receipt, const std::vector<Use>& taken,
                                    const Amounts& amounts, std::vector<ReceiptOption>& options) const {
  const Tick order_at = terms.dates.order_at(receipt);
  const std::vector<Tick>& limits = ledger_.boundaries();
  const auto first_after = std::upper_bound(limits.begin(), limits.end(), order_at);
  const auto look_at = [&](Tick limit, Enough& enough) {
    const Tick arrival = beside(limit, order_at, terms);
    if (arrival == kNever) return;
    const ReceiptOption option = at(terms, arrival, taken);
    if (!any_room(option) || option.goods < amounts.least) return;
    options.push_back(option);
    enough.count(option);
  };
  Enough before(amounts);
  for (auto limit = first_after; limit != limits.begin() && !before.reached();) look_at(*--limit, before);
  Enough after(amounts);
  for (auto limit = first_after; limit != limits.end() && !after.reached(); ++limit) look_at(*limit, after);
}

void ReceiptOptions::around(const Terms& terms, Tick receipt, const std::vector<Use>& taken, const Amounts& amounts,
                            std::vector<ReceiptOption>& options) const {
  options.clear();
  if (ledger_.limited(terms.offer->vendor)) weeks_around(terms, receipt, taken, options);
  periods_around(terms, receipt, taken, amounts, options);
  std::sort(options.begin(), options.end(),
            [](const ReceiptOption& a, const ReceiptOption& b) { return a.receipt < b.receipt; });
  const auto same = [](const ReceiptOption& a, const ReceiptOption& b) { return a.receipt == b.receipt; };
  options.erase(std::unique(options.begin(), options.end(), same), options.end());
  std::erase_if(options, [receipt](const ReceiptOption& option) { return option.receipt == receipt; });
}

}  // namespace kilter::sourcing
