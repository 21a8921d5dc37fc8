// How groups share limits: buying for some of their needs within what a ledger has left, and what the answer is worth.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "model/plant.hpp"
#include "sourcing/group.hpp"
#include "sourcing/limits/ledger.hpp"

namespace kilter::sourcing {

// The groups' choices as one answer to how the limits are shared.
struct Shares {
  std::vector<Group> groups;
  MicroCents cost = 0;                // goods, order costs, holding, and each order's lateness once
  std::vector<std::int64_t> missing;  // per group: good millionths of its needs that stay open

  // Cheaper, and no group is left with more open needs.
  [[nodiscard]] bool better_than(const Shares& other) const;
};

// Buys for groups within limits. Keeps references to all it is given.
class Rationing {
 public:
  using Wanted = std::function<bool(std::uint32_t rank)>;

  Rationing(const model::Plant& plant, std::span<const material::PurchaseNeed> needs, Ledger& ledger, bool thorough)
      : plant_(plant), needs_(needs), ledger_(ledger), sizing_(plant, ledger, thorough) {}

  // Buys what the group's needs of wanted ranks still lack.
  void serve(Group& group, const Wanted& wanted);
  // Gives back all that the group buys; enters what it buys in the ledger again.
  void give_back(Group& group);
  void take_again(const Group& group);

  // What the groups' choices, which it sorts, are worth.
  [[nodiscard]] Shares shares_of(std::vector<Group*>& groups);

  [[nodiscard]] std::span<const material::PurchaseNeed> needs() const { return needs_; }

 private:
  std::vector<OpenNeed> still_open(Group& group, const Wanted& wanted);

  const model::Plant& plant_;
  std::span<const material::PurchaseNeed> needs_;
  Ledger& ledger_;
  LotSizing sizing_;
};

}  // namespace kilter::sourcing
