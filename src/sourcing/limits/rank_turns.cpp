#include "sourcing/limits/rank_turns.hpp"

#include <algorithm>

namespace kilter::sourcing {

using base::Quantity;
using base::Ratio;

RankTurns::RankTurns(Rationing& rationing, std::vector<Group*>& groups, Early early)
    : rationing_(rationing), groups_(groups), early_(early) {
  for (std::size_t at = 0; at < groups.size(); ++at) {
    for (std::size_t i = groups[at]->first; i < groups[at]->last; ++i) {
      const material::PurchaseNeed& need = rationing.needs()[i];
      Buyer& buyer = buyers_[need.rank];
      if (buyer.wishes.empty() || buyer.wishes.back().group != at) buyer.wishes.push_back({.group = at, .needs = {}});
      buyer.wishes.back().needs.push_back(i);
      if (need.order.valid()) buyer.order = need.order;
      buyer.perishable = buyer.perishable || rationing.plant().items[need.item].shelf_life.has_value();
    }
  }
}

std::vector<std::uint32_t> RankTurns::ranks() const {
  std::vector<std::uint32_t> all;
  for (const auto& [rank, buyer] : buyers_) all.push_back(rank);
  return all;
}

void RankTurns::run(const std::vector<std::uint32_t>& sequence) {
  part_.clear();
  for (Group* group : groups_) rationing_.give_back(*group);
  spare_.assign(groups_.size(), {});
  for (const std::uint32_t rank : sequence) {
    const Buyer& buyer = buyers_.at(rank);
    part_[rank] = Ratio::one();
    if (!buyer.order.valid()) {  // stock of one item does not wait for that of another
      for (const Wish& wish : buyer.wishes) (void)buy(wish, Ratio::one(), 0);
    } else if (!take(buyer, Ratio::one())) {
      const bool in_parts = rationing_.plant().orders[buyer.order].partial;
      part_[rank] = in_parts ? most_units(buyer) : Ratio::zero();
      if (part_[rank].positive()) take(buyer, part_[rank]);
    }
  }
  for (Group* group : groups_) group->wanted = rationing_.wanted_needs(*group, got());
}

Rationing::Wanted RankTurns::got() const {
  return [this](std::uint32_t rank) {
    const auto known = part_.find(rank);
    return known == part_.end() ? Ratio::zero() : known->second;
  };
}

std::vector<std::uint32_t> RankTurns::left_out() const {
  std::vector<std::uint32_t> left;
  for (const auto& [rank, part] : part_) {
    if (part != Ratio::one()) left.push_back(rank);
  }
  return left;
}

std::vector<RankTurns::Standing> RankTurns::standing(const Buyer& buyer) const {
  std::vector<Standing> now;
  for (const Wish& wish : buyer.wishes) {
    now.push_back({.choices = groups_[wish.group]->choices.size(), .spare = spare_[wish.group]});
  }
  return now;
}

void RankTurns::put_back(const Buyer& buyer, const std::vector<Standing>& then) {
  for (std::size_t i = 0; i < buyer.wishes.size(); ++i) {
    rationing_.give_back(*groups_[buyer.wishes[i].group], then[i].choices);
    spare_[buyer.wishes[i].group] = then[i].spare;
  }
}

// Nothing is bought where limits do not leave all of the part.
bool RankTurns::take(const Buyer& buyer, Ratio part) {
  const std::vector<Standing> before = standing(buyer);
  const Answer soon = buy(buyer, part, 0);
  const bool may_keep = early_ == Early::kept && !buyer.perishable;
  if (soon.whole && (soon.late == 0 || may_keep)) return true;
  put_back(buyer, before);
  if (!soon.whole) return false;
  const Answer later = buy(buyer, part, soon.late);
  if (later.whole && later.late <= soon.late) return true;
  put_back(buyer, before);
  return buy(buyer, part, 0).whole;
}

RankTurns::Answer RankTurns::buy(const Buyer& buyer, Ratio part, Tick later) {
  Answer all;
  for (const Wish& wish : buyer.wishes) {
    const Answer one = buy(wish, part, later);
    all.whole = all.whole && one.whole;
    all.late = std::max(all.late, one.late);
    if (!all.whole) break;
  }
  return all;
}

RankTurns::Answer RankTurns::buy(const Wish& wish, Ratio part, Tick later) {
  Group& group = *groups_[wish.group];
  std::vector<OpenNeed> open;
  for (const std::size_t need : wish.needs) {
    open.push_back({.need = need, .quantity = part_of(rationing_.needs()[need].quantity, part)});
  }
  std::vector<Receipt>& spare = spare_[wish.group];
  Answer answer{.late = use(open, spare, wish.group)};
  if (open.empty()) return answer;
  const std::size_t before = group.choices.size();
  answer.whole = rationing_.buy(group, open, later);
  std::vector<Receipt> bought;
  for (std::size_t i = before; i < group.choices.size(); ++i) {
    bought.push_back({.at = group.choices[i].receipt, .good = group.choices[i].lot.good});
  }
  const auto earlier = [](const Receipt& a, const Receipt& b) { return a.at < b.at; };
  std::stable_sort(bought.begin(), bought.end(), earlier);
  answer.late = std::max(answer.late, use(open, bought, wish.group));
  spare.insert(spare.end(), bought.begin(), bought.end());
  std::stable_sort(spare.begin(), spare.end(), earlier);
  return answer;
}

// Takes from the receipts what serves the needs; returns how late the last of it comes.
Tick RankTurns::use(std::vector<OpenNeed>& open, std::vector<Receipt>& receipts, std::size_t group) const {
  if (receipts.empty()) return 0;
  const auto& needs = rationing_.needs();
  const auto& life = rationing_.plant().items[needs[groups_[group]->first].item].shelf_life;
  Tick late = 0;
  for (const Served& part : assign(needs, open, receipts, life)) {
    late = std::max(late, receipts[part.receipt].at - std::max<Tick>(0, needs[open[part.open].need].need));
    open[part.open].quantity -= part.quantity;
    receipts[part.receipt].good -= part.quantity;
  }
  std::erase_if(open, [](const OpenNeed& need) { return !need.quantity.positive(); });
  std::erase_if(receipts, [](const Receipt& receipt) { return !receipt.good.positive(); });
  return late;
}

// By bisection: as many whole units of the order (thousandths, where it is not in whole ones) as limits leave.
Ratio RankTurns::most_units(const Buyer& buyer) {
  const Quantity ordered = rationing_.plant().orders[buyer.order].quantity;
  const std::int64_t steps = ordered.raw() % base::kMicro == 0 ? ordered.raw() / base::kMicro : 1'000;
  const auto part = [steps](std::int64_t units) {
    return Ratio::micros(base::mul_div_ceil(base::kMicro, units, steps));
  };
  const std::vector<Standing> before = standing(buyer);
  std::int64_t most = 0;
  for (std::int64_t over = steps; over - most > 1;) {
    const std::int64_t half = most + (over - most) / 2;
    (buy(buyer, part(half), 0).whole ? most : over) = half;
    put_back(buyer, before);
  }
  return most > 0 ? part(most) : Ratio::zero();
}

}  // namespace kilter::sourcing
