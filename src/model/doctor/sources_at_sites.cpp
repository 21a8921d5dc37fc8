// Items that are wanted at a site where they can be neither made nor bought, though they can elsewhere: nothing is
// moved between sites.
#include <set>
#include <utility>

#include "model/doctor/doctor.hpp"

namespace kilter::model {
namespace {

class SitesOfSupply {
 public:
  explicit SitesOfSupply(const Plant& plant) : plant_(plant) {
    const auto there = [this](const auto& supply) { there_.emplace(supply.item, supply.site); };
    for (const Stock& stock : plant.stock) there(stock);
    for (const OpenPurchaseOrder& order : plant.purchase_orders) there(order);
    for (const OpenProductionOrder& order : plant.production_orders) there(order);
  }

  [[nodiscard]] bool has_source(ItemId id) const {
    return plant_.items[id].source == Source::make || !plant_.items[id].offers.empty();
  }
  [[nodiscard]] bool has_source(ItemId id, SiteId site) const {
    const Item& item = plant_.items[id];
    if (item.source != Source::buy && item.make_site == site) return true;
    if (item.source == Source::make) return false;
    for (const OfferId offer : item.offers) {
      if (!plant_.offers[offer].site.valid() || plant_.offers[offer].site == site) return true;
    }
    return false;
  }
  // Some is in stock or on order there.
  [[nodiscard]] bool is_there(ItemId id, SiteId site) const { return there_.contains({id, site}); }

 private:
  const Plant& plant_;
  std::set<std::pair<ItemId, SiteId>> there_;
};

class Wants {
 public:
  explicit Wants(Examination& exam) : exam_(exam), supply_(exam.plant) {}

  void examine_order(OrderId id) {
    const CustomerOrder& order = exam_.plant.orders[id];
    if (order.status != OrderStatus::firm || !missing(order.item, order.site)) return;
    const OrderRow& row = exam_.draft.orders[id.index()];
    say(spot(row, "site", row.site), order.item, order.site);
  }

  // A component is wanted where its parent is made; one of its substitutes will do.
  void examine_line(BomLineId id) {
    const BomLine& line = exam_.plant.bom_lines[id];
    const Item& parent = exam_.plant.items[line.parent];
    if (parent.source == Source::buy || !missing(line.component, parent.make_site)) return;
    for (const Substitute& substitute : line.substitutes) {
      if (supply_.has_source(substitute.item, parent.make_site)) return;
    }
    say(spot_of(exam_, id, "component"), line.component, parent.make_site);
  }

 private:
  [[nodiscard]] bool missing(ItemId item, SiteId site) const {
    return item.valid() && site.valid() && supply_.has_source(item) && !supply_.has_source(item, site);
  }

  void say(const Spot& place, ItemId item, SiteId site) {
    const std::string where = "at site \"" + Report::shortened(exam_.plant.sites[site].id) + "\"";
    const std::string rest = supply_.is_there(item, site)
                                 ? where + ": when stock and open orders there are used up there is no more"
                                 : where + ", and there is none: what needs it there cannot be planned";
    exam_.report.warning(
        "no-source-at-site", place,
        "item \"" + Report::shortened(exam_.plant.items[item].id) + "\" can be neither made nor bought " + rest,
        "Give it an offer for this site, or correct the site; nothing is moved between sites.");
  }

  Examination& exam_;
  SitesOfSupply supply_;
};

}  // namespace

void find_sites_without_source(Examination& exam) {
  if (exam.plant.sites.size() < 2) return;
  Wants wants(exam);
  for (const OrderId id : ids_of(exam.plant.orders)) wants.examine_order(id);
  for (const BomLineId id : ids_of(exam.plant.bom_lines)) wants.examine_line(id);
}

}  // namespace kilter::model
