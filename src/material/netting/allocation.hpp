// Existing supply of one item at one site, handed out to dated requirements.
//
//   supply      10 now        20 |            15 |
//   need              v             v        v
//               earliest first: 10, then 20, ...   latest in time: 15? too late -> 20, then 10
//
// Lots with an expiry go first, first expired first out (FEFO), as long as they last beyond the consumption.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "material/netting/requirement_lists.hpp"
#include "material/netting/supply_lists.hpp"
#include "plan/plan.hpp"

namespace kilter::material {

using PegList = base::IndexedVector<plan::PegId, plan::Peg>;

// A requirement with the two dates that decide which supply may serve it.
struct Wish {
  Requirement& requirement;
  Tick consumed = 0;  // a perishable supply must expire after this
  Tick patience = 0;  // supply that comes later than wanted is taken up to here
};

// Takes `quantity` from `supply` for the requirement: one peg. Both shrink; the supply remembers the most urgent
// demand.
void peg(Supply& supply, base::Quantity quantity, Requirement& requirement, PegList& pegs);

class Allocation {
 public:
  // `supplies` by `at`; must outlive the allocation.
  Allocation(std::span<Supply> supplies, PegList& pegs);

  [[nodiscard]] bool any_reserved() const { return !reserved_.empty(); }
  // From supply reserved for the customer order behind the requirement.
  void take_reserved(Wish wish);
  // Perishables, then what comes first; then what comes late.
  void take_earliest(Wish wish);
  // Perishables, then what comes last in time, so that earlier supply stays for those who need it earlier; then what
  // comes late.
  void take_latest(Wish wish);
  // Good units that the wish could get.
  [[nodiscard]] base::Quantity obtainable(Wish wish) const;

 private:
  void take(Supply& supply, Wish wish);
  void take_perishable(Wish wish, Tick by);
  void take_late(Wish wish);
  [[nodiscard]] std::size_t in_time(Tick wanted) const;         // how many of plain_ are there by then
  [[nodiscard]] std::size_t next_live(std::size_t position);    // in plain_, from position on
  [[nodiscard]] std::size_t live_before(std::size_t position);  // 1 + the last live position below `position`; 0: none

  std::span<Supply> supplies_;
  PegList& pegs_;
  std::vector<std::uint32_t> plain_;       // without expiry, by `at`
  std::vector<std::uint32_t> perishable_;  // by expiry
  std::vector<std::uint32_t> reserved_;    // by customer order, then by `at`
  std::vector<std::uint32_t> next_;        // skips used-up positions of plain_ (path halving)
  std::vector<std::uint32_t> before_;
};

}  // namespace kilter::material
