#include "coordinate/brief/root_causes.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "plan/late/late_tiers.hpp"

namespace kilter::coordinate {
namespace {

using plan::LateCause;
using plan::LateChain;
using plan::LateLink;

// One part in so many of the lateness: what counts less would not make a difference.
constexpr std::int64_t kLeastShare = 10;

// The parts of a root that one kind of cause decides.
class Roots {
 public:
  Roots(const model::Plant& plant, const plan::Plan& plan, const LateLink& link)
      : plant_(plant), plan_(plan), link_(link) {}

  [[nodiscard]] Root root() const {
    Root root = subject();
    root.cause = link_.cause;
    return root;
  }

 private:
  [[nodiscard]] Root subject() const {
    switch (link_.cause) {
      case LateCause::process:
      case LateCause::minimum_wait:
        return of_operation();
      case LateCause::setup:
      case LateCause::queue:
      case LateCause::closed:
        return of_place();
      case LateCause::person:
        return of_skill();
      case LateCause::outside:
        return of_vendor();
      case LateCause::tool:
        return {.kind = RootKind::tool, .index = link_.blocker};
      case LateCause::purchase:
        return of_source();
      case LateCause::open_purchase:
        return {.kind = RootKind::open_purchase, .index = link_.blocker};
      case LateCause::stock:
        return {.kind = RootKind::item, .index = plant_.stock[model::StockId(link_.blocker)].item.index()};
      case LateCause::budget:
        return {.kind = RootKind::account, .index = plant_.budgets[model::BudgetId(link_.blocker)].account.index()};
      case LateCause::clearance:
        return {.kind = RootKind::clearance, .index = link_.blocker};
      case LateCause::late_start:
      case LateCause::choice:
        break;
    }
    return {};
  }

  [[nodiscard]] const model::Operation* operation() const {
    return link_.placement.valid() ? &plant_.operations[plan_.placements[link_.placement].operation] : nullptr;
  }

  [[nodiscard]] Root of_operation() const {
    if (operation() == nullptr) return {};
    return {.kind = RootKind::operation, .index = plan_.placements[link_.placement].operation.index()};
  }

  // The work centre, a unit that belongs to none, or the vendor of outside work.
  [[nodiscard]] Root of_place() const {
    if (!link_.placement.valid()) return {};
    const model::WorkUnitId unit = plan_.placements[link_.placement].unit;
    if (!unit.valid()) return of_vendor();
    const model::WorkCentreId centre = plant_.work_units[unit].work_centre;
    if (!centre.valid()) return {.kind = RootKind::work_unit, .index = unit.index()};
    return {.kind = RootKind::work_centre, .index = centre.index()};
  }

  [[nodiscard]] Root of_skill() const {
    if (operation() == nullptr || operation()->skills.empty()) return {};
    return {.kind = RootKind::skill, .index = operation()->skills.front().skill.index()};
  }

  [[nodiscard]] Root of_vendor() const {
    if (operation() == nullptr || !operation()->vendor.valid()) return {};
    return {.kind = RootKind::vendor, .index = operation()->vendor.index()};
  }

  [[nodiscard]] Root of_source() const {
    const plan::Purchase& purchase = plan_.purchases[plan::PurchaseId(link_.blocker)];
    Root root{.kind = RootKind::source,
              .index = purchase.item.index(),
              .vendor = plant_.offers[purchase.offer].vendor.index()};
    const bool apart =
        purchase.reason == plan::PurchaseReason::budget || purchase.reason == plan::PurchaseReason::capacity;
    if (apart) root.reason = purchase.reason;
    return root;
  }

  const model::Plant& plant_;
  const plan::Plan& plan_;
  const LateLink& link_;
};

struct Share {
  const LateLink* link = nullptr;
  std::int64_t seconds = 0;
  base::Money money;
};
using Shares = std::map<Root, Share>;

// What the plan charges for the lateness of each order.
base::IndexedVector<model::OrderId, base::Money> penalties(const model::Plant& plant, const plan::Plan& plan) {
  base::IndexedVector<model::OrderId, base::Money> paid(plant.orders.size());
  for (const plan::CostLine& line : plan.costs) {
    if (line.kind == plan::CostKind::penalty) paid[line.order] += line.amount;
  }
  return paid;
}

// What each root of one chain takes of its lateness and of the penalty, `whole`.
Shares shares_of(const model::Plant& plant, const plan::Plan& plan, const LateChain& chain, base::Money whole) {
  Shares shares;
  std::int64_t seconds = 0;
  std::int64_t given = 0;
  for (const LateLink& link : chain.links) {
    if (link.counted <= 0 || chain.lateness <= 0) continue;
    seconds += link.counted;
    const std::int64_t upto = base::mul_div_floor(whole.raw(), seconds, chain.lateness);
    Share& share = shares[root_of(plant, plan, link)];
    if (share.link == nullptr) share.link = &link;
    share.seconds += link.counted;
    share.money += base::Money::minor(upto - given);
    given = upto;
  }
  return shares;
}

struct Gathered {
  Share sum;
  std::vector<std::pair<std::int64_t, model::OrderId>> orders;
};

RootCause finished(Gathered& gathered) {
  std::stable_sort(gathered.orders.begin(), gathered.orders.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  RootCause cause{
      .link = *gathered.sum.link, .seconds = gathered.sum.seconds, .money = gathered.sum.money, .orders = {}};
  for (const auto& [seconds, order] : gathered.orders) cause.orders.push_back(order);
  return cause;
}

}  // namespace

Root root_of(const model::Plant& plant, const plan::Plan& plan, const LateLink& link) {
  return Roots(plant, plan, link).root();
}

std::vector<RootCause> root_causes(const model::Plant& plant, const plan::Plan& plan) {
  std::map<Root, Gathered> all;
  const auto paid = penalties(plant, plan);
  for (const LateChain& chain : plan.late_chains) {
    for (const auto& [root, share] : shares_of(plant, plan, chain, paid[chain.order])) {
      Gathered& gathered = all[root];
      if (gathered.sum.link == nullptr) gathered.sum.link = share.link;
      gathered.sum.seconds += share.seconds;
      gathered.sum.money += share.money;
      gathered.orders.emplace_back(share.seconds, chain.order);
    }
  }
  std::vector<RootCause> causes;
  for (auto& [root, gathered] : all) causes.push_back(finished(gathered));
  std::stable_sort(causes.begin(), causes.end(), [](const RootCause& a, const RootCause& b) {
    return a.money != b.money ? a.money > b.money : a.seconds > b.seconds;
  });
  return causes;
}

const LateLink* main_link(const model::Plant& plant, const plan::Plan& plan, const LateChain& chain) {
  const Share* longest = nullptr;
  const Share* changeable = nullptr;
  std::int64_t since_begin = 0;
  const Shares shares = shares_of(plant, plan, chain, base::Money::zero());
  for (const auto& [root, share] : shares) {
    if (longest == nullptr || share.seconds > longest->seconds) longest = &share;
    if (root.cause == LateCause::late_start) continue;  // the past
    since_begin += share.seconds;
    if (plan::tier_of(root.cause) != plan::LateTier::avoidable) continue;
    if (changeable == nullptr || share.seconds > changeable->seconds) changeable = &share;
  }
  if (changeable != nullptr && kLeastShare * changeable->seconds >= since_begin) return changeable->link;
  return longest == nullptr ? nullptr : longest->link;
}

}  // namespace kilter::coordinate
