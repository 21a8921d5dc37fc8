// Sizes so small against the demand that lots, purchases or transfer batches would be without number. The gross demand
// goes down the bills of material once, parents before components; stock is not looked at, and floating point is good
// enough for a limit of this kind.
#include <algorithm>
#include <cmath>

#include "model/decimal_text.hpp"
#include "model/doctor/doctor.hpp"

namespace kilter::model {
namespace {

constexpr double kMostOfOne = 100'000;     // parts that one requirement may take
constexpr double kMostOfAll = 10'000'000;  // parts that all requirements of an item may take

double real(Quantity quantity) { return static_cast<double>(quantity.raw()) / base::kMicro; }
double real(Ratio ratio) { return static_cast<double>(ratio.raw()) / base::kMicro; }

// A yield that cannot be is a fault of its own.
double good_share(const Item& item) {
  return item.yield > Ratio() && item.yield <= Ratio::one() ? real(item.yield) : 1;
}

struct Demand {
  double one = 0;  // the largest single requirement
  double all = 0;  // everything
};

// Per item; items in a cycle, and what only they consume, are left out: the cycle is a fault of its own.
class GrossDemand {
 public:
  explicit GrossDemand(const Plant& plant) : plant_(plant), demand_(plant.items.size()) {
    for (const CustomerOrder& order : plant.orders) {
      if (order.status == OrderStatus::firm && order.item.valid()) require(order.item, real(order.quantity), 1);
    }
    for (const ItemId id : ids_of(plant.items)) {
      if (plant.items[id].safety_stock.positive()) require(id, real(plant.items[id].safety_stock), 1);
    }
    for (const ItemId id : parents_first()) explode(id);
  }
  [[nodiscard]] const Demand& of(ItemId id) const { return demand_[id]; }

  // Units of the largest lot that the item is made in.
  [[nodiscard]] double largest_lot(ItemId id) const {
    const Item& item = plant_.items[id];
    const bool merged = item.lot_policy == LotPolicy::period || item.lot_policy == LotPolicy::economic;
    const double wanted = (merged ? demand_[id].all : demand_[id].one) / good_share(item);
    if (!(wanted > 0)) return 0;
    const double least = std::max({wanted, real(item.lot_minimum), real(item.lot_multiple), real(item.lot_size)});
    return item.lot_maximum.positive() ? std::min(least, real(item.lot_maximum)) : least;
  }

 private:
  void require(ItemId id, double quantity, double times) {
    Demand& demand = demand_[id];
    demand.one = std::max(demand.one, quantity);
    demand.all += quantity * times;
  }

  void explode(ItemId id) {
    const double lot = largest_lot(id);
    if (!(lot > 0) || plant_.items[id].source == Source::buy) return;
    const double lots = std::max(1.0, demand_[id].all / good_share(plant_.items[id]) / lot);
    for (const BomLineId line_id : plant_.items[id].bom) {
      const BomLine& line = plant_.bom_lines[line_id];
      if (!line.component.valid() || line.scrap >= Ratio::one()) continue;
      require(line.component, (lot * real(line.per_unit) + real(line.fixed)) / (1 - real(line.scrap)), lots);
    }
  }

  // Kahn 1962.
  [[nodiscard]] std::vector<ItemId> parents_first() const {
    IndexedVector<ItemId, std::uint32_t> parents(plant_.items.size());
    for (const BomLine& line : plant_.bom_lines) {
      if (line.component.valid()) ++parents[line.component];
    }
    std::vector<ItemId> order;
    for (const ItemId id : ids_of(plant_.items)) {
      if (parents[id] == 0) order.push_back(id);
    }
    for (std::size_t at = 0; at < order.size(); ++at) {
      for (const BomLineId line : plant_.items[order[at]].bom) {
        const ItemId component = plant_.bom_lines[line].component;
        if (component.valid() && --parents[component] == 0) order.push_back(component);
      }
    }
    return order;
  }

  const Plant& plant_;
  IndexedVector<ItemId, Demand> demand_;
};

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
