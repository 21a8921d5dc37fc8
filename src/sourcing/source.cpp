#include "sourcing/source.hpp"

#include <algorithm>

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

// Whether some choice of the group is part of a limit that is broken.
bool takes_part(const Group& group, const Ledger& ledger) {
  return std::any_of(group.choices.begin(), group.choices.end(), [&](const Choice& choice) {
    const Terms& terms = group.terms[choice.terms];
    if (ledger.overloaded(terms.offer->vendor)) return true;
    const Use use = use_of(terms, choice);
    return std::any_of(ledger.periods().begin(), ledger.periods().end(), [&](const CappedPeriod& period) {
      const std::int64_t spent = period.kind == model::AccountKind::material ? use.goods : use.freight;
      const bool inside = use.order_at >= period.from && use.order_at < period.until;
      return spent > 0 && inside && ledger.overspent(period);
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
  for (Group& group : groups) {
    if (takes_part(group, ledger)) rationed.push_back(&group);
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
