#include "service/floor/views/trace.hpp"

#include <set>

#include "codec/json/writer.hpp"
#include "codec/text/values/decimal.hpp"
#include "model/decimal_text.hpp"
#include "service/floor/views/looking.hpp"

namespace kilter::service {
namespace {

constexpr int kQuantityDigits = 6;

class Tracing {
 public:
  explicit Tracing(const PlantTables& tables)
      : uses_(tables.find("consumption.csv")), actuals_(tables.find("actuals.csv")) {}

  // What the lot went into.
  void forward(const std::string& item, const std::string& lot, std::uint32_t depth) {
    if (uses_ == nullptr || lot.empty() || !seen_.emplace(item, lot).second) return;
    for (const RowNumber number : uses_->rows_with("lot", lot)) {
      if (cell(number, "item") != item) continue;
      const std::string order = cell(number, "production_order");
      add(number, depth);
      forward(made_by(order), order, depth + 1);
    }
  }

  // What the lot, which is a production order's, was made of.
  void backward(const std::string& item, const std::string& lot, std::uint32_t depth) {
    if (uses_ == nullptr || lot.empty() || !seen_.emplace(item, lot).second) return;
    for (const RowNumber number : uses_->rows_of(lot)) {
      add(number, depth);
      backward(cell(number, "item"), cell(number, "lot"), depth + 1);
    }
  }

  std::vector<LotUse> take() { return std::move(found_); }

 private:
  const std::string& cell(RowNumber row, std::string_view column) const {
    return uses_->cell(*uses_->find(row), column);
  }

  std::string made_by(const std::string& order) const {
    if (actuals_ == nullptr) return {};
    const std::vector<RowNumber> rows = actuals_->rows_of(order);
    return rows.empty() ? std::string() : actuals_->cell(*actuals_->find(rows.front()), "item");
  }

  void add(RowNumber row, std::uint32_t depth) {
    const std::string& order = cell(row, "production_order");
    const std::int64_t quantity = codec::text::parse_decimal(cell(row, "quantity"), kQuantityDigits).value;
    found_.push_back({.depth = depth,
                      .item = cell(row, "item"),
                      .lot = cell(row, "lot"),
                      .production_order = order,
                      .made = made_by(order),
                      .quantity = base::Quantity::micros(quantity)});
  }

  const Table* uses_;
  const Table* actuals_;
  std::set<std::pair<std::string, std::string>> seen_;
  std::vector<LotUse> found_;
};

}  // namespace

std::vector<LotUse> trace(const PlantTables& tables, Trace direction, const std::string& item, const std::string& lot) {
  Tracing tracing(tables);
  direction == Trace::made_of_it ? tracing.forward(item, lot, 0) : tracing.backward(item, lot, 0);
  return tracing.take();
}

std::string trace_json(std::span<const LotUse> uses) {
  codec::JsonWriter json;
  json.begin_object().key("uses").begin_array();
  for (const LotUse& use : uses) {
    json.begin_object();
    json.key("depth").integer(use.depth).key("item").text(use.item).key("lot").text(use.lot);
    json.key("production_order").text(use.production_order).key("made").text(use.made);
    json.key("quantity").decimal(use.quantity.raw(), kQuantityDigits);
    json.end_object();
  }
  json.end_array().end_object();
  return json.str();
}

std::string trace_csv(std::span<const LotUse> uses) {
  std::string csv = "depth,item,lot,production_order,made,quantity\n";
  for (const LotUse& use : uses) {
    const std::string texts[]{std::to_string(use.depth), use.item, use.lot,
                              use.production_order,      use.made, model::decimal_text(use.quantity)};
    append_row(csv, texts);
  }
  return csv;
}

}  // namespace kilter::service
