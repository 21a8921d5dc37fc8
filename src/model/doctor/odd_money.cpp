// Budget periods that overlap, of one account or of several of one kind, caps that contradict each other, and rates of
// the plant's own currency.
#include <algorithm>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "model/decimal_text.hpp"
#include "model/doctor/doctor.hpp"

namespace kilter::model {
namespace {

// Rows of budgets in the sequence of `group` (an account, a kind), then of their periods.
template <class Group>
std::vector<std::uint32_t> sorted_rows(const std::vector<BudgetRow>& budgets, Group group) {
  std::vector<std::uint32_t> rows(budgets.size());
  for (std::uint32_t i = 0; i < rows.size(); ++i) rows[i] = i;
  std::sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::tuple(group(budgets[a]), budgets[a].from, a) < std::tuple(group(budgets[b]), budgets[b].from, b);
  });
  return rows;
}

void examine_periods(Examination& exam) {
  const auto& budgets = exam.draft.budgets;
  const std::vector<std::uint32_t> rows = sorted_rows(budgets, [](const BudgetRow& row) { return row.account.view(); });
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const BudgetRow& before = budgets[rows[i - 1]];
    const BudgetRow& row = budgets[rows[i]];
    if (before.account != row.account || row.from >= before.until) continue;
    exam.report.error("budgets-overlap", spot(row, "from", row.account), "two budget periods of this account overlap",
                      "Let each period end before the next begins.");
  }
}

std::optional<AccountKind> kind_of(const Examination& exam, const BudgetRow& row) {
  const AccountId account = exam.build.accounts.find(row.account.view());
  if (!account.valid() || exam.plant.accounts[account].kind == AccountKind::other) return std::nullopt;
  return exam.plant.accounts[account].kind;
}

// Every cost is booked on one account: the one of its kind whose budget is for that day. Two would make it ambiguous.
void examine_rivals(Examination& exam) {
  const auto& budgets = exam.draft.budgets;
  const std::vector<std::uint32_t> rows =
      sorted_rows(budgets, [&exam](const BudgetRow& row) { return kind_of(exam, row); });
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const BudgetRow& before = budgets[rows[i - 1]];
    const BudgetRow& row = budgets[rows[i]];
    const std::optional<AccountKind> kind = kind_of(exam, row);
    if (!kind || kind != kind_of(exam, before) || before.account == row.account || row.from >= before.until) continue;
    exam.report.error("budgets-overlap", spot(row, "from", row.account),
                      "account \"" + std::string(before.account.view()) +
                          "\" is of the same kind and has a budget for the same time: a cost could be booked on either",
                      "Put the two budgets together, or let one begin when the other ends.");
  }
}

// Nothing that is planned is booked on accounts of kind other.
void examine_idle_cap(Examination& exam, const BudgetRow& row) {
  const AccountId account = exam.build.accounts.find(row.account.view());
  if (!row.hard_cap || !account.valid() || exam.plant.accounts[account].kind != AccountKind::other) return;
  exam.report.warning("cap-without-effect", spot(row, "hard_cap", row.account),
                      "the account is of kind other: no cost of a plan is booked there, so the cap limits nothing",
                      "Give the account the kind whose costs the cap is meant for, or leave the cap empty.");
}

// What is left of started work costs on the unit's machine account, or in wages, in [from, until); work goes on without
// a break from the origin, as far as its unit is open. People are counted where the progress names them.
Money under_way(const Examination& exam, const OpenProductionOrder& order, const OperationProgress& step,
                const BudgetRow& row) {
  const Plant& plant = exam.plant;
  const WorkUnit& unit = plant.work_units[step.unit];
  if (!unit.calendar.valid()) return {};
  Ratio speed = Ratio::one();
  for (const UnitChoice& choice : plant.operations[step.operation].units) {
    if (choice.unit == step.unit) speed = choice.speed;
  }
  const base::Int128 left = std::max<std::int64_t>(0, order.quantity.raw() - step.done.raw());
  const auto seconds = static_cast<std::int64_t>(left * plant.operations[step.operation].run_per_unit.count() /
                                                 std::max<std::int64_t>(1, speed.raw()));
  const time::WorkingCalendar& hours = plant.calendars[unit.calendar].regular;
  const time::Tick end = hours.add(0, static_cast<time::Tick>(std::min<std::int64_t>(seconds, time::kNever - 1)));
  const time::Tick from = std::max<time::Tick>(0, plant.frame.tick(row.from));
  const time::Tick until = std::min(end, plant.frame.tick(row.until));
  if (from >= until) return {};
  const time::Tick worked = hours.work_between(from, until);
  if (kind_of(exam, row) == AccountKind::machine) return unit.cost.times_seconds(worked);
  Money wages;
  for (const PersonId person : step.people) wages += plant.people[person].wage.times_seconds(worked);
  return wages;
}

Money under_way(const Examination& exam, const BudgetRow& row) {
  const auto kind = kind_of(exam, row);
  Money sum;
  if (kind != AccountKind::machine && kind != AccountKind::labour) return sum;
  for (const OpenProductionOrder& order : exam.plant.production_orders) {
    for (const OperationProgress& step : order.progress) {
      if (step.status == WorkStatus::started && step.unit.valid()) sum += under_way(exam, order, step, row);
    }
  }
  return sum;
}

void examine_broken_cap(Examination& exam, const BudgetRow& row) {
  if (!row.hard_cap) return;
  const Money sum = row.spent + row.committed;
  if (sum > *row.hard_cap) {
    exam.report.warning("cap-already-broken", spot(row, "hard_cap", row.account),
                        "more is spent and committed than the hard cap allows: nothing more can be planned",
                        "Raise the cap or check the amounts.");
  } else if (sum + under_way(exam, row) > *row.hard_cap) {
    exam.report.warning("cap-already-broken", spot(row, "hard_cap", row.account),
                        "with what work under way will still cost, about " + decimal_text(under_way(exam, row)) +
                            ", more is spent and committed than the hard cap allows: nothing more can be planned",
                        "Raise the cap: what has begun is not stopped.");
  }
}

void examine_caps(Examination& exam) {
  for (const BudgetRow& row : exam.draft.budgets) {
    examine_idle_cap(exam, row);
    if (row.soft_cap && row.hard_cap && *row.soft_cap > *row.hard_cap) {
      exam.report.warning("caps-crossed", spot(row, "soft_cap", row.account), "the soft cap is above the hard cap",
                          "Lower the soft cap.");
    }
    examine_broken_cap(exam, row);
  }
}

// The default penalty grows with the square of the priority: 1, 3, 6, 10, ... times.
void examine_priorities(Examination& exam) {
  constexpr std::int32_t kUsual = 9;
  const OrderRow* first = nullptr;
  std::size_t count = 0;
  for (const OrderRow& row : exam.draft.orders) {
    if (row.priority <= kUsual || !row.penalty_per_day.is_zero() || row.status != OrderStatus::firm) continue;
    if (first == nullptr) first = &row;
    ++count;
  }
  if (first == nullptr) return;
  const std::int64_t factor = std::int64_t{first->priority} * (std::int64_t{first->priority} + 1) / 2;
  exam.report.warning("priority-high", spot(*first, "priority", first->id),
                      std::to_string(count) + " order" + (count == 1 ? " has" : "s have") + " a priority above " +
                          std::to_string(kUsual) + " and no penalty of its own; here the default penalty counts " +
                          std::to_string(factor) + " times",
                      "Number priorities from 1 (usual) upwards, or fill in penalty_per_day.");
}

}  // namespace

void find_odd_money(Examination& exam) {
  examine_periods(exam);
  examine_rivals(exam);
  examine_caps(exam);
  examine_priorities(exam);
  for (const CurrencyRow& row : exam.draft.currencies) {
    const bool own = row.currency.view() == exam.draft.plant.currency.view();
    if (!own || row.rate == Ratio::one()) continue;
    exam.report.warning("rate-of-own-currency", spot(row, "rate", row.currency),
                        "this is the plant's own currency: its rate is 1", "Remove the row.");
  }
}

}  // namespace kilter::model
