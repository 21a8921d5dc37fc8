#include "sourcing/source.hpp"

#include <algorithm>
#include <set>

#include "sourcing/emission.hpp"
#include "sourcing/group.hpp"
#include "sourcing/limits/ledger.hpp"
#include "sourcing/limits/rationing.hpp"

namespace kilter::sourcing {
namespace {

using material::PurchaseNeed;

// Every group by itself, as if there were no limits.
void choose_freely(const model::Plant& plant, std::span<const PurchaseNeed> needs, std::vector<Group>& groups) {
  LotSizing sizing(plant);
  for (Group& group : groups) {
    const Tick earliest = earliest_receipt(group.terms);
    if (earliest == time::kNever) continue;
    group.choices = sizing.solve(demand_series(plant, needs, all_needs(needs, group), earliest), group.terms).choices;
  }
}

void enter_all(const Group& group, Ledger& ledger) {
  for (const Choice& choice : group.choices) ledger.enter(use_of(group.terms[choice.terms], choice));
}

// The kinds of account with a capped period that is overspent.
std::set<model::AccountKind> overspent_kinds(const Ledger& ledger) {
  std::set<model::AccountKind> kinds;
  for (const CappedPeriod& period : ledger.periods()) {
    if (ledger.overspent(period)) kinds.insert(period.kind);
  }
  return kinds;
}

// Whether some choice of the group could make way for others at a limit that is broken: it is by a vendor of whom more
// is asked than there is, or spends in a capped period of an account of which another period is overspent. What does
// not fit there goes elsewhere, and by rank it goes before what is bought there already.
bool takes_part(const Group& group, const Ledger& ledger, const std::set<model::AccountKind>& overspent) {
  return std::any_of(group.choices.begin(), group.choices.end(), [&](const Choice& choice) {
    const Terms& terms = group.terms[choice.terms];
    if (ledger.overloaded(terms.offer->vendor)) return true;
    const Use use = use_of(terms, choice);
    return std::any_of(overspent.begin(), overspent.end(), [&](model::AccountKind kind) {
      const std::int64_t spent = kind == model::AccountKind::material ? use.goods : use.freight;
      return spent > 0 && ledger.period_at(kind, use.order_at) != Ledger::kNoPeriod;
    });
  });
}

}  // namespace

PurchasePlan source(const model::Plant& plant, std::span<const PurchaseNeed> needs,
                    std::span<const plan::Purchase> kept) {
  std::vector<Group> groups = groups_of(plant, needs);
  choose_freely(plant, needs, groups);
  Ledger ledger(plant);
  for (const plan::Purchase& purchase : kept) ledger.enter(use_of(plant, purchase));
  for (const Group& group : groups) enter_all(group, ledger);
  std::vector<Group*> rationed;
  const std::set<model::AccountKind> overspent = overspent_kinds(ledger);
  for (Group& group : groups) {
    if (takes_part(group, ledger, overspent)) rationed.push_back(&group);
  }
  for (Group* group : rationed) {
    for (const Choice& choice : group->choices) ledger.remove(use_of(group->terms[choice.terms], choice));
    group->choices.clear();
  }
  ration(plant, needs, rationed, ledger);
  PurchasePlan plan;
  Emission emission(plant, needs, ledger, plan);
  for (Group& group : groups) emission.emit(group);
  return plan;
}

}  // namespace kilter::sourcing
