// A plant before it is checked: plain rows, one vector per table of the plant folder, references by name.
// Readers, importers, generators and tests fill a draft; `build` (model/builder.hpp) makes a Plant of it or says why
// not.
//
//   PlantDraft draft;
//   draft.plant = {.name = "Hello", .origin = monday};
//   draft.items.push_back({.id = "bike", .source = Source::make});
//   draft.orders.push_back({.id = draft.keep("order-" + std::to_string(n)), .item = "bike", ...});
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "model/draft/demand_rows.hpp"
#include "model/draft/plant_rows.hpp"
#include "model/draft/product_rows.hpp"
#include "model/draft/resource_rows.hpp"
#include "model/draft/supply_rows.hpp"
#include "model/draft/text.hpp"

namespace kilter::model {

struct PlantDraft {
  PlantRow plant;
  std::vector<CurrencyRow> currencies;
  std::vector<SiteRow> sites;
  std::vector<LocationRow> locations;
  std::vector<CalendarRow> calendars;
  std::vector<CalendarShiftRow> calendar_shifts;
  std::vector<CalendarExceptionRow> calendar_exceptions;
  std::vector<FamilyRow> families;
  std::vector<SetupMatrixRow> setup_matrices;
  std::vector<ItemRow> items;
  std::vector<BomRow> boms;
  std::vector<SubstituteRow> substitutes;
  std::vector<OperationRow> operations;
  std::vector<PrecedenceRow> precedences;
  std::vector<OperationUnitRow> operation_units;
  std::vector<OperationSkillRow> operation_skills;
  std::vector<OperationToolRow> operation_tools;
  std::vector<WorkCentreRow> work_centres;
  std::vector<WorkUnitRow> work_units;
  std::vector<ClosureRow> closures;
  std::vector<ToolRow> tools;
  std::vector<SkillRow> skills;
  std::vector<PersonRow> people;
  std::vector<PersonSkillRow> person_skills;
  std::vector<AbsenceRow> absences;
  std::vector<VendorRow> vendors;
  std::vector<OfferRow> offers;
  std::vector<PriceBreakRow> price_breaks;
  std::vector<StockRow> stock;
  std::vector<CustomerRow> customers;
  std::vector<OrderRow> orders;
  std::vector<ProductionOrderRow> production_orders;
  std::vector<ProgressRow> progress;
  std::vector<PurchaseOrderRow> purchase_orders;
  std::vector<AccountRow> accounts;
  std::vector<BudgetRow> budgets;
  std::vector<ClearanceRow> clearances;

  // Keeps a made-up string as long as this draft or a copy of it lives.
  Text keep(std::string text) {
    if (!kept_) kept_ = std::make_shared<std::deque<std::string>>();
    return kept_->emplace_back(std::move(text));
  }

 private:
  std::shared_ptr<std::deque<std::string>> kept_;
};

// The days of a shift: all seven, or Monday to Friday.
inline constexpr std::uint8_t kDaily = 0x7F;
inline constexpr std::uint8_t kMondayToFriday = 0x1F;

}  // namespace kilter::model
