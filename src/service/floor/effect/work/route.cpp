#include "service/floor/effect/work/route.hpp"

#include <algorithm>

#include "codec/text/values/decimal.hpp"

namespace kilter::service {
namespace {

using base::Ratio;

Ratio ratio_of(std::string_view text) {
  return text.empty() ? Ratio::one() : Ratio::micros(codec::text::parse_decimal(text, 6).value);
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
  route.network = ledger.row_of("precedences.csv", item) != 0;
  return route;
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
