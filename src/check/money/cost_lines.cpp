// The cost lines of the plan against those worked out again, key by key; and the objective against its lines.
#include <algorithm>
#include <array>
#include <string>
#include <tuple>

#include "check/money/behind.hpp"
#include "check/money/expected_lines.hpp"
#include "check/rules.hpp"

namespace kilter::check {
namespace {

constexpr std::array<const char*, plan::kCostKindCount> kRuleOfKind = {"cost-material", "cost-labour",  "cost-machine",
                                                                       "cost-overtime", "cost-setup",   "cost-outside",
                                                                       "cost-freight",  "cost-holding", "cost-penalty"};

auto key(const plan::CostLine& line) {
  return std::make_tuple(line.ref, line.index, line.kind, line.person, line.order, line.at);
}

// One line per key with the sum of all lines of that key.
Lines summed(Lines lines) {
  std::sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) { return key(a) < key(b); });
  Lines result;
  for (const plan::CostLine& line : lines) {
    if (result.empty() || key(result.back()) != key(line)) {
      result.push_back(line);
    } else {
      result.back().amount += line.amount;
    }
  }
  return result;
}

std::string what_for(const Facts& facts, const plan::CostLine& line) {
  switch (line.ref) {
    case plan::CostRef::purchase:
      return line.index < facts.plan.purchases.size() ? facts.names.purchase(plan::PurchaseId(line.index))
                                                      : "no purchase";
    case plan::CostRef::placement:
      return line.index < facts.plan.placements.size() ? facts.names.placement(plan::PlacementId(line.index))
                                                       : "no placement";
    case plan::CostRef::delivery:
      return line.order.valid() && line.order.index() < facts.plant.orders.size() ? facts.names.order(line.order)
                                                                                  : "no order";
    case plan::CostRef::production_order:
      return line.index < facts.plan.production_orders.size()
                 ? facts.names.production_order(plan::ProductionOrderId(line.index))
                 : "no production order";
  }
  return "nothing";
}

void complain(const Facts& facts, const plan::CostLine& line, base::Money found, base::Money expected, Report& report) {
  report.add(kRuleOfKind[static_cast<std::size_t>(line.kind)], [&] {
    const bool person = line.person.valid() && line.person.index() < facts.plant.people.size();
    return what_for(facts, line) + (person ? " by " + facts.names.person(line.person) : "") + " at " +
           facts.names.when(line.at) + " is charged with " + facts.names.money(found) + "; worked out again it is " +
           facts.names.money(expected);
  });
}

void compare(const Facts& facts, const Lines& found, const Lines& expected, Report& report) {
  auto mine = expected.begin();
  auto theirs = found.begin();
  while (mine != expected.end() || theirs != found.end()) {
    if (theirs == found.end() || (mine != expected.end() && key(*mine) < key(*theirs))) {
      complain(facts, *mine, {}, mine->amount, report);
      ++mine;
    } else if (mine == expected.end() || key(*theirs) < key(*mine)) {
      if (!theirs->amount.is_zero()) complain(facts, *theirs, theirs->amount, {}, report);
      ++theirs;
    } else {
      if (mine->amount != theirs->amount) complain(facts, *mine, theirs->amount, mine->amount, report);
      ++mine;
      ++theirs;
    }
  }
}

}  // namespace

void check_cost_lines(const Facts& facts, Report& report) {
  Lines expected;
  Behind behind(facts);
  expect_purchases(facts, behind, expected);
  expect_placements(facts, behind, expected);
  expect_holding(facts, behind, expected);
  expect_penalties(facts, expected);
  compare(facts, summed(facts.plan.costs), summed(std::move(expected)), report);
}

void check_objective(const Facts& facts, Report& report) {
  std::array<base::Money, plan::kCostKindCount> parts{};
  for (const plan::CostLine& line : facts.plan.costs) parts[static_cast<std::size_t>(line.kind)] += line.amount;
  std::uint32_t unplanned = 0;
  for (const plan::Delivery& delivery : facts.plan.deliveries) unplanned += delivery.planned() ? 0U : 1U;
  const plan::Objective& objective = facts.plan.objective;
  if (objective.parts == parts && objective.unplanned == unplanned) return;
  report.add("objective", [&] {
    base::Money sum;
    for (const base::Money part : parts) sum += part;
    return "the plan claims " + facts.names.money(objective.total()) + " and " + std::to_string(objective.unplanned) +
           " unplanned orders, part by part; its lines sum to " + facts.names.money(sum) + " and " +
           std::to_string(unplanned) + " orders are not delivered whole";
  });
}

}  // namespace kilter::check
