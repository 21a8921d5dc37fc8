#include "material/concessions.hpp"

#include <algorithm>

#include "material/explode.hpp"
#include "material/network/sources.hpp"
#include "plan/work_content.hpp"

namespace kilter::material {
namespace {

using base::kMicro;
using base::Quantity;
using plan::DemandKind;
using plan::Peg;
using plan::PegId;
using plan::ProductionOrderId;

class Trace {
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

 public:
  Trace(const model::Plant& plant, const std::vector<std::uint32_t>& ranks, const MaterialPlan& plan,
        Concessions& concessions)
      : plant_(plant),
        ranks_(ranks),
        plan_(plan),
        concessions_(concessions),
        lost_(plant.orders.size()),
        lost_here_(plant.orders.size()),
        reason_of_(plant.orders.size(), kNone) {
    index_pegs();
    for (std::size_t k = 0; k < concessions.reasons.size(); ++k) reason_of_[concessions.reasons[k].order.index()] = k;
  }

  // Shortfalls of different items hit the same units of an order; those of one item add up.
  void follow(std::span<const Shortfall> shortfalls) {
    for (std::size_t k = 0; k < shortfalls.size(); ++k) {
      cause_ = &shortfalls[k];
      lose(cause_->demand, cause_->demand_index, cause_->line, cause_->missing);
      if (k + 1 == shortfalls.size() || shortfalls[k + 1].item != cause_->item) close_item();
    }
  }

  [[nodiscard]] bool added() const { return added_; }

 private:
  void index_pegs() {
    begin_.assign(plan_.production_orders.size() + 1, 0);
    for (const Peg& peg : plan_.pegs) {
      if (peg.supply == plan::SupplyKind::production) ++begin_[peg.supply_index + 1];
    }
    for (std::size_t k = 1; k < begin_.size(); ++k) begin_[k] += begin_[k - 1];
    out_.resize(begin_.back());
    std::vector<std::uint32_t> next(begin_.begin(), begin_.end() - 1);
    for (const PegId id : base::ids_of(plan_.pegs)) {
      if (plan_.pegs[id].supply == plan::SupplyKind::production) out_[next[plan_.pegs[id].supply_index]++] = id;
    }
  }

  // The largest lot within the item's rules that is not above `most`.
  static Quantity allowed_lot(const model::Item& item, Quantity most) {
    const Quantity step = item.lot_step();
    const Quantity lot = step.positive() ? Quantity::micros(most.raw() / step.raw() * step.raw()) : most;
    return lot < item.lot_minimum ? Quantity::zero() : lot;
  }

  void give_up(std::vector<bool>& list, std::size_t index) {
    if (!list[index]) added_ = true;
    list[index] = true;
  }
  void give_up(Concessions::GivenUp& list, std::size_t index) {
    if (list[index]) return;
    added_ = true;
    list[index] = cause_->reason;
  }

  void lose(DemandKind demand, std::uint32_t index, model::BomLineId line, Quantity missing) {
    switch (demand) {
      case DemandKind::order:
        lose_order(model::OrderId(index), missing);
        break;
      case DemandKind::safety_stock:
        give_up(concessions_.safety_dropped, index);
        break;
      case DemandKind::placement:
        lose_production(plan_.placements[plan::PlacementId(index)].order, line, missing);
        break;
    }
  }

  void lose_order(model::OrderId id, Quantity missing) {
    if (lost_here_[id.index()].is_zero()) touched_.push_back(id);
    lost_here_[id.index()] += missing;
  }

  // A production order that misses `missing` units of what a BOM line asks for.
  void lose_production(ProductionOrderId id, model::BomLineId line, Quantity missing) {
    const plan::ProductionOrder& order = plan_.production_orders[id];
    if (order.open.valid()) return give_up(concessions_.orders_dropped, order.open.index());
    if (can_buy(plant_, order.item, order.site)) return give_up(concessions_.bought_only, order.item.index());
    const Quantity need = plan::component_need(plant_.bom_lines[line], order.quantity);
    const std::int64_t lost = base::mul_div_ceil(order.quantity.raw(), missing.raw(), need.raw());
    const Quantity possible = order.quantity - std::min(order.quantity, Quantity::micros(lost));
    lose_good(id, plan::good_of(plant_, order.item, allowed_lot(plant_.items[order.item], possible)));
  }

  // Only `good` units come of the order: what nobody uses is lost first, then what the least urgent want. A lot that is
  // larger than its demand by choice is made smaller before anybody loses.
  void lose_good(ProductionOrderId id, Quantity good) {
    std::vector<PegId> pegs(out_.begin() + begin_[id.index()], out_.begin() + begin_[id.index() + 1]);
    std::stable_sort(pegs.begin(), pegs.end(), [&](PegId a, PegId b) { return rank(a) > rank(b); });
    Quantity pegged;
    for (const PegId peg : pegs) pegged += plan_.pegs[peg].quantity;
    if (pegged <= good) {
      const std::size_t item = plan_.production_orders[id].item.index();
      const bool by_choice = plant_.items[model::ItemId(item)].lot_policy == model::LotPolicy::economic;
      if (by_choice && !concessions_.lean[item]) return give_up(concessions_.lean, item);
      good = pegged - Quantity::micros(1);
    }
    for (const PegId peg_id : pegs) {
      if (pegged <= good) return;
      const Peg peg = plan_.pegs[peg_id];
      const Quantity lost = std::min(peg.quantity, pegged - good);
      pegged -= lost;
      lose(peg.demand, peg.demand_index, peg.line, in_components(peg, lost));
    }
  }

  // Units of the line's own component that `lost` units of what was pegged stand for.
  [[nodiscard]] Quantity in_components(const Peg& peg, Quantity lost) const {
    if (!peg.line.valid()) return lost;
    const model::ItemId item = plan_.production_orders[ProductionOrderId(peg.supply_index)].item;
    for (const model::Substitute& substitute : plant_.bom_lines[peg.line].substitutes) {
      if (substitute.item == item && plant_.bom_lines[peg.line].component != item)
        return lost.divided_ceil(substitute.ratio);
    }
    return lost;
  }

  [[nodiscard]] std::uint32_t rank(PegId id) const {
    const Peg& peg = plan_.pegs[id];
    switch (peg.demand) {
      case DemandKind::order:
        return ranks_[peg.demand_index];
      case DemandKind::placement:
        return plan_.production_orders[plan_.placements[plan::PlacementId(peg.demand_index)].order].rank;
      case DemandKind::safety_stock:
        break;
    }
    return static_cast<std::uint32_t>(-1);
  }

  void close_item() {
    for (const model::OrderId id : touched_) {
      const Quantity more = lost_here_[id.index()] - lost_[id.index()];
      lost_here_[id.index()] = Quantity::zero();
      if (!more.positive()) continue;
      lost_[id.index()] += more;
      withhold(id, more);
    }
    touched_.clear();
  }

  void withhold(model::OrderId id, Quantity more) {
    const model::CustomerOrder& order = plant_.orders[id];
    Quantity& withheld = concessions_.withheld[id];
    const Quantity before = withheld;
    withheld = order.partial ? withheld + more : order.quantity;
    if (order.quantity.raw() % kMicro == 0) withheld = withheld.round_up_to(Quantity::units(1));
    withheld = std::min(withheld, order.quantity);
    if (withheld == before) return;
    added_ = true;
    note(id, withheld);
  }

  void note(model::OrderId id, Quantity withheld) {
    if (reason_of_[id.index()] != kNone) {
      concessions_.reasons[reason_of_[id.index()]].quantity = withheld;
      return;
    }
    reason_of_[id.index()] = concessions_.reasons.size();
    const bool direct = cause_->item == plant_.orders[id].item;
    concessions_.reasons.push_back({.order = id,
                                    .item = cause_->item,
                                    .quantity = withheld,
                                    .reason = direct ? cause_->reason : plan::UnplannedReason::component_unplanned});
  }

  const model::Plant& plant_;
  const std::vector<std::uint32_t>& ranks_;
  const MaterialPlan& plan_;
  Concessions& concessions_;
  const Shortfall* cause_ = nullptr;
  std::vector<std::uint32_t> begin_;  // production order -> pegs out of it
  std::vector<PegId> out_;
  std::vector<Quantity> lost_;       // by customer order: for any item so far
  std::vector<Quantity> lost_here_;  // for the item being followed
  std::vector<model::OrderId> touched_;
  std::vector<std::size_t> reason_of_;  // by customer order: its place in Concessions::reasons
  bool added_ = false;
};

}  // namespace

bool concede(const model::Plant& plant, const std::vector<std::uint32_t>& ranks, const MaterialPlan& plan,
             std::span<const Shortfall> shortfalls, Concessions& concessions) {
  Trace trace(plant, ranks, plan, concessions);
  trace.follow(shortfalls);
  return trace.added();
}

}  // namespace kilter::material
