// Every demand gets what it needs: components of each operation by the BOM, customer orders what they ordered.
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "check/facts/content.hpp"
#include "check/facts/supply.hpp"
#include "check/needs/latest_starts.hpp"
#include "check/rules.hpp"

namespace kilter::check {
namespace {

// Units of a line's own component that `quantity` of an item stands for, and the rounding that a peg of a substitute
// may add.
struct Cover {
  base::Int128 units = 0;
  std::int64_t slack = 0;
};

void add_cover(const model::BomLine& line, model::ItemId item, base::Quantity quantity, Cover& cover) {
  if (item == line.component) {
    cover.units += quantity.raw();
    return;
  }
  for (const model::Substitute& other : line.substitutes) {
    if (other.item != item) continue;
    cover.units += base::Int128(quantity.raw()) * base::kMicro / other.ratio.raw();
    cover.slack += 2 + base::kMicro / other.ratio.raw();
    return;
  }
}

// Whether the line is valid when work that must start at `start` is begun, today when that has passed.
bool holds(const Facts& facts, const model::BomLine& line, Tick start) {
  const Tick at = std::max<Tick>(0, start);
  const bool begun = !line.from || facts.plant.frame.tick(*line.from) <= at;
  return begun && (!line.until || at < facts.plant.frame.tick(*line.until));
}

// What a placement must be given, and when it must start: the days on which its BOM lines are asked whether they hold.
struct Consumer {
  plan::PlacementId id;
  Wanted start;
};

struct Component {
  model::ItemId item;
  base::Quantity need;
  std::int64_t covered = 0;  // micro-units
};

void report_component(const Facts& facts, plan::PlacementId id, const Component& component, Report& report) {
  report.add(component.covered < component.need.raw() ? "demand-short" : "demand-overpegged", [&] {
    return facts.names.placement(id) + " needs " + text(component.need) + " " + facts.names.item(component.item) +
           " and gets " + decimal(component.covered);
  });
}

void check_line(const Facts& facts, const Consumer& consumer, model::BomLineId line_id, Report& report) {
  const model::BomLine& line = facts.plant.bom_lines[line_id];
  const plan::PlacementId id = consumer.id;
  Cover cover;
  bool pegged = false;
  for (const plan::PegId peg_id : facts.supplied_to(plan::DemandKind::placement, id.index())) {
    const plan::Peg& peg = facts.plan.pegs[peg_id];
    if (peg.line != line_id) continue;
    pegged = true;
    add_cover(line, supply_of(facts, peg).item, peg.quantity, cover);
  }
  const bool first = holds(facts, line, consumer.start.least);
  const bool second = holds(facts, line, consumer.start.most);
  if (!pegged && !(first && second)) return;
  if (pegged && !first && !second) {
    report.add("bom-validity", [&] {
      return facts.names.placement(id) + " is given " + facts.names.item(line.component) +
             ", a BOM line that does not hold at " + facts.names.when(consumer.start.least) + ", when it must start";
    });
    return;
  }
  const base::Quantity need = component_need(line, facts.order(id).quantity);
  const auto covered = static_cast<std::int64_t>(cover.units);
  if (covered + cover.slack < need.raw() || covered > need.raw() + cover.slack) {
    report_component(facts, id, {.item = line.component, .need = need, .covered = covered}, report);
  }
}

// Work that has begun has taken its components.
void check_nothing(const Facts& facts, plan::PlacementId id, Report& report) {
  if (facts.supplied_to(plan::DemandKind::placement, id.index()).empty()) return;
  report.add("demand-overpegged",
             [&] { return facts.names.placement(id) + " has begun and taken its components; the plan gives it more"; });
}

void check_placement(const Facts& facts, const Consumer& consumer, Report& report) {
  const plan::PlacementId id = consumer.id;
  const plan::Placement& placement = facts.plan.placements[id];
  if (placement.status == model::WorkStatus::done || placement.status == model::WorkStatus::started) {
    check_nothing(facts, id, report);
    return;
  }
  if (unplaced(placement)) return;  // see check_order_times
  for (const model::BomLineId line : facts.plant.items[facts.order(id).item].bom) {
    if (facts.plant.bom_lines[line].operation == placement.operation) check_line(facts, consumer, line, report);
  }
}

base::Quantity pegged_to(const Facts& facts, model::OrderId id) {
  base::Quantity sum;
  for (const plan::PegId peg : facts.supplied_to(plan::DemandKind::order, id.index())) {
    sum += facts.plan.pegs[peg].quantity;
  }
  return sum;
}

void check_safety_stock(const Facts& facts, Report& report) {
  std::map<std::pair<std::uint32_t, model::SiteId>, base::Quantity> kept;  // item, site
  for (const plan::Peg& peg : facts.plan.pegs) {
    if (peg.demand != plan::DemandKind::safety_stock) continue;
    kept[{peg.demand_index, supply_of(facts, peg).site}] += peg.quantity;
  }
  for (const auto& [key, quantity] : kept) {
    const model::Item& item = facts.plant.items[model::ItemId(key.first)];
    if (quantity <= item.safety_stock) continue;
    report.add("demand-overpegged", [&, units = quantity] {
      return "the safety stock of " + item.id + " is given " + text(units) + " instead of " + text(item.safety_stock);
    });
  }
}

}  // namespace

void check_demands(const Facts& facts, Report& report) {
  const auto dated = [](const model::BomLine& line) { return line.from || line.until; };
  const auto& lines = facts.plant.bom_lines.raw();
  std::optional<LatestStarts> starts;
  if (std::any_of(lines.begin(), lines.end(), dated)) starts.emplace(facts);
  for (const plan::PlacementId id : ids_of(facts.plan.placements)) {
    check_placement(facts, {.id = id, .start = starts ? starts->start_of(id) : Wanted()}, report);
  }
  check_safety_stock(facts, report);
  std::vector<bool> listed(facts.plant.orders.size(), false);
  for (const plan::Unplanned& unplanned : facts.plan.unplanned) listed[unplanned.order.index()] = true;
  for (const model::OrderId id : ids_of(facts.plant.orders)) {
    const model::CustomerOrder& order = facts.plant.orders[id];
    const base::Quantity pegged = pegged_to(facts, id);
    const base::Quantity wanted = order.status == model::OrderStatus::firm ? order.quantity : base::Quantity::zero();
    if (pegged > wanted) {
      report.add("demand-overpegged",
                 [&] { return facts.names.order(id) + " gets " + text(pegged) + " instead of " + text(wanted); });
    }
    if (pegged < wanted && !listed[id.index()]) {
      report.add("unplanned", [&] {
        return facts.names.order(id) + " gets only " + text(pegged) + " of " + text(wanted) +
               " and is not listed as unplanned";
      });
    }
    if (pegged == wanted && listed[id.index()]) {
      report.add("unplanned", [&] { return facts.names.order(id) + " is planned whole but listed as unplanned"; });
    }
  }
}

}  // namespace kilter::check
