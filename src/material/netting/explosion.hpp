// One pass of the explosion: all items and sites in low-level-code order, each netted when everything that wants it is
// known.
//
//   customer orders -> requirements -> [ existing supply | substitutes | new lots | purchase needs ] -> requirements
//   one level down
#pragma once

#include <compare>
#include <span>
#include <vector>

#include "material/concessions.hpp"
#include "material/explode.hpp"
#include "material/kept_pegs.hpp"
#include "material/netting/allocation.hpp"
#include "material/netting/requirement_lists.hpp"
#include "material/netting/supply_lists.hpp"
#include "material/network/network.hpp"
#include "plan/clearances/order_clearances.hpp"

namespace kilter::material {

class Explosion {
 public:
  Explosion(const Network& network, const std::vector<std::uint32_t>& ranks, const Concessions& concessions);

  void run();

  [[nodiscard]] MaterialPlan& plan() { return plan_; }
  [[nodiscard]] const std::vector<Shortfall>& shortfalls() const { return shortfalls_; }

 private:
  // The item and site being planned.
  struct Node {
    model::ItemId item;
    model::SiteId site;
    bool make = false;
    bool buy = false;
    base::Quantity demand;  // gross, inside the horizon
    [[nodiscard]] bool sourced() const { return make || buy; }
  };

  // Who lots are made together for.
  struct Company {
    Tick held = time::kLongAgo;   // until when it waits for money
    std::uint32_t uncleared = 0;  // a customer order that waits to be cleared, counted from 1
    std::uint32_t group = 0;      // of LotGroups
    [[nodiscard]] bool waits_apart(const Company& other) const {
      return held != other.held || uncleared != other.uncleared;
    }
    friend auto operator<=>(const Company&, const Company&) = default;
  };

  void want_orders();
  void want_order(const Requirement& whole);
  void plan_node(model::ItemId item, model::SiteId site);
  void measure_demand();

  // net.cpp: existing supply
  void net(std::span<Supply> supplies);
  void keep_pegs(std::span<Supply> supplies);
  [[nodiscard]] bool keeps_for(const Supply& supply, const Requirement& want) const;
  void net_urgent_first(Allocation& allocation);
  void net_scarce(Allocation& allocation, Requirement& want);
  void take_existing(Allocation& allocation, std::size_t k, bool urgent);
  [[nodiscard]] Tick new_supply_at(const Requirement& want);
  [[nodiscard]] Tick consumed_at(const Requirement& want) const;
  void net_safety_stock(Allocation& allocation, const std::vector<Supply>& before);
  [[nodiscard]] Tick falls_below(base::Quantity level, const std::vector<Supply>& before);

  // substitutes.cpp
  [[nodiscard]] std::span<const model::Substitute> substitutes_of(const Requirement& want) const;
  [[nodiscard]] base::Quantity spare_stock(const model::Substitute& substitute, Tick consumed);
  [[nodiscard]] base::Quantity substitutable(const Requirement& want);
  void take_substitutes();
  void take_substitute(Requirement& want, const model::Substitute& substitute);
  [[nodiscard]] const model::Substitute* switch_of(const Requirement& want) const;
  void switch_to(const model::Substitute& substitute, const Requirement& want);

  // cover.cpp: new orders
  void cover();
  [[nodiscard]] bool too_late_to_make(const Requirement& want);
  void fall_short(const Requirement& want, base::Quantity missing);
  void plan_purchases();
  void plan_lots();
  [[nodiscard]] base::Quantity batch(std::size_t k) const;
  [[nodiscard]] Tick held_until(const Requirement& want) const;
  [[nodiscard]] Company company(const Requirement& want) const;
  [[nodiscard]] base::Quantity wanted_within(std::size_t k, Tick window) const;
  void take_from_lots(Requirement& want);
  void add_order(base::Quantity started, Tick wanted);

  // dependents.cpp: one level down
  void carry_open_orders(std::span<const Supply> supplies);
  void settle(plan::ProductionOrderId id, const Supply& supply);
  void explode_order(plan::ProductionOrderId id, std::uint8_t part);

  const Network& network_;
  const model::Plant& plant_;
  const std::vector<std::uint32_t>& ranks_;
  const Concessions& concessions_;
  plan::OrderClearances clearances_;
  MaterialPlan plan_;
  KeptPegs kept_;
  RequirementLists lists_;
  SupplyLists supplies_;
  std::vector<Shortfall> shortfalls_;

  // Of the node being planned.
  Node node_;
  std::vector<Requirement> wants_;  // by wanted date, then rank
  std::vector<Tick> new_at_;        // parallel to wants_: when a new order could bring it; empty without supply
  std::vector<std::size_t> urgent_;
  std::vector<base::Quantity> gross_;  // parallel to wants_: before existing supply
  std::vector<std::size_t> to_make_;
  std::vector<std::size_t> to_buy_;
  std::vector<Supply> lots_;
  std::size_t open_lot_ = 0;
  std::vector<base::Quantity> started_;
  std::vector<Tick> starts_;
};

}  // namespace kilter::material
