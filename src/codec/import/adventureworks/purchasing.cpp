#include "codec/import/adventureworks/purchasing.hpp"

#include <array>
#include <optional>
#include <string>

#include "base/fixed.hpp"

namespace kilter::codec::adventureworks {
namespace {

using base::Quantity;

constexpr std::string_view kPiece = "EA";  // the unit of a product that no bill of material counts

struct Conversion {
  std::string_view bought;
  std::string_view used;
  std::int64_t content;  // units of use in one unit bought
};

constexpr std::array<Conversion, 2> kConversions{{{"DZ", "EA", 12}, {"GAL", "OZ", 128}}};

// Units of use in one unit bought; none when the data does not say.
std::optional<std::int64_t> content(std::string_view bought, std::string_view used) {
  if (bought == used) return 1;
  for (const Conversion& conversion : kConversions) {
    if (conversion.bought == bought && conversion.used == used) return conversion.content;
  }
  return {};
}

class OfferImport {
 public:
  explicit OfferImport(Session& session) : session_(session) {
    for (const model::ItemRow& item : session.draft.items) {
      const bool assumed = item.unit == model::ItemRow().unit;
      units_.emplace(item.id.view(), assumed ? kPiece : item.unit.view());
    }
    for (const model::ItemRow& item : session.draft.items) {
      if (item.source == model::Source::make) made_.insert(item.id.view());
    }
  }

  void carry(const SourceRow& row, std::string_view vendor) {
    const auto number = session_.number_of.find(row.text("productid"));
    if (number == session_.number_of.end() || made_.contains(number->second)) {
      session_.not_carried(row.place("productid"), "An offer for a product that is made here or not carried over.");
      return;
    }
    model::OfferRow offer{.vendor = vendor, .item = number->second, .row = row.number()};
    offer.lead_time = std::chrono::days(row.whole("averageleadtime").value_or(0));
    if (!row.has("averageleadtime")) session_.leave_next_open("offers.csv", "lead_time");
    const auto pieces = content(row.text("unitmeasurecode"), units_.at(number->second));
    if (pieces) {
      carry_terms(row, *pieces, offer);
    } else {
      session_.not_carried(
          row.place("unitmeasurecode"),
          "How many " + std::string(units_.at(number->second)) +
              " this unit holds is not stated: price and order limits per unit are not known, planned as none.");
    }
    session_.draft.offers.push_back(offer);
  }

 private:
  void carry_terms(const SourceRow& row, std::int64_t pieces, model::OfferRow& offer) {
    offer.price = base::UnitPrice::micros(base::mul_div_round(row.micros("standardprice").value_or(0), 1, pieces));
    offer.minimum = Quantity::micros(row.micros("minorderqty").value_or(0) * pieces);
    offer.maximum = Quantity::micros(row.micros("maxorderqty").value_or(0) * pieces);
    if (pieces == 1) return;
    offer.multiple = Quantity::units(pieces);
    session_.assumed(row.place("unitmeasurecode"), "One of this unit is " + std::to_string(pieces) + ' ' +
                                                       std::string(units_.at(offer.item.view())) + '.');
  }

  Session& session_;
  std::map<std::string_view, std::string_view> units_;
  std::set<std::string_view> made_;
};

// Vendor ids are their account numbers.
std::map<std::string_view, std::string_view> active_vendors(Session& session) {
  std::map<std::string_view, std::string_view> active;
  for (const SourceRow row : session.table("Vendor")) {
    if (!row.truth("activeflag").value_or(true)) {
      session.not_carried(row.place("activeflag"), "Not an active vendor; neither are its offers carried over.");
      continue;
    }
    active.emplace(row.text("businessentityid"), row.text("accountnumber"));
    session.draft.vendors.push_back({.id = row.text("accountnumber"), .name = row.text("name"), .row = row.number()});
  }
  return active;
}

}  // namespace

void import_vendors(Session& session) {
  const auto active = active_vendors(session);
  OfferImport offers(session);
  for (const SourceRow row : session.table("ProductVendor")) {
    const auto vendor = active.find(row.text("businessentityid"));
    if (vendor != active.end()) offers.carry(row, vendor->second);
  }
}

void import_inventory(Session& session) {
  const SourceTable& table = session.table("ProductInventory");
  if (session.options.inventory == InventoryUse::none) {
    session.assumed({table.file(), 0, "", ""}, "Asked for: no stock and no safety stock.");
    session.tables.erase("ProductInventory");
    return;
  }
  std::map<std::string_view, std::string_view> locations;
  for (const SourceRow row : session.table("Location")) locations.emplace(row.text("locationid"), row.text("name"));
  for (const SourceRow row : table) {
    const auto number = session.number_of.find(row.text("productid"));
    const auto location = locations.find(row.text("locationid"));
    if (number == session.number_of.end() || location == locations.end()) {
      session.not_carried(row.place("productid"),
                          "Stock of a product that is not carried over, or at no known location.");
      continue;
    }
    session.draft.stock.push_back({.item = number->second,
                                   .location = location->second,
                                   .quantity = row.quantity("quantity"),
                                   .row = row.number()});
  }
  session.assumed({table.file(), 0, "ModifiedDate", ""}, "The inventory has no date; it is taken as today's.");
}

}  // namespace kilter::codec::adventureworks
