// The plan: one value that says what is made, bought, placed, pegged, paid, ready and late. Made by `coordinate`,
// proved by `check`, written by `codec`. All times are ticks of `Plant::frame`; all ids into the plant are `model` ids.
//
// Records are small and carry causes as enums and ids; words are made when they are shown (plan/words.hpp).
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "base/fixed.hpp"
#include "base/issue.hpp"
#include "base/strong_id.hpp"
#include "model/ids.hpp"
#include "model/plant.hpp"
#include "time/instant.hpp"

namespace kilter::plan {

using base::IdRange;
using base::IndexedVector;
using base::Money;
using base::Quantity;
using base::Ratio;
using base::UnitPrice;
using time::kLongAgo;
using time::kNever;
using time::Tick;

using ProductionOrderId = base::StrongId<struct ProductionOrderTag>;
using PlacementId = base::StrongId<struct PlacementTag>;
using PurchaseId = base::StrongId<struct PurchaseTag>;
using PegId = base::StrongId<struct PegTag>;
using AssignmentId = base::StrongId<struct AssignmentTag>;

// An order to make something: new (open is none; written as P-1, P-2, ... by index) or carried over from the floor.
struct ProductionOrder {
  model::ItemId item;
  model::SiteId site;
  Quantity quantity;                  // units started
  Quantity good;                      // units expected good = quantity less operation and item yield
  model::OpenProductionOrderId open;  // none: planned by us
  model::OrderId for_order;  // its own, if it is pegged to that, else the most urgent it is pegged to; none: stock
  std::uint32_t rank = 0;    // allocation rank inherited from that order, 0 = first
  Tick need = kNever;        // latest end for everything pegged to it to be on time, infinite capacity
  Tick start = kNever;       // of its first placement (or need less lead time when it has none)
  Tick end = kNever;         // output is available
  IdRange<PlacementId> placements{PlacementId(0), PlacementId(0)};  // in the order of Item::operations
  friend bool operator==(const ProductionOrder&, const ProductionOrder&) = default;
};

// One operation of a production order on its unit. The unit lane is busy over the open time of [start, end).
struct Placement {
  ProductionOrderId order;
  model::OperationId operation;
  model::WorkUnitId unit;  // none: no machine
  std::uint32_t lane = 0;  // 0 .. WorkUnit::count - 1
  model::WorkStatus status = model::WorkStatus::waiting;
  Tick start = kNever;  // set-up begins (started work: the actual start)
  Tick end = kNever;
  Tick setup = 0;            // working seconds of setup at its begin: sequence-dependent + Operation::setup
  Tick run = 0;              // working seconds after the setup on this unit
  Tick material = kLongAgo;  // when the last thing pegged to it from outside arrives (purchases, stock)
  IdRange<AssignmentId> assignments{AssignmentId(0), AssignmentId(0)};
  friend bool operator==(const Placement&, const Placement&) = default;
};

enum class AssigneeKind : std::uint8_t { person, tool };

// Why this person or copy: nobody else can do it; nobody who can costs less; those who would cost less are busy or away
// then; the work goes on with whom it began.
enum class AssignmentReason : std::uint8_t { only_one, cheapest, free_then, already_started };

// A person (with the skill it is needed for) or one copy of a tool, occupied over the open time of [start, end).
struct Assignment {
  PlacementId placement;
  AssigneeKind kind = AssigneeKind::person;
  std::uint32_t index = 0;  // PersonId or ToolId
  std::uint32_t copy = 0;   // tool: which of its count
  model::SkillId skill;     // person
  AssignmentReason reason = AssignmentReason::only_one;
  Tick start = kNever;
  Tick end = kNever;
  friend bool operator==(const Assignment&, const Assignment&) = default;
};

enum class SupplyKind : std::uint8_t { stock, open_purchase, production, purchase };
enum class DemandKind : std::uint8_t { order, placement, safety_stock };

// `quantity` of one supply serves one demand. Supply index: StockId, OpenPurchaseOrderId, ProductionOrderId or
// PurchaseId by kind; demand index: OrderId, PlacementId (consumed at its start) or ItemId (safety stock). Every made
// item has at least one operation (the builder gives it a waiting one of Item::lead_time), so there is always a
// placement. `line` is the BOM line for placements. The quantity counts units of the supplied item (the substitute's
// when it is one).
struct Peg {
  SupplyKind supply = SupplyKind::stock;
  DemandKind demand = DemandKind::order;
  std::uint32_t supply_index = 0;
  std::uint32_t demand_index = 0;
  model::BomLineId line;
  Quantity quantity;
  friend bool operator==(const Peg&, const Peg&) = default;
};

enum class PurchaseReason : std::uint8_t { cheapest, only_offer, in_time, price_break, capacity, budget, combined };

struct Purchase {
  model::ItemId item;
  model::SiteId site;
  model::OfferId offer;
  Quantity quantity;  // ordered
  Quantity good;      // usable after Item::yield
  Tick order_at = kNever;
  Tick receipt_at = kNever;
  Tick need = kNever;      // when the first pegged demand wants it
  Tick earliest = kNever;  // earliest receipt possible if ordered earlier (lead time, capacity, budget); <= receipt_at
  UnitPrice unit_price;
  Money goods;    // unit_price x quantity
  Money freight;  // Offer::order_cost
  PurchaseReason reason = PurchaseReason::cheapest;
  friend bool operator==(const Purchase&, const Purchase&) = default;
};

enum class UnplannedReason : std::uint8_t {
  no_source,
  no_offer,
  budget_cap,
  vendor_capacity,
  beyond_horizon,
  expired,
  component_unplanned,
  no_unit,
  no_person,
  infeasible_wait
};

// A part of a customer order that the plan cannot serve, and why. `item` is where it fails (maybe a component).
struct Unplanned {
  model::OrderId order;
  model::ItemId item;
  Quantity quantity;  // units of the order's item
  UnplannedReason reason = UnplannedReason::no_source;
  friend bool operator==(const Unplanned&, const Unplanned&) = default;
};

// One customer order's outcome. delivered = when its last unit is there (kNever: not whole).
struct Delivery {
  model::OrderId order;
  Tick due = 0;
  Tick delivered = kNever;
  Tick first_delivered = kNever;  // first part, where partial shipment is allowed
  [[nodiscard]] bool planned() const { return delivered != kNever; }
  [[nodiscard]] Tick late() const { return planned() && delivered > due ? delivered - due : 0; }
  friend bool operator==(const Delivery&, const Delivery&) = default;
};

enum class ActionKind : std::uint8_t { expedite, defer, cancel, increase, decrease, release, order_now };

// A message to a planner or buyer about something open (the engine never moves firm supply itself) or due now.
struct ActionMessage {
  ActionKind kind = ActionKind::expedite;
  SupplyKind supply = SupplyKind::production;  // production: OpenProductionOrderId; open_purchase; purchase: PurchaseId
  std::uint32_t index = 0;
  Tick from = 0;      // date now
  Tick to = 0;        // date wanted
  Quantity quantity;  // wanted, for increase / decrease
  friend bool operator==(const ActionMessage&, const ActionMessage&) = default;
};

enum class CostKind : std::uint8_t { material, labour, machine, overtime, setup, outside, freight, holding, penalty };
inline constexpr std::size_t kCostKindCount = 9;

enum class CostRef : std::uint8_t { purchase, placement, delivery, production_order };

// One line of cost. Sums of lines are the only totals there are.
struct CostLine {
  CostKind kind = CostKind::material;
  CostRef ref = CostRef::placement;
  std::uint32_t index = 0;  // by ref
  model::OrderId order;     // customer order it serves; none: stock or shared
  model::PersonId person;   // labour, overtime of a person
  Tick at = 0;              // when the money counts
  Money amount;
  friend bool operator==(const CostLine&, const CostLine&) = default;
};

struct BudgetLine {
  model::BudgetId budget;
  Money planned;  // of this plan, in the period
  [[nodiscard]] Money total(const model::Budget& b) const { return b.spent + b.committed + planned; }
  friend bool operator==(const BudgetLine&, const BudgetLine&) = default;
};

enum class LampState : std::uint8_t { ready, on_date, blocked };

// What a lamp points at when it is not plain ready.
enum class LampCause : std::uint8_t {
  none,
  purchase,
  open_purchase,
  production,
  held_lot,
  person,
  unit,
  clearance,
  inspection,
  budget
};

struct LampReading {
  LampState state = LampState::ready;
  LampCause cause = LampCause::none;
  std::uint32_t index = 0;  // of what the cause names
  Tick at = kLongAgo;       // on_date: when
  friend bool operator==(const LampReading&, const LampReading&) = default;
};

struct Readiness {
  PlacementId placement;
  std::array<LampReading, model::kLampCount> lamps{};
  Tick full_kit = kLongAgo;  // earliest date with every lamp ready; kNever: blocked
  friend bool operator==(const Readiness&, const Readiness&) = default;
};

// Why a late order is late: links from delivery back to the origin of the delay, without gaps or overlaps.
enum class LateCause : std::uint8_t {
  process,  // the operation itself (setup excluded)
  setup,
  queue,   // behind another placement on the unit
  person,  // everyone who may do it is busy or away
  tool,
  closed,         // closed calendar: nights, weekends, maintenance
  minimum_wait,   // curing, cooling
  purchase,       // waiting for a purchase that could not come earlier
  open_purchase,  // waiting for a purchase order under way
  stock,          // material present only from a date
  outside,        // at a vendor
  late_start,     // the plan's origin itself: there was no time left when planning began
  clearance,      // waiting for a document, approval or release that is expected on a date
  choice,         // could have started earlier; the plan placed it later
  budget          // waiting for the end of a period whose hard cap leaves no money for it
};

struct LateLink {
  LateCause cause = LateCause::process;
  Tick from = 0;
  Tick until = 0;             // from < until; links of a chain touch
  PlacementId placement;      // the placement that waits or works; none for the order itself
  std::uint32_t blocker = 0;  // by cause: PlacementId (queue), PersonId, ToolId, PurchaseId, OpenPurchaseOrderId,
                              // StockId, index into Plant::clearances, BudgetId
  Tick counted = 0;           // seconds of this link that fall into the lateness; they sum to it exactly
  friend bool operator==(const LateLink&, const LateLink&) = default;
};

struct LateChain {
  model::OrderId order;
  Tick lateness = 0;
  std::vector<LateLink> links;  // first = nearest to delivery
  friend bool operator==(const LateChain&, const LateChain&) = default;
};

enum class LoadKind : std::uint8_t { work_centre, unit, skill };

// Load against capacity in one ISO week, in seconds of open time (x lanes, x people).
struct Load {
  LoadKind kind = LoadKind::unit;
  std::uint32_t index = 0;    // WorkCentreId, WorkUnitId, SkillId
  Tick week = 0;              // Monday 00:00 local
  std::int64_t capacity = 0;  // regular time
  std::int64_t overtime = 0;  // overtime on offer
  std::int64_t planned = 0;   // load of the plan (placed in this week)
  std::int64_t required = 0;  // load if everything were made just in time (infinite capacity)
  friend bool operator==(const Load&, const Load&) = default;
};

// A decision to work overtime: `calendar`'s overtime windows inside [from, until) count as open for everything on that
// calendar. Effective hours of a unit or person = regular + (overtime inside the windows decided for its calendar) -
// closures or absences.
struct OvertimeWindow {
  model::CalendarId calendar;
  Tick from = 0;
  Tick until = 0;
  friend bool operator==(const OvertimeWindow&, const OvertimeWindow&) = default;
};

// A decision to wait for money: what is made for `order` (none: for stock) and others that wait, too, does not begin
// before `until`, when the period of `budget` is over, whose hard cap leaves none for it.
struct Deferral {
  model::OrderId order;
  model::BudgetId budget;
  Tick until = 0;
  friend bool operator==(const Deferral&, const Deferral&) = default;
};

// The objective: hard parts first (all must be 0), then money. Each part is the exact sum of its cost lines.
struct Objective {
  std::uint32_t unplanned = 0;   // orders not planned whole
  std::uint32_t violations = 0;  // of hard rules, by the checker
  std::array<Money, kCostKindCount> parts{};
  [[nodiscard]] Money total() const {
    Money sum;
    for (const Money part : parts) sum += part;
    return sum;
  }
  friend bool operator==(const Objective&, const Objective&) = default;
};

struct Plan {
  IndexedVector<ProductionOrderId, ProductionOrder> production_orders;
  IndexedVector<PlacementId, Placement> placements;
  IndexedVector<AssignmentId, Assignment> assignments;
  IndexedVector<PurchaseId, Purchase> purchases;
  IndexedVector<PegId, Peg> pegs;
  std::vector<Delivery> deliveries;  // one per firm customer order, in the plant's order
  std::vector<Unplanned> unplanned;
  std::vector<ActionMessage> actions;
  std::vector<CostLine> costs;
  std::vector<BudgetLine> budgets;     // one per Budget of the plant, same order
  std::vector<Readiness> readiness;    // one per placement that is not done, in placement order
  std::vector<LateChain> late_chains;  // one per late order
  std::vector<Load> loads;
  std::vector<OvertimeWindow> overtime;  // overtime that the plan decided to work; all other overtime stays closed
  std::vector<Deferral> deferrals;       // orders that wait for money, in the order decided
  base::Issues assumptions;              // defaults used while planning (those of reading are in Plant::notes)
  Objective objective;
  friend bool operator==(const Plan&, const Plan&) = default;
};

}  // namespace kilter::plan
