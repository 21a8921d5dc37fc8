// The state of one build and its stages, in the order in which `build` runs them. Each stage resolves the names it
// needs, checks its own rows and fills its part of the plant; faults go to the report and the stage goes on.
#pragma once

#include "model/draft.hpp"
#include "model/plant.hpp"
#include "model/report/names.hpp"
#include "model/report/report.hpp"
#include "time/zone.hpp"

namespace kilter::model {

inline constexpr std::uint32_t kNoRow = 0xFFFF'FFFF;

struct Build {
  const PlantDraft& draft;
  Plant& plant;
  Report& report;
  time::Zone zone{};
  bool dates_known = false;  // origin and horizon stand; without them dates cannot be judged

  Names<SiteId> sites{{.noun = "site", .code = "site", .file = SiteRow::kFile}};
  Names<LocationId> locations{{.noun = "location", .code = "location", .file = LocationRow::kFile}};
  Names<CalendarId> calendars{{.noun = "calendar", .code = "calendar", .file = CalendarRow::kFile}};
  Names<FamilyId> families{{.noun = "family", .code = "family", .file = FamilyRow::kFile}};
  Names<SetupMatrixId> matrices{{.noun = "setup matrix", .code = "setup-matrix", .file = SetupMatrixRow::kFile}};
  Names<ItemId> items{{.noun = "item", .code = "item", .file = ItemRow::kFile}};
  NameIndex operations{};  // scope = item
  // Draft rows (indices) of what is grouped by item in the plant; kNoRow for what the builder adds itself.
  IndexedVector<OperationId, std::uint32_t> operation_rows{};
  IndexedVector<BomLineId, std::uint32_t> bom_rows{};
  Names<WorkCentreId> work_centres{{.noun = "work centre", .code = "work-centre", .file = WorkCentreRow::kFile}};
  Names<WorkUnitId> work_units{{.noun = "work unit", .code = "work-unit", .file = WorkUnitRow::kFile}};
  Names<ToolId> tools{{.noun = "tool", .code = "tool", .file = ToolRow::kFile}};
  Names<SkillId> skills{{.noun = "skill", .code = "skill", .file = SkillRow::kFile}};
  Names<PersonId> people{{.noun = "person", .code = "person", .file = PersonRow::kFile}};
  Names<VendorId> vendors{{.noun = "vendor", .code = "vendor", .file = VendorRow::kFile}};
  Names<CustomerId> customers{{.noun = "customer", .code = "customer", .file = CustomerRow::kFile}};
  Names<OrderId> orders{{.noun = "order", .code = "order", .file = OrderRow::kFile}};
  Names<OpenProductionOrderId> production_orders{
      {.noun = "production order", .code = "production-order", .file = ProductionOrderRow::kFile}};
  Names<OpenPurchaseOrderId> purchase_orders{
      {.noun = "purchase order", .code = "purchase-order", .file = PurchaseOrderRow::kFile}};
  Names<AccountId> accounts{{.noun = "account", .code = "account", .file = AccountRow::kFile}};
};

// The place of a named cell of a draft row.
template <class Row>
Spot spot(const Row& row, const char* column, Text value = {}) {
  return {.file = Row::kFile, .row = row.row, .column = column, .value = value.view()};
}

// Look-ups in large tables wait for memory: those of the row so many further on are asked for in advance.
inline constexpr std::size_t kAhead = 8;

// The item of each row. Rows of one item mostly stand together: only the first of them is looked up.
template <class Row>
std::vector<ItemId> items_of(Build& build, const std::vector<Row>& rows) {
  std::vector<ItemId> items;
  items.reserve(rows.size());
  for (const Row& row : rows) {
    const bool again = !items.empty() && items.back().valid() && row.item == (&row - 1)->item;
    items.push_back(again ? items.back() : build.items.required(spot(row, "item", row.item), build.report));
  }
  return items;
}

void build_policy(Build& build);     // zone, origin, horizon, span
void build_sites(Build& build);      // sites, locations
void build_calendars(Build& build);  // compiled
void build_families(Build& build);   // families, setup matrices
void build_centres(Build& build);    // work centres, work units with closures, tools
void build_people(Build& build);     // skills, people with skills and absences
void build_vendors(Build& build);
void build_items(Build& build);
void build_operations(Build& build);  // grouped by item; a made item without any gets one that waits for its lead time
void build_precedences(Build& build);
void build_operation_needs(Build& build);  // units, skills, tools
void build_boms(Build& build);             // BOM lines with substitutes
void build_offers(Build& build);           // offers with price breaks
void build_sources(Build& build);          // make or buy, where made
void build_orders(Build& build);           // customers, orders
void build_stock(Build& build);
void build_production_orders(Build& build);  // with progress
void build_purchase_orders(Build& build);
void build_money(Build& build);  // accounts, budgets
void build_clearances(Build& build);

// --- shared by the stages ---

// The site named, or the only one when empty; several sites and no name is an error.
SiteId site_or_only(Build& build, const Spot& spot);
// The calendar named, or "24/7" (made when first needed) when empty.
CalendarId calendar_or_always(Build& build, const Spot& spot);
// The family named, created on first use; none when empty.
FamilyId family_on_use(Build& build, Text name);
// The operation of an item; empty or unknown is an error.
OperationId operation_of(Build& build, ItemId item, const Spot& spot);
// Reports `from` >= `until`. False when it is so.
bool check_interval(Build& build, const Spot& spot, std::optional<Instant> from, std::optional<Instant> until);

}  // namespace kilter::model
