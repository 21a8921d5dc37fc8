// Items that are needed but can be neither made nor bought, and other ways in which an item and its source disagree.
#include "model/doctor/doctor.hpp"

namespace kilter::model {
namespace {

// Items that something asks for: orders, BOMs, substitutes, safety stock.
std::vector<bool> wanted_items(const Plant& plant) {
  std::vector<bool> wanted(plant.items.size(), false);
  const auto want = [&wanted](ItemId item) {
    if (item.valid()) wanted[item.index()] = true;
  };
  for (const CustomerOrder& order : plant.orders) {
    if (order.status == OrderStatus::firm) want(order.item);
  }
  for (const BomLine& line : plant.bom_lines) {
    want(line.component);
    for (const Substitute& substitute : line.substitutes) want(substitute.item);
  }
  for (const ItemId id : ids_of(plant.items)) {
    if (plant.items[id].safety_stock.positive()) want(id);
  }
  return wanted;
}

// Items of which some is there, was there or is on its way.
std::vector<bool> supplied_items(const Plant& plant) {
  std::vector<bool> supplied(plant.items.size(), false);
  const auto supply = [&supplied](ItemId item) {
    if (item.valid()) supplied[item.index()] = true;
  };
  // A row of stock with nothing left in it tells of some that was used up: on a floor that lives that is no fault.
  for (const Stock& stock : plant.stock) supply(stock.item);
  for (const OpenPurchaseOrder& order : plant.purchase_orders) supply(order.item);
  for (const OpenProductionOrder& order : plant.production_orders) supply(order.item);
  return supplied;
}

void examine_bought(Examination& exam, ItemId id, bool wanted, bool supplied) {
  const Item& item = exam.plant.items[id];
  const ItemRow& row = exam.draft.items[id.index()];
  const std::string name = "item \"" + Report::shortened(item.id) + "\"";
  if (!item.operations.empty() || !item.bom.empty()) {
    exam.report.warning("unused-routing", spot(row, "source", "buy"),
                        name + " is bought, so its operations and BOM are not used",
                        "Set source to both or make if it may be made.");
  }
  if (!item.offers.empty() || !wanted) return;
  const std::string way_out = "Give it an offer in offers.csv, or operations or a BOM to make it.";
  if (supplied) {
    exam.report.warning(
        "no-source", spot(row, "id", row.id),
        name + " can be neither made nor bought: when stock and open orders are used up there is no more", way_out);
  } else {
    exam.report.error("no-source", spot(row, "id", row.id), name + " can be neither made nor bought", way_out);
  }
}

void examine_made(Examination& exam, ItemId id) {
  const Item& item = exam.plant.items[id];
  const ItemRow& row = exam.draft.items[id.index()];
  const std::string name = "item \"" + Report::shortened(item.id) + "\"";
  const bool only_waits = item.operations.size() == 1 && exam.build.operation_rows[*item.operations.begin()] == kNoRow;
  const Spot source = spot(row, "source", "make");
  if (only_waits && item.bom.empty() && item.lead_time == Duration(0) && !exam.report.faulty_row(source)) {
    exam.report.warning(
        "made-of-nothing", source,
        name + " is made, but has neither operations nor BOM nor lead time: it comes from nothing at once",
        "Give it operations, a BOM or a lead time, or set source to buy.");
  }
  if (item.source == Source::both && item.offers.empty()) {
    exam.report.warning("no-offer", spot(row, "source", "both"), name + " may be bought, but nobody offers it",
                        "Give it an offer in offers.csv, or set source to make.");
  }
  if (item.source == Source::make && !item.offers.empty()) {
    exam.report.warning("unused-offer", spot(row, "source", "make"), name + " is only made, so its offers are not used",
                        "Set source to both if it may be bought.");
  }
  for (const OperationId operation : item.operations) {
    const WorkCentreId centre = exam.plant.operations[operation].work_centre;
    if (!centre.valid() || exam.plant.work_centres[centre].site == item.make_site) continue;
    exam.report.error("two-sites", spot_of(exam, operation, "work_centre"),
                      named(exam.plant, operation) + " is done at another site than the item's first operation",
                      "Make a stage of its own (an item) of what is made at each site.");
  }
}

}  // namespace

void find_sourceless_items(Examination& exam) {
  const std::vector<bool> wanted = wanted_items(exam.plant);
  const std::vector<bool> supplied = supplied_items(exam.plant);
  for (const ItemId id : ids_of(exam.plant.items)) {
    if (exam.plant.items[id].source == Source::buy) {
      examine_bought(exam, id, wanted[id.index()], supplied[id.index()]);
    } else {
      examine_made(exam, id);
    }
  }
}

}  // namespace kilter::model
