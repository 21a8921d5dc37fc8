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

class Taking {
 public:
  Taking(Ledger& ledger, const Job& job) : ledger_(ledger), job_(job), site_(made_at(ledger, job)) {}

  void line(const std::string& component, Quantity need) {
    const Quantity left = need - take_item(component, need);
    if (!left.positive()) return;
    const Quantity missing = take_substitutes(component, left);
    if (missing.positive()) miss(component, need, missing);
  }

 private:
  Quantity take_item(const std::string& item, Quantity quantity) {
    const std::vector<Taken> taken = take(ledger_, {.item = item, .site = site_, .at = ledger_.at()}, quantity);
    for (const Taken& part : taken) {
      ledger_.add("consumption.csv", {{"production_order", job_.order},
                                      {"operation", job_.operation()},
                                      {"item", item},
                                      {"lot", part.lot},
                                      {"quantity", text_of(part.quantity)},
                                      {"at", ledger_.from_text(ledger_.at())}});
    }
    return sum(taken);
  }

  // What is still missing of the component then.
  Quantity take_substitutes(const std::string& component, Quantity missing) {
    std::vector<RowNumber> rows = ledger_.rows_of("substitutes.csv", job_.route.item);
    std::erase_if(rows, [&](RowNumber row) { return ledger_.cell("substitutes.csv", row, "component") != component; });
    std::stable_sort(rows.begin(), rows.end(), [&](RowNumber a, RowNumber b) { return rank(a) < rank(b); });
    for (const RowNumber row : rows) {
      if (!missing.positive()) break;
      const base::Ratio per_unit = ratio(ledger_.cell("substitutes.csv", row, "ratio"), base::Ratio::one());
      const Quantity want = missing.times_ceil(per_unit);
      const Quantity got = take_item(ledger_.cell("substitutes.csv", row, "substitute"), want);
      missing = got >= want ? Quantity::zero() : std::max(Quantity::zero(), missing - got.divided_ceil(per_unit));
    }
    return missing;
  }

  std::int32_t rank(RowNumber row) const {
    const std::string text = ledger_.cell("substitutes.csv", row, "rank");
    return text.empty() ? 1 : codec::text::parse_whole(text).value;
  }

  void miss(const std::string& component, Quantity need, Quantity missing) {
    ledger_.contradict({"short",
                        text_of(need - missing) + " of " + amount_text(ledger_, need, component) + " of " + component +
                            " in stock for " + name_of(job_),
                        "Count it, and report stock.counted."});
  }

  Ledger& ledger_;
  const Job& job_;
  std::string site_;
};

}  // namespace

void take_components(Ledger& ledger, const Job& job) {
  const std::vector<RowNumber> lines = ledger.rows_of(kBoms, job.route.item);
  const bool any = std::any_of(lines.begin(), lines.end(), [&](RowNumber line) { return concerns(ledger, line, job); });
  if (!any) return;
  const Quantity started = ledger.amount("production_orders.csv", job.order_row, "quantity");
  Taking taking(ledger, job);
  for (const RowNumber line : lines) {
    if (!concerns(ledger, line, job)) continue;
    taking.line(ledger.cell(kBoms, line, "component"), need_of(ledger, line, started));
  }
}

}  // namespace kilter::service
