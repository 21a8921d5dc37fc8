// Sizes so small against the demand that lots, purchases or transfer batches would be without number.
#include <algorithm>
#include <cmath>

#include "model/decimal_text.hpp"
#include "model/doctor/demand/gross_demand.hpp"
#include "model/doctor/doctor.hpp"

namespace kilter::model {
namespace {

constexpr double kMostOfOne = 100'000;     // parts that one requirement may take
constexpr double kMostOfAll = 10'000'000;  // parts that all requirements of an item may take

bool too_many(const Demand& demand, double size) {
  return size > 0 && (demand.one / size > kMostOfOne || demand.all / size > kMostOfAll);
}

std::string text(double quantity) {
  return decimal_text(Quantity::micros(std::llround(std::min(quantity, 1e12) * 1e6)));
}

std::string said(const Plant& plant, ItemId id, const Demand& demand, const char* parts) {
  return "item \"" + Report::shortened(plant.items[id].id) + "\": up to " + text(demand.one) +
         " are wanted at once and " + text(demand.all) + " in all; that would be more " + parts +
         " than can be planned";
}

void examine_lots(Examination& exam, ItemId id, const Demand& demand) {
  const Item& item = exam.plant.items[id];
  const Quantity step = item.lot_policy == LotPolicy::fixed ? item.lot_size : item.lot_multiple;
  if (item.source == Source::buy || !item.lot_maximum.positive()) return;
  if (!too_many(demand, real(std::max(item.lot_maximum, step)))) return;
  const std::string value = decimal_text(item.lot_maximum);
  exam.report.error("absurd-lots", spot(exam.draft.items[id.index()], "lot_maximum", std::string_view(value)),
                    said(exam.plant, id, demand, "lots"), "Raise lot_maximum, or leave it empty for lots of any size.");
}

void examine_purchases(Examination& exam, const OfferRow& row, const GrossDemand& gross) {
  const ItemId id = exam.build.items.find(row.item.view());
  if (!id.valid() || exam.plant.items[id].source == Source::make || exam.report.faulty_row(spot(row, "maximum")))
    return;
  const Quantity lot = exam.plant.items[id].lot_maximum;
  const bool by_item = lot.positive() && (!row.maximum.positive() || lot < row.maximum);
  const Quantity most = by_item ? lot : row.maximum;
  if (!most.positive() || !too_many(gross.of(id), real(most))) return;
  const std::string value = decimal_text(most);
  const Spot place = by_item ? spot(exam.draft.items[id.index()], "lot_maximum", std::string_view(value))
                             : spot(row, "maximum", std::string_view(value));
  exam.report.error("absurd-lots", place, said(exam.plant, id, gross.of(id), "purchases"),
                    "Raise the maximum, or leave it empty for purchases of any size.");
}

void examine_batches(Examination& exam, OperationId id, const GrossDemand& gross) {
  const Operation& operation = exam.plant.operations[id];
  if (!operation.transfer_batch.positive() || exam.plant.items[operation.item].source == Source::buy) return;
  const double lot = gross.largest_lot(operation.item);
  if (lot / real(operation.transfer_batch) <= kMostOfOne) return;
  exam.report.error(
      "absurd-lots", spot_of(exam, id, "transfer_batch"),
      named(exam.plant, id) + ": a lot of " + text(lot) + " would move on in more batches than can be planned",
      "Raise transfer_batch, or leave it empty to move the whole order on at once.");
}

// Most plants limit no size.
bool limits_any_size(const Plant& plant) {
  const auto lot = [](const Item& item) { return item.lot_maximum.positive(); };
  const auto purchase = [](const Offer& offer) { return offer.maximum.positive(); };
  const auto batch = [](const Operation& operation) { return operation.transfer_batch.positive(); };
  return std::any_of(plant.items.begin(), plant.items.end(), lot) ||
         std::any_of(plant.offers.begin(), plant.offers.end(), purchase) ||
         std::any_of(plant.operations.begin(), plant.operations.end(), batch);
}

}  // namespace

void find_exploding_sizes(Examination& exam) {
  if (!limits_any_size(exam.plant)) return;
  const GrossDemand gross(exam.plant);
  for (const ItemId id : ids_of(exam.plant.items)) examine_lots(exam, id, gross.of(id));
  for (const OfferRow& row : exam.draft.offers) examine_purchases(exam, row, gross);
  for (const OperationId id : ids_of(exam.plant.operations)) examine_batches(exam, id, gross);
}

}  // namespace kilter::model
