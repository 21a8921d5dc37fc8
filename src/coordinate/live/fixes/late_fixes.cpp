#include "coordinate/live/fixes/late_fixes.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "coordinate/explain/explain.hpp"
#include "coordinate/live/fixes/order_fixes.hpp"
#include "coordinate/live/fixes/trials.hpp"
#include "coordinate/live/told.hpp"
#include "schedule/repair/ways/repairs.hpp"

namespace kilter::coordinate {
namespace {

using time::kNever;
using time::Tick;

constexpr std::size_t kPaired = 6;

const plan::Delivery* delivery_of(const plan::Plan& plan, model::OrderId order) {
  for (const plan::Delivery& delivery : plan.deliveries) {
    if (delivery.order == order) return &delivery;
  }
  return nullptr;
}

class Mending {
 public:
  Mending(const model::Plant& now, const Published& published, model::OrderId order, const LateFixLimits& limits)
      : now_(now),
        published_(published),
        order_(order),
        limits_(limits),
        search_{.search = false, .cancel = limits.cancel},
        today_(situation(now, published)) {
    schedule::Damage damage(today_.damage.problem, today_.damage.published);
    nothing_done_ = costed(now, today_, schedule::shift_right(damage));
  }

  std::optional<LateFixes> run() {
    const plan::Delivery* delivery = delivery_of(nothing_done_, order_);
    if (delivery == nullptr) return std::nullopt;
    found_.due = delivery->due;
    found_.nothing_done = delivery->delivered;
    if (delivery->planned() && delivery->late() == 0) return std::move(found_);
    found_.chain = late_chain(now_, nothing_done_, *delivery);
    std::vector<Fix> fixes = order_fixes(now_, today_, nothing_done_, *delivery, {});
    if (fixes.size() > limits_.singles) fixes.resize(limits_.singles);
    for (const Fix& fix : fixes) try_fixes({&fix, 1}, found_.singles);
    try_pairs();
    keep_best(found_.singles);
    keep_best(found_.pairs);
    return std::move(found_);
  }

 private:
  void try_fixes(std::span<const Fix> fixes, std::vector<LateFix>& into) {
    if (limits_.cancel != nullptr && limits_.cancel->load()) return;
    const Trials trials(now_, published_, today_, search_, {nothing_done_.objective, Aim::in_time});
    std::optional<RepairPlan> way = trials.solve(fixes);
    if (!way) return;
    const plan::Delivery* delivery = delivery_of(way->plan, order_);
    if (delivery == nullptr || !delivery->planned()) return;
    LateFix fix{.fixes = {fixes.begin(), fixes.end()}, .delivered = delivery->delivered};
    fix.in_time = delivery->late() == 0;
    fix.payers = payers(way->plan);
    fix.way = std::move(*way);
    into.push_back(std::move(fix));
  }

  // Later than when nothing is done, by more than the tolerance.
  [[nodiscard]] std::vector<TouchedPromise> payers(const plan::Plan& plan) const {
    std::vector<TouchedPromise> later;
    for (const plan::Delivery& delivery : plan.deliveries) {
      const plan::Delivery* before = delivery_of(nothing_done_, delivery.order);
      if (delivery.order == order_ || before == nullptr || !before->planned()) continue;
      const bool slips = !delivery.planned() || delivery.late() > std::int64_t{before->late()} + search_.tolerance;
      if (!slips) continue;
      later.push_back({.order = delivery.order,
                       .due = delivery.due,
                       .published = before->delivered,
                       .delivered = delivery.delivered});
    }
    return later;
  }

  // Of decisions none of which does alone, those that come nearest, two by two.
  void try_pairs() {
    std::vector<const LateFix*> open;
    for (const LateFix& fix : found_.singles) {
      const bool helps = !fix.in_time && fix.delivered < found_.nothing_done;
      if (helps && fix.fixes.front().kind != FixKind::accept_date) open.push_back(&fix);
    }
    std::stable_sort(open.begin(), open.end(),
                     [](const LateFix* a, const LateFix* b) { return a->delivered < b->delivered; });
    if (open.size() > kPaired) open.resize(kPaired);
    std::vector<std::array<Fix, 2>> pairs;
    for (std::size_t i = 0; i < open.size(); ++i) {
      for (std::size_t k = i + 1; k < open.size() && pairs.size() < limits_.pairs; ++k) {
        pairs.push_back({open[i]->fixes.front(), open[k]->fixes.front()});
      }
    }
    for (const std::array<Fix, 2>& pair : pairs) {
      if (!exclude(pair[0], pair[1])) try_fixes(pair, found_.pairs);
    }
  }

  // Two that say different things of the same.
  static bool exclude(const Fix& a, const Fix& b) {
    const auto is = [](const Fix& fix, FixKind kind) { return fix.kind == kind; };
    const bool places =
        (is(a, FixKind::gaps) && is(b, FixKind::first)) || (is(a, FixKind::first) && is(b, FixKind::gaps));
    const bool same_work = a.lot.valid() && a.lot == b.lot && a.operation == b.operation && a.operation.valid();
    const bool same_purchase = a.purchase.valid() && a.purchase == b.purchase;
    return places || same_work || same_purchase;
  }

  // Those in time first, then by money; checked on the way: what breaks a rule is no fix.
  void keep_best(std::vector<LateFix>& fixes) {
    std::stable_sort(fixes.begin(), fixes.end(), [](const LateFix& a, const LateFix& b) {
      const auto merit = [](const LateFix& fix) {
        return std::tuple(!fix.in_time, fix.in_time ? Tick{0} : fix.delivered, total(fix.way.money).raw());
      };
      return merit(a) < merit(b);
    });
    std::vector<LateFix> kept;
    std::vector<std::string> refused;
    for (LateFix& fix : fixes) {
      if (kept.size() == limits_.shown) break;
      std::vector<RepairPlan> ways;
      ways.push_back(std::move(fix.way));
      std::optional<RepairPlan> right = first_right(now_, std::move(ways), refused);
      if (!right) continue;
      fix.way = std::move(*right);
      for (const Fix& each : fix.fixes) fix.way.fix += (fix.way.fix.empty() ? "" : ", ") + each.words;
      fix.way.words = repair_words(fix.way.plant ? *fix.way.plant : now_, fix.way);
      kept.push_back(std::move(fix));
    }
    fixes = std::move(kept);
  }

  const model::Plant& now_;
  const Published& published_;
  const model::OrderId order_;
  const LateFixLimits& limits_;
  const RepairLimits search_;
  const Situation today_;
  plan::Plan nothing_done_;
  LateFixes found_;
};

}  // namespace

std::optional<LateFixes> late_fixes(const model::Plant& now, const Published& published, model::OrderId order,
                                    const LateFixLimits& limits) {
  return Mending(now, published, order, limits).run();
}

}  // namespace kilter::coordinate
