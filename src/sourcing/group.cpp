#include "sourcing/group.hpp"

#include <algorithm>
#include <tuple>

namespace kilter::sourcing {

std::vector<Group> groups_of(const model::Plant& plant, std::span<const material::PurchaseNeed> needs) {
  std::vector<Group> groups;
  for (std::size_t i = 0; i < needs.size(); ++i) {
    const bool same = i > 0 && needs[i].item == needs[i - 1].item && needs[i].site == needs[i - 1].site;
    if (!same) {
      groups.emplace_back();
      groups.back().first = i;
      groups.back().terms = terms_of(plant, needs[i].item, needs[i].site);
    }
    groups.back().last = i + 1;
  }
  for (Group& group : groups) group.wanted = all_needs(needs, group);
  return groups;
}

Tick earliest_receipt(const std::vector<Terms>& terms) {
  Tick earliest = time::kNever;
  for (const Terms& offer : terms) earliest = std::min(earliest, offer.dates.earliest());
  return earliest;
}

void sort_choices(Group& group) {
  std::stable_sort(group.choices.begin(), group.choices.end(), [](const Choice& a, const Choice& b) {
    return std::tie(a.receipt, a.terms) < std::tie(b.receipt, b.terms);
  });
}

std::vector<OpenNeed> all_needs(std::span<const material::PurchaseNeed> needs, const Group& group) {
  std::vector<OpenNeed> open;
  open.reserve(group.last - group.first);
  for (std::size_t i = group.first; i < group.last; ++i) open.push_back({.need = i, .quantity = needs[i].quantity});
  return open;
}

std::vector<Receipt> receipts_of(const std::vector<Choice>& choices) {
  std::vector<Receipt> receipts;
  receipts.reserve(choices.size());
  for (const Choice& choice : choices) receipts.push_back({.at = choice.receipt, .good = choice.lot.good});
  return receipts;
}

}  // namespace kilter::sourcing
