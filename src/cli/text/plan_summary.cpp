#include "cli/text/plan_summary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <vector>

#include "codec/plan/figures.hpp"
#include "codec/report/cause_titles.hpp"
#include "codec/report/exception_lines.hpp"
#include "codec/report/today.hpp"
#include "codec/text/human.hpp"
#include "coordinate/brief/exceptions.hpp"
#include "coordinate/brief/root_causes.hpp"
#include "plan/words.hpp"

namespace kilter::cli {
namespace {

constexpr std::size_t kShownLines = 10;
constexpr std::size_t kShownCauses = 5;

// "1 order", "2 orders".
std::string orders_in_words(std::size_t count) {
  return codec::human_count(count) + (count == 1 ? " order" : " orders");
}

void print_more(std::size_t all, std::string_view where, std::ostream& out) {
  if (all > kShownLines) out << "  ... and " << codec::human_count(all - kShownLines) << " more in " << where << "\n";
}

void print_orders(const codec::PlanView& view, std::ostream& out) {
  const codec::PlanFigures figures = codec::figures_of(view.plant, view.plan);
  const std::size_t if_released =
      figures.orders - figures.on_time_orders - figures.late_orders - figures.unplanned_orders;
  out << fmt::format("{}: {} on time, ", orders_in_words(figures.orders), codec::human_count(figures.on_time_orders));
  if (if_released > 0) out << codec::human_count(if_released) << " on time only if released, ";
  out << codec::human_count(figures.late_orders) << " late";
  if (figures.late_orders > 0) out << " (" << codec::human_duration(figures.tardiness) << " in all)";
  out << fmt::format(", {} cannot be planned whole\n", codec::human_count(figures.unplanned_orders));
  if (figures.blocked_orders > 0) {
    out << fmt::format("{} of them {} for something that has no date (orders.csv, readiness.csv)\n",
                       codec::human_count(figures.blocked_orders), figures.blocked_orders == 1 ? "waits" : "wait");
  }
}

// Many late orders mostly share a few causes.
void print_root_causes(const codec::PlanView& view, std::ostream& out) {
  const std::vector<coordinate::RootCause> causes = coordinate::root_causes(view.plant, view.plan);
  out << "\nWhy, dearest first\n";
  for (std::size_t i = 0; i < std::min(causes.size(), kShownCauses); ++i) {
    out << fmt::format("  {:>14} {:>17} {}   {}\n", orders_in_words(causes[i].orders.size()),
                       codec::human_money(causes[i].money), view.plant.policy.currency,
                       codec::root_title(view, causes[i].link));
  }
  if (causes.size() > kShownCauses) {
    out << "  ... and " << codec::human_count(causes.size() - kShownCauses) << " causes more in report.html\n";
  }
}

void print_late(const codec::PlanView& view, std::ostream& out) {
  std::vector<const plan::LateChain*> chains;
  for (const plan::LateChain& chain : view.plan.late_chains) chains.push_back(&chain);
  const auto later = [](const plan::LateChain* a, const plan::LateChain* b) { return a->lateness > b->lateness; };
  std::stable_sort(chains.begin(), chains.end(), later);
  if (!chains.empty()) out << "\nLate\n";
  for (std::size_t i = 0; i < std::min(chains.size(), kShownLines); ++i) {
    out << fmt::format("  {:<14} {:>10}   {}\n", view.plant.orders[chains[i]->order].id,
                       codec::human_duration(chains[i]->lateness), codec::main_cause(view, *chains[i]));
  }
  print_more(chains.size(), "late_chains.csv", out);
  if (chains.size() > kShownLines) print_root_causes(view, out);
}

void print_unplanned(const codec::PlanView& view, std::ostream& out) {
  const std::vector<plan::Unplanned>& gaps = view.plan.unplanned;
  if (!gaps.empty()) out << "\nCannot be planned\n";
  for (std::size_t i = 0; i < std::min(gaps.size(), kShownLines); ++i) {
    const model::CustomerOrder& order = view.plant.orders[gaps[i].order];
    const std::string wanting =
        gaps[i].item == order.item ? std::string() : ", for want of " + view.plant.items[gaps[i].item].id;
    out << fmt::format("  {:<14} {:>10} {}{}: {}\n", order.id, codec::human_quantity(gaps[i].quantity),
                       view.plant.items[order.item].id, wanting, plan::explain(gaps[i].reason));
  }
  print_more(gaps.size(), "unplanned.csv", out);
}

void print_lost_pins(const codec::PlanView& view, std::ostream& out) {
  std::size_t count = 0;
  for (const coordinate::Exception& exception : coordinate::exceptions(view.plant, view.plan)) {
    if (exception.kind != coordinate::ExceptionKind::lost_pin) continue;
    if (count == 0) out << "\nNot where it is pinned\n";
    if (++count > kShownLines) continue;
    const codec::ExceptionLine line = codec::line_of(view, exception);
    out << "  " << line.title << ", " << line.detail << "\n";
  }
  print_more(count, "assumptions.csv", out);
}

void print_money(const codec::PlanView& view, std::ostream& out) {
  const plan::Objective& objective = view.plan.objective;
  out << "\nCosts" << fmt::format("{:>27}", view.plant.policy.currency) << "\n";
  for (std::size_t kind = 0; kind < plan::kCostKindCount; ++kind) {
    if (objective.parts[kind].is_zero()) continue;
    out << fmt::format("  {:<12} {:>17}\n", plan::word(static_cast<plan::CostKind>(kind)),
                       codec::human_money(objective.parts[kind]));
  }
  out << fmt::format("  {:<12} {:>17}\n", "total", codec::human_money(objective.total()));
}

void print_budgets(const codec::PlanView& view, std::ostream& out) {
  for (const coordinate::Exception& exception : coordinate::exceptions(view.plant, view.plan)) {
    if (!exception.budget.valid()) continue;
    const codec::ExceptionLine line = codec::line_of(view, exception);
    out << "  " << line.title << " " << line.detail << "\n";
  }
}

void print_lines(std::string_view title, const std::vector<std::string>& lines, std::string_view file,
                 std::ostream& out) {
  if (lines.empty()) return;
  out << "  " << title << " (" << codec::human_count(lines.size()) << ")\n";
  constexpr std::size_t kLines = 5;
  for (std::size_t i = 0; i < std::min(lines.size(), kLines); ++i) out << "    " << lines[i] << "\n";
  if (lines.size() > kLines) out << "    ... the rest is in " << file << "\n";
}

void print_today(const codec::PlanView& view, std::ostream& out) {
  const codec::Today today = codec::today_of(view);
  out << "\nToday, " << codec::human_day(view.civil, 0) << "\n";
  print_lines("chase and change", today.actions, "actions.csv", out);
  print_lines("order", today.purchases, "purchases.csv", out);
  print_lines("start", today.starts, "operations.csv", out);
  if (today.actions.empty() && today.purchases.empty() && today.starts.empty())
    out << "  nothing to order, start or chase\n";
}

}  // namespace

void print_summary(const codec::PlanView& view, const std::string& folder, bool has_report, std::ostream& out) {
  const std::string& name = view.plant.policy.plant_name;
  out << (name.empty() ? "The plant" : name) << ", planned from " << codec::human_moment(view.civil, 0) << "\n";
  print_orders(view, out);
  print_late(view, out);
  print_unplanned(view, out);
  print_lost_pins(view, out);
  print_money(view, out);
  print_budgets(view, out);
  print_today(view, out);
  out << "\nChecked: no violations.\n";
  if (folder.empty()) return;
  const std::filesystem::path place = std::filesystem::absolute(folder).lexically_normal();
  if (has_report) out << "Report: " << (place / "report.html").string() << "\n";
  out << "Tables: " << place.string() << "\n";
}

}  // namespace kilter::cli
