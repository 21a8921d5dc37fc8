#include <map>

#include "model/decimal_text.hpp"
#include "plan/words.hpp"
#include "scenarios/facts/fact.hpp"

namespace kilter::scenarios {
namespace {

using Answer = std::optional<std::string>;

std::string shown(const World& world, const plan::Purchase& purchase) {
  const model::Offer& offer = world.plant.offers[purchase.offer];
  return model::decimal_text(purchase.quantity) + " " + world.plant.items[purchase.item].id + " from " +
         world.plant.vendors[offer.vendor].id + ", there " + world.moment(purchase.receipt_at);
}

std::string purchases(const World& world) {
  std::string text = world.plan.purchases.empty() ? "nothing is bought" : "bought is";
  for (const plan::Purchase& purchase : world.plan.purchases) text += " " + shown(world, purchase) + ";";
  return text;
}

Answer bought(const World& world, const Blanks& blanks) {
  for (const plan::Purchase& purchase : world.plan.purchases) {
    if (shown(world, purchase) == blanks[0]) return std::nullopt;
  }
  return purchases(world);
}

Answer not_bought(const World& world, const Blanks& blanks) {
  for (const plan::Purchase& purchase : world.plan.purchases) {
    if (world.plant.items[purchase.item].id == blanks[0]) return shown(world, purchase);
  }
  return std::nullopt;
}

Answer made(const World& world, const Blanks& blanks) {
  std::string sizes;
  for (const plan::ProductionOrder& order : world.plan.production_orders) {
    if (world.plant.items[order.item].id != blanks[0]) continue;
    sizes += (sizes.empty() ? "" : ", ") + model::decimal_text(order.quantity);
  }
  if (sizes == blanks[1]) return std::nullopt;
  return "its orders are of " + (sizes.empty() ? "no unit" : sizes);
}

Answer from_stock(const World& world, const Blanks& blanks) {
  base::Quantity used;
  for (const plan::Peg& peg : world.plan.pegs) {
    if (peg.supply != plan::SupplyKind::stock) continue;
    if (world.plant.items[world.plant.stock[model::StockId(peg.supply_index)].item].id == blanks[1])
      used += peg.quantity;
  }
  if (used.raw() == micros_of(blanks[0])) return std::nullopt;
  return model::decimal_text(used) + " comes from stock";
}

Answer cost(const World& world, const Blanks& blanks) {
  base::Money sum;
  for (const plan::CostLine& line : world.plan.costs) {
    if (plan::word(line.kind) == blanks[0]) sum += line.amount;
  }
  const auto wanted = micros_of(blanks[1]);
  if (plan::from_word<plan::CostKind>(blanks[0]) && wanted && sum.raw() * 10'000 == *wanted) return std::nullopt;
  return model::decimal_text(sum);
}

// Without its penalty, which is no cost of making it.
Answer order_cost(const World& world, const Blanks& blanks) {
  base::Money sum;
  for (const plan::CostLine& line : world.plan.costs) {
    const bool its = line.order.valid() && world.plant.orders[line.order].id == blanks[0];
    if (its && line.kind != plan::CostKind::penalty) sum += line.amount;
  }
  const auto wanted = micros_of(blanks[1]);
  if (wanted && sum.raw() * 10'000 == *wanted) return std::nullopt;
  return model::decimal_text(sum);
}

Answer first_period(const World& world, const Blanks& blanks) {
  for (const plan::BudgetLine& line : world.plan.budgets) {
    if (world.plant.accounts[world.plant.budgets[line.budget].account].id != blanks[0]) continue;
    const auto wanted = micros_of(blanks[1]);
    if (wanted && line.planned.raw() * 10'000 == *wanted) return std::nullopt;
    return model::decimal_text(line.planned);
  }
  return "there is no such account with a budget";
}

Answer message(const World& world, const Blanks& blanks) {
  for (const plan::ActionMessage& action : world.plan.actions) {
    if (plan::word(action.kind) != blanks[0]) continue;
    const bool purchase = action.supply == plan::SupplyKind::open_purchase;
    const bool production = action.supply == plan::SupplyKind::production;
    if (purchase && world.plant.purchase_orders[model::OpenPurchaseOrderId(action.index)].id == blanks[1]) return {};
    if (production && world.plant.production_orders[model::OpenProductionOrderId(action.index)].id == blanks[1])
      return {};
  }
  return std::to_string(world.plan.actions.size()) + " other messages";
}

}  // namespace

std::vector<FactForm> supply_forms() {
  return {
      {"bought: {what and when}", bought},
      {"no {item} is bought", not_bought},
      {"{item} is made in lots of {quantities}", made},
      {"{quantity} {item} come from stock", from_stock},
      {"order {id} costs {money}", order_cost},
      {"{kind} costs {money}", cost},
      {"{account} spends {money} in its first period", first_period},
      {"advice: {action} {id}", message},
  };
}

}  // namespace kilter::scenarios
