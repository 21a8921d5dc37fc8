// Fractions of items that come in pieces: an order for 10.5 stools. One warning per column, at its first such row.
#include <string>

#include "model/decimal_text.hpp"
#include "model/doctor/doctor.hpp"

namespace kilter::model {
namespace {

class Pieces {
 public:
  explicit Pieces(Examination& exam) : exam_(exam) {}

  // `item` names the item of a row, `quantity` is the column looked at.
  template <class Row>
  void examine(const std::vector<Row>& rows, Text Row::*item, Quantity Row::*quantity, const char* column) {
    const Row* first = nullptr;
    std::size_t count = 0;
    for (const Row& row : rows) {
      if ((row.*quantity).raw() % base::kMicro == 0) continue;
      const ItemId id = exam_.build.items.find((row.*item).view());
      if (!id.valid() || !exam_.plant.items[id].whole) continue;
      if (first == nullptr) first = &row;
      ++count;
    }
    if (first != nullptr) say(*first, first->*item, first->*quantity, column, count);
  }

 private:
  template <class Row>
  void say(const Row& first, const Text& item, Quantity quantity, const char* column, std::size_t count) {
    const std::string value = decimal_text(quantity);
    const Item& counted = exam_.plant.items[exam_.build.items.find(item.view())];
    const std::string more = count > 1 ? " (and " + std::to_string(count - 1) + " more)" : "";
    exam_.report.warning("broken-piece", spot(first, column, std::string_view(value)),
                         std::string(column) + " is " + value + " of item \"" + Report::shortened(counted.id) +
                             "\", which comes in whole " + Report::shortened(counted.unit) + more,
                         "Give a whole number, or say no in the column whole of items.csv.");
  }

  Examination& exam_;
};

}  // namespace

void find_broken_pieces(Examination& exam) {
  Pieces pieces(exam);
  const PlantDraft& draft = exam.draft;
  pieces.examine(draft.items, &ItemRow::id, &ItemRow::lot_size, "lot_size");
  pieces.examine(draft.items, &ItemRow::id, &ItemRow::lot_minimum, "lot_minimum");
  pieces.examine(draft.items, &ItemRow::id, &ItemRow::lot_multiple, "lot_multiple");
  pieces.examine(draft.items, &ItemRow::id, &ItemRow::lot_maximum, "lot_maximum");
  pieces.examine(draft.items, &ItemRow::id, &ItemRow::safety_stock, "safety_stock");
  pieces.examine(draft.offers, &OfferRow::item, &OfferRow::minimum, "minimum");
  pieces.examine(draft.offers, &OfferRow::item, &OfferRow::multiple, "multiple");
  pieces.examine(draft.offers, &OfferRow::item, &OfferRow::maximum, "maximum");
  pieces.examine(draft.stock, &StockRow::item, &StockRow::quantity, "quantity");
  pieces.examine(draft.orders, &OrderRow::item, &OrderRow::quantity, "quantity");
  pieces.examine(draft.production_orders, &ProductionOrderRow::item, &ProductionOrderRow::quantity, "quantity");
  pieces.examine(draft.purchase_orders, &PurchaseOrderRow::item, &PurchaseOrderRow::quantity, "quantity");
}

}  // namespace kilter::model
