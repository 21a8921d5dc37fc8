// How a planner calls things: "P-12 (frame) operation 20 on weld-1 #2", "Mon 2026-11-23 06:00".
#pragma once

#include <chrono>
#include <string>

#include "model/plant.hpp"
#include "plan/id_texts.hpp"
#include "plan/plan.hpp"
#include "time/civil_text.hpp"

namespace kilter::check {

class Names {
 public:
  Names(const model::Plant& plant, const plan::Plan& plan)
      : plant_(plant),
        plan_(plan),
        ids_(plant),
        civil_(time::CivilText::in_zone(plant.frame, plant.policy.zone).value()) {}

  // Local time of the plant with weekday; seconds only when they are not zero.
  [[nodiscard]] std::string when(time::Tick tick) const;
  [[nodiscard]] std::string from_to(time::Tick from, time::Tick until) const;
  [[nodiscard]] std::string order(model::OrderId id) const;
  // Its id with the item: "P-12 (frame)".
  [[nodiscard]] std::string production_order(plan::ProductionOrderId id) const;
  [[nodiscard]] std::string placement(plan::PlacementId id) const;
  [[nodiscard]] std::string unit(model::WorkUnitId id, std::uint32_t lane) const;
  [[nodiscard]] std::string purchase(plan::PurchaseId id) const;
  [[nodiscard]] std::string supply(const plan::Peg& peg) const;
  [[nodiscard]] std::string demand(const plan::Peg& peg) const;
  [[nodiscard]] const std::string& item(model::ItemId id) const { return plant_.items[id].id; }
  [[nodiscard]] const std::string& person(model::PersonId id) const { return plant_.people[id].id; }
  [[nodiscard]] std::string money(base::Money amount) const;

 private:
  const model::Plant& plant_;
  const plan::Plan& plan_;
  plan::IdTexts ids_;
  time::CivilText civil_;
};

// "1.5", "40": exact, without trailing zeros.
std::string decimal(std::int64_t micros);
inline std::string text(base::Quantity quantity) { return decimal(quantity.raw()); }
// "2h 30m", "45s".
std::string text(std::chrono::seconds duration);

}  // namespace kilter::check
