// A published plan beside the plant as it is now. Both plants name the same things by the same ids; their indexes and
// their origins differ.
//
//   published   origin Monday 06:00, MO-7 on W-2 from tick 14,400
//   now         origin Monday 09:00: MO-7 on W-2 from tick 3,600
#pragma once

#include <vector>

#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::coordinate {

// A plan with the live plant that it was published for; firm.hpp makes them. Borrows both.
struct Published {
  const model::Plant& plant;
  const plan::Plan& plan;
  // From the origin of the plant now until the clock's now: what happened in that time may not be told yet, so that
  // work published to begin in it counts as begun as published. Nothing else begins before the clock's now.
  time::Tick untold = 0;
};

// From the published plant to the plant now, by id; none: it is not there any more.
class Counterparts {
 public:
  // O(entities).
  Counterparts(const model::Plant& before, const model::Plant& now);

  [[nodiscard]] model::OrderId order(model::OrderId id) const { return of(orders_, id); }
  [[nodiscard]] model::OpenProductionOrderId open(model::OpenProductionOrderId id) const { return of(open_, id); }
  [[nodiscard]] model::OperationId operation(model::OperationId id) const { return of(operations_, id); }
  [[nodiscard]] model::WorkUnitId unit(model::WorkUnitId id) const { return of(units_, id); }
  [[nodiscard]] model::PersonId person(model::PersonId id) const { return of(people_, id); }
  [[nodiscard]] model::ToolId tool(model::ToolId id) const { return of(tools_, id); }
  [[nodiscard]] model::CalendarId calendar(model::CalendarId id) const { return of(calendars_, id); }
  [[nodiscard]] model::ItemId item(model::ItemId id) const { return of(items_, id); }
  [[nodiscard]] model::OpenPurchaseOrderId purchase(model::OpenPurchaseOrderId id) const { return of(purchases_, id); }
  // Lots by item, place, lot and expiry; several alike in the order of their rows.
  [[nodiscard]] model::StockId stock(model::StockId id) const { return of(stock_, id); }
  [[nodiscard]] model::BomLineId line(model::BomLineId id) const { return of(lines_, id); }
  // A moment of the published plan, from now.
  [[nodiscard]] time::Tick tick(time::Tick published) const;

 private:
  template <class Id>
  using Map = base::IndexedVector<Id, Id>;
  template <class Id>
  static Id of(const Map<Id>& map, Id id) {
    return id.valid() ? map[id] : Id::none();
  }
  void match_operations(const model::Plant& before, const model::Plant& now);
  void match_lines(const model::Plant& before, const model::Plant& now);
  void match_stock(const model::Plant& before, const model::Plant& now);

  Map<model::OrderId> orders_;
  Map<model::OpenProductionOrderId> open_;
  Map<model::OperationId> operations_;
  Map<model::WorkUnitId> units_;
  Map<model::PersonId> people_;
  Map<model::ToolId> tools_;
  Map<model::CalendarId> calendars_;
  Map<model::ItemId> items_;
  Map<model::OpenPurchaseOrderId> purchases_;
  Map<model::StockId> stock_;
  Map<model::BomLineId> lines_;
  std::int64_t shift_ = 0;  // ticks of now at the published origin
};

// What the published plan had of the work that a plan of today has, by production order and operation. Production
// orders that were not published as open ones are nobody's.
class PublishedWork {
 public:
  PublishedWork(const Published& published, const Counterparts& counterparts, const model::Plant& now,
                const plan::Plan& plan);

  // None: it was not planned then.
  [[nodiscard]] plan::PlacementId of(plan::PlacementId today) const { return before_[today.index()]; }
  [[nodiscard]] std::size_t size() const { return before_.size(); }

 private:
  std::vector<plan::PlacementId> before_;
};

}  // namespace kilter::coordinate
