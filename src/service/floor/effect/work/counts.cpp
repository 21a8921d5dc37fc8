#include "service/floor/effect/work/counts.hpp"

#include <algorithm>

#include "service/floor/effect/stock.hpp"

namespace kilter::service {
namespace {

constexpr std::string_view kOrders = "production_orders.csv";

bool later_step_is_done(const Ledger& ledger, const Job& job) {
  for (std::size_t step = job.step + 1; step < job.route.steps.size(); ++step) {
    if (state_of(ledger, job_at(ledger, job, step)) == WorkPhase::done) return true;
  }
  return false;
}

void leave(Ledger& ledger, Job& job) {
  for (const RowNumber row : ledger.rows_of("progress.csv", job.order)) ledger.remove("progress.csv", row);
  for (const RowNumber row : ledger.rows_with("clearances.csv", {"production_order", job.order})) {
    ledger.remove("clearances.csv", row);
  }
  const std::string site = made_at(ledger, job);
  ledger.remove(kOrders, job.order_row);
  keep_known(ledger, job.route.item, site);
  job.order_row = 0;
  job.progress = 0;
}

bool yields_before(const Route& route, std::size_t step) {
  return std::any_of(route.steps.begin(), route.steps.begin() + static_cast<std::ptrdiff_t>(step),
                     [](const Step& earlier) { return earlier.yield != base::Ratio::one(); });
}

}  // namespace

void expect(Ledger& ledger, Job& job, Quantity out) {
  if (job.left() || later_step_is_done(ledger, job)) return;
  const Quantity planned = ledger.amount(kOrders, job.order_row, "quantity");
  if (job.route.reaching(job.step + 1, planned) == out) return;
  const Quantity started = job.route.started_for(job.step, out);
  if (!started.positive()) {
    leave(ledger, job);
    return;
  }
  // Of operations side by side the one that yields least decides.
  if (!job.route.network || started < planned) ledger.set(kOrders, job.order_row, {{"quantity", text_of(started)}});
}

void count_more(Ledger& ledger, const Job& job, std::string_view column, Quantity quantity) {
  const Quantity all = std::max(Quantity::zero(), counted(ledger, job, column) + quantity);
  set_actual(ledger, job, {{std::string(column), text_of(all)}});
}

Quantity limit_of(const Ledger& ledger, const Job& job) {
  const Quantity there = reached(ledger, job);
  if (job.left() || !yields_before(job.route, job.step)) return there;
  return std::max(there, ledger.amount(kOrders, job.order_row, "quantity"));
}

Outcome outcome_of(Ledger& ledger, const Job& job) {
  const Quantity before = counted(ledger, job, "good");
  const Quantity lost = counted(ledger, job, "scrap") + counted(ledger, job, "rework");
  const Quantity there = reached(ledger, job);
  Outcome outcome{.good = before, .counted = true};
  if (ledger.event().gives(Field::good)) {
    outcome.good = ledger.quantity(Field::good);
  } else if (lost.positive() && !before.positive()) {
    outcome.good = std::max(Quantity::zero(), there - lost);
  } else if (!before.positive()) {
    outcome = {.good = there.times_ceil(job.route.steps[job.step].yield), .counted = false};
  }
  const Quantity most = std::max(Quantity::zero(), limit_of(ledger, job) - lost);
  if (outcome.good <= most) return outcome;
  ledger.contradict({"more-than-went-in",
                     amount_text(ledger, outcome.good, job.route.item) + " good are reported of " + name_of(job) +
                         ", at most " + amount_text(ledger, most, job.route.item) + " can be",
                     "Count again; so far the lower number holds."});
  outcome.good = most;
  return outcome;
}

void complete(Ledger& ledger, Job& job, Quantity good) {
  put(ledger, {.item = job.route.item,
               .site = made_at(ledger, job),
               .location = {},
               .lot = job.order,
               .expiry = {},
               .quantity = good});
  leave(ledger, job);
}

}  // namespace kilter::service
