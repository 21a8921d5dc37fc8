#include "sourcing/series/lot_sizing.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>

#include "base/random.hpp"
#include "sourcing/series/fitting.hpp"

namespace kilter::sourcing {
namespace {

using base::Quantity;
using base::UnitPrice;

// When a series counts as small enough for every size on its grid.
constexpr std::int64_t kMostLotsPerDemand = 64;  // of the smallest lot that an offer or a price break makes sense for
constexpr std::size_t kExactDemands = 12;
constexpr std::size_t kExactOffers = 4;
constexpr std::int64_t kExactSteps = 48;
constexpr std::size_t kExactBreadth = 4'096;
// The same under limits, where labels at one position are not alike (each has used up other rooms) and all are kept.
constexpr std::size_t kExactLimitedDemands = 4;
constexpr std::int64_t kExactLimitedSteps = 12;
constexpr std::size_t kExactLimitedBreadth = 64;
constexpr Tick kDay = 86'400;

UnitPrice cheapest_price(const std::vector<Terms>& terms) {
  UnitPrice least = UnitPrice::micros(std::numeric_limits<std::int64_t>::max());
  for (const Terms& offer : terms) {
    for (const model::PriceBreak& step : offer.offer->prices) least = std::min(least, step.price);
  }
  return least;
}

}  // namespace

Use use_of(const Terms& terms, const Choice& choice) {
  return {.vendor = terms.offer->vendor,
          .receipt = choice.receipt,
          .order_at = choice.order_at,
          .ordered = choice.lot.ordered.raw(),
          .goods = terms.goods(choice.lot).raw(),
          .freight = terms.offer->order_cost.raw() * choice.lot.pieces()};
}

Solution LotSizing::solve(const DemandSeries& series, const std::vector<Terms>& terms) {
  const SeriesFacts facts(plant_, series);
  const std::size_t count = series.demands.size();
  terms_ = &terms;
  prepare(terms);
  set_grid(series, terms);
  grain_ = grain_of(series);
  const std::size_t exact_breadth = ledger_ == nullptr ? kExactBreadth : kExactLimitedBreadth;
  const std::size_t breadth = ledger_ == nullptr ? kBreadth : kLimitedBreadth;
  pool_.reset(count + 1, grid_ != 0 ? exact_breadth : breadth, cheapest_price(terms));
  pool_.add(0, Label{});
  for (std::size_t demand = 0; demand < count; ++demand) {
    for (std::uint32_t label = pool_.take(demand); label != kNoLabel; label = pool_.take(demand)) {
      expand(facts, label, demand);
    }
  }
  return read_back(facts);
}

void LotSizing::prepare(const std::vector<Terms>& terms) {
  thresholds_.resize(std::max(thresholds_.size(), terms.size()));
  for (std::size_t i = 0; i < terms.size(); ++i) thresholds_[i] = terms[i].thresholds();
  met_vendor_limit_ = met_budget_limit_ = false;
}

namespace {

// What all sizes at which an offer's rules and prices change are multiples of; 0: there are none.
std::int64_t grid_of(const Terms& offer) {
  std::int64_t grid = 0;
  for (const Quantity size : {offer.rule.minimum(), offer.rule.multiple(), offer.rule.maximum()}) {
    grid = std::gcd(grid, size.raw());
  }
  for (const model::PriceBreak& step : offer.offer->prices) grid = std::gcd(grid, step.from.raw());
  return grid;
}

}  // namespace

// The grid of all quantities, when the series is small enough to try every size on it; otherwise none.
void LotSizing::set_grid(const DemandSeries& series, const std::vector<Terms>& terms) {
  grid_ = 0;
  if (series.demands.size() > (ledger_ == nullptr ? kExactDemands : kExactLimitedDemands)) return;
  if (terms.size() > kExactOffers || (ledger_ != nullptr && !thorough_)) return;
  // With a yield the grid of what is ordered is not the grid of what is good.
  const auto has_yield = [](const Terms& offer) {
    return offer.rule.good_of(Quantity::units(1)) != Quantity::units(1);
  };
  if (std::any_of(terms.begin(), terms.end(), has_yield)) return;
  std::int64_t grid = 0;
  for (const Demand& demand : series.demands) grid = std::gcd(grid, demand.quantity);
  for (const Terms& offer : terms) {
    grid = std::gcd(grid, grid_of(offer));
    if (ledger_ != nullptr) grid = std::gcd(grid, plant_.vendors[offer.offer->vendor].capacity_per_week.raw());
  }
  const std::int64_t steps = ledger_ == nullptr ? kExactSteps : kExactLimitedSteps;
  if (grid > 0 && series.total() / grid <= steps) grid_ = grid;
}

void LotSizing::expand(const SeriesFacts& facts, std::uint32_t label, std::size_t demand) {
  if (ledger_ != nullptr) collect_taken(label);
  const Step step{.label = label,
                  .demand = demand,
                  .position = pool_[label].position,
                  .partial = pool_[label].partial,
                  .cost = pool_[label].cost};
  for (std::uint32_t terms = 0; terms < terms_->size(); ++terms) {
    Step by = step;
    by.terms = terms;
    expand_by(facts, by);
  }
}

void LotSizing::expand_by(const SeriesFacts& facts, Step step) {
  const Terms& terms = (*terms_)[step.terms];
  const Tick receipt = terms.dates.by(facts.series().demands[step.demand].date);
  if (receipt == time::kNever) return;
  step.wanted = receipt;
  candidates(facts, step, receipt);
  if (ledger_ == nullptr) {
    buy(facts, step, {.receipt = receipt, .order_at = terms.dates.order_at(receipt)});
    return;
  }
  const ReceiptOptions dates(*ledger_);
  const ReceiptOption wanted = dates.at(terms, receipt, taken_);
  const bool limits = cut(step, wanted);
  if (limits) single_candidates(facts, step);
  buy(facts, step, wanted);
  if (step.partial > receipt) buy_rest_late(facts, step, dates);
  if (!limits) return;
  dates.around(terms, receipt, taken_, amounts_of(terms), options_);
  backfill_candidates(facts, step, wanted);
  for (const ReceiptOption& option : options_) buy(facts, step, option);
}

// Of the smallest lot that a limit may leave, and of the largest that is tried.
Amounts LotSizing::amounts_of(const Terms& terms) const {
  return {.least = terms.goods(terms.rule.cover(Quantity::micros(grain_))).raw(),
          .most = lots_.empty() ? 0 : terms.goods(lots_.back()).raw()};
}

// A demand that waits for an earlier purchase anyhow: its rest may come as late as that, or just for the next demand.
void LotSizing::buy_rest_late(const SeriesFacts& facts, const Step& step, const ReceiptOptions& dates) {
  const Terms& terms = (*terms_)[step.terms];
  const std::vector<Demand>& demands = facts.series().demands;
  buy(facts, step, dates.at(terms, terms.dates.by(step.partial), taken_));
  if (step.demand + 1 == demands.size() || demands[step.demand + 1].date >= step.partial) return;
  buy(facts, step, dates.at(terms, terms.dates.by(demands[step.demand + 1].date), taken_));
}

// Whether the option is too small for some lot; notes which limit it is.
bool LotSizing::cut(const Step& step, const ReceiptOption& option) {
  const Terms& terms = (*terms_)[step.terms];
  bool any = false;
  for (const Lot& lot : lots_) {
    const bool units = lot.ordered.raw() > option.units;
    const bool money =
        terms.goods(lot).raw() > option.goods || terms.offer->order_cost.raw() * lot.pieces() > option.freight;
    met_vendor_limit_ = met_vendor_limit_ || units;
    met_budget_limit_ = met_budget_limit_ || money;
    any = any || units || money;
  }
  return any;
}

Label LotSizing::label_of(const Step& step, const Coverage& coverage, const Lot& lot,
                          const ReceiptOption& option) const {
  const Terms& terms = (*terms_)[step.terms];
  Label label;
  label.position = coverage.position();
  label.cost = {.money = step.cost.money + terms.cost(lot) + coverage.cost(),
                .late = step.cost.late + coverage.late(),
                .early = step.cost.early + coverage.early(),
                .pieces = step.cost.pieces + lot.pieces()};
  label.partial = coverage.partial();
  label.parent = step.label;
  label.terms = step.terms;
  label.lot = lot;
  label.receipt = option.receipt;
  label.order_at = option.order_at;
  if (grid_ != 0 && ledger_ != nullptr) {
    label.usage = usage_with(pool_[step.label].usage, terms, {label.terms, label.lot, label.receipt, label.order_at});
  }
  return label;
}

void LotSizing::buy(const SeriesFacts& facts, const Step& step, const ReceiptOption& option) {
  const Terms& terms = (*terms_)[step.terms];
  Coverage coverage(facts, {.demand = step.demand, .position = step.position, .partial = step.partial}, option.receipt);
  std::int64_t last_good = 0;
  for (const Lot& wanted : lots_) {
    const std::optional<Lot> lot = ledger_ == nullptr ? wanted : fitted(terms, wanted, option, grain_);
    if (!lot || lot->good.raw() <= last_good) continue;
    last_good = lot->good.raw();
    coverage.advance(step.position + last_good);
    if (coverage.position() == step.position) return;
    Label label = label_of(step, coverage, *lot, option);
    label.position = std::min(label.position, facts.series().total());
    label.limited = ledger_ != nullptr && (option.receipt != step.wanted || lot->ordered != wanted.ordered);
    pool_.add(coverage.demand(), label);
    // Larger lots would be cut to the same one, unless a price break makes them fit.
    if (lot->ordered < wanted.ordered && (terms.single_price || wanted.ordered.raw() > option.units)) return;
  }
}

void LotSizing::candidates(const SeriesFacts& facts, const Step& step, Tick receipt) {
  lots_.clear();
  if (grid_ != 0) {
    grid_candidates(facts, step);
  } else {
    run_candidates(facts, step, receipt);
  }
  const std::vector<Lot>& thresholds = thresholds_[step.terms];
  if (thresholds.empty()) return;
  // A lot far smaller than the demand it begins would have to be bought over and over: no plan is cheaper for it.
  const std::int64_t rest = facts.series().demands[step.demand].end - step.position;
  std::copy_if(thresholds.begin(), thresholds.end(), std::back_inserter(lots_),
               [rest](const Lot& lot) { return lot.good.raw() >= rest / kMostLotsPerDemand; });
  std::sort(lots_.begin(), lots_.end(), [](const Lot& a, const Lot& b) { return a.good < b.good; });
}

// Lots that reach the end of a demand; demands that the item's policy joins with the first are bought with it. When a
// purchase of its own for a demand costs no more than holding it, no lot need reach further (Wagner and Whitin's
// planning horizon); that holds without breaks and lot rules only.
void LotSizing::run_candidates(const SeriesFacts& facts, const Step& step, Tick receipt) {
  const Terms& terms = (*terms_)[step.terms];
  const std::vector<Demand>& demands = facts.series().demands;
  const model::Item& item = plant_.items[facts.series().item];
  const bool plain = terms.rule.free() && terms.single_price;
  std::int64_t together = item.lot_policy == model::LotPolicy::period ? std::int64_t{item.lot_days} * kDay : 0;
  if (item.shelf_life) together = std::min<std::int64_t>(together, item.shelf_life->count());
  const std::int64_t joined_until = demands[step.demand].date + together;
  const std::size_t receipt_day = facts.day_of(receipt);
  const auto dear_to_hold = [&](std::size_t i) {
    const auto days = static_cast<std::int64_t>(facts.day_of_demand(i) - receipt_day);
    return facts.holding(static_cast<base::Int128>(demands[i].quantity) * days) >= micro_cents(terms.order_cost);
  };
  const std::size_t end = std::min(demands.size(), step.demand + (ledger_ == nullptr ? kWindow : kLimitedWindow));
  for (std::size_t i = step.demand; i < end; ++i) {
    const bool joined = i + 1 < end && demands[i + 1].date < joined_until;
    const bool later = i > step.demand && demands[i].date >= joined_until && facts.day_of_demand(i) > receipt_day;
    if (plain && later && dear_to_hold(i)) return;
    const Quantity reach = Quantity::micros(demands[i].end - step.position);
    if (!joined && (lots_.empty() || lots_.back().good < reach)) lots_.push_back(terms.rule.cover(reach));
  }
}

// Lots that reach the end of a demand, whatever the policy joins: where a limit cuts the joined lot, what is needed
// first may still fit by itself.
void LotSizing::single_candidates(const SeriesFacts& facts, const Step& step) {
  if (grid_ != 0 || plant_.items[facts.series().item].lot_policy != model::LotPolicy::period) return;
  const LotRule& rule = (*terms_)[step.terms].rule;
  const std::vector<Demand>& demands = facts.series().demands;
  const std::size_t end = std::min(demands.size(), step.demand + kLimitedWindow);
  for (std::size_t i = step.demand; i < end; ++i) {
    lots_.push_back(rule.cover(Quantity::micros(demands[i].end - step.position)));
  }
  std::sort(lots_.begin(), lots_.end(), [](const Lot& a, const Lot& b) { return a.good < b.good; });
}

void LotSizing::grid_candidates(const SeriesFacts& facts, const Step& step) {
  const LotRule& rule = (*terms_)[step.terms].rule;
  const std::int64_t rest = facts.series().total() - step.position;
  for (std::int64_t size = grid_; size < rest; size += grid_) lots_.push_back(rule.at_least(Quantity::micros(size)));
  lots_.push_back(rule.cover(Quantity::micros(rest)));
}

// Lots that leave just as much of the next demand as later receipts have room for: what must come early comes as late
// as it can.
void LotSizing::backfill_candidates(const SeriesFacts& facts, const Step& step, const ReceiptOption& wanted) {
  const Terms& terms = (*terms_)[step.terms];
  Quantity rest = Quantity::micros(facts.series().demands[step.demand].end - step.position);
  ReceiptOption later = wanted;
  for (std::size_t i = options_.size(); i-- > 0;) {
    if (options_[i].receipt > wanted.receipt) continue;
    const std::optional<Lot> possible = fitted(terms, terms.rule.cover(rest), later, grain_);
    if (possible) rest -= possible->good;
    if (!rest.positive()) break;
    lots_.push_back(terms.rule.cover(rest));
    later = options_[i];
  }
  std::sort(lots_.begin(), lots_.end(), [](const Lot& a, const Lot& b) { return a.good < b.good; });
}

// A sum over purchases, so that their order does not matter: of units per vendor week and of money per order date.
std::uint64_t LotSizing::usage_with(std::uint64_t usage, const Terms& terms, const Choice& choice) const {
  const auto mixed = [](std::uint64_t kind, std::uint64_t place) {
    return base::Random((kind << 40U) + place).next() | 1U;
  };
  const Use use = use_of(terms, choice);
  if (ledger_->limited(use.vendor)) {
    usage += mixed(1 + use.vendor.index(), ledger_->week_of(use.receipt)) * static_cast<std::uint64_t>(use.ordered);
  }
  for (const auto kind : {model::AccountKind::material, model::AccountKind::freight}) {
    const std::size_t period = ledger_->period_at(kind, use.order_at);
    const std::int64_t spent = kind == model::AccountKind::material ? use.goods : use.freight;
    if (period != Ledger::kNoPeriod) usage += mixed(0, period + 1) * static_cast<std::uint64_t>(spent);
  }
  return usage;
}

void LotSizing::collect_taken(std::uint32_t label) {
  taken_.clear();
  for (std::uint32_t at = label; pool_[at].parent != kNoLabel; at = pool_[at].parent) {
    const Label& bought = pool_[at];
    taken_.push_back(use_of((*terms_)[bought.terms], {bought.terms, bought.lot, bought.receipt, bought.order_at}));
    if (ledger_->limited(taken_.back().vendor)) taken_.back().week = ledger_->week_of(bought.receipt);
  }
}

Solution LotSizing::read_back(const SeriesFacts& facts) {
  Solution solution;
  const std::uint32_t best = pool_.best();
  solution.covered = std::min(pool_[best].position, facts.series().total());
  solution.cost = pool_[best].cost.money;
  for (std::uint32_t at = best; pool_[at].parent != kNoLabel; at = pool_[at].parent) {
    const Label& bought = pool_[at];
    solution.choices.push_back({bought.terms, bought.lot, bought.receipt, bought.order_at, bought.limited});
  }
  std::reverse(solution.choices.begin(), solution.choices.end());
  solution.met_vendor_limit = met_vendor_limit_;
  solution.met_budget_limit = met_budget_limit_;
  return solution;
}

}  // namespace kilter::sourcing
