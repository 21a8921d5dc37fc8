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
  // What a purchase is for.
  struct Purpose {
    std::uint32_t needs = 0;
    base::Quantity served;
  };
  void add_purchases(const Group& group, const Choice& choice);
  [[nodiscard]] plan::PurchaseReason limit_reason(const model::Offer& offer) const;
  // Whether a vendor cannot deliver the purchase in its week, besides all that is bought.
  [[nodiscard]] bool is_full(model::VendorId vendor, const plan::Purchase& purchase) const;
  // What decided: a limit; a price break that more than the needs call for was bought for; no other offer; being in
  // time, where a cheaper offer would not be; joining needs; the price.
  [[nodiscard]] plan::PurchaseReason reason(const Group& group, const plan::Purchase& purchase,
                                            const Purpose& purpose) const;
  [[nodiscard]] plan::UnplannedReason why_open(const Group& group) const;

  const model::Plant& plant_;
  std::span<const material::PurchaseNeed> needs_;
  const Ledger& ledger_;
  PurchasePlan& plan_;
};

}  // namespace kilter::sourcing
