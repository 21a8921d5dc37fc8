#include "codec/report/cause_titles.hpp"

#include "codec/text/human.hpp"
#include "coordinate/brief/root_causes.hpp"

namespace kilter::codec {
namespace {

using kilter::plan::LateCause;
using kilter::plan::LateChain;
using kilter::plan::LateLink;

// "Paint 2 (P-2)", or just the id when there is no other name.
template <class Entity>
std::string named(const Entity& entity) {
  return entity.name.empty() || entity.name == entity.id ? entity.id : entity.name + " (" + entity.id + ")";
}

const model::Operation* operation_of(const PlanView& view, const LateLink& link) {
  if (!link.placement.valid()) return nullptr;
  const model::OperationId id = view.plan.placements[link.placement].operation;
  return id.valid() ? &view.plant.operations[id] : nullptr;
}

std::string unit_of(const PlanView& view, const LateLink& link) {
  if (!link.placement.valid()) return "a work unit";
  const model::WorkUnitId unit = view.plan.placements[link.placement].unit;
  return unit.valid() ? named(view.plant.work_units[unit]) : "no machine";
}

std::string centre_of(const PlanView& view, const LateLink& link) {
  if (!link.placement.valid()) return unit_of(view, link);
  const model::WorkUnitId unit = view.plan.placements[link.placement].unit;
  if (!unit.valid() || !view.plant.work_units[unit].work_centre.valid()) return unit_of(view, link);
  return named(view.plant.work_centres[view.plant.work_units[unit].work_centre]);
}

std::string skills_of(const PlanView& view, const LateLink& link) {
  const model::Operation* operation = operation_of(view, link);
  if (operation == nullptr || operation->skills.empty()) return "the skill";
  return named(view.plant.skills[operation->skills.front().skill]);
}

std::string operation_name(const PlanView& view, const LateLink& link) {
  const model::Operation* operation = operation_of(view, link);
  if (operation == nullptr) return "the order";
  const std::string& name = operation->name.empty() ? operation->id : operation->name;
  return name + " of " + named(view.plant.items[operation->item]);
}

// The work that the person or tool of a waiting placement did until the link's end; null when it was away.
const kilter::plan::Assignment* done_first(const PlanView& view, const LateLink& link) {
  const kilter::plan::Placement& waiting = view.plan.placements[link.placement];
  if (link.until > waiting.start) return nullptr;
  const auto kind =
      link.cause == LateCause::tool ? kilter::plan::AssigneeKind::tool : kilter::plan::AssigneeKind::person;
  for (const kilter::plan::AssignmentId id : waiting.assignments) {
    const kilter::plan::Assignment& mine = view.plan.assignments[id];
    if (mine.kind != kind || mine.index != link.blocker) continue;
    for (const kilter::plan::Assignment& other : view.plan.assignments) {
      const bool same = other.kind == kind && other.index == mine.index && other.copy == mine.copy;
      if (same && other.placement != link.placement && other.start < link.until && link.until <= other.end)
        return &other;
    }
  }
  return nullptr;
}

// ", who did P-3/10 at Booth 2 (B2) first": the work and where; empty when there is none.
std::string first_text(const PlanView& view, const LateLink& link, const std::string& verb) {
  const kilter::plan::Assignment* other = link.placement.valid() ? done_first(view, link) : nullptr;
  if (other == nullptr) return {};
  const model::WorkUnitId unit = view.plan.placements[other->placement].unit;
  return ", " + verb + view.ids.operation(view.plan, other->placement).str() +
         (unit.valid() ? " at " + named(view.plant.work_units[unit]) : std::string()) + " first";
}

std::string person_title(const PlanView& view, const LateLink& link) {
  const std::string first = first_text(view, link, "who did ");
  if (first.empty() || link.blocker >= view.plant.people.size()) return "Nobody free for " + skills_of(view, link);
  return "Waiting for " + named(view.plant.people[model::PersonId(link.blocker)]) + first;
}

std::string tool_title(const PlanView& view, const LateLink& link) {
  if (link.blocker >= view.plant.tools.size()) return "Tool in use";
  return "Tool in use: " + named(view.plant.tools[model::ToolId(link.blocker)]);
}

std::string purchase_title(const PlanView& view, const LateLink& link) {
  if (link.blocker >= view.plan.purchases.size()) return "Waiting for a purchase";
  const auto& purchase = view.plan.purchases[kilter::plan::PurchaseId(link.blocker)];
  const model::VendorId vendor = view.plant.offers[purchase.offer].vendor;
  std::string title =
      "Waiting for " + named(view.plant.items[purchase.item]) + " from " + named(view.plant.vendors[vendor]);
  if (purchase.reason == kilter::plan::PurchaseReason::budget) title += ", moved by a hard cap";
  if (purchase.reason == kilter::plan::PurchaseReason::capacity) title += ", moved by a vendor's capacity";
  return title;
}

std::string open_purchase_title(const PlanView& view, const LateLink& link) {
  if (link.blocker >= view.plant.purchase_orders.size()) return "Waiting for a purchase order under way";
  const auto& order = view.plant.purchase_orders[model::OpenPurchaseOrderId(link.blocker)];
  const std::string item = named(view.plant.items[order.item]);
  return "Purchase order " + order.id + ": " + item + " from " + named(view.plant.vendors[order.vendor]);
}

std::string stock_title(const PlanView& view, const LateLink& link) {
  if (link.blocker >= view.plant.stock.size()) return "Waiting for stock";
  return "Waiting for stock of " + named(view.plant.items[view.plant.stock[model::StockId(link.blocker)].item]);
}

// The vendor that does the work; empty for work of our own.
std::string vendor_of(const PlanView& view, const LateLink& link) {
  const model::Operation* operation = operation_of(view, link);
  const bool outside = operation != nullptr && operation->vendor.valid();
  return outside ? named(view.plant.vendors[operation->vendor]) : std::string();
}

std::string outside_title(const PlanView& view, const LateLink& link) {
  const std::string vendor = vendor_of(view, link);
  return vendor.empty() ? "Outside processing" : "Outside processing at " + vendor;
}

// `place`: of work of our own.
std::string closed_title(const PlanView& view, const LateLink& link, const std::string& place) {
  const std::string vendor = vendor_of(view, link);
  return "Closed hours of " + (vendor.empty() ? place : vendor);
}

// The account alone.
std::string account_title(const PlanView& view, const LateLink& link) {
  if (link.blocker >= view.plant.budgets.size()) return "Waiting for money";
  const model::Budget& budget = view.plant.budgets[model::BudgetId(link.blocker)];
  const std::string account = named(view.plant.accounts[budget.account]);
  // At a placement it is closed hours whose overtime cannot be paid.
  return link.placement.valid() ? "No money for overtime: hard cap of account " + account
                                : "Waiting for the next period of account " + account;
}

std::string budget_title(const PlanView& view, const LateLink& link) {
  std::string title = account_title(view, link);
  if (!link.placement.valid() || link.blocker >= view.plant.budgets.size()) return title;
  const model::Budget& budget = view.plant.budgets[model::BudgetId(link.blocker)];
  return title + " from " + human_day(view.civil, view.plant.frame.tick(budget.from)) + " to " +
         human_deadline_day(view.civil, view.plant.frame.tick(budget.until));
}

std::string clearance_title(const PlanView& view, const LateLink& link) {
  if (link.blocker >= view.plant.clearances.size()) return "Waiting for a clearance";
  const model::Clearance& clearance = view.plant.clearances[link.blocker];
  return "Waiting for " + (clearance.note.empty() ? clearance.id : clearance.note + " (" + clearance.id + ")");
}

}  // namespace

std::string cause_title(const PlanView& view, const LateLink& link) {
  switch (link.cause) {
    case LateCause::process:
      return "Working time of " + operation_name(view, link);
    case LateCause::setup:
      return "Setups on " + unit_of(view, link);
    case LateCause::queue:
      return "Queue at " + unit_of(view, link);
    case LateCause::person:
      return person_title(view, link);
    case LateCause::tool:
      return tool_title(view, link) + first_text(view, link, "which did ");
    case LateCause::closed:
      return closed_title(view, link, unit_of(view, link));
    case LateCause::minimum_wait:
      return "Waiting time before " + operation_name(view, link);
    case LateCause::purchase:
      return purchase_title(view, link);
    case LateCause::open_purchase:
      return open_purchase_title(view, link);
    case LateCause::stock:
      return stock_title(view, link);
    case LateCause::outside:
      return outside_title(view, link);
    case LateCause::late_start:
      return "No time left when planning began";
    case LateCause::clearance:
      return clearance_title(view, link);
    case LateCause::choice:
      return "Placed later than it had to be";
    case LateCause::budget:
      return budget_title(view, link);
  }
  return {};
}

std::string root_title(const PlanView& view, const LateLink& link) {
  switch (link.cause) {
    case LateCause::setup:
      return "Setups on " + centre_of(view, link);
    case LateCause::queue:
      return "Queue at " + centre_of(view, link);
    case LateCause::closed:
      return closed_title(view, link, centre_of(view, link));
    case LateCause::person:
      return "Nobody free for " + skills_of(view, link);
    case LateCause::tool:
      return tool_title(view, link);
    case LateCause::budget:
      return account_title(view, link);
    default:
      return cause_title(view, link);
  }
}

std::string main_cause(const PlanView& view, const LateChain& chain) {
  const LateLink* link = coordinate::main_link(view.plant, view.plan, chain);
  return link == nullptr ? std::string() : root_title(view, *link);
}

}  // namespace kilter::codec
