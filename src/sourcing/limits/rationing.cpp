#include "sourcing/limits/rationing.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <set>
#include <utility>

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

// Looks for a cheaper way to share the limits than the one at hand.
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

  // Rank by rank, each all that it needs of all groups, then the same ranks at once. A rank that a limit would make
  // late waits until all others have chosen: part of what it needs is of no use to it early, and takes the room of
  // those behind it.
  void by_rank() {
    start_anew();
    std::set<std::uint32_t> waiting;
    for (const std::uint32_t rank : ranks()) {
      const std::vector<Group> before = snapshot();
      for (Group* group : groups_) {
        rationing_.serve(*group, [&](std::uint32_t each) { return each <= rank && !waiting.contains(each); });
      }
      if (!held_up(before, rank)) continue;
      put_back(before);
      waiting.insert(rank);
    }
    for (const std::uint32_t rank : waiting) {
      for (Group* group : groups_) {
        rationing_.serve(*group, [&](std::uint32_t each) { return each <= rank || !waiting.contains(each); });
      }
    }
    keep_if_better();
    in_two_turns([&](std::uint32_t rank) { return !waiting.contains(rank); });
  }

  // All ranks up to one at once, so that they share lots and price breaks, then the others: for the last of each slice.
  void by_first_ranks() {
    for (const std::uint32_t last : slices(rationing_.needs(), groups_, kFirstRanks)) {
      in_two_turns([last](std::uint32_t rank) { return rank <= last; });
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

  void in_two_turns(const Rationing::Wanted& first) {
    start_anew();
    for (Group* group : groups_) rationing_.serve(*group, first);
    for (Group* group : groups_) rationing_.serve(*group, [](std::uint32_t) { return true; });
    keep_if_better();
  }

  bool try_out(const std::vector<std::size_t>& sequence) {
    start_anew();
    for (const std::size_t i : sequence) rationing_.serve(*groups_[i], [](std::uint32_t) { return true; });
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

  [[nodiscard]] std::vector<Group> snapshot() const {
    std::vector<Group> now;
    for (const Group* group : groups_) now.push_back(*group);
    return now;
  }
  void put_back(const std::vector<Group>& then) {
    start_anew();
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      *groups_[i] = then[i];
      rationing_.take_again(*groups_[i]);
    }
  }

  [[nodiscard]] std::set<std::uint32_t> ranks() const {
    std::set<std::uint32_t> all;
    for (const Group* group : groups_) {
      for (std::size_t i = group->first; i < group->last; ++i) all.insert(rationing_.needs()[i].rank);
    }
    return all;
  }

  // Whether something bought since `before` comes too late for a need of the rank because of a limit.
  [[nodiscard]] bool held_up(const std::vector<Group>& before, std::uint32_t rank) const {
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      const Group& group = *groups_[i];
      Tick latest = time::kNever;
      for (std::size_t need = group.first; need < group.last; ++need) {
        if (rationing_.needs()[need].rank == rank) latest = std::min(latest, rationing_.needs()[need].need);
      }
      latest = std::max(latest, earliest_receipt(group.terms));
      for (std::size_t at = before[i].choices.size(); at < group.choices.size(); ++at) {
        if (group.choices[at].limited && group.choices[at].receipt > latest) return true;
      }
    }
    return false;
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
    for (Group* group : groups) rationing.serve(*group, [rank](std::uint32_t each) { return each <= rank; });
  }
  Alternatives alternatives(rationing, groups, ledger);
  if (groups.size() > 1 && groups.size() <= kThoroughGroups && count <= kSequencedNeeds) alternatives.by_sequence();
  if (groups.size() <= kThoroughGroups && count <= kSequencedNeeds) alternatives.by_first_ranks();
  if (count <= kRankedNeeds) alternatives.by_rank();
  alternatives.settle();
}

}  // namespace kilter::sourcing
