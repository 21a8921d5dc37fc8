#include "sourcing/limits/rationing.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace kilter::sourcing {
namespace {

using material::PurchaseNeed;

class Rationing {
 public:
  Rationing(const model::Plant& plant, std::span<const PurchaseNeed> needs, Ledger& ledger, bool thorough)
      : plant_(plant), needs_(needs), ledger_(ledger), sizing_(plant, ledger, thorough) {}

  // Serves what the group's needs up to `rank` lack.
  void serve(Group& group, std::uint32_t rank) {
    const std::vector<OpenNeed> open = still_open(group, rank);
    const bool wanting =
        std::any_of(open.begin(), open.end(), [&](const OpenNeed& need) { return needs_[need.need].rank <= rank; });
    if (!wanting) return;
    Solution solution = sizing_.solve(demand_series(plant_, needs_, open, earliest_receipt(group.terms)), group.terms);
    group.met_vendor_limit = group.met_vendor_limit || solution.met_vendor_limit;
    group.met_budget_limit = group.met_budget_limit || solution.met_budget_limit;
    keep(group, std::move(solution.choices), open, rank);
  }

 private:
  // What the needs lack after the choices made so far; ranks beyond the slice do not give up their hope for a receipt
  // in time.
  std::vector<OpenNeed> still_open(Group& group, std::uint32_t rank) {
    std::vector<OpenNeed> open = all_needs(needs_, group);
    if (group.choices.empty()) return open;
    sort_choices(group);
    const AssignmentRules rules{.shelf_life = plant_.items[needs_[group.first].item].shelf_life,
                                .last_late_rank = rank};
    const std::vector<Served> served = assign(needs_, open, receipts_of(group.choices), rules);
    for (const Served& part : served) open[part.open].quantity -= part.quantity;
    std::erase_if(open, [](const OpenNeed& need) { return !need.quantity.positive(); });
    return open;
  }

  // Of the choices those that serve the slice.
  void keep(Group& group, std::vector<Choice> choices, const std::vector<OpenNeed>& open, std::uint32_t rank) {
    std::stable_sort(choices.begin(), choices.end(), [](const Choice& a, const Choice& b) {
      return std::tie(a.receipt, a.terms) < std::tie(b.receipt, b.terms);
    });
    const AssignmentRules rules{.shelf_life = plant_.items[needs_[group.first].item].shelf_life};
    std::vector<bool> wanted(choices.size(), false);
    for (const Served& part : assign(needs_, open, receipts_of(choices), rules)) {
      if (needs_[open[part.open].need].rank <= rank) wanted[part.receipt] = true;
    }
    for (std::size_t i = 0; i < choices.size(); ++i) {
      if (!wanted[i]) continue;
      ledger_.enter(use_of(group.terms[choices[i].terms], choices[i]));
      group.choices.push_back(choices[i]);
    }
  }

  const model::Plant& plant_;
  std::span<const PurchaseNeed> needs_;
  Ledger& ledger_;
  LotSizing sizing_;
};

// The last rank of each slice, ascending.
std::vector<std::uint32_t> slices(std::span<const PurchaseNeed> needs, const std::vector<Group*>& groups) {
  std::vector<std::uint32_t> ranks;
  for (const Group* group : groups) {
    for (std::size_t i = group->first; i < group->last; ++i) ranks.push_back(needs[i].rank);
  }
  std::sort(ranks.begin(), ranks.end());
  const std::size_t rounds =
      groups.size() == 1 ? 1 : std::clamp<std::size_t>(kRoundedNeeds / ranks.size(), 1, kRationingRounds);
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
}

}  // namespace kilter::sourcing
