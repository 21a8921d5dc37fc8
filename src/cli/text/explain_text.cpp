#include "cli/text/explain_text.hpp"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "cli/text/supply_text.hpp"
#include "codec/json/writer.hpp"
#include "codec/plan/figures.hpp"
#include "codec/plan/lamps/next_step.hpp"
#include "codec/plan/references.hpp"
#include "codec/report/cause_titles.hpp"
#include "codec/text/human.hpp"
#include "plan/words.hpp"

namespace kilter::cli {
namespace {

using codec::human_moment;
using coordinate::NodeKind;
using coordinate::SupplyNode;

constexpr std::size_t kTreeLines = 400;
constexpr std::array<std::string_view, 3> kLampMarks{"●", "◐", "○"};

const plan::LateChain* chain_of(const plan::Plan& plan, model::OrderId order) {
  for (const plan::LateChain& chain : plan.late_chains) {
    if (chain.order == order) return &chain;
  }
  return nullptr;
}

// Whole minutes of each link such that they sum to the order's, a minute begun counted whole.
std::vector<std::int64_t> minutes_of(const plan::LateChain& chain) {
  std::vector<std::int64_t> minutes;
  std::int64_t seconds = 0;
  for (const plan::LateLink& link : chain.links) {
    const std::int64_t before = (seconds + 59) / 60;
    seconds += link.counted;
    minutes.push_back((seconds + 59) / 60 - before);
  }
  return minutes;
}

// Costs of the order by kind; lines of stock and shared ones belong to no order.
std::array<base::Money, plan::kCostKindCount> costs_of(const plan::Plan& plan, model::OrderId order) {
  std::array<base::Money, plan::kCostKindCount> sums{};
  for (const plan::CostLine& line : plan.costs) {
    if (line.order == order) sums[static_cast<std::size_t>(line.kind)] += line.amount;
  }
  return sums;
}

// A day by whose end something is wanted has no time of day; every other moment is written alike.
std::string due_text(const codec::PlanView& view, time::Tick tick) {
  const bool midnight = view.civil.civil(tick).second_of_day == 0;
  return midnight ? codec::human_deadline_day(view.civil, tick) + ", end of the day" : human_moment(view.civil, tick);
}

// "on date Mon 21 Dec 11:54, purchase B-3".
std::string lamp_reading(const codec::PlanView& view, const plan::LampReading& lamp) {
  std::string text(plan::word(lamp.state));
  if (lamp.at != time::kLongAgo) text += " " + human_moment(view.civil, lamp.at);
  if (lamp.cause == plan::LampCause::none) return text;
  const std::string name = codec::target_name(view, codec::target_of(lamp.cause), lamp.index);
  return text.append(", ").append(plan::word(lamp.cause)).append(name.empty() ? "" : " " + name);
}

void print_head(const codec::PlanView& view, const plan::Delivery& delivery, std::ostream& out) {
  const model::CustomerOrder& order = view.plant.orders[delivery.order];
  const model::Item& item = view.plant.items[order.item];
  out << order.id << ": " << codec::human_quantity(order.quantity) << " " << (item.name.empty() ? item.id : item.name);
  if (order.customer.valid()) out << " for " << view.plant.customers[order.customer].name;
  out << ", priority " << order.priority << "\n";
  out << "  requested  " << due_text(view, view.plant.frame.tick(order.requested)) << "\n";
  out << "  promised   " << (order.promised ? due_text(view, view.plant.frame.tick(*order.promised)) : "-") << "\n";
  out << "  projected  "
      << (delivery.planned() ? human_moment(view.civil, delivery.delivered) : "cannot be planned whole");
  if (delivery.planned())
    out << (delivery.late() > 0 ? ", late " + codec::human_duration(delivery.late()) : ", on time");
  if (delivery.planned() && codec::blocked_orders(view.plant, view.plan)[delivery.order.index()]) {
    out << " only if what has no date is released";
  }
  out << "\n";
}

void print_clearances(const codec::PlanView& view, model::OrderId order, std::ostream& out) {
  for (const model::Clearance& clearance : view.plant.clearances) {
    if (clearance.cleared || clearance.order != order) continue;
    out << "  waits for  " << clearance.id << " (" << plan::word(clearance.lamp) << "), "
        << (clearance.expected
                ? "expected " + codec::human_deadline_day(view.civil, view.plant.frame.tick(*clearance.expected))
                : std::string("no date"))
        << (clearance.owner.empty() ? "" : ", owner: " + clearance.owner) << "\n";
  }
}

void print_gaps(const codec::PlanView& view, model::OrderId order, std::ostream& out) {
  for (const plan::Unplanned& gap : view.plan.unplanned) {
    if (gap.order != order) continue;
    out << "  " << codec::human_quantity(gap.quantity) << " cannot be planned, for " << view.plant.items[gap.item].id
        << ": " << plan::explain(gap.reason) << "\n";
  }
}

void print_chain(const codec::PlanView& view, const plan::LateChain& chain, std::ostream& out) {
  const std::vector<std::int64_t> minutes = minutes_of(chain);
  std::int64_t sum = 0;
  out << "\nWhy late, back from delivery" << fmt::format("{:>16}", "minutes") << "\n";
  for (std::size_t i = 0; i < chain.links.size(); ++i) {
    if (minutes[i] == 0) continue;
    sum += minutes[i];
    const plan::LateLink& link = chain.links[i];
    const std::string at = link.placement.valid() ? view.ids.operation(view.plan, link.placement).str() : "";
    out << fmt::format("  {:>10}  {} to {}  {}{}\n", codec::human_count(static_cast<std::uint64_t>(minutes[i])),
                       human_moment(view.civil, link.from), human_moment(view.civil, link.until),
                       codec::cause_title(view, link), at.empty() ? "" : " [" + at + "]");
  }
  out << fmt::format("  {:>10}  in all, the lateness of the order\n",
                     codec::human_count(static_cast<std::uint64_t>(sum)));
}

std::string lamps_text(const plan::Readiness& ready) {
  std::string text;
  for (const plan::LampReading& lamp : ready.lamps) text += kLampMarks[static_cast<std::size_t>(lamp.state)];
  return text;
}

std::string node_dates(const codec::PlanView& view, const SupplyNode& node) {
  if (node.kind == NodeKind::stock) return "there";
  if (node.until == time::kNever) return "not planned";
  const bool bought = node.kind == NodeKind::purchase || node.kind == NodeKind::open_purchase;
  const std::string from = bought ? codec::human_day(view.civil, node.from) : human_moment(view.civil, node.from);
  return from + " to " + (bought ? codec::human_day(view.civil, node.until) : human_moment(view.civil, node.until));
}

void print_tree(const codec::PlanView& view, const std::vector<SupplyNode>& nodes, std::ostream& out) {
  out << "\nWhat serves it (lamps: material people machine tool document quality paperwork money)\n";
  if (nodes.empty()) out << "  nothing\n";
  for (const SupplyNode& node : nodes) {
    const std::string indent(2 + 2 * static_cast<std::size_t>(node.depth), ' ');
    const SupplyText words = text_of(view, node);
    out << indent << words.id << " " << words.text << ", " << node_dates(view, node);
    if (node.ready != nullptr) out << "  " << lamps_text(*node.ready);
    if (node.repeated) out << " (told above)";
    out << "\n";
    if (node.ready == nullptr) continue;
    for (std::size_t i = 0; i < model::kLampCount; ++i) {
      const plan::LampReading& lamp = node.ready->lamps[i];
      if (lamp.state == plan::LampState::ready) continue;
      out << indent << "    " << plan::word(static_cast<model::Lamp>(i)) << " " << lamp_reading(view, lamp) << "\n";
      const codec::NextStep step = codec::next_step(view, lamp);
      if (!step.text.empty()) out << indent << "      " << step.owner << ": " << step.text << "\n";
    }
  }
  if (nodes.size() >= kTreeLines) out << "  ... more in pegging.csv\n";
}

void print_costs(const codec::PlanView& view, model::OrderId order, std::ostream& out) {
  base::Money total;
  out << "\nCosts" << fmt::format("{:>27}", view.plant.policy.currency) << "\n";
  const auto costs = costs_of(view.plan, order);
  for (std::size_t kind = 0; kind < plan::kCostKindCount; ++kind) {
    total += costs[kind];
    if (costs[kind].is_zero()) continue;
    out << fmt::format("  {:<12} {:>17}\n", plan::word(static_cast<plan::CostKind>(kind)),
                       codec::human_money(costs[kind]));
  }
  out << fmt::format("  {:<12} {:>17}\n", "total", codec::human_money(total));
}

void moment_member(const codec::PlanView& view, std::string_view name, std::optional<time::Tick> tick,
                   codec::JsonWriter& json) {
  json.key(name);
  tick&&* tick != time::kNever ? json.text(view.civil.str(*tick)) : json.null();
}

// Those of the order itself that are not given.
void clearances_member(const codec::PlanView& view, model::OrderId order, codec::JsonWriter& json) {
  json.key("clearances").begin_array();
  for (const model::Clearance& clearance : view.plant.clearances) {
    if (clearance.cleared || clearance.order != order) continue;
    json.begin_object().key("id").text(clearance.id).key("lamp").text(plan::word(clearance.lamp));
    moment_member(view, "expected",
                  clearance.expected ? std::optional(view.plant.frame.tick(*clearance.expected)) : std::nullopt, json);
    json.key("owner").text(clearance.owner).end_object();
  }
  json.end_array();
}

void chain_member(const codec::PlanView& view, const plan::LateChain* chain, codec::JsonWriter& json) {
  json.key("why_late").begin_array();
  const std::vector<std::int64_t> minutes = chain == nullptr ? std::vector<std::int64_t>() : minutes_of(*chain);
  for (std::size_t i = 0; i < minutes.size(); ++i) {
    const plan::LateLink& link = chain->links[i];
    json.begin_object().key("cause").text(plan::word(link.cause)).key("title").text(codec::cause_title(view, link));
    json.key("minutes").integer(minutes[i]).key("seconds").integer(link.counted);
    moment_member(view, "from", link.from, json);
    moment_member(view, "until", link.until, json);
    json.key("operation").text(link.placement.valid() ? view.ids.operation(view.plan, link.placement).str() : "");
    json.end_object();
  }
  json.end_array();
}

// Those that are not ready.
void lamps_member(const codec::PlanView& view, const plan::Readiness& ready, codec::JsonWriter& json) {
  json.key("waits_for").begin_array();
  for (std::size_t i = 0; i < model::kLampCount; ++i) {
    const plan::LampReading& lamp = ready.lamps[i];
    if (lamp.state == plan::LampState::ready) continue;
    const codec::NextStep step = codec::next_step(view, lamp);
    json.begin_object().key("lamp").text(plan::word(static_cast<model::Lamp>(i)));
    json.key("reading").text(codec::lamp_text(view, lamp));
    json.key("owner").text(step.owner).key("next_step").text(step.text).end_object();
  }
  json.end_array();
}

void tree_member(const codec::PlanView& view, model::OrderId order, codec::JsonWriter& json) {
  static constexpr std::array<std::string_view, 5> kKinds{"production order", "operation", "purchase", "open purchase",
                                                          "stock"};
  json.key("supply").begin_array();
  for (const SupplyNode& node : coordinate::supply_tree(view.plant, view.plan, order, kTreeLines)) {
    json.begin_object().key("depth").integer(node.depth).key("kind").text(kKinds[static_cast<std::size_t>(node.kind)]);
    const SupplyText words = text_of(view, node);
    json.key("id").text(words.id).key("text").text(words.text);
    moment_member(view, "from", node.from, json);
    moment_member(view, "until", node.until, json);
    if (node.ready != nullptr) lamps_member(view, *node.ready, json);
    json.end_object();
  }
  json.end_array();
}

}  // namespace

void explain_order(const codec::PlanView& view, std::size_t delivery, std::ostream& out) {
  const plan::Delivery& told = view.plan.deliveries[delivery];
  print_head(view, told, out);
  print_clearances(view, told.order, out);
  print_gaps(view, told.order, out);
  if (const plan::LateChain* chain = chain_of(view.plan, told.order)) print_chain(view, *chain, out);
  print_tree(view, coordinate::supply_tree(view.plant, view.plan, told.order, kTreeLines), out);
  print_costs(view, told.order, out);
}

void explain_order_json(const codec::PlanView& view, std::size_t delivery, std::ostream& out) {
  const plan::Delivery& told = view.plan.deliveries[delivery];
  const model::CustomerOrder& order = view.plant.orders[told.order];
  codec::JsonWriter json(codec::JsonWriter::Style::indented);
  json.begin_object().key("order").text(order.id).key("item").text(view.plant.items[order.item].id);
  json.key("quantity").decimal(order.quantity.raw(), 6).key("priority").integer(order.priority);
  moment_member(view, "requested", view.plant.frame.tick(order.requested), json);
  moment_member(view, "promised", order.promised ? std::optional(view.plant.frame.tick(*order.promised)) : std::nullopt,
                json);
  moment_member(view, "projected", told.delivered, json);
  json.key("late_minutes").integer((std::int64_t{told.late()} + 59) / 60).key("late_seconds").integer(told.late());
  json.key("blocked").boolean(codec::blocked_orders(view.plant, view.plan)[told.order.index()]);
  clearances_member(view, told.order, json);
  chain_member(view, chain_of(view.plan, told.order), json);
  tree_member(view, told.order, json);
  json.key("costs").begin_object();
  const auto costs = costs_of(view.plan, told.order);
  for (std::size_t kind = 0; kind < plan::kCostKindCount; ++kind) {
    json.key(plan::word(static_cast<plan::CostKind>(kind))).decimal(costs[kind].raw(), 2);
  }
  json.end_object().end_object();
  out << json.str() << "\n";
}

}  // namespace kilter::cli
