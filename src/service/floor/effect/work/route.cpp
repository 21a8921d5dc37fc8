#include "service/floor/effect/work/route.hpp"

#include <algorithm>

#include "codec/text/values/decimal.hpp"

namespace kilter::service {
namespace {

using base::Ratio;

Ratio ratio_of(std::string_view text) {
  return text.empty() ? Ratio::one() : Ratio::micros(codec::text::parse_decimal(text, 6).value);
}

// What an item without operations consists of, as the model names it.
constexpr std::string_view kLeadTime = "lead-time";

bool is_made(const Ledger& ledger, const std::string& item) {
  const RowNumber row = ledger.row_of("items.csv", item);
  const std::string source = row == 0 ? std::string() : ledger.cell("items.csv", row, "source");
  return source.empty() ? ledger.row_of("boms.csv", item) != 0 : source != "buy";
}

// Each step behind those that come before it, else in the order of the file: as the model has it.
void sort(const Ledger& ledger, Route& route) {
  std::vector<bool> placed(route.steps.size(), false);
  std::vector<Step> sorted;
  while (sorted.size() < route.steps.size()) {
    std::size_t next = 0;
    const auto is_free = [&](std::size_t step) {
      const std::vector<std::size_t> earlier = before(ledger, route, step);
      return !placed[step] && std::all_of(earlier.begin(), earlier.end(), [&](std::size_t e) { return placed[e]; });
    };
    while (next < route.steps.size() && !is_free(next)) ++next;
    if (next == route.steps.size()) return;  // a cycle: no plant has one
    placed[next] = true;
    sorted.push_back(route.steps[next]);
  }
  route.steps = std::move(sorted);
}

}  // namespace

std::size_t Route::place(std::string_view operation) const {
  const auto at =
      std::find_if(steps.begin(), steps.end(), [operation](const Step& step) { return step.operation == operation; });
  return static_cast<std::size_t>(at - steps.begin());
}

Quantity Route::reaching(std::size_t step, Quantity started) const {
  Quantity units = started;
  for (std::size_t i = 0; i < step; ++i) {
    if (steps[i].yield != Ratio::one()) units = units.times_ceil(steps[i].yield);
  }
  return units;
}

Quantity Route::good(Quantity started) const {
  Quantity units = started;
  for (const Step& step : steps) {
    if (step.yield != Ratio::one()) units = units.times_floor(step.yield);
  }
  return yield == Ratio::one() ? units : units.times_floor(yield);
}

Quantity Route::started_for(std::size_t step, Quantity out) const {
  Quantity units = out;
  for (std::size_t left = step + 1; left > 0; --left) {
    if (steps[left - 1].yield != Ratio::one()) units = units.divided_ceil(steps[left - 1].yield);
  }
  return units;
}

Route route_of(const Ledger& ledger, const std::string& item) {
  Route route{.item = item, .steps = {}};
  if (const RowNumber row = ledger.row_of("items.csv", item); row != 0) {
    route.yield = ratio_of(ledger.cell("items.csv", row, "yield"));
  }
  for (const RowNumber row : ledger.rows_of("operations.csv", item)) {
    route.steps.push_back({.row = row,
                           .operation = ledger.cell("operations.csv", row, "operation"),
                           .yield = ratio_of(ledger.cell("operations.csv", row, "yield"))});
  }
  if (route.steps.empty() && is_made(ledger, item))
    route.steps.push_back({.row = 0, .operation = std::string(kLeadTime)});
  route.network = ledger.row_of("precedences.csv", item) != 0;
  if (route.network) sort(ledger, route);
  return route;
}

std::string of_step(const Ledger& ledger, const Step& step, std::string_view column) {
  return step.row == 0 ? std::string() : ledger.cell("operations.csv", step.row, column);
}

std::vector<std::size_t> before(const Ledger& ledger, const Route& route, std::size_t step) {
  std::vector<std::size_t> found;
  if (!route.network) {
    if (step > 0) found.push_back(step - 1);
    return found;
  }
  for (const RowNumber row : ledger.rows_of("precedences.csv", route.item)) {
    if (ledger.cell("precedences.csv", row, "after") != route.steps[step].operation) continue;
    const std::size_t place = route.place(ledger.cell("precedences.csv", row, "before"));
    if (place < route.steps.size()) found.push_back(place);
  }
  return found;
}

}  // namespace kilter::service
