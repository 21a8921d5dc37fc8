#include <algorithm>
#include <limits>

#include "codec/plan/read/read_tables.hpp"

namespace kilter::codec {
namespace {

using kilter::plan::CostRef;
using kilter::plan::kLongAgo;
using kilter::plan::kNever;
using kilter::plan::LampReading;
using kilter::plan::LateCause;
using kilter::plan::LoadKind;
using kilter::plan::PlacementId;

constexpr std::int64_t kMostTicks = std::numeric_limits<time::Tick>::max();
constexpr std::int64_t kMostSeconds = std::numeric_limits<std::int64_t>::max();

// The first word of `words` that `text` begins with at a word's end; takes it and the blank after it off.
template <class Enum>
std::optional<Enum> take_word(std::string_view& text) {
  const kilter::plan::Words words = kilter::plan::words_of(Enum());
  std::optional<Enum> best;
  std::size_t longest = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool whole = text.starts_with(words[i]) && (text.size() == words[i].size() || text[words[i].size()] == ' ');
    if (!whole || words[i].size() < longest) continue;
    longest = words[i].size();
    best = static_cast<Enum>(i);
  }
  if (best) text.remove_prefix(std::min(text.size(), longest + 1));
  return best;
}

// The moment that `text` begins with; takes it off.
time::Tick take_moment(std::string_view& text, const time::Frame& frame) {
  const std::string_view first = text.substr(0, text.find(' '));
  const std::optional<time::Tick> tick = parse_moment(first, frame);
  if (!tick) return kLongAgo;
  text.remove_prefix(std::min(text.size(), first.size() + 1));
  return *tick;
}

// As written by lamp_text().
LampReading lamp(PlanReading& reading, PlanRows& rows, std::size_t column) {
  std::string_view text = rows.text(column);
  LampReading lamp;
  const auto state = take_word<kilter::plan::LampState>(text);
  if (!state) rows.fault(column, "no-lamp", "begins with none of: ready, on date, blocked");
  lamp.state = state.value_or(kilter::plan::LampState::ready);
  lamp.at = take_moment(text, reading.plant.frame);
  if (text.empty()) return lamp;
  const auto cause = take_word<kilter::plan::LampCause>(text);
  if (!cause) rows.fault(column, "no-lamp", "has no cause that is known");
  lamp.cause = cause.value_or(kilter::plan::LampCause::none);
  const Target target = target_of(lamp.cause);
  if (target != Target::nothing && text.empty()) lamp.index = kNoIndex;
  if (target != Target::nothing && !text.empty())
    lamp.index = reading.known(rows, column, reading.names.target(target, text));
  return lamp;
}

std::uint32_t reference(PlanReading& reading, PlanRows& rows, CostRef kind, const NameIndex& deliveries) {
  const std::string_view name = rows.text(4);
  switch (kind) {
    case CostRef::purchase:
      return reading.known(rows, 4, reading.names.purchase(name));
    case CostRef::placement:
      return reading.known(rows, 4, reading.names.placement(name));
    case CostRef::delivery:
      return reading.known(rows, 4, reading.names.find(deliveries, name));
    case CostRef::production_order:
      return reading.known(rows, 4, reading.names.production_order(name));
  }
  return 0;
}

kilter::plan::LateLink link(PlanReading& reading, PlanRows& rows) {
  kilter::plan::LateLink link;
  link.cause = rows.word<LateCause>(3);
  link.from = rows.moment(4, reading.plant.frame, kLongAgo);
  link.until = rows.moment(5, reading.plant.frame, kNever);
  if (!rows.text(6).empty()) {
    link.placement = PlacementId(reading.known(rows, 6, reading.names.placement(rows.text(6))));
  }
  const Target target = target_of(link.cause);
  const bool named = !rows.text(7).empty();
  if (target != Target::nothing && !named) link.blocker = kNoIndex;
  if (target != Target::nothing && named)
    link.blocker = reading.known(rows, 7, reading.names.target(target, rows.text(7)));
  link.counted = static_cast<time::Tick>(rows.integer(8, 0, kMostTicks));
  return link;
}

}  // namespace

void read_orders(PlanReading& reading, std::string_view bytes) {
  PlanRows rows("orders", bytes, {"order", "due", "delivered", "first_delivered"}, reading.issues);
  while (rows.next()) {
    kilter::plan::Delivery delivery;
    delivery.order = model::OrderId(reading.name(rows, 0, reading.names.orders));
    delivery.due = rows.moment(1, reading.plant.frame, kNever);
    delivery.delivered = rows.moment(2, reading.plant.frame, kNever);
    delivery.first_delivered = rows.moment(3, reading.plant.frame, kNever);
    reading.plan.deliveries.push_back(delivery);
  }
}

void read_unplanned(PlanReading& reading, std::string_view bytes) {
  PlanRows rows("unplanned", bytes, {"order", "item", "quantity", "reason"}, reading.issues);
  while (rows.next()) {
    kilter::plan::Unplanned gap;
    gap.order = model::OrderId(reading.name(rows, 0, reading.names.orders));
    gap.item = model::ItemId(reading.name(rows, 1, reading.names.items));
    gap.quantity = rows.quantity(2);
    gap.reason = rows.word<kilter::plan::UnplannedReason>(3);
    reading.plan.unplanned.push_back(gap);
  }
}

void read_cost_lines(PlanReading& reading, std::string_view bytes) {
  NameIndex deliveries;
  for (std::size_t i = 0; i < reading.plan.deliveries.size(); ++i) {
    deliveries.emplace(reading.plant.orders[reading.plan.deliveries[i].order].id, static_cast<std::uint32_t>(i));
  }
  PlanRows rows("cost_lines", bytes, {"kind", "amount", "at", "ref_kind", "ref", "order", "person"}, reading.issues);
  while (rows.next()) {
    kilter::plan::CostLine line;
    line.kind = rows.word<kilter::plan::CostKind>(0);
    line.amount = rows.money(1);
    line.at = rows.moment(2, reading.plant.frame, kNever);
    line.ref = rows.word<CostRef>(3);
    line.index = reference(reading, rows, line.ref, deliveries);
    line.order = id_or_none<model::OrderId>(reading.optional_name(rows, 5, reading.names.orders));
    line.person = id_or_none<model::PersonId>(reading.optional_name(rows, 6, reading.names.people));
    reading.plan.costs.push_back(line);
  }
}

void read_budget(PlanReading& reading, std::string_view bytes) {
  PlanRows rows("budget", bytes, {"account", "planned"}, reading.issues);
  while (rows.next()) {
    const std::size_t at = reading.plan.budgets.size();
    if (at >= reading.plant.budgets.size()) {
      rows.fault(0, "no-budget", "is one row more than the plant has budgets");
      continue;
    }
    reading.plan.budgets.push_back({.budget = model::BudgetId(at), .planned = rows.money(1)});
  }
}

void read_readiness(PlanReading& reading, std::string_view bytes) {
  std::vector<std::string_view> columns = {"production_order", "operation", "full_kit"};
  for (const std::string_view lamp_name : kilter::plan::words_of(model::Lamp())) columns.push_back(lamp_name);
  PlanRows rows("readiness", bytes, columns, reading.issues);
  while (rows.next()) {
    const auto owner = reading.names.production_order(rows.text(0));
    const auto placed = owner ? reading.names.placement(*owner, rows.text(1)) : std::nullopt;
    kilter::plan::Readiness ready;
    ready.placement = PlacementId(reading.known(rows, 1, placed));
    ready.full_kit = rows.moment(2, reading.plant.frame, kLongAgo);
    for (std::size_t i = 0; i < model::kLampCount; ++i) ready.lamps[i] = lamp(reading, rows, 3 + i);
    reading.plan.readiness.push_back(ready);
  }
}

void read_late_chains(PlanReading& reading, std::string_view bytes) {
  PlanRows rows("late_chains", bytes,
                {"order", "late_seconds", "link", "cause", "from", "until", "operation", "blocker", "seconds"},
                reading.issues);
  while (rows.next()) {
    const std::int64_t number = rows.integer(2, 0, kMostTicks);
    std::vector<kilter::plan::LateChain>& chains = reading.plan.late_chains;
    if (number <= 1) {
      const model::OrderId order(reading.name(rows, 0, reading.names.orders));
      chains.push_back(
          {.order = order, .lateness = static_cast<time::Tick>(rows.integer(1, 0, kMostTicks)), .links = {}});
    }
    if (number == 0) continue;
    if (chains.empty() || number != static_cast<std::int64_t>(chains.back().links.size()) + 1) {
      rows.fault(2, "broken-chain", "does not follow the link before it");
      continue;
    }
    chains.back().links.push_back(link(reading, rows));
  }
}

void read_capacity(PlanReading& reading, std::string_view bytes) {
  PlanRows rows("capacity", bytes,
                {"kind", "id", "week", "planned_seconds", "required_seconds", "capacity_seconds", "overtime_seconds"},
                reading.issues);
  while (rows.next()) {
    kilter::plan::Load load;
    load.kind = rows.word<LoadKind>(0);
    const PlanNames& names = reading.names;
    const NameIndex& index = load.kind == LoadKind::work_centre ? names.work_centres
                             : load.kind == LoadKind::unit      ? names.units
                                                                : names.skills;
    load.index = reading.name(rows, 1, index);
    load.week = rows.moment(2, reading.plant.frame, kLongAgo);
    load.planned = rows.integer(3, 0, kMostSeconds);
    load.required = rows.integer(4, 0, kMostSeconds);
    load.capacity = rows.integer(5, 0, kMostSeconds);
    load.overtime = rows.integer(6, 0, kMostSeconds);
    reading.plan.loads.push_back(load);
  }
}

void read_overtime(PlanReading& reading, std::string_view bytes) {
  PlanRows rows("overtime", bytes, {"calendar", "from", "until"}, reading.issues);
  while (rows.next()) {
    kilter::plan::OvertimeWindow window;
    window.calendar = model::CalendarId(reading.name(rows, 0, reading.names.calendars));
    window.from = rows.moment(1, reading.plant.frame, kLongAgo);
    window.until = rows.moment(2, reading.plant.frame, kNever);
    reading.plan.overtime.push_back(window);
  }
}

void read_deferrals(PlanReading& reading, std::string_view bytes) {
  PlanRows rows("deferrals", bytes, {"order", "budget", "until"}, reading.issues);
  while (rows.next()) {
    kilter::plan::Deferral deferral;
    deferral.order = id_or_none<model::OrderId>(reading.optional_name(rows, 0, reading.names.orders));
    deferral.budget = model::BudgetId(reading.known(rows, 1, reading.names.target(Target::budget, rows.text(1))));
    deferral.until = rows.moment(2, reading.plant.frame, kLongAgo);
    reading.plan.deferrals.push_back(deferral);
  }
}

void read_assumptions(PlanReading& reading, std::string_view bytes) {
  PlanRows rows("assumptions", bytes,
                {"source", "severity", "code", "message", "way_out", "file", "row", "column", "value"}, reading.issues);
  while (rows.next()) {
    if (rows.text(0) != "plan") continue;  // those of the plant are compared with the plant
    base::Issue issue;
    issue.severity = rows.word<base::Severity>(1);
    issue.code = rows.text(2);
    issue.message = rows.text(3);
    issue.way_out = rows.text(4);
    issue.where.file = rows.text(5);
    if (!rows.text(6).empty()) {
      issue.where.row = static_cast<std::uint32_t>(rows.integer(6, 0, std::numeric_limits<std::uint32_t>::max()));
    }
    issue.where.column = rows.text(7);
    issue.where.value = rows.text(8);
    reading.plan.assumptions.push_back(issue);
  }
}

}  // namespace kilter::codec
