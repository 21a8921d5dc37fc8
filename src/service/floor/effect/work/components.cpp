// What an operation takes out of stock when it begins.
#include <algorithm>

#include "codec/text/values/decimal.hpp"
#include "plan/work_content.hpp"
#include "service/floor/effect/stock.hpp"

namespace kilter::service {
namespace {

constexpr std::string_view kBoms = "boms.csv";

base::Ratio ratio(const std::string& text, base::Ratio when_empty) {
  return text.empty() ? when_empty : base::Ratio::micros(codec::text::parse_decimal(text, 6).value);
}

// Whether a line of the bill is for this operation, and holds now.
bool concerns(const Ledger& ledger, RowNumber line, const Job& job) {
  const std::string operation = ledger.cell(kBoms, line, "operation");
  if (operation.empty() ? job.step != 0 : operation != job.operation()) return false;
  const auto from = ledger.moment(kBoms, line, "from", DateOnly::start_of_day);
  const auto until = ledger.moment(kBoms, line, "until", DateOnly::end_of_day);
  return (!from || *from <= ledger.at()) && (!until || ledger.at() < *until);
}

Quantity need_of(const Ledger& ledger, RowNumber line, Quantity started) {
  model::BomLine bom;
  bom.per_unit = ledger.amount(kBoms, line, "quantity");
  bom.fixed = ledger.amount(kBoms, line, "fixed_quantity");
  bom.scrap = ratio(ledger.cell(kBoms, line, "scrap"), base::Ratio::zero());
  return plan::component_need(bom, started);
}

std::int32_t rank_of(const Ledger& ledger, RowNumber row) {
  const std::string text = ledger.cell("substitutes.csv", row, "rank");
  return text.empty() ? 1 : codec::text::parse_whole(text).value;
}

// In the order in which to try them.
std::vector<RowNumber> substitutes_of(const Ledger& ledger, const Job& job, const std::string& component) {
  std::vector<RowNumber> rows = ledger.rows_of("substitutes.csv", job.route.item);
  std::erase_if(rows, [&](RowNumber row) { return ledger.cell("substitutes.csv", row, "component") != component; });
  std::stable_sort(rows.begin(), rows.end(),
                   [&](RowNumber a, RowNumber b) { return rank_of(ledger, a) < rank_of(ledger, b); });
  return rows;
}

// Takes of an item what there is; that much comes back.
Quantity take_part(Ledger& ledger, const Want& want, Quantity quantity, Component& component) {
  const std::vector<Taken> taken = take(ledger, want, quantity);
  component.taken.insert(component.taken.end(), taken.begin(), taken.end());
  return sum(taken);
}

Component take_line(Ledger& ledger, const Job& job, RowNumber line, Quantity started) {
  Component component{
      .item = ledger.cell(kBoms, line, "component"), .need = need_of(ledger, line, started), .taken = {}};
  Want want{.item = component.item, .site = made_at(ledger, job), .at = ledger.at()};
  component.missing = component.need - take_part(ledger, want, component.need, component);
  for (const RowNumber row : substitutes_of(ledger, job, component.item)) {
    if (!component.missing.positive()) break;
    const base::Ratio per_unit = ratio(ledger.cell("substitutes.csv", row, "ratio"), base::Ratio::one());
    want.item = ledger.cell("substitutes.csv", row, "substitute");
    const Quantity wanted = component.missing.times_ceil(per_unit);
    const Quantity got = take_part(ledger, want, wanted, component);
    component.missing =
        got >= wanted ? Quantity::zero() : std::max(Quantity::zero(), component.missing - got.divided_ceil(per_unit));
  }
  return component;
}

}  // namespace

std::vector<Component> take_components(Ledger& ledger, const Job& job) {
  std::vector<Component> components;
  if (job.left()) return components;
  const Quantity started = ledger.amount("production_orders.csv", job.order_row, "quantity");
  for (const RowNumber line : ledger.rows_of(kBoms, job.route.item)) {
    if (concerns(ledger, line, job)) components.push_back(take_line(ledger, job, line, started));
  }
  return components;
}

void consume_components(Ledger& ledger, const Job& job) {
  for (const Component& component : take_components(ledger, job)) {
    for (const Taken& part : component.taken) {
      ledger.add("consumption.csv", {{"production_order", job.order},
                                     {"operation", job.operation()},
                                     {"item", part.item},
                                     {"lot", part.lot},
                                     {"quantity", text_of(part.quantity)},
                                     {"at", ledger.from_text(ledger.at())}});
    }
    if (!component.missing.positive()) continue;
    ledger.contradict({"short",
                       text_of(component.need - component.missing) + " of " +
                           amount_text(ledger, component.need, component.item) + " of " + component.item +
                           " in stock for " + name_of(job),
                       "Count it, and report stock.counted."});
  }
}

}  // namespace kilter::service
