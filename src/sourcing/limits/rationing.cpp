#include "sourcing/limits/rationing.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <optional>
#include <utility>

namespace kilter::sourcing {
namespace {

using material::PurchaseNeed;

class Rationing {
 public:
  Rationing(const model::Plant& plant, std::span<const PurchaseNeed> needs, Ledger& ledger, bool thorough)
      : plant_(plant), needs_(needs), ledger_(ledger), sizing_(plant, ledger, thorough) {}

  static constexpr std::uint32_t kAll = std::numeric_limits<std::uint32_t>::max();

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

  // Gives back all that the group buys.
  void give_back(Group& group) {
    for (const Choice& choice : group.choices) ledger_.remove(use_of(group.terms[choice.terms], choice));
    group.choices.clear();
  }
  void take_again(const Group& group) {
    for (const Choice& choice : group.choices) ledger_.enter(use_of(group.terms[choice.terms], choice));
  }

  // What the group's choices cost with holding and lateness, and how much of its needs they leave open.
  struct Outcome {
    MicroCents cost = 0;
    std::int64_t missing = 0;
  };
  Outcome outcome_of(Group& group) {
    sort_choices(group);
    const std::vector<OpenNeed> open = all_needs(needs_, group);
    const DemandSeries series = demand_series(plant_, needs_, open, earliest_receipt(group.terms));
    const SeriesFacts facts(plant_, series);
    Outcome outcome;
    for (const Choice& choice : group.choices) outcome.cost += group.terms[choice.terms].cost(choice.lot);
    for (const OpenNeed& need : open) outcome.missing += need.quantity.raw();
    std::vector<base::Quantity> unused;
    for (const Choice& choice : group.choices) unused.push_back(choice.lot.good);
    std::vector<Tick> last(open.size(), time::kLongAgo);
    const std::optional<time::Duration>& life = plant_.items[needs_[group.first].item].shelf_life;
    base::Int128 held = 0;
    for (const Served& part : assign(needs_, open, receipts_of(group.choices), life)) {
      const Tick receipt = group.choices[part.receipt].receipt;
      const Tick waits = std::max<Tick>(0, needs_[open[part.open].need].need - receipt);
      held += base::Int128(part.quantity.raw()) * waits;
      last[part.open] = std::max(last[part.open], receipt);
      unused[part.receipt] -= part.quantity;
      outcome.missing -= part.quantity.raw();
    }
    const Tick horizon = plant_.frame.tick(plant_.policy.horizon);
    for (std::size_t i = 0; i < unused.size(); ++i) {
      held += base::Int128(unused[i].raw()) * std::max<Tick>(0, horizon - group.choices[i].receipt);
    }
    outcome.cost += facts.holding(held / 86'400);
    for (std::size_t i = 0; i < open.size(); ++i) outcome.cost += lateness(needs_[open[i].need], last[i]);
    return outcome;
  }

 private:
  [[nodiscard]] MicroCents lateness(const PurchaseNeed& need, Tick receipt) const {
    const std::int64_t late = std::int64_t{receipt} - std::max<Tick>(0, need.need);
    if (late <= 0) return 0;
    const DemandSeries one = demand_series(plant_, needs_, {{.need = index_of(need), .quantity = need.quantity}}, 0);
    return base::mul_div_floor(one.demands.front().penalty * base::kMicro, late, 86'400);
  }
  [[nodiscard]] std::size_t index_of(const PurchaseNeed& need) const {
    return static_cast<std::size_t>(&need - needs_.data());
  }

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

// The groups' choices as one answer to how the limits are shared.
struct Shares {
  std::vector<Group> groups;
  MicroCents cost = 0;
  std::vector<std::int64_t> missing;

  // Cheaper, and nobody is left with more open needs.
  [[nodiscard]] bool better_than(const Shares& other) const {
    if (cost >= other.cost) return false;
    for (std::size_t i = 0; i < missing.size(); ++i) {
      if (missing[i] > other.missing[i]) return false;
    }
    return true;
  }
};

// Looks for a cheaper sequence in which the groups choose, each all it needs: every sequence of a few, else by letting
// one after the other choose first. With one limited vendor and prices without breaks some sequence is the best answer:
// those choose first that save most per unit.
class Sequences {
 public:
  Sequences(Rationing& rationing, std::vector<Group*>& groups) : rationing_(rationing), groups_(groups) {}

  void improve() {
    best_ = shares();
    std::vector<std::size_t> sequence(groups_.size());
    std::iota(sequence.begin(), sequence.end(), std::size_t{0});
    if (groups_.size() <= kAllSequences) {
      do {
        try_out(sequence);
      } while (std::next_permutation(sequence.begin(), sequence.end()));
    } else {
      climb(sequence);
    }
    for (Group* group : groups_) rationing_.give_back(*group);
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      *groups_[i] = best_.groups[i];
      rationing_.take_again(*groups_[i]);
    }
  }

 private:
  void climb(std::vector<std::size_t> sequence) {
    try_out(sequence);
    for (std::size_t i = 1; i < sequence.size(); ++i) {
      std::vector<std::size_t> other = sequence;
      std::rotate(other.begin(), other.begin() + static_cast<std::ptrdiff_t>(i),
                  other.begin() + static_cast<std::ptrdiff_t>(i) + 1);
      if (try_out(other)) sequence = other;
    }
  }

  bool try_out(const std::vector<std::size_t>& sequence) {
    for (Group* group : groups_) rationing_.give_back(*group);
    for (const std::size_t i : sequence) rationing_.serve(*groups_[i], Rationing::kAll);
    Shares next = shares();
    if (!next.better_than(best_)) return false;
    best_ = std::move(next);
    return true;
  }

  [[nodiscard]] Shares shares() {
    Shares all;
    for (Group* group : groups_) {
      const Rationing::Outcome outcome = rationing_.outcome_of(*group);
      all.groups.push_back(*group);
      all.cost += outcome.cost;
      all.missing.push_back(outcome.missing);
    }
    return all;
  }

  Rationing& rationing_;
  std::vector<Group*>& groups_;
  Shares best_;
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
  std::size_t count = 0;
  for (const Group* group : groups) count += group->last - group->first;
  if (groups.size() > 1 && groups.size() <= kThoroughGroups && count <= kSequencedNeeds) {
    Sequences(rationing, groups).improve();
  }
  for (Group* group : groups) {
    sort_choices(*group);
    join_choices(*group, ledger);
  }
}

}  // namespace kilter::sourcing
