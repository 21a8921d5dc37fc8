#include "codec/report/exceptions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "codec/plan/lamps/next_step.hpp"
#include "codec/plan/references.hpp"
#include "codec/report/root_cause.hpp"
#include "codec/text/human.hpp"
#include "plan/words.hpp"

namespace kilter::codec {
namespace {

using kilter::plan::LampReading;
using kilter::plan::LampState;

void add_unplanned(const PlanView& view, std::vector<Exception>& list) {
  std::map<std::pair<model::ItemId, kilter::plan::UnplannedReason>, std::vector<model::OrderId>> causes;
  for (const kilter::plan::Unplanned& gap : view.plan.unplanned) causes[{gap.item, gap.reason}].push_back(gap.order);
  for (auto& [cause, orders] : causes) {
    list.push_back({.mark = Mark::cross,
                    .title = "Cannot be had: " + view.plant.items[cause.first].id,
                    .detail = std::string(kilter::plan::explain(cause.second)),
                    .orders = std::move(orders),
                    .section = "orders"});
  }
}

constexpr std::int64_t kSmallShare = 50;  // a cause of less than one in so many of all seconds is a small one

// Small causes of a few minutes share a line: nobody can act on them one by one.
void add_late(const PlanView& view, std::vector<Exception>& list) {
  std::vector<RootCause> causes = root_causes(view);
  std::int64_t all = 0;
  for (const RootCause& cause : causes) all += cause.seconds;
  std::size_t small = 0;
  Exception rest{.mark = Mark::half, .section = "late"};
  for (RootCause& cause : causes) {
    if (cause.seconds * kSmallShare < all) {
      ++small;
      rest.seconds += cause.seconds;
      rest.money += cause.money;
      for (const model::OrderId order : cause.orders) {
        const bool known = std::find(rest.orders.begin(), rest.orders.end(), order) != rest.orders.end();
        if (!known) rest.orders.push_back(order);
      }
      continue;
    }
    list.push_back({.mark = Mark::half,
                    .title = std::move(cause.title),
                    .seconds = cause.seconds,
                    .money = cause.money,
                    .orders = std::move(cause.orders),
                    .section = "late"});
  }
  if (small == 0) return;
  rest.title = small == 1 ? "One smaller cause" : fmt::format("{} smaller causes", small);
  list.push_back(std::move(rest));
}

// One blocked lamp's root with everything that it stops.
struct Blocked {
  std::size_t operations = 0;
  std::set<model::OrderId> orders;
};
using BlockedBy = std::map<std::tuple<model::Lamp, kilter::plan::LampCause, std::uint32_t>, Blocked>;

BlockedBy blocked_lamps(const PlanView& view) {
  BlockedBy all;
  for (const kilter::plan::Readiness& ready : view.plan.readiness) {
    const auto& placement = view.plan.placements[ready.placement];
    const model::OrderId order = view.plan.production_orders[placement.order].for_order;
    for (std::size_t i = 0; i < model::kLampCount; ++i) {
      const LampReading& lamp = ready.lamps[i];
      if (lamp.state != LampState::blocked) continue;
      Blocked& blocked = all[{static_cast<model::Lamp>(i), lamp.cause, lamp.index}];
      ++blocked.operations;
      if (order.valid()) blocked.orders.insert(order);
    }
  }
  return all;
}

std::string blocked_title(const PlanView& view, model::Lamp lamp, kilter::plan::LampCause cause, std::uint32_t index) {
  const std::string name = target_name(view, target_of(cause), index);
  std::string title = fmt::format("Blocked, {}", kilter::plan::word(lamp));
  if (cause == kilter::plan::LampCause::clearance && index < view.plant.clearances.size()) {
    const model::Clearance& clearance = view.plant.clearances[index];
    return fmt::format("{}: {}", title, clearance.note.empty() ? clearance.id : clearance.note);
  }
  return cause == kilter::plan::LampCause::none ? title
                                                : fmt::format("{}: {} {}", title, kilter::plan::word(cause), name);
}

std::string owner_of(const PlanView& view, kilter::plan::LampCause cause, std::uint32_t index) {
  const NextStep step = next_step(view, {.state = LampState::blocked, .cause = cause, .index = index});
  return step.owner.empty() ? step.owner : ", owner: " + step.owner;
}

void add_blocked(const PlanView& view, std::vector<Exception>& list) {
  for (const auto& [key, blocked] : blocked_lamps(view)) {
    const auto& [lamp, cause, index] = key;
    const std::string operations =
        blocked.operations == 1 ? "1 operation" : human_count(blocked.operations) + " operations";
    list.push_back({.mark = Mark::hollow,
                    .title = blocked_title(view, lamp, cause, index),
                    .detail = operations + owner_of(view, cause, index),
                    .orders = {blocked.orders.begin(), blocked.orders.end()},
                    .section = "readiness"});
  }
}

void add_budgets(const PlanView& view, std::vector<Exception>& list) {
  for (const kilter::plan::BudgetLine& line : view.plan.budgets) {
    const model::Budget& budget = view.plant.budgets[line.budget];
    if (!budget.soft_cap || line.total(budget) <= *budget.soft_cap) continue;
    const base::Money over = line.total(budget) - *budget.soft_cap;
    const model::Account& account = view.plant.accounts[budget.account];
    list.push_back(
        {.mark = Mark::half,
         .title = fmt::format("Budget {} is over its soft cap", account.name.empty() ? account.id : account.name),
         .detail = fmt::format("by {} {}, from {}", human_money(over), view.plant.policy.currency,
                               human_day(view.civil, view.plant.frame.tick(budget.from))),
         .section = "budget"});
  }
}

bool before(const Exception& a, const Exception& b) {
  // What nobody can work on first: the rest is a matter of money.
  const auto rank = [](const Exception& e) {
    return std::make_tuple(e.mark == Mark::half, -e.money.raw(), -e.seconds);
  };
  return rank(a) < rank(b);
}

}  // namespace

std::vector<Exception> exceptions(const PlanView& view) {
  std::vector<Exception> list;
  add_unplanned(view, list);
  add_late(view, list);
  add_blocked(view, list);
  add_budgets(view, list);
  std::stable_sort(list.begin(), list.end(), before);
  return list;
}

}  // namespace kilter::codec
