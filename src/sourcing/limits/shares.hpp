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
  std::int64_t left_out = 0;  // penalty per day of the orders that are not served whole; of one that may be shipped in
                              // parts, of the part that is missing; millionths of a cent
  std::int64_t stock_missing = 0;  // needs of nobody's order that stay open, in millionths of each
  MicroCents cost = 0;             // goods, order costs, holding, and each order's lateness once

  // Fewer orders left out, by their urgency, then less stock, then cheaper: no money is worth leaving an order out.
  [[nodiscard]] bool better_than(const Shares& other) const;
};

// Buys for groups within limits. Keeps references to all it is given.
class Rationing {
 public:
  // How much of its needs a rank wants, from nothing to all; in whole units where the need is.
  using Wanted = std::function<base::Ratio(std::uint32_t rank)>;

  Rationing(const model::Plant& plant, std::span<const material::PurchaseNeed> needs, Ledger& ledger, bool thorough)
      : plant_(plant), needs_(needs), ledger_(ledger), sizing_(plant, ledger, thorough) {}

  // What is wanted of the group's needs.
  [[nodiscard]] std::vector<OpenNeed> wanted_needs(const Group& group, const Wanted& wanted) const;
  // Buys what is wanted and the group's choices do not cover yet.
  void serve(Group& group, const Wanted& wanted);
  // Buys for needs of the group, at least one; false when limits leave some of it open. With `later`, what is bought
  // comes that much after the first date that it is wanted for. Choices are appended.
  bool buy(Group& group, const std::vector<OpenNeed>& open, Tick later);
  // Gives back the choices from `first` on.
  void give_back(Group& group, std::size_t first);
  // Gives back all that the group buys, and buys for everything from now on; enters what it buys in the ledger again.
  void give_back(Group& group);
  void take_again(const Group& group);

  // What the groups' choices, which it sorts, are worth.
  [[nodiscard]] Shares shares_of(std::vector<Group*>& groups);

  [[nodiscard]] const model::Plant& plant() const { return plant_; }
  [[nodiscard]] std::span<const material::PurchaseNeed> needs() const { return needs_; }

 private:
  const model::Plant& plant_;
  std::span<const material::PurchaseNeed> needs_;
  Ledger& ledger_;
  LotSizing sizing_;
};

// Part of a need: in whole units where the need is.
base::Quantity part_of(base::Quantity quantity, base::Ratio part);

// Wants of all ranks, whole.
inline base::Ratio everything(std::uint32_t /*rank*/) { return base::Ratio::one(); }

}  // namespace kilter::sourcing
