// Work that may not wait long for the operation behind it begins no sooner than that one is in sight; a link at the
// later operation then says what kept both waiting.
//
//   oven   |====== cake ======|== bake ==|       bake may follow mix at once only:
//   mixer  |-- queue, oven --|mix|               mix, begun sooner, would have been done too soon
#pragma once

#include <optional>
#include <vector>

#include "check/explain/turns.hpp"
#include "check/facts/facts.hpp"

namespace kilter::check {

class HeldLinks {
 public:
  HeldLinks(const Facts& facts, const Turns& turns) : facts_(facts), turns_(turns) {}

  // The placement that the link at position `at` of a chain keeps waiting, when that is another than the link's: the
  // link before is about it, and the link is about an operation that comes later, for which it may not wait long,
  // directly or through others. None for all other links.
  [[nodiscard]] std::optional<plan::PlacementId> held_at(const plan::LateChain& chain, std::size_t at) const;
  // Whether `waiting`, begun before the link's end, would have been done too soon for the link's placement, because of
  // what the link blames. It could have begun at the link's beginning.
  [[nodiscard]] bool holds(const plan::LateLink& link, plan::PlacementId waiting) const;

 private:
  struct Follower {
    plan::PlacementId placement;
    const model::Predecessor* rule = nullptr;
  };
  [[nodiscard]] std::vector<Follower> followers(plan::PlacementId id) const;
  [[nodiscard]] bool follows(plan::PlacementId id, plan::PlacementId wanted) const;
  [[nodiscard]] std::optional<Tick> held_until(plan::PlacementId id, Tick ready, const plan::LateLink& link) const;
  [[nodiscard]] std::optional<Tick> blamed_until(Tick ready, const plan::LateLink& link) const;
  [[nodiscard]] Tick other_needs(plan::PlacementId id, plan::PlacementId but) const;
  [[nodiscard]] Intervals hours(plan::PlacementId id, Tick from, Tick until) const;
  [[nodiscard]] std::optional<Tick> end_if_begun(plan::PlacementId id, Tick ready) const;
  [[nodiscard]] std::optional<Tick> latest_start(plan::PlacementId id, Tick end) const;

  const Facts& facts_;
  const Turns& turns_;
};

}  // namespace kilter::check
