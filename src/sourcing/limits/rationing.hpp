// Choosing again under limits: items that compete for a vendor's weeks or an account's periods take turns by rank.
#pragma once

#include <span>
#include <vector>

#include "model/plant.hpp"
#include "sourcing/group.hpp"
#include "sourcing/limits/ledger.hpp"

namespace kilter::sourcing {

// Into how many slices of ranks the turns are cut at most; fewer, down to two, when many needs compete.
inline constexpr std::size_t kRationingRounds = 16;
inline constexpr std::size_t kRoundedNeeds = 100'000;
// Up to how many groups each is solved thoroughly.
inline constexpr std::size_t kThoroughGroups = 16;
// Up to how many needs in all other sequences of thorough groups are tried, and up to how many groups every sequence.
inline constexpr std::size_t kSequencedNeeds = 48;
inline constexpr std::size_t kAllSequences = 4;
// How many ways of letting the first ranks choose all at once are tried.
inline constexpr std::size_t kFirstRanks = 8;
// How many sequences of ranks are tried in letting go first whoever would be left out.
inline constexpr std::size_t kSequences = 24;
// Up to how many needs ranks buy one by one.
inline constexpr std::size_t kRankedNeeds = 200'000;

// Decides the choices of all `groups` within what `ledger` has left and enters them there. In each round a slice of
// ranks is served: every group, best first rank first, buys what its needs up to that rank lack. Later slices get what
// is left, of the lots bought before too; a lot is not made larger for the sake of a later slice. What cannot be bought
// stays open. Where few compete, other ways replace that when they leave fewer orders out, by their urgency, or are
// cheaper: ranks buying one by one, each for a whole order or not at all (RankTurns), groups choosing one after the
// other in another sequence, and the first ranks all at once.
void ration(const model::Plant& plant, std::span<const material::PurchaseNeed> needs, std::vector<Group*>& groups,
            Ledger& ledger);

}  // namespace kilter::sourcing
