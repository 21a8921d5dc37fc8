#include "coordinate/brief/exceptions.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace kilter::coordinate {
namespace {

using plan::LampReading;
using plan::LampState;

constexpr std::int64_t kSmallShare = 50;  // a cause of less than one in so many of all seconds is a small one

void add_unplanned(const plan::Plan& plan, std::vector<Exception>& list) {
  std::map<std::pair<model::ItemId, plan::UnplannedReason>, std::vector<model::OrderId>> causes;
  for (const plan::Unplanned& gap : plan.unplanned) causes[{gap.item, gap.reason}].push_back(gap.order);
  for (auto& [cause, orders] : causes) {
    Exception exception{.kind = ExceptionKind::unplanned};
    exception.item = cause.first;
    exception.reason = cause.second;
    exception.orders = std::move(orders);
    list.push_back(std::move(exception));
  }
}

void add_to_rest(const RootCause& cause, Exception& rest) {
  ++rest.count;
  rest.seconds += cause.seconds;
  rest.money += cause.money;
  for (const model::OrderId order : cause.orders) {
    const bool known = std::find(rest.orders.begin(), rest.orders.end(), order) != rest.orders.end();
    if (!known) rest.orders.push_back(order);
  }
}

void add_late(const model::Plant& plant, const plan::Plan& plan, std::vector<Exception>& list) {
  std::vector<RootCause> causes = root_causes(plant, plan);
  std::int64_t all = 0;
  for (const RootCause& cause : causes) all += cause.seconds;
  Exception rest{.kind = ExceptionKind::small_causes};
  for (RootCause& cause : causes) {
    if (cause.seconds * kSmallShare < all) {
      add_to_rest(cause, rest);
      continue;
    }
    Exception exception{.kind = ExceptionKind::late};
    exception.link = cause.link;
    exception.seconds = cause.seconds;
    exception.money = cause.money;
    exception.orders = std::move(cause.orders);
    list.push_back(std::move(exception));
  }
  if (rest.count > 0) list.push_back(std::move(rest));
}

// One blocked lamp's root with everything that it stops.
struct Blocked {
  LampReading reading;
  std::size_t operations = 0;
  std::set<model::OrderId> orders;
};

void add_blocked(const model::Plant& plant, const plan::Plan& plan, std::vector<Exception>& list) {
  std::map<std::tuple<model::Lamp, plan::LampCause, std::uint32_t>, Blocked> all;
  for (const plan::Readiness& ready : plan.readiness) {
    const model::OrderId order = plan.production_orders[plan.placements[ready.placement].order].for_order;
    for (std::size_t i = 0; i < model::kLampCount; ++i) {
      const LampReading& lamp = ready.lamps[i];
      if (lamp.state != LampState::blocked) continue;
      Blocked& blocked = all[{static_cast<model::Lamp>(i), lamp.cause, lamp.index}];
      blocked.reading = lamp;
      ++blocked.operations;
      if (order.valid()) blocked.orders.insert(order);
    }
  }
  // What is there, or made with what others want, waits for its customer's clearance all the same.
  for (std::uint32_t index = 0; index < plant.clearances.size(); ++index) {
    const model::Clearance& clearance = plant.clearances[index];
    if (clearance.cleared || clearance.expected || !clearance.order.valid()) continue;
    if (plant.orders[clearance.order].status != model::OrderStatus::firm) continue;
    Blocked& blocked = all[{clearance.lamp, plan::LampCause::clearance, index}];
    blocked.reading = {
        .state = LampState::blocked, .cause = plan::LampCause::clearance, .index = index, .at = time::kNever};
    blocked.orders.insert(clearance.order);
  }
  for (const auto& [root, blocked] : all) {
    Exception exception{.kind = ExceptionKind::blocked};
    exception.lamp = std::get<model::Lamp>(root);
    exception.reading = blocked.reading;
    exception.count = blocked.operations;
    exception.orders = {blocked.orders.begin(), blocked.orders.end()};
    list.push_back(std::move(exception));
  }
}

// The plant still pins what the plan no longer holds to its pin.
void add_lost_pins(const model::Plant& plant, const plan::Plan& plan, std::vector<Exception>& list) {
  for (const plan::PlacementId id : base::ids_of(plan.placements)) {
    const plan::Placement& placement = plan.placements[id];
    const plan::ProductionOrder& order = plan.production_orders[placement.order];
    if (!order.open.valid() || placement.status != model::WorkStatus::waiting) continue;
    for (const model::OperationProgress& fact : plant.production_orders[order.open].progress) {
      if (fact.operation != placement.operation || fact.status != model::WorkStatus::pinned) continue;
      Exception exception{.kind = ExceptionKind::lost_pin};
      exception.placement = id;
      exception.pinned = plant.frame.tick(fact.start);
      if (order.for_order.valid()) exception.orders.push_back(order.for_order);
      list.push_back(std::move(exception));
    }
  }
}

void add_budgets(const model::Plant& plant, const plan::Plan& plan, std::vector<Exception>& list) {
  for (const plan::BudgetLine& line : plan.budgets) {
    const model::Budget& budget = plant.budgets[line.budget];
    const base::Money total = line.total(budget);
    const bool hard = budget.hard_cap && total > *budget.hard_cap;
    if (!hard && (!budget.soft_cap || total <= *budget.soft_cap)) continue;
    Exception exception{.kind = hard ? ExceptionKind::over_hard_cap : ExceptionKind::over_soft_cap};
    exception.budget = line.budget;
    exception.over = total - (hard ? *budget.hard_cap : *budget.soft_cap);
    list.push_back(std::move(exception));
  }
}

// What nobody can work on, or not when it was promised, first: the rest is a matter of money.
bool before(const Exception& a, const Exception& b) {
  const auto rank = [](const Exception& e) {
    const bool stops =
        e.kind == ExceptionKind::unplanned || e.kind == ExceptionKind::blocked || e.kind == ExceptionKind::lost_pin;
    return std::make_tuple(!stops, -e.money.raw(), -e.seconds);
  };
  return rank(a) < rank(b);
}

}  // namespace

std::vector<Exception> exceptions(const model::Plant& plant, const plan::Plan& plan) {
  std::vector<Exception> list;
  add_unplanned(plan, list);
  add_late(plant, plan, list);
  add_blocked(plant, plan, list);
  add_lost_pins(plant, plan, list);
  add_budgets(plant, plan, list);
  std::stable_sort(list.begin(), list.end(), before);
  return list;
}

}  // namespace kilter::coordinate
