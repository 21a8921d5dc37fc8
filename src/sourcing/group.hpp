// The needs of one item at one site and what was decided for them.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "material/explode.hpp"
#include "sourcing/assignment.hpp"
#include "sourcing/offers/terms.hpp"
#include "sourcing/series/lot_sizing.hpp"

namespace kilter::sourcing {

struct Group {
  std::size_t first = 0;  // needs [first, last)
  std::size_t last = 0;
  std::vector<Terms> terms;
  std::vector<OpenNeed> wanted;  // what is bought for, by need: everything, or what limits leave
  std::vector<Choice> choices;   // by receipt once `sort_choices` was called
  bool met_vendor_limit = false;
  bool met_budget_limit = false;
};

// Groups of needs that stand together by item and site.
std::vector<Group> groups_of(const model::Plant& plant, std::span<const material::PurchaseNeed> needs);

// The earliest receipt of any of the offers; kNever when there is none.
Tick earliest_receipt(const std::vector<Terms>& terms);

// Orders choices by receipt, then offer.
void sort_choices(Group& group);

// The needs of a group as a whole, in their order.
std::vector<OpenNeed> all_needs(std::span<const material::PurchaseNeed> needs, const Group& group);

// What the choices (sorted) bring in, one receipt per choice.
std::vector<Receipt> receipts_of(const std::vector<Choice>& choices);

}  // namespace kilter::sourcing
