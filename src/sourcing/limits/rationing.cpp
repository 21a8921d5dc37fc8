#include "sourcing/limits/rationing.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

#include "sourcing/limits/rank_turns.hpp"
#include "sourcing/limits/shares.hpp"

namespace kilter::sourcing {
namespace {

using material::PurchaseNeed;

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

// The last rank of each of `rounds` slices, ascending, each once.
std::vector<std::uint32_t> slices(std::span<const PurchaseNeed> needs, const std::vector<Group*>& groups,
                                  std::size_t rounds) {
  std::vector<std::uint32_t> ranks;
  for (const Group* group : groups) {
    for (std::size_t i = group->first; i < group->last; ++i) ranks.push_back(needs[i].rank);
  }
  std::sort(ranks.begin(), ranks.end());
  std::vector<std::uint32_t> ends;
  for (std::size_t round = 1; round <= rounds; ++round) {
    ends.push_back(ranks[(ranks.size() * round + rounds - 1) / rounds - 1]);
  }
  ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
  return ends;
}

Rationing::Wanted up_to(std::uint32_t last) {
  return [last](std::uint32_t rank) { return rank <= last ? base::Ratio::one() : base::Ratio::zero(); };
}

// Looks for a better way to share the limits than the one at hand.
class Alternatives {
 public:
  Alternatives(Rationing& rationing, std::vector<Group*>& groups, Ledger& ledger)
      : rationing_(rationing), groups_(groups), ledger_(ledger) {
    join();
    best_ = rationing_.shares_of(groups_);
  }

  // Lets groups choose one after the other, each all it needs: in every sequence of a few, else so that each chooses
  // first once. With one limited vendor and prices without breaks some sequence is the best answer: those choose first
  // that save most per unit.
  void by_sequence() {
    std::vector<std::size_t> sequence(groups_.size());
    std::iota(sequence.begin(), sequence.end(), std::size_t{0});
    if (groups_.size() > kAllSequences) return climb(sequence);
    do {
      try_out(sequence);
    } while (std::next_permutation(sequence.begin(), sequence.end()));
  }

  // Rank by rank, each all that it needs of all groups or nothing; then those that got something at once, so that they
  // share lots and price breaks. Whoever is left out is let go first as long as that leaves fewer out.
  void by_rank(std::size_t tries) {
    for (const RankTurns::Early early : {RankTurns::Early::kept, RankTurns::Early::given_up}) {
      RankTurns turns(rationing_, groups_, early);
      std::vector<std::uint32_t> sequence = turns.ranks();
      std::int64_t least = in_turns(turns, sequence);
      std::vector<std::uint32_t> left = turns.left_out();
      for (std::size_t next = 0, tried = 0; next < left.size() && tried < tries; ++tried) {
        std::vector<std::uint32_t> other = sequence;
        const auto at = std::find(other.begin(), other.end(), left[next++]);
        std::rotate(other.begin(), at, at + 1);
        const std::int64_t now = in_turns(turns, other);
        if (now >= least) continue;
        least = now;
        sequence = other;
        left = turns.left_out();
        next = 0;
      }
    }
  }

  // All ranks up to one at once, so that they share lots and price breaks, then the others: for the last of each slice.
  void by_first_ranks() {
    for (const std::uint32_t last : slices(rationing_.needs(), groups_, kFirstRanks)) {
      start_anew();
      for (Group* group : groups_) rationing_.serve(*group, up_to(last));
      for (Group* group : groups_) rationing_.serve(*group, everything);
      keep_if_better();
    }
  }

  // Leaves the best in the groups and the ledger.
  void settle() { put_back(best_.groups); }

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

  // Returns what the turns leave out.
  std::int64_t in_turns(RankTurns& turns, const std::vector<std::uint32_t>& sequence) {
    turns.run(sequence);
    join();
    const Shares whole = rationing_.shares_of(groups_);
    if (whole.better_than(best_)) best_ = whole;
    start_anew();
    for (Group* group : groups_) {
      rationing_.serve(*group, turns.got());
      group->wanted = rationing_.wanted_needs(*group, turns.got());
    }
    keep_if_better();
    return whole.left_out;
  }

  bool try_out(const std::vector<std::size_t>& sequence) {
    start_anew();
    for (const std::size_t i : sequence) rationing_.serve(*groups_[i], everything);
    return keep_if_better();
  }

  bool keep_if_better() {
    join();
    Shares next = rationing_.shares_of(groups_);
    if (!next.better_than(best_)) return false;
    best_ = std::move(next);
    return true;
  }

  void join() {
    for (Group* group : groups_) {
      sort_choices(*group);
      join_choices(*group, ledger_);
    }
  }

  void start_anew() {
    for (Group* group : groups_) rationing_.give_back(*group);
  }

  void put_back(const std::vector<Group>& then) {
    start_anew();
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      *groups_[i] = then[i];
      rationing_.take_again(*groups_[i]);
    }
  }

  Rationing& rationing_;
  std::vector<Group*>& groups_;
  Ledger& ledger_;
  Shares best_;
};

}  // namespace

void ration(const model::Plant& plant, std::span<const PurchaseNeed> needs, std::vector<Group*>& groups,
            Ledger& ledger) {
  if (groups.empty()) return;
  Rationing rationing(plant, needs, ledger, groups.size() <= kThoroughGroups);
  std::stable_sort(groups.begin(), groups.end(),
                   [&needs](const Group* a, const Group* b) { return needs[a->first].rank < needs[b->first].rank; });
  std::size_t count = 0;
  for (const Group* group : groups) count += group->last - group->first;
  const std::size_t rounds =
      groups.size() == 1 ? 1 : std::clamp<std::size_t>(kRoundedNeeds / count, 2, kRationingRounds);
  for (const std::uint32_t rank : slices(needs, groups, rounds)) {
    for (Group* group : groups) rationing.serve(*group, up_to(rank));
  }
  Alternatives alternatives(rationing, groups, ledger);
  if (groups.size() > 1 && groups.size() <= kThoroughGroups && count <= kSequencedNeeds) alternatives.by_sequence();
  if (groups.size() <= kThoroughGroups && count <= kSequencedNeeds) alternatives.by_first_ranks();
  if (count <= kRankedNeeds) alternatives.by_rank(count <= kSequencedNeeds ? kSequences : 0);
  alternatives.settle();
}

}  // namespace kilter::sourcing
