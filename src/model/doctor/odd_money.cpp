// Budget periods of one account that overlap, caps that contradict each other, and rates of the plant's own currency.
#include <algorithm>
#include <string>
#include <tuple>

#include "model/doctor/doctor.hpp"

namespace kilter::model {
namespace {

void examine_periods(Examination& exam) {
  std::vector<std::uint32_t> rows(exam.draft.budgets.size());
  for (std::uint32_t i = 0; i < rows.size(); ++i) rows[i] = i;
  const auto& budgets = exam.draft.budgets;
  std::sort(rows.begin(), rows.end(), [&budgets](std::uint32_t a, std::uint32_t b) {
    return std::tuple(budgets[a].account.view(), budgets[a].from, a) <
           std::tuple(budgets[b].account.view(), budgets[b].from, b);
  });
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const BudgetRow& before = budgets[rows[i - 1]];
    const BudgetRow& row = budgets[rows[i]];
    if (before.account != row.account || row.from >= before.until) continue;
    exam.report.error("budgets-overlap", spot(row, "from", row.account), "two budget periods of this account overlap",
                      "Let each period end before the next begins.");
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

void examine_caps(Examination& exam) {
  for (const BudgetRow& row : exam.draft.budgets) {
    examine_idle_cap(exam, row);
    if (row.soft_cap && row.hard_cap && *row.soft_cap > *row.hard_cap) {
      exam.report.warning("caps-crossed", spot(row, "soft_cap", row.account), "the soft cap is above the hard cap",
                          "Lower the soft cap.");
    }
    if (row.hard_cap && row.spent + row.committed > *row.hard_cap) {
      exam.report.warning("cap-already-broken", spot(row, "hard_cap", row.account),
                          "more is spent and committed than the hard cap allows: nothing more can be planned",
                          "Raise the cap or check the amounts.");
    }
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
