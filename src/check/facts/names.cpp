#include "check/facts/names.hpp"

#include <array>
#include <chrono>
#include <cstdio>

namespace kilter::check {
namespace {

constexpr std::array<const char*, 7> kWeekdays = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

std::string clock_text(std::int32_t seconds) {
  std::array<char, 48> buffer{};
  std::snprintf(buffer.data(), buffer.size(), seconds % 60 == 0 ? "%02d:%02d" : "%02d:%02d:%02d", seconds / 3600,
                seconds / 60 % 60, seconds % 60);
  return buffer.data();
}

}  // namespace

std::string decimal(std::int64_t micros) {
  std::string digits = std::to_string(micros < 0 ? -micros : micros);
  if (digits.size() < 7) digits.insert(0, 7 - digits.size(), '0');
  std::string fraction = digits.substr(digits.size() - 6);
  while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
  return (micros < 0 ? "-" : "") + digits.substr(0, digits.size() - 6) + (fraction.empty() ? "" : "." + fraction);
}

std::string text(std::chrono::seconds duration) {
  std::int64_t rest = duration.count();
  std::string result = rest < 0 ? "-" : "";
  if (rest < 0) rest = -rest;
  const std::array<std::pair<std::int64_t, const char*>, 4> parts = {
      {{86'400, "d"}, {3'600, "h"}, {60, "m"}, {1, "s"}}};
  for (const auto& [size, letter] : parts) {
    if (rest < size) continue;
    if (!result.empty() && result != "-") result += ' ';
    result += std::to_string(rest / size) + letter;
    rest %= size;
  }
  return result.empty() ? "0s" : result;
}

std::string Names::when(time::Tick tick) const {
  if (tick == time::kNever) return "never";
  if (tick == time::kLongAgo) return "long ago";
  const time::Civil civil = civil_.civil(tick);
  std::array<char, 48> date{};
  std::snprintf(date.data(), date.size(), "%s %04d-%02d-%02d ", kWeekdays[civil.weekday], civil.year, int{civil.month},
                int{civil.day});
  return date.data() + clock_text(civil.second_of_day);
}

std::string Names::from_to(time::Tick from, time::Tick until) const { return when(from) + " to " + when(until); }

std::string Names::order(model::OrderId id) const { return "order " + plant_.orders[id].id; }

std::string Names::production_order(plan::ProductionOrderId id) const {
  return ids_.production_order(plan_, id).str() + " (" + item(plan_.production_orders[id].item) + ")";
}

std::string Names::unit(model::WorkUnitId id, std::uint32_t lane) const {
  const model::WorkUnit& unit = plant_.work_units[id];
  return unit.count > 1 ? unit.id + " #" + std::to_string(lane + 1) : unit.id;
}

std::string Names::placement(plan::PlacementId id) const {
  const plan::Placement& placement = plan_.placements[id];
  std::string name = production_order(placement.order);
  name += " operation " + plant_.operations[placement.operation].id;
  if (placement.unit.valid()) name += " on " + unit(placement.unit, placement.lane);
  return name;
}

std::string Names::purchase(plan::PurchaseId id) const {
  const plan::Purchase& purchase = plan_.purchases[id];
  return "purchase " + ids_.purchase(id).str() + " of " + text(purchase.quantity) + " " + item(purchase.item) +
         " from " + plant_.vendors[plant_.offers[purchase.offer].vendor].id;
}

std::string Names::supply(const plan::Peg& peg) const {
  switch (peg.supply) {
    case plan::SupplyKind::stock: {
      const model::Stock& stock = plant_.stock[model::StockId(peg.supply_index)];
      return "stock of " + item(stock.item) + (stock.lot.empty() ? "" : " lot " + stock.lot);
    }
    case plan::SupplyKind::open_purchase:
      return "open purchase order " + plant_.purchase_orders[model::OpenPurchaseOrderId(peg.supply_index)].id;
    case plan::SupplyKind::production:
      return production_order(plan::ProductionOrderId(peg.supply_index));
    case plan::SupplyKind::purchase:
      return purchase(plan::PurchaseId(peg.supply_index));
  }
  return {};
}

std::string Names::demand(const plan::Peg& peg) const {
  switch (peg.demand) {
    case plan::DemandKind::order:
      return order(model::OrderId(peg.demand_index));
    case plan::DemandKind::placement:
      return placement(plan::PlacementId(peg.demand_index));
    case plan::DemandKind::safety_stock:
      return "safety stock of " + item(model::ItemId(peg.demand_index));
  }
  return {};
}

std::string Names::money(base::Money amount) const {
  const std::int64_t cents = amount.raw() < 0 ? -amount.raw() : amount.raw();
  std::array<char, 60> buffer{};
  const long long major = cents / 100;
  const long long minor = cents % 100;
  std::snprintf(buffer.data(), buffer.size(), "%s%lld.%02lld ", amount.negative() ? "-" : "", major, minor);
  return buffer.data() + plant_.policy.currency;
}

}  // namespace kilter::check
