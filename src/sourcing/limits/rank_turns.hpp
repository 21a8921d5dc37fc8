// One rank after the other buys what it needs, all of it or nothing: whoever is more urgent has the money, and what is
// not enough for an order is left to those behind it.
//
//   cap          |--- 900 ---|--- 900 ---|
//   A 1000, due in the first    would be whole in the second: waits for it with all it needs
//   B 400, C 500 due there too  have the first
#pragma once

#include <map>
#include <vector>

#include "sourcing/limits/shares.hpp"

namespace kilter::sourcing {

class RankTurns {
 public:
  // Whose limit makes one component late: whether the others then come as late as that one, and leave what there is
  // before to others.
  enum class Early : std::uint8_t { kept, given_up };

  // Keeps references. The groups buy nothing yet.
  RankTurns(Rationing& rationing, std::vector<Group*>& groups, Early early);

  // Leaves the choices in the groups and in the ledger. Each rank looks at its own needs and at what others have left
  // over only: near-linear in the needs, each a small problem of lot sizing.
  void run(const std::vector<std::uint32_t>& sequence);

  // Ranks by urgency.
  [[nodiscard]] std::vector<std::uint32_t> ranks() const;
  // After `run`: what each rank got.
  [[nodiscard]] Rationing::Wanted got() const;
  [[nodiscard]] std::vector<std::uint32_t> left_out() const;

 private:
  // What a rank needs of one group.
  struct Wish {
    std::size_t group = 0;
    std::vector<std::size_t> needs;
  };
  struct Buyer {
    std::vector<Wish> wishes;
    model::OrderId order;     // none: stock
    bool perishable = false;  // some of what it needs would not keep until the rest is there
  };
  // Where a group stands: how many choices, and what of them nobody uses.
  struct Standing {
    std::size_t choices = 0;
    std::vector<Receipt> spare;
  };
  // What came of a wish.
  struct Answer {
    bool whole = true;
    Tick late = 0;  // of the last part
  };
  [[nodiscard]] std::vector<Standing> standing(const Buyer& buyer) const;
  void put_back(const Buyer& buyer, const std::vector<Standing>& then);
  bool take(const Buyer& buyer, base::Ratio part);
  [[nodiscard]] Answer buy(const Buyer& buyer, base::Ratio part, Tick later);
  [[nodiscard]] Answer buy(const Wish& wish, base::Ratio part, Tick later);
  Tick use(std::vector<OpenNeed>& open, std::vector<Receipt>& receipts, std::size_t group) const;
  [[nodiscard]] base::Ratio most_units(const Buyer& buyer);

  Rationing& rationing_;
  std::vector<Group*>& groups_;
  Early early_;
  std::map<std::uint32_t, Buyer> buyers_;
  std::map<std::uint32_t, base::Ratio> part_;  // of those who had their turn
  std::vector<std::vector<Receipt>> spare_;    // by group, ascending
};

}  // namespace kilter::sourcing
