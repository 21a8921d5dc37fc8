// No vendor is asked for more units in an ISO week than it can deliver, open purchase orders from this week on
// included.
#include <map>
#include <string>
#include <utility>

#include "check/rules.hpp"

namespace kilter::check {

void check_vendor_capacity(const Facts& facts, Report& report) {
  std::map<std::pair<std::uint32_t, Tick>, base::Quantity> received;  // vendor, Monday
  for (const plan::Purchase& purchase : facts.plan.purchases) {
    const model::VendorId vendor = facts.plant.offers[purchase.offer].vendor;
    received[{vendor.index(), facts.plant.days.week_start(purchase.receipt_at)}] += purchase.quantity;
  }
  for (const model::OpenPurchaseOrder& open : facts.plant.purchase_orders) {
    const Tick expected = facts.plant.frame.tick(open.current);
    if (!open.vendor.valid() || open.status == model::SupplyStatus::planned) continue;
    const auto found = received.find({open.vendor.index(), facts.plant.days.week_start(expected)});
    // A week in which only open orders come is not the plan's doing.
    if (found != received.end() && found->first.second <= expected) found->second += open.quantity;
  }
  for (const auto& [key, quantity] : received) {
    const model::Vendor& vendor = facts.plant.vendors[model::VendorId(key.first)];
    if (!vendor.capacity_per_week.positive() || quantity <= vendor.capacity_per_week) continue;
    report.add("vendor-capacity", [&, monday = key.second, units = quantity] {
      return vendor.id + " is to deliver " + text(units) + " units in the week of " + facts.names.when(monday) +
             "; it can deliver " + text(vendor.capacity_per_week);
    });
  }
}

}  // namespace kilter::check
