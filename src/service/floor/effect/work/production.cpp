// A production order as a whole is done.
#include <algorithm>

#include "service/floor/effect/effects.hpp"
#include "service/floor/effect/stock.hpp"
#include "service/floor/effect/work/counts.hpp"
#include "service/floor/effect/work/pauses.hpp"

namespace kilter::service {
namespace {

// Whatever was not begun was done unseen: its components are gone.
void close_step(Ledger& ledger, Job& job) {
  if (state_of(ledger, job) == WorkPhase::waiting) consume_components(ledger, job);
  open_actual(ledger, job);
  if (state_of(ledger, job) == WorkPhase::done) return;
  resume(ledger, job);
  set_actual(ledger, job, {{"end", ledger.until_text(ledger.at())}});
}

Quantity good_of(const Ledger& ledger, const Job& job) {
  if (ledger.event().gives(Field::good)) return ledger.quantity(Field::good);
  const Quantity good = job.route.good(ledger.amount("production_orders.csv", job.order_row, "quantity"));
  return std::max(Quantity::zero(), good - ledger.quantity(Field::scrap));
}

Quantity checked_good(Ledger& ledger, const Job& job) {
  const Quantity good = good_of(ledger, job);
  const Quantity most = ledger.amount("production_orders.csv", job.order_row, "quantity");
  if (good <= most) return good;
  ledger.contradict({"more-than-went-in",
                     amount_text(ledger, good, job.route.item) + " good are reported of " + job.order +
                         ", an order of " + amount_text(ledger, most, job.route.item),
                     "Count again; so far the lower number holds."});
  return most;
}

}  // namespace

void finish_production(Ledger& ledger) {
  Job job{.order = ledger.given(Field::production_order), .route = {}};
  job.order_row = ledger.row_of("production_orders.csv", job.order);
  if (job.order_row == 0) {
    if (ledger.row_of("actuals.csv", job.order) == 0) return ledger.check_reference(Field::production_order);
    ledger.contradict({"already-done", job.order + " is done already", "Settle it as a mistake, or count the stock."});
    return;
  }
  job.route = route_of(ledger, ledger.cell("production_orders.csv", job.order_row, "item"));
  const Quantity good = checked_good(ledger, job);
  for (std::size_t step = 0; step < job.route.steps.size(); ++step) {
    Job one = job_at(ledger, job, step);
    close_step(ledger, one);
    if (step + 1 < job.route.steps.size()) continue;
    count_more(ledger, one, "scrap", ledger.quantity(Field::scrap));
    set_actual(ledger, one, {{"good", text_of(good)}});
    if (ledger.quantity(Field::scrap).positive()) log_work(ledger, one, "scrap", ledger.quantity(Field::scrap));
  }
  complete(ledger, job, good);
}

}  // namespace kilter::service
