#include "model/doctor/demand/gross_demand.hpp"

#include <algorithm>
#include <cmath>

#include "model/build/values.hpp"
#include "model/doctor/demand/amounts.hpp"

namespace kilter::model {
namespace {

constexpr double kYear = 365.0 * 86'400.0;

// A yield that cannot be is a fault of its own.
double share(Ratio yield) { return yield > Ratio() && yield <= Ratio::one() ? real(yield) : 1; }

// Good units of one started.
double good_share(const Plant& plant, const Item& item) {
  double good = share(item.yield);
  if (item.source == Source::buy) return good;
  for (const OperationId id : item.operations) good *= share(plant.operations[id].yield);
  return good;
}

// Harris 1913, as the planner counts it.
double economic_lot(const Plant& plant, const Item& item, double demand) {
  const double years = static_cast<double>((plant.policy.horizon - plant.policy.origin).count()) / kYear;
  const double holding = sane(item.cost) * sane(plant.policy.holding_per_year) * years;
  const double setup = sane(item.order_cost);
  return holding > 0 && setup > 0 && demand > 0 ? std::ceil(std::sqrt(2 * demand * setup / holding)) : 0;
}

}  // namespace

GrossDemand::GrossDemand(const Plant& plant) : plant_(plant), demand_(plant.items.size()) {
  order_ = topological(true);
  if (order_.size() < plant.items.size()) order_ = topological(false);
  want_orders();
  for (const ItemId id : order_) {
    explode(id);
    explode_at_most(id);
  }
}

void GrossDemand::want_orders() {
  const auto want = [this](ItemId id, Quantity quantity) {
    require(id, real(quantity), 1);
    require_at_most(id, sane(quantity), 1);
  };
  for (const CustomerOrder& order : plant_.orders) {
    if (order.status == OrderStatus::firm && order.item.valid()) want(order.item, order.quantity);
  }
  for (const ItemId id : ids_of(plant_.items)) {
    if (!plant_.items[id].safety_stock.positive()) continue;
    want(id, plant_.items[id].safety_stock);
    const auto other_sites = static_cast<double>(plant_.sites.size()) - 1;
    if (other_sites > 0) require_at_most(id, sane(plant_.items[id].safety_stock) * other_sites, other_sites);
  }
  for (const OpenProductionOrder& open : plant_.production_orders) {
    if (open.item.valid()) require_at_most(open.item, sane(open.quantity), 1);
  }
}

double GrossDemand::largest_lot(ItemId id) const {
  const Item& item = plant_.items[id];
  const bool merged = item.lot_policy == LotPolicy::period || item.lot_policy == LotPolicy::economic;
  const double wanted = (merged ? demand_[id].all : demand_[id].one) / share(item.yield);
  if (!(wanted > 0)) return 0;
  const double least = std::max({wanted, real(item.lot_minimum), real(item.lot_multiple), real(item.lot_size)});
  return item.lot_maximum.positive() ? std::min(least, real(item.lot_maximum)) : least;
}

// What a lot may be raised to for reasons of its own.
double GrossDemand::raised_lot(ItemId id) const {
  const Item& item = plant_.items[id];
  double lot = std::max({sane(item.lot_minimum), sane(item.lot_multiple), sane(item.lot_size)});
  if (item.lot_policy == LotPolicy::economic) lot = std::max(lot, economic_lot(plant_, item, demand_[id].most));
  if (item.source == Source::make) return lot;
  for (const OfferId offer : item.offers) {
    lot = std::max({lot, sane(plant_.offers[offer].minimum), sane(plant_.offers[offer].multiple)});
  }
  return lot;
}

// Lots of what does not keep are raised each, others serve what comes next.
double GrossDemand::started(ItemId id) const {
  const Item& item = plant_.items[id];
  if (!(demand_[id].most > 0)) return 0;
  const double raised = raised_lot(id) * (item.shelf_life ? demand_[id].count : 1);
  return demand_[id].most / good_share(plant_, item) + raised;
}

double GrossDemand::lots(ItemId id) const {
  const Item& item = plant_.items[id];
  const bool split = item.lot_maximum.positive();
  return demand_[id].count + (split ? started(id) / std::max(real(item.lot_maximum), raised_lot(id)) : 0);
}

void GrossDemand::require(ItemId id, double quantity, double times) {
  Demand& demand = demand_[id];
  demand.one = std::max(demand.one, quantity);
  demand.all += quantity * times;
}

void GrossDemand::require_at_most(ItemId id, double quantity, double count) {
  demand_[id].most += quantity;
  demand_[id].count += count;
}

void GrossDemand::explode(ItemId id) {
  const double lot = largest_lot(id);
  if (!(lot > 0) || plant_.items[id].source == Source::buy) return;
  const double lots = std::max(1.0, demand_[id].all / share(plant_.items[id].yield) / lot);
  for (const BomLineId line_id : plant_.items[id].bom) {
    const BomLine& line = plant_.bom_lines[line_id];
    if (!line.component.valid() || line.scrap >= Ratio::one()) continue;
    require(line.component, (lot * real(line.per_unit) + real(line.fixed)) / (1 - real(line.scrap)), lots);
  }
}

// What is too much by itself is said once: its components are asked for as much as can be planned.
void GrossDemand::explode_at_most(ItemId id) {
  if (plant_.items[id].source == Source::buy) return;
  const double units = std::min(started(id), kMostUnits);
  for (const BomLineId line : plant_.items[id].bom) explode_line(plant_.bom_lines[line], units, lots(id));
}

void GrossDemand::explode_line(const BomLine& line, double units, double count) {
  if (!line.component.valid() || line.scrap >= Ratio::one() || !(units > 0)) return;
  const double wanted = (units * sane(line.per_unit) + count * sane(line.fixed)) / (1 - sane(line.scrap));
  require_at_most(line.component, wanted, count);
  for (const Substitute& substitute : line.substitutes) {
    require_at_most(substitute.item, wanted * sane(substitute.ratio), count);
  }
}

// Kahn 1962.
std::vector<ItemId> GrossDemand::topological(bool through_substitutes) const {
  IndexedVector<ItemId, std::uint32_t> parents(plant_.items.size());
  const auto for_each_below = [&](const BomLine& line, const auto& visit) {
    if (line.component.valid()) visit(line.component);
    if (!through_substitutes) return;
    for (const Substitute& substitute : line.substitutes) visit(substitute.item);
  };
  for (const BomLine& line : plant_.bom_lines) {
    for_each_below(line, [&](ItemId id) { ++parents[id]; });
  }
  std::vector<ItemId> order;
  for (const ItemId id : ids_of(plant_.items)) {
    if (parents[id] == 0) order.push_back(id);
  }
  for (std::size_t at = 0; at < order.size(); ++at) {
    for (const BomLineId line : plant_.items[order[at]].bom) {
      for_each_below(plant_.bom_lines[line], [&](ItemId id) {
        if (--parents[id] == 0) order.push_back(id);
      });
    }
  }
  return order;
}

}  // namespace kilter::model
