// The plant: everything known about a factory at one moment, valid by construction. `PlantBuilder` is the only way to
// make one from input; it collects every fault. A Plant is immutable after that and shared by const&.
//
// Groups: entities that belong to one parent are contiguous and the parent holds an IdRange (item -> its operations,
// its BOM lines, its offers; operation -> its unit choices, skills, tools).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/fixed.hpp"
#include "base/issue.hpp"
#include "base/strong_id.hpp"
#include "model/ids.hpp"
#include "time/instant.hpp"
#include "time/local_days.hpp"
#include "time/working_calendar.hpp"

namespace kilter::model {

using base::HourlyRate;
using base::IdRange;
using base::IndexedVector;
using base::Money;
using base::Quantity;
using base::Ratio;
using base::UnitPrice;
using time::Duration;
using time::Instant;
using time::Tick;

struct Site {
  std::string id;
  std::string name;
};

struct Location {
  std::string id;
  std::string name;
  SiteId site;
  bool nettable = true;  // stock here counts as available
};

enum class TimeClass : std::uint8_t { regular, overtime };

// One line of a weekly pattern, in the plant's local time: days as bits (bit 0 = Monday), start and end as seconds
// of the day; end <= start means the next day. Valid on local days in [from, until).
struct Shift {
  std::uint8_t days = 0;
  std::int32_t start = 0;
  std::int32_t end = 0;
  TimeClass time_class = TimeClass::regular;
  std::optional<Instant> from;
  std::optional<Instant> until;
};

enum class ExceptionKind : std::uint8_t { closed, open, overtime };

// [from, until) is closed / open / overtime whatever the pattern says.
struct CalendarException {
  Instant from;
  Instant until;
  ExceptionKind kind = ExceptionKind::closed;
  std::string reason;
};

struct Calendar {
  std::string id;
  std::string name;
  std::vector<Shift> shifts;
  std::vector<CalendarException> exceptions;
  time::WorkingCalendar regular;   // compiled over the plant's span, ticks of `Plant::frame`
  time::WorkingCalendar overtime;  // the dearer time; never overlaps `regular`
};

struct Family {
  std::string id;
};

// Sequence-dependent setup between families. Not listed pairs cost nothing and take no time.
struct SetupMatrix {
  std::string id;
  std::size_t families = 0;  // row length; both tables are families x families, row = from
  std::vector<Tick> seconds;
  std::vector<Money> cost;
  [[nodiscard]] Tick time(FamilyId from, FamilyId to) const {
    return from.valid() && to.valid() ? seconds[from.index() * families + to.index()] : 0;
  }
  [[nodiscard]] Money price(FamilyId from, FamilyId to) const {
    return from.valid() && to.valid() ? cost[from.index() * families + to.index()] : Money::zero();
  }
};

enum class Source : std::uint8_t { make, buy, both };

enum class LotPolicy : std::uint8_t {
  lot_for_lot,  // exactly the net requirement, then minimum, multiple and maximum below
  fixed,        // whole multiples of `lot_size`
  period,       // POQ: the net requirements of `lot_days` together
  economic,     // EOQ: at least sqrt(2 D S / h)
};

struct Item {
  std::string id;
  std::string name;
  std::string unit;  // unit of measure, free text
  Source source = Source::buy;
  bool whole = false;  // comes in whole units only (pieces): so are its lots, purchases and needs as a component
  UnitPrice cost;      // standard cost per unit, plant currency
  LotPolicy lot_policy = LotPolicy::lot_for_lot;
  Quantity lot_size;          // fixed: the size
  Quantity lot_minimum;       // 0 = none
  Quantity lot_multiple;      // 0 = none
  Quantity lot_maximum;       // 0 = none; larger needs are split
  std::int32_t lot_days = 0;  // period
  Money order_cost;           // made items: fixed cost per order (EOQ)
  Quantity safety_stock;      // per site
  std::optional<Duration> shelf_life;
  Ratio yield = Ratio::one();  // good share of what is made or received, 0 < yield <= 1
  FamilyId family;             // default setup family of its operations
  Duration lead_time{0};       // made items without operations: fixed lead time, elapsed
  IdRange<OperationId> operations{OperationId(0), OperationId(0)};  // each after its predecessors
  IdRange<BomLineId> bom{BomLineId(0), BomLineId(0)};
  IdRange<OfferId> offers{OfferId(0), OfferId(0)};
  SiteId make_site;  // site of its work centres; none when not made
  // What lots are whole multiples of: the size of fixed ones, the multiple, else one piece; 0 = any quantity.
  [[nodiscard]] Quantity lot_step() const {
    if (lot_policy == LotPolicy::fixed && lot_size.positive()) return lot_size;
    return lot_multiple.positive() || !whole ? lot_multiple : Quantity::units(1);
  }
};

// A substitute for the component of one BOM line; lower `priority` number is tried first here (a rank, not an urgency).
struct Substitute {
  ItemId item;
  Ratio ratio = Ratio::one();  // units of the substitute per unit of the component
  std::int32_t rank = 1;
};

struct BomLine {
  ItemId parent;
  ItemId component;
  Quantity per_unit;            // per good or bad unit started
  Quantity fixed;               // per order, whatever its size
  Ratio scrap;                  // share of the component lost: needed = net / (1 - scrap)
  OperationId operation;        // consumed at its start; none only when the parent has no operations
  std::optional<Instant> from;  // valid for work that must start in [from, until)
  std::optional<Instant> until;
  std::vector<Substitute> substitutes;  // in rank order
};

// One eligible work unit with its speed: run time on it = standard run time / speed.
struct UnitChoice {
  WorkUnitId unit;
  Ratio speed = Ratio::one();
};

enum class Attendance : std::uint8_t {
  whole,  // from start to end
  setup,  // only while setting up
  share,  // setup, then the first `share` of the run
};

struct SkillNeed {
  SkillId skill;
  std::int32_t level = 1;       // at least
  std::int32_t head_count = 1;  // different persons
  Attendance attendance = Attendance::whole;
  Ratio share = Ratio::one();
};

struct ToolNeed {
  ToolId tool;
  std::int32_t count = 1;
};

// What must finish (or deliver a first transfer batch) before an operation of the same order.
struct Predecessor {
  OperationId operation;
  Duration minimum_wait{0};              // elapsed time between end and start (curing, cooling)
  std::optional<Duration> maximum_wait;  // elapsed; start <= end + maximum_wait
};

struct Operation {
  ItemId item;
  std::string id;  // unique within the item, e.g. "10"
  std::string name;
  WorkCentreId work_centre;  // none for outside processing and pure waiting
  Duration setup{0};         // per order, on any unit
  Duration run_per_unit{0};  // per unit started, at speed 1
  Duration fixed{0};         // per order, at speed 1 (a batch cycle, an oven program)
  Ratio yield = Ratio::one();
  bool inspection = false;
  bool interruptible = true;  // may pause over closed time
  Quantity transfer_batch;    // 0: successors wait for the whole order
  FamilyId family;            // setup family; the item's unless given
  std::vector<Predecessor> predecessors;
  std::vector<UnitChoice> units;  // empty: no machine (waiting, or outside)
  std::vector<SkillNeed> skills;
  std::vector<ToolNeed> tools;
  VendorId vendor;                // outside processing
  Duration outside_lead_time{0};  // on the vendor's calendar, working time of its open days
  UnitPrice outside_price;
};

struct WorkCentre {
  std::string id;
  std::string name;
  SiteId site;
};

struct WorkUnit {
  std::string id;
  std::string name;
  WorkCentreId work_centre;
  CalendarId calendar;
  std::int32_t count = 1;  // identical machines behind this name (lanes)
  bool unlimited = false;  // calendar only: any number of operations at once, no lanes
  HourlyRate cost;
  HourlyRate overtime_cost;                 // full rate in overtime, not the surcharge
  SetupMatrixId setup_matrix;               // none: no sequence-dependent setup
  FamilyId initial_family;                  // what it is set up for at the origin
  Quantity batch_capacity;                  // > 0: ceil(quantity / capacity) cycles of fixed + run_per_unit each
  std::vector<CalendarException> closures;  // maintenance and downtime (kind closed)
};

struct Tool {
  std::string id;
  std::string name;
  std::int32_t count = 1;
};

struct Skill {
  std::string id;
  std::string name;
};

struct PersonSkill {
  SkillId skill;
  std::int32_t level = 1;
  std::optional<Instant> from;  // certificate validity [from, until)
  std::optional<Instant> until;
};

struct Person {
  std::string id;
  std::string name;
  CalendarId calendar;
  HourlyRate wage;
  HourlyRate overtime_wage;                // full rate in overtime
  std::optional<Duration> hours_per_day;   // legal or contract limits on working time
  std::optional<Duration> hours_per_week;  // ISO week
  std::vector<PersonSkill> skills;
  std::vector<CalendarException> absences;
};

struct Vendor {
  std::string id;
  std::string name;
  CalendarId calendar;         // none: every day
  Quantity capacity_per_week;  // units over all items, ISO week of receipt; 0 = no limit
};

struct PriceBreak {
  Quantity from;    // order quantity at which `price` starts to hold for the whole order
  UnitPrice price;  // plant currency, converted when read
};

struct Offer {
  VendorId vendor;
  ItemId item;
  SiteId site;                     // none: delivers to every site
  std::vector<PriceBreak> prices;  // ascending `from`; the first has from <= minimum
  Quantity minimum;                // MOQ; 0 = none
  Quantity multiple;               // 0 = any
  Quantity maximum;                // per purchase; 0 = none
  Duration lead_time{0};           // order to receipt, elapsed, then to the vendor's next open tick
  Duration lead_time_spread{0};    // standard deviation; carried, not planned with
  Money order_cost;                // per purchase (freight, handling)
  std::optional<Instant> from;     // can be ordered in [from, until)
  std::optional<Instant> until;
  [[nodiscard]] UnitPrice price_for(Quantity quantity) const {
    UnitPrice price = prices.front().price;
    for (const PriceBreak& step : prices) {
      if (quantity >= step.from) price = step.price;
    }
    return price;
  }
};

struct Stock {
  ItemId item;
  SiteId site;
  LocationId location;  // may be none
  std::string lot;      // may be empty
  Quantity quantity;
  std::optional<Instant> expiry;  // usable before
  bool held = false;              // quality hold: never planned into work
  std::string hold_reason;
};

struct Customer {
  std::string id;
  std::string name;
};

enum class OrderStatus : std::uint8_t { inquiry, firm, closed };

// A customer order line. Closed ones and inquiries are not planned; inquiries are kept for quoting.
struct CustomerOrder {
  std::string id;
  CustomerId customer;
  ItemId item;
  SiteId site;
  Quantity quantity;  // still to deliver
  Instant requested;
  std::optional<Instant> promised;
  std::int32_t priority = 1;  // higher = more urgent
  UnitPrice price;
  Money penalty_per_day;  // per calendar day late; 0: the policy's default weight
  bool partial = false;   // partial shipments allowed
  OrderStatus status = OrderStatus::firm;
  [[nodiscard]] Instant due() const { return promised.value_or(requested); }
};

enum class SupplyStatus : std::uint8_t { planned, firm, released };

enum class WorkStatus : std::uint8_t { waiting, pinned, started, done };

// Progress of one operation of an open production order. `pinned`: a person fixed unit and start.
struct OperationProgress {
  OperationId operation;
  WorkStatus status = WorkStatus::waiting;
  WorkUnitId unit;               // pinned, started, done
  Instant start;                 // pinned, started, done
  std::optional<Instant> end;    // done
  Quantity done;                 // good quantity so far
  std::vector<PersonId> people;  // who works or worked on it
};

// An open order on the floor. `planned` ones are free to be replanned away; firm and released ones are kept.
struct OpenProductionOrder {
  std::string id;
  ItemId item;
  SiteId site;
  Quantity quantity;  // to start, less nothing: the order's size
  SupplyStatus status = SupplyStatus::firm;
  Instant due;
  OrderId for_order;  // may be none
  std::vector<OperationProgress> progress;
};

struct OpenPurchaseOrder {
  std::string id;
  VendorId vendor;
  ItemId item;
  SiteId site;
  Quantity quantity;  // still to receive
  UnitPrice price;
  SupplyStatus status = SupplyStatus::released;  // released = sent
  Instant ordered;
  Instant requested;
  std::optional<Instant> first_confirmed;
  Instant current;  // expected now
};

enum class AccountKind : std::uint8_t { material, labour, machine, overtime, outside, freight, other };

struct Account {
  std::string id;
  std::string name;
  AccountKind kind = AccountKind::other;
};

// One account in one period [from, until).
struct Budget {
  AccountId account;
  Instant from;
  Instant until;
  std::optional<Money> soft_cap;
  std::optional<Money> hard_cap;
  Money spent;
  Money committed;
};

enum class Lamp : std::uint8_t { material, people, machine, tool, document, quality, paperwork, money };
inline constexpr std::size_t kLampCount = 8;

// Something that must be cleared before work starts, and before a customer order is delivered: a drawing, a licence, a
// hold. Applies to one customer order, one open production order, or one operation of an item (exactly one is set).
struct Clearance {
  std::string id;
  Lamp lamp = Lamp::document;
  OrderId order;
  OpenProductionOrderId production_order;
  OperationId operation;
  bool cleared = false;
  std::optional<Instant> expected;  // when it will be; none = blocked without a date, planned as if it came in time
  std::string owner;
  std::string note;
};

// Prices of lateness and stock, and zones. Defaults are assumptions of the plan.
struct Policy {
  std::string plant_name;
  std::string currency = "EUR";
  std::string zone = "UTC";  // IANA name, for reading and showing civil time
  Instant origin;            // "now": nothing new starts before
  Instant horizon;           // demands due later get warnings; work may end later, up to Plant::span_end
  Duration frozen{0};        // zones of re-planning: carried, a first plan has nothing to keep
  Duration slushy{0};
  Money default_penalty_per_day;  // for orders without their own, times their urgency (1, 3, 6, 10, ... by priority)
  Ratio holding_per_year;         // share of item cost per year
  Duration delivery_buffer{0};    // planned earliness of the last operation before due
};

struct Plant {
  Policy policy;
  time::Frame frame;    // origin of all ticks = policy.origin
  Tick span_begin = 0;  // calendars are compiled over [span_begin, span_end)
  Tick span_end = 0;
  time::LocalDays days;  // local midnights and ISO weeks over the span
  IndexedVector<SiteId, Site> sites;
  IndexedVector<LocationId, Location> locations;
  IndexedVector<CalendarId, Calendar> calendars;
  IndexedVector<FamilyId, Family> families;
  IndexedVector<SetupMatrixId, SetupMatrix> setup_matrices;
  IndexedVector<ItemId, Item> items;
  IndexedVector<BomLineId, BomLine> bom_lines;
  IndexedVector<OperationId, Operation> operations;
  IndexedVector<WorkCentreId, WorkCentre> work_centres;
  IndexedVector<WorkUnitId, WorkUnit> work_units;
  IndexedVector<ToolId, Tool> tools;
  IndexedVector<SkillId, Skill> skills;
  IndexedVector<PersonId, Person> people;
  IndexedVector<VendorId, Vendor> vendors;
  IndexedVector<OfferId, Offer> offers;
  IndexedVector<StockId, Stock> stock;
  IndexedVector<CustomerId, Customer> customers;
  IndexedVector<OrderId, CustomerOrder> orders;
  IndexedVector<OpenProductionOrderId, OpenProductionOrder> production_orders;
  IndexedVector<OpenPurchaseOrderId, OpenPurchaseOrder> purchase_orders;
  IndexedVector<AccountId, Account> accounts;
  IndexedVector<BudgetId, Budget> budgets;
  std::vector<Clearance> clearances;
  base::Issues notes;  // warnings and assumptions made while reading; shown with every plan
};

}  // namespace kilter::model
