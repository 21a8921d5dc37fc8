// From choices to the purchases, pegs and gaps of the answer.
#pragma once

#include <span>

#include "model/plant.hpp"
#include "sourcing/group.hpp"
#include "sourcing/limits/ledger.hpp"
#include "sourcing/source.hpp"

namespace kilter::sourcing {

class Emission {
 public:
  // `ledger` holds every purchase that will be emitted. Keeps references to all.
  Emission(const model::Plant& plant, std::span<const material::PurchaseNeed> needs, const Ledger& ledger,
           PurchasePlan& plan)
      : plant_(plant), needs_(needs), ledger_(ledger), plan_(plan) {}

  // Appends a group's purchases in order of receipt, its pegs in need order, and what stays open.
  void emit(Group& group);

 private:
  void add_purchases(const Group& group, const Choice& choice);
  [[nodiscard]] plan::PurchaseReason reason(const Group& group, const Choice& choice, base::Quantity quantity) const;
  [[nodiscard]] plan::UnplannedReason why_open(const Group& group) const;

  const model::Plant& plant_;
  std::span<const material::PurchaseNeed> needs_;
  const Ledger& ledger_;
  PurchasePlan& plan_;
};

}  // namespace kilter::sourcing
