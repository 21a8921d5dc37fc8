// The names by which people and files call the parts of a plan: planned production orders P-1, P-2, ..., purchases B-1,
// ..., operations "P-1/10", stock rows S-1, ...; open orders keep their own id.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::plan {

// `text`, then `number` in decimal when it is not 0. Cheap to make a million times; valid as long as plant and IdTexts
// live.
struct IdText {
  std::string_view text;
  std::uint32_t number = 0;
  [[nodiscard]] std::string str() const;
  friend bool operator==(const IdText&, const IdText&) = default;
};

// An operation's name: its production order's, a slash and the operation's id ("" where the order has no operations).
struct OperationText {
  IdText order;
  std::string_view operation;
  [[nodiscard]] std::string str() const;
};

class IdTexts {
 public:
  // Picks prefixes that no open order's id begins with: "P-" and "B-" unless taken, then "P2-", "B2-", ...
  explicit IdTexts(const model::Plant& plant);

  [[nodiscard]] IdText production_order(const Plan& plan, ProductionOrderId id) const;
  [[nodiscard]] OperationText operation(const Plan& plan, PlacementId id) const;
  [[nodiscard]] IdText purchase(PurchaseId id) const { return {purchase_prefix_, id.index() + 1}; }
  [[nodiscard]] static IdText stock(model::StockId id) { return {"S-", id.index() + 1}; }
  [[nodiscard]] static IdText budget(model::BudgetId id) { return {"G-", id.index() + 1}; }

  // What supplies: by kind, as in Peg.
  [[nodiscard]] IdText supply(const Plan& plan, SupplyKind kind, std::uint32_t index) const;

  [[nodiscard]] std::string_view order_prefix() const { return order_prefix_; }
  [[nodiscard]] std::string_view purchase_prefix() const { return purchase_prefix_; }

 private:
  const model::Plant* plant_;
  std::string order_prefix_;
  std::string purchase_prefix_;
};

}  // namespace kilter::plan
