#include "sourcing/limits/rationing.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace kilter::sourcing {
namespace {

using material::PurchaseNeed;

class Rationing {
 public:
  Rationing(const model::Plant& plant, std::span<const PurchaseNeed> needs, Ledger& ledger, bool thorough)
      : plant_(plant), needs_(needs), ledger_(ledger), sizing_(plant, ledger, thorough) {}

  // Buys what the group's needs up to `rank` still lack.
  void serve(Group& group, std::uint32_t rank) {
    const std::vector<OpenNeed> open = still_open(group, rank);
    if (open.empty()) return;
    const DemandSeries series = demand_series(plant_, needs_, open, earliest_receipt(group.terms));
    const Solution solution = sizing_.solve(series, group.terms);
    group.met_vendor_limit = group.met_vendor_limit || solution.met_vendor_limit;
    group.met_budget_limit = group.met_budget_limit || solution.met_budget_limit;
    for (const Choice& choice : solution.choices) {
      ledger_.enter(use_of(group.terms[choice.terms], choice));
      group.choices.push_back(choice);
    }
  }

 private:
  // What needs up to `rank` lack after the choices made so far.
  std::vector<OpenNeed> still_open(Group& group, std::uint32_t rank) {
    std::vector<OpenNeed> open = all_needs(needs_, group);
    std::erase_if(open, [&](const OpenNeed& need) { return needs_[need.need].rank > rank; });
    if (group.choices.empty() || open.empty()) return open;
    sort_choices(group);
    const std::optional<time::Duration>& life = plant_.items[needs_[group.first].item].shelf_life;
    for (const Served& part : assign(needs_, open, receipts_of(group.choices), life)) {
      open[part.open].quantity -= part.quantity;
    }
    std::erase_if(open, [](const OpenNeed& need) { return !need.quantity.positive(); });
    return open;
  }

  const model::Plant& plant_;
  std::span<const PurchaseNeed> needs_;
  Ledger& ledger_;
  LotSizing sizing_;
};

// One lot instead of two of one offer that arrive together, where that is allowed and neither goods nor freight get
// dearer.
std::optional<Lot> joined(const Choice& before, const Choice& next, const Terms& terms) {
  if (before.terms != next.terms || before.receipt != next.receipt) return std::nullopt;
  const Lot both = terms.rule.at_least(before.lot.ordered + next.lot.ordered);
  const bool same =
      both.ordered == before.lot.ordered + next.lot.ordered && both.good >= before.lot.good + next.lot.good;
  const bool cheap = terms.goods(both) <= terms.goods(before.lot) + terms.goods(next.lot) &&
                     both.pieces() <= before.lot.pieces() + next.lot.pieces();
  return same && cheap ? std::optional(both) : std::nullopt;
}

// Joins what can be. Choices are sorted.
void join_choices(Group& group, Ledger& ledger) {
  std::size_t kept = 0;
  for (std::size_t i = 1; i < group.choices.size(); ++i) {
    Choice& before = group.choices[kept];
    const Choice& next = group.choices[i];
    const Terms& terms = group.terms[next.terms];
    const std::optional<Lot> both = joined(before, next, terms);
    if (both) {
      ledger.remove(use_of(terms, before));
      ledger.remove(use_of(terms, next));
      before.lot = *both;
      ledger.enter(use_of(terms, before));
    } else {
      group.choices[++kept] = next;
    }
  }
  if (!group.choices.empty()) group.choices.resize(kept + 1);
}

// The last rank of each slice, ascending.
std::vector<std::uint32_t> slices(std::span<const PurchaseNeed> needs, const std::vector<Group*>& groups) {
  std::vector<std::uint32_t> ranks;
  for (const Group* group : groups) {
    for (std::size_t i = group->first; i < group->last; ++i) ranks.push_back(needs[i].rank);
  }
  std::sort(ranks.begin(), ranks.end());
  const std::size_t rounds =
      groups.size() == 1 ? 1 : std::clamp<std::size_t>(kRoundedNeeds / ranks.size(), 2, kRationingRounds);
  std::vector<std::uint32_t> ends;
  for (std::size_t round = 1; round <= rounds; ++round) {
    ends.push_back(ranks[(ranks.size() * round + rounds - 1) / rounds - 1]);
  }
  ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
  return ends;
}

}  // namespace

void ration(const model::Plant& plant, std::span<const PurchaseNeed> needs, std::vector<Group*>& groups,
            Ledger& ledger) {
  if (groups.empty()) return;
  Rationing rationing(plant, needs, ledger, groups.size() <= kThoroughGroups);
  std::stable_sort(groups.begin(), groups.end(),
                   [&needs](const Group* a, const Group* b) { return needs[a->first].rank < needs[b->first].rank; });
  for (const std::uint32_t rank : slices(needs, groups)) {
    for (Group* group : groups) rationing.serve(*group, rank);
  }
  for (Group* group : groups) {
    sort_choices(*group);
    join_choices(*group, ledger);
  }
}

}  // namespace kilter::sourcing
