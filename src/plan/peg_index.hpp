// Pegs of a plan by what they lead into and come out of. Built once in O(pegs); views into it stay valid with it.
#pragma once

#include <span>
#include <vector>

#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::plan {

class PegIndex {
 public:
  PegIndex(const model::Plant& plant, const Plan& plan);

  [[nodiscard]] std::span<const PegId> into(PlacementId placement) const {
    return into_placement_.of(placement.index());
  }
  [[nodiscard]] std::span<const PegId> into(model::OrderId order) const { return into_order_.of(order.index()); }
  [[nodiscard]] std::span<const PegId> out_of(ProductionOrderId order) const {
    return out_of_production_.of(order.index());
  }
  [[nodiscard]] std::span<const PegId> out_of(PurchaseId purchase) const {
    return out_of_purchase_.of(purchase.index());
  }

 private:
  // Groups pegs by a key in 0 .. size-1, pegs in plan order inside a group.
  class Groups {
   public:
    template <class Key>
    Groups(const Plan& plan, std::size_t size, Key key);
    [[nodiscard]] std::span<const PegId> of(std::size_t index) const {
      return {pegs_.data() + begin_[index], pegs_.data() + begin_[index + 1]};
    }

   private:
    std::vector<std::uint32_t> begin_;
    std::vector<PegId> pegs_;
  };

  Groups into_placement_;
  Groups into_order_;
  Groups out_of_production_;
  Groups out_of_purchase_;
};

}  // namespace kilter::plan
