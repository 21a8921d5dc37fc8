#include "codec/plan/diff/plan_diff.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>

#include "codec/plan/diff/plan_texts.hpp"
#include "plan/words.hpp"
#include "time/civil_text.hpp"

namespace kilter::codec {
namespace {

// Seconds from one written moment to another; 0 when one of them is none.
std::int64_t seconds_between(const std::string& before, const std::string& after) {
  static const time::Frame frame(std::chrono::sys_days(std::chrono::year(2020) / 1 / 1));
  const auto from = time::parse_civil(before, frame);
  const auto to = time::parse_civil(after, frame);
  return from && to ? std::int64_t{*to} - *from : 0;
}

void diff_orders(const PlanTexts& before, const PlanTexts& after, PlanDiff& diff) {
  const auto add = [&](const std::string& order, const std::string& was, const std::string& is) {
    if (was != is)
      diff.orders.push_back({.order = order, .before = was, .after = is, .seconds = seconds_between(was, is)});
  };
  for (const auto& [order, was] : before.delivered) {
    const auto now = after.delivered.find(order);
    add(order, was, now == after.delivered.end() ? std::string() : now->second);
  }
  for (const auto& [order, is] : after.delivered) {
    if (before.delivered.count(order) == 0) add(order, {}, is);
  }
  std::stable_sort(diff.orders.begin(), diff.orders.end(),
                   [](const OrderChange& a, const OrderChange& b) { return a.seconds > b.seconds; });
}

void diff_operation(const std::string& name, const OperationRow& was, const OperationRow& is, PlanDiff& diff) {
  const bool same_hands = was.unit == is.unit && was.people == is.people;
  if (same_hands && was.start == is.start) return;
  OperationChange change{.name = name,
                         .before = was.start,
                         .after = is.start,
                         .unit_before = was.unit,
                         .unit_after = is.unit,
                         .people_before = was.people,
                         .people_after = is.people,
                         .seconds = seconds_between(was.start, is.start)};
  (same_hands ? diff.moved : diff.reassigned).push_back(std::move(change));
}

void diff_operations(const PlanTexts& before, const PlanTexts& after, PlanDiff& diff) {
  for (const auto& [name, was] : before.operations) {
    const auto now = after.operations.find(name);
    if (now == after.operations.end()) continue;
    ++diff.operations;
    diff_operation(name, was, now->second, diff);
  }
  diff.operations_removed = before.operations.size() - diff.operations;
  diff.operations_added = after.operations.size() - diff.operations;
}

// What only one of two sorted lists has, paired by turn.
void diff_item(const std::string& item, const std::vector<std::string>& was, const std::vector<std::string>& is,
               PlanDiff& diff) {
  std::vector<std::string> gone;
  std::vector<std::string> come;
  std::set_difference(was.begin(), was.end(), is.begin(), is.end(), std::back_inserter(gone));
  std::set_difference(is.begin(), is.end(), was.begin(), was.end(), std::back_inserter(come));
  for (std::size_t i = 0; i < std::max(gone.size(), come.size()); ++i) {
    diff.purchases.push_back({.item = item,
                              .before = i < gone.size() ? gone[i] : std::string(),
                              .after = i < come.size() ? come[i] : std::string()});
  }
}

void diff_purchases(const PlanTexts& before, const PlanTexts& after, PlanDiff& diff) {
  static const std::vector<std::string> kNone;
  for (const auto& [item, was] : before.purchases) {
    const auto now = after.purchases.find(item);
    diff_item(item, was, now == after.purchases.end() ? kNone : now->second, diff);
  }
  for (const auto& [item, is] : after.purchases) {
    if (before.purchases.count(item) == 0) diff_item(item, kNone, is, diff);
  }
}

void diff_money(const PlanTexts& before, const PlanTexts& after, PlanDiff& diff) {
  const kilter::plan::Objective& was = before.header.objective;
  const kilter::plan::Objective& is = after.header.objective;
  for (std::size_t kind = 0; kind < kilter::plan::kCostKindCount; ++kind) {
    if (was.parts[kind] == is.parts[kind]) continue;
    const std::string_view word = kilter::plan::word(static_cast<kilter::plan::CostKind>(kind));
    diff.money.push_back({.part = std::string(word), .before = was.parts[kind], .after = is.parts[kind]});
  }
  diff.money.push_back({.part = "total", .before = was.total(), .after = is.total()});
}

}  // namespace

base::Result<PlanDiff> diff_plans(std::span<const PlanFile> before, std::span<const PlanFile> after) {
  base::Issues issues;
  const PlanTexts was = read_plan_texts(before, "before", issues);
  const PlanTexts is = read_plan_texts(after, "after", issues);
  if (!issues.empty()) return base::Result<PlanDiff>::failure(std::move(issues));
  PlanDiff diff;
  diff_orders(was, is, diff);
  diff_operations(was, is, diff);
  diff_purchases(was, is, diff);
  diff_money(was, is, diff);
  return diff;
}

}  // namespace kilter::codec
