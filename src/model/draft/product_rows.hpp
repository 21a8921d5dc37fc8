// Draft rows of what is made and how: items, bills of material, operations and what they need.
#pragma once

#include <optional>

#include "base/fixed.hpp"
#include "model/draft/text.hpp"
#include "model/plant.hpp"

namespace kilter::model {

struct ItemRow {
  static constexpr const char* kFile = "items.csv";
  Text id{};
  Text name{};
  Text unit = "pcs";
  std::optional<Source> source{};  // none: make when it has operations or a BOM, both when it has offers too, else buy
  std::optional<bool> whole{};     // none: when `unit` is a word for pieces
  UnitPrice cost{};
  LotPolicy lot_policy = LotPolicy::lot_for_lot;
  Quantity lot_size{};
  Quantity lot_minimum{};
  Quantity lot_multiple{};
  Quantity lot_maximum{};
  std::int32_t lot_days = 0;
  Money order_cost{};
  Quantity safety_stock{};
  std::optional<Duration> shelf_life{};
  Ratio yield = Ratio::one();
  Text family{};
  Duration lead_time{0};
  RowNumber row = 0;
  friend bool operator==(const ItemRow&, const ItemRow&) = default;
};

struct BomRow {
  static constexpr const char* kFile = "boms.csv";
  Text item{};
  Text component{};
  Quantity quantity{};
  Quantity fixed_quantity{};
  Ratio scrap{};
  Text operation{};  // empty: the item's first operation
  std::optional<Instant> from{};
  std::optional<Instant> until{};
  RowNumber row = 0;
  friend bool operator==(const BomRow&, const BomRow&) = default;
};

struct SubstituteRow {
  static constexpr const char* kFile = "substitutes.csv";
  Text item{};
  Text component{};
  Text substitute{};
  Ratio ratio = Ratio::one();
  std::int32_t rank = 1;
  RowNumber row = 0;
  friend bool operator==(const SubstituteRow&, const SubstituteRow&) = default;
};

struct OperationRow {
  static constexpr const char* kFile = "operations.csv";
  Text item{};
  Text operation{};
  Text name{};
  Text work_centre{};  // empty: waiting, or outside processing when `vendor` is given
  Duration setup{0};
  Duration run_per_unit{0};
  Duration fixed_time{0};
  Ratio yield = Ratio::one();
  bool inspection = false;
  bool interruptible = true;
  Quantity transfer_batch{};
  Text family{};  // empty: the item's
  Text skill{};   // shorthand for one person of level 1 who attends all of it
  Text vendor{};
  Duration outside_lead_time{0};
  UnitPrice outside_price{};
  RowNumber row = 0;
  friend bool operator==(const OperationRow&, const OperationRow&) = default;
};

// When an item has no row here its operations form a chain in file order.
struct PrecedenceRow {
  static constexpr const char* kFile = "precedences.csv";
  Text item{};
  Text before{};
  Text after{};
  Duration minimum_wait{0};
  std::optional<Duration> maximum_wait{};
  RowNumber row = 0;
  friend bool operator==(const PrecedenceRow&, const PrecedenceRow&) = default;
};

// None for an operation: all units of its work centre at speed 1.
struct OperationUnitRow {
  static constexpr const char* kFile = "operation_units.csv";
  Text item{};
  Text operation{};
  Text work_unit{};
  Ratio speed = Ratio::one();
  RowNumber row = 0;
  friend bool operator==(const OperationUnitRow&, const OperationUnitRow&) = default;
};

struct OperationSkillRow {
  static constexpr const char* kFile = "operation_skills.csv";
  Text item{};
  Text operation{};
  Text skill{};
  std::int32_t level = 1;
  std::int32_t head_count = 1;
  Attendance attendance = Attendance::whole;
  Ratio share = Ratio::one();
  RowNumber row = 0;
  friend bool operator==(const OperationSkillRow&, const OperationSkillRow&) = default;
};

struct OperationToolRow {
  static constexpr const char* kFile = "operation_tools.csv";
  Text item{};
  Text operation{};
  Text tool{};
  std::int32_t count = 1;
  RowNumber row = 0;
  friend bool operator==(const OperationToolRow&, const OperationToolRow&) = default;
};

}  // namespace kilter::model
