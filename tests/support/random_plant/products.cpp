#include <algorithm>

#include "support/random_plant/maker.hpp"

namespace kilter::support {
namespace {

using model::LotPolicy;
using model::Quantity;
using model::Ratio;
using model::UnitPrice;

Ratio share(Maker& maker, int low_percent, int high_percent) {
  return Ratio::micros(maker.random.between(low_percent, high_percent) * 10'000);
}

void lot_rules(Maker& maker, model::ItemRow& row) {
  row.order_cost = model::Money::minor(maker.random.between(0, 40) * 100);
  switch (maker.pick(6)) {
    case 0:
      row.lot_policy = LotPolicy::fixed;
      row.lot_size = Quantity::units(maker.random.between(3, 12));
      break;
    case 1:
      row.lot_policy = LotPolicy::period;
      row.lot_days = static_cast<std::int32_t>(maker.random.between(2, 7));
      break;
    case 2:
      row.lot_policy = LotPolicy::economic;
      break;
    default:
      break;
  }
  if (maker.chance(0.2)) row.lot_minimum = Quantity::units(maker.random.between(2, 6));
  if (maker.chance(0.2)) row.lot_multiple = Quantity::units(maker.random.between(2, 4));
  if (maker.chance(0.15)) row.lot_maximum = Quantity::units(maker.random.between(12, 30));
  if (maker.chance(0.15)) row.safety_stock = Quantity::units(maker.random.between(1, 5));
}

// Now and then a few hours or days, so that it binds.
void add_shelf_life(Maker& maker, model::ItemRow& row) {
  if (!maker.chance(0.15)) return;
  const std::size_t kind = maker.pick(3);
  row.shelf_life = kind == 0   ? 200 * kDay
                   : kind == 1 ? maker.minutes(4 * 60, 24 * 60)
                               : kDay * maker.random.between(1, 7);
}

void add_bought(Maker& maker) {
  const std::size_t count = 4 + static_cast<std::size_t>(maker.size) * 2;
  for (std::size_t i = 0; i < count; ++i) {
    model::ItemRow row;
    row.id = maker.name("part-", i);
    row.unit = maker.chance(0.2) ? "kg" : "pcs";
    row.cost = UnitPrice::micros(maker.random.between(20, 2'000) * 10'000);
    lot_rules(maker, row);
    if (maker.chance(0.1)) row.yield = share(maker, 90, 99);
    add_shelf_life(maker, row);
    maker.draft.items.push_back(row);
    maker.bought.push_back(row.id);
  }
}

void add_skills(Maker& maker, const model::OperationRow& operation) {
  const std::size_t needs = maker.chance(0.15) ? 2 : 1;
  const std::size_t first = maker.pick(3);
  for (std::size_t i = 0; i < needs; ++i) {
    model::OperationSkillRow row;
    row.item = operation.item;
    row.operation = operation.operation;
    row.skill = maker.name("skill-", (first + i) % 3);
    row.level = static_cast<std::int32_t>(maker.random.between(1, 2));
    row.head_count = maker.chance(0.1) ? 2 : 1;
    const std::size_t kind = maker.pick(4);
    row.attendance = kind == 0   ? model::Attendance::setup
                     : kind == 1 ? model::Attendance::share
                                 : model::Attendance::whole;
    row.share = kind == 1 ? share(maker, 10, 90) : Ratio::one();
    maker.draft.operation_skills.push_back(row);
  }
}

void add_needs(Maker& maker, const model::OperationRow& operation, const Centre& centre) {
  if (maker.chance(0.4)) {
    for (const Text unit : centre.units) {
      if (unit != centre.units.front() && maker.chance(0.3)) continue;
      maker.draft.operation_units.push_back({.item = operation.item,
                                             .operation = operation.operation,
                                             .work_unit = unit,
                                             .speed = share(maker, 70, 160)});
    }
  }
  if (maker.chance(0.15)) {
    maker.draft.operation_tools.push_back({.item = operation.item,
                                           .operation = operation.operation,
                                           .tool = maker.name("tool-", maker.pick(2)),
                                           .count = maker.chance(0.2) ? 2 : 1});
  }
  if (centre.staffed) add_skills(maker, operation);
}

// Sometimes no machine: waiting, or a vendor.
bool add_machineless(Maker& maker, Made& item, model::OperationRow& row) {
  if (!maker.chance(0.12)) return false;
  if (maker.chance(0.5)) {
    row.vendor = "vendor-1";
    row.outside_lead_time = kDay * maker.random.between(1, 4);
    row.outside_price = UnitPrice::micros(maker.random.between(50, 500) * 10'000);
  } else {
    row.fixed_time = maker.minutes(30, 600);
  }
  maker.draft.operations.push_back(row);
  item.centre_of.push_back(kNoCentre);
  return true;
}

void add_operation(Maker& maker, Made& item, std::size_t number) {
  model::OperationRow row;
  row.item = item.id;
  row.operation = maker.draft.keep(std::to_string((number + 1) * 10));
  item.operations.push_back(row.operation);
  if (number > 0 && add_machineless(maker, item, row)) return;
  std::vector<std::size_t> centres;
  for (std::size_t i = 0; i < maker.centres.size(); ++i) {
    if (maker.centres[i].site == item.site && !maker.centres[i].pins) centres.push_back(i);
  }
  const std::size_t chosen = maker.any(centres);
  const Centre& centre = maker.centres[chosen];
  row.work_centre = centre.id;
  row.setup = maker.chance(0.6) ? maker.minutes(0, 30) : Duration(maker.random.between(0, 100));
  row.run_per_unit = Duration(maker.random.between(10, 900));
  if (maker.chance(0.3)) row.fixed_time = maker.minutes(1, 60);
  if (maker.chance(0.2)) row.yield = share(maker, 85, 99);
  if (maker.chance(0.2)) row.transfer_batch = Quantity::units(maker.random.between(1, 5));
  if (maker.chance(0.1)) row.inspection = true;
  if (maker.chance(0.4)) row.family = maker.name("family-", maker.pick(3));
  if (maker.chance(0.1)) {  // in one go: short enough for half a shift whatever the quantity
    row.interruptible = false;
    row.run_per_unit = Duration(0);
    row.setup = maker.minutes(0, 10);
    row.fixed_time = maker.minutes(10, 80);
  }
  maker.draft.operations.push_back(row);
  item.centre_of.push_back(chosen);
  add_needs(maker, row, centre);
}

// A chain with waits, or two branches that meet in the last operation.
void add_precedences(Maker& maker, const Made& item) {
  const std::size_t count = item.operations.size();
  if (count < 2 || maker.chance(0.5)) return;
  const bool branches = count > 2 && maker.chance(0.4);
  for (std::size_t i = 0; i + 1 < count; ++i) {
    model::PrecedenceRow row;
    row.item = item.id;
    row.before = item.operations[i];
    row.after = branches ? item.operations[count - 1] : item.operations[i + 1];
    if (maker.chance(0.3)) row.minimum_wait = maker.minutes(5, 400);
    if (maker.chance(0.1)) row.maximum_wait = row.minimum_wait + 10 * kDay;
    maker.draft.precedences.push_back(row);
  }
}

void add_substitute(Maker& maker, const model::BomRow& row) {
  const bool replaceable = std::find(maker.bought.begin(), maker.bought.end(), row.component) != maker.bought.end();
  if (!replaceable || !maker.chance(0.25)) return;
  const Text other = maker.any(maker.bought);
  if (other == row.component) return;
  maker.draft.substitutes.push_back({.item = row.item,
                                     .component = row.component,
                                     .substitute = other,
                                     .ratio = maker.chance(0.5) ? Ratio::one() : share(maker, 50, 200)});
}

void add_bom(Maker& maker, const Made& item) {
  std::vector<Text> choices = maker.bought;
  for (const Made& other : maker.made) {
    if (other.site == item.site && other.level < item.level && other.level + 2 >= item.level)
      choices.push_back(other.id);
  }
  const std::size_t lines = 1 + maker.pick(3);
  for (std::size_t i = 0; i < lines && !choices.empty(); ++i) {
    // Made components lie at the end of the choices: prefer one of them first.
    const bool made = i == 0 && choices.size() > maker.bought.size();
    const std::size_t at =
        made ? maker.bought.size() + maker.pick(choices.size() - maker.bought.size()) : maker.pick(choices.size());
    model::BomRow row;
    row.item = item.id;
    row.component = choices[at];
    choices.erase(choices.begin() + static_cast<std::ptrdiff_t>(at));
    row.quantity = maker.chance(0.2) ? Quantity::micros(maker.random.between(1, 30) * 50'000)
                                     : Quantity::units(maker.random.between(1, 3));
    if (maker.chance(0.1)) row.fixed_quantity = Quantity::units(1);
    if (maker.chance(0.15)) row.scrap = share(maker, 1, 10);
    if (maker.chance(0.5)) row.operation = maker.any(item.operations);
    maker.draft.boms.push_back(row);
    add_substitute(maker, row);
  }
}

void add_made(Maker& maker, int level, std::size_t number) {
  Made item;
  item.id =
      maker.draft.keep((level == 3 ? "good-" : "sub-" + std::to_string(level) + "-") + std::to_string(number + 1));
  item.site = static_cast<int>(maker.pick(static_cast<std::size_t>(maker.sites)));
  item.level = level;
  model::ItemRow row;
  row.id = item.id;
  row.cost = UnitPrice::micros(maker.random.between(10, 300) * 1'000'000);
  if (maker.chance(0.6)) row.family = maker.name("family-", maker.pick(3));
  if (maker.chance(0.1)) row.yield = share(maker, 90, 99);
  lot_rules(maker, row);
  add_shelf_life(maker, row);
  maker.draft.items.push_back(row);
  const std::size_t operations = 1 + maker.pick(4);
  for (std::size_t i = 0; i < operations; ++i) add_operation(maker, item, i);
  add_precedences(maker, item);
  add_bom(maker, item);
  maker.made.push_back(item);
}

// Made on the centre for pins alone, from nothing.
void add_pin_item(Maker& maker, std::size_t centre) {
  Made item;
  item.id = maker.draft.keep("pin-part-" + maker.centres[centre].id.str());
  item.site = maker.centres[centre].site;
  item.operations = {"10"};
  item.centre_of = {centre};
  maker.draft.items.push_back({.id = item.id, .cost = UnitPrice::micros(3'000'000)});
  maker.draft.operations.push_back(
      {.item = item.id, .operation = "10", .work_centre = maker.centres[centre].id, .run_per_unit = Duration(600)});
  maker.made.push_back(item);
}

}  // namespace

void add_products(Maker& maker) {
  add_bought(maker);
  for (std::size_t i = 0; i < maker.centres.size(); ++i) {
    if (maker.centres[i].pins) add_pin_item(maker, i);
  }
  for (int level = 1; level <= 3; ++level) {
    const std::size_t count = static_cast<std::size_t>(level == 3 ? maker.size : maker.size + 1);
    for (std::size_t i = 0; i < count; ++i) add_made(maker, level, i);
  }
}

}  // namespace kilter::support
