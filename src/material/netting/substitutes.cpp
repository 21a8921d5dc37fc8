// Substitutes of BOM components: their stock first, by rank, and their sources when the component has none.
#include <algorithm>

#include "material/netting/explosion.hpp"

namespace kilter::material {

using base::kMicro;
using base::Quantity;
using model::Substitute;

namespace {

// Units of the substitute that stand for `component` units of the component, and back.
Quantity in_substitutes(Quantity component, const Substitute& substitute) {
  return component.times_ceil(substitute.ratio);
}
Quantity in_components(Quantity units, const Substitute& substitute) {
  return Quantity::micros(base::mul_div_floor(units.raw(), kMicro, substitute.ratio.raw()));
}

bool usable(const Supply& supply, Tick consumed) {
  return supply.kind == plan::SupplyKind::stock && supply.left.positive() && supply.expiry > consumed;
}

}  // namespace

std::span<const Substitute> Explosion::substitutes_of(const Requirement& want) const {
  if (!want.line.valid()) return {};
  const model::BomLine& line = plant_.bom_lines[want.line];
  // A demand that came here by a switch is for the substitute itself.
  return line.component == node_.item ? std::span<const Substitute>(line.substitutes) : std::span<const Substitute>();
}

// Stock of a substitute that its own known demand leaves over, in units of the substitute.
Quantity Explosion::spare_stock(const Substitute& substitute, Tick consumed) {
  const NodeId node = network_.node(substitute.item, node_.site);
  Quantity spare;
  for (const Supply& supply : supplies_.of(node)) {
    if (usable(supply, consumed)) spare += supply.left;
  }
  return spare.positive() ? spare - lists_.pending(node) : spare;
}

Quantity Explosion::substitutable(const Requirement& want) {
  Quantity sum;
  for (const Substitute& substitute : substitutes_of(want)) {
    const Quantity spare = spare_stock(substitute, consumed_at(want));
    if (spare.positive()) sum += in_components(spare, substitute);
  }
  return sum;
}

void Explosion::take_substitute(Requirement& want, const Substitute& substitute) {
  Quantity spare = spare_stock(substitute, consumed_at(want));
  if (!spare.positive() || !want.quantity.positive()) return;
  std::vector<Supply*> lots;
  for (Supply& supply : supplies_.of(network_.node(substitute.item, node_.site))) {
    if (usable(supply, consumed_at(want))) lots.push_back(&supply);
  }
  std::stable_sort(lots.begin(), lots.end(), [](const Supply* a, const Supply* b) { return a->expiry < b->expiry; });
  // What is covered counts in whole millionths of the component, so every lot is asked for what is still missing.
  for (Supply* lot : lots) {
    const Quantity covered = std::min(want.quantity, in_components(std::min(lot->left, spare), substitute));
    if (!covered.positive()) continue;
    const Quantity units = in_substitutes(covered, substitute);
    peg(*lot, units, want, plan_.pegs);
    spare -= units;
    want.quantity -= covered;
  }
}

void Explosion::take_substitutes() {
  for (Requirement& want : wants_) {
    for (const Substitute& substitute : substitutes_of(want)) take_substitute(want, substitute);
  }
}

// The first substitute that can be made or bought here and is still to be planned.
const Substitute* Explosion::switch_of(const Requirement& want) const {
  for (const Substitute& substitute : substitutes_of(want)) {
    const bool below = network_.codes.code[substitute.item.index()] > network_.codes.code[node_.item.index()];
    const bool made =
        can_make(plant_, substitute.item, node_.site) && !concessions_.bought_only[substitute.item.index()];
    if (below && (made || can_buy(plant_, substitute.item, node_.site))) return &substitute;
  }
  return nullptr;
}

void Explosion::switch_to(const Substitute& substitute, const Requirement& want) {
  Requirement moved = want;
  moved.quantity = in_substitutes(want.quantity, substitute);
  lists_.add(network_.node(substitute.item, node_.site), moved);
}

}  // namespace kilter::material
