#include <algorithm>
#include <optional>

#include "money/cost.hpp"

namespace kilter::money {
namespace {

using model::AccountKind;
using plan::CostKind;
using time::Tick;

constexpr std::size_t kAccountKindCount = 7;

// The spend of one account kind so far, by date: prefix sums over its lines in date order.
class SpendByDate {
 public:
  void add(Tick at, base::Money amount) { entries_.push_back({at, amount}); }
  void finish() {
    std::stable_sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) { return a.at < b.at; });
    base::Money sum;
    for (Entry& entry : entries_) {
      sum += entry.amount;
      entry.amount = sum;
    }
  }
  [[nodiscard]] base::Money between(Tick from, Tick until) const { return before(until) - before(from); }

 private:
  struct Entry {
    Tick at = 0;
    base::Money amount;  // after finish(): of all entries up to this one
  };
  [[nodiscard]] base::Money before(Tick t) const {
    const auto first = std::partition_point(entries_.begin(), entries_.end(), [t](const Entry& e) { return e.at < t; });
    return first == entries_.begin() ? base::Money::zero() : (first - 1)->amount;
  }
  std::vector<Entry> entries_;
};

}  // namespace

std::optional<AccountKind> account_kind(CostKind kind) {
  switch (kind) {
    case CostKind::material:
      return AccountKind::material;
    case CostKind::labour:
      return AccountKind::labour;
    case CostKind::machine:
    case CostKind::setup:
      return AccountKind::machine;
    case CostKind::overtime:
      return AccountKind::overtime;
    case CostKind::outside:
      return AccountKind::outside;
    case CostKind::freight:
      return AccountKind::freight;
    case CostKind::holding:
    case CostKind::penalty:
      break;
  }
  return std::nullopt;
}

std::vector<plan::BudgetLine> budget_lines(const model::Plant& plant, const std::vector<plan::CostLine>& lines) {
  std::vector<plan::BudgetLine> result;
  if (plant.budgets.empty()) return result;
  std::vector<SpendByDate> spend(kAccountKindCount);
  for (const plan::CostLine& line : lines) {
    const std::optional<AccountKind> kind = account_kind(line.kind);
    if (kind) spend[static_cast<std::size_t>(*kind)].add(line.at, line.amount);
  }
  for (SpendByDate& account : spend) account.finish();
  for (const model::BudgetId id : base::ids_of(plant.budgets)) {
    const model::Budget& budget = plant.budgets[id];
    const SpendByDate& account = spend[static_cast<std::size_t>(plant.accounts[budget.account].kind)];
    result.push_back({id, account.between(plant.frame.tick(budget.from), plant.frame.tick(budget.until))});
  }
  return result;
}

}  // namespace kilter::money
