#include "coordinate/live/differences.hpp"

#include <algorithm>
#include <cstdlib>

namespace kilter::coordinate {
namespace {

using plan::PlacementId;
using time::kNever;
using time::Tick;

class Comparison {
 public:
  Comparison(const Published& published, const Counterparts& counterparts, const PublishedWork& work,
             const model::Plant& now, const plan::Plan& plan, Tick tolerance)
      : before_(published), counterparts_(counterparts), work_(work), now_(now), plan_(plan), tolerance_(tolerance) {}

  Differences run() {
    for (const PlacementId id : base::ids_of(plan_.placements)) compare(id);
    compare_promises();
    return std::move(found_);
  }

 private:
  void compare(PlacementId id) {
    const plan::Placement& placement = plan_.placements[id];
    const bool is_fact = placement.status == model::WorkStatus::started || placement.status == model::WorkStatus::done;
    if (is_fact) return;
    if (!work_.of(id).valid()) {
      ++found_.added;
      return;
    }
    const plan::Placement& old = before_.plan.placements[work_.of(id)];
    const bool moved = compare_place(id, placement, old);
    const bool other_people = compare_people(id, placement, old);
    if (moved || other_people) ++found_.broken;
  }

  bool compare_place(PlacementId id, const plan::Placement& placement, const plan::Placement& old) {
    const MovedOperation moved{.placement = id,
                               .published = counterparts_.tick(old.start),
                               .start = placement.start,
                               .published_unit = counterparts_.unit(old.unit),
                               .unit = placement.unit};
    const std::int64_t by = std::int64_t{moved.start} - moved.published;
    if (std::abs(by) <= tolerance_ && moved.unit == moved.published_unit) return false;
    found_.moved.push_back(moved);
    return true;
  }

  // People who are there in both are left out; the others take each other's places in the order of their ids.
  bool compare_people(PlacementId id, const plan::Placement& placement, const plan::Placement& old) {
    std::vector<model::PersonId> now = people_of(plan_, placement);
    std::vector<model::PersonId> then;
    for (const model::PersonId person : people_of(before_.plan, old)) then.push_back(counterparts_.person(person));
    for (auto person = now.begin(); person != now.end();) {
      const auto same = std::find(then.begin(), then.end(), *person);
      if (same == then.end()) {
        ++person;
        continue;
      }
      then.erase(same);
      person = now.erase(person);
    }
    std::sort(now.begin(), now.end());
    std::sort(then.begin(), then.end());
    for (std::size_t i = 0; i < std::max(now.size(), then.size()); ++i) {
      found_.reassigned.push_back({.placement = id,
                                   .published = i < then.size() ? then[i] : model::PersonId::none(),
                                   .person = i < now.size() ? now[i] : model::PersonId::none()});
    }
    return !now.empty() || !then.empty();
  }

  static std::vector<model::PersonId> people_of(const plan::Plan& plan, const plan::Placement& placement) {
    std::vector<model::PersonId> people;
    for (const plan::AssignmentId id : placement.assignments) {
      const plan::Assignment& assignment = plan.assignments[id];
      if (assignment.kind == plan::AssigneeKind::person) people.emplace_back(assignment.index);
    }
    return people;
  }

  void compare_promises() {
    std::vector<const plan::Delivery*> then(now_.orders.size(), nullptr);
    for (const plan::Delivery& delivery : before_.plan.deliveries) {
      const model::OrderId order = counterparts_.order(delivery.order);
      if (order.valid()) then[order.index()] = &delivery;
    }
    for (const plan::Delivery& delivery : plan_.deliveries) compare(delivery, then[delivery.order.index()]);
  }

  void compare(const plan::Delivery& delivery, const plan::Delivery* old) {
    TouchedPromise promise{.order = delivery.order, .due = delivery.due, .delivered = delivery.delivered};
    promise.is_new = old == nullptr;
    if (old != nullptr) promise.published = counterparts_.tick(old->delivered);
    const bool kept = old != nullptr && delivery.planned() == old->planned() &&
                      std::abs(std::int64_t{delivery.late()} - lateness(promise)) <= tolerance_;
    if (!kept) found_.promises.push_back(promise);
  }

  // Of what was published, by the due date of now.
  static std::int64_t lateness(const TouchedPromise& promise) {
    return promise.published == kNever ? 0 : std::max<std::int64_t>(0, std::int64_t{promise.published} - promise.due);
  }

  const Published& before_;
  const Counterparts& counterparts_;
  const PublishedWork& work_;
  const model::Plant& now_;
  const plan::Plan& plan_;
  Tick tolerance_;
  Differences found_;
};

}  // namespace

Differences differences(const Published& published, const Counterparts& counterparts, const PublishedWork& work,
                        const model::Plant& now, const plan::Plan& plan, Tick tolerance) {
  return Comparison(published, counterparts, work, now, plan, tolerance).run();
}

MoneyDifference money_difference(const plan::Objective& of, const plan::Objective& than) {
  MoneyDifference difference;
  for (std::size_t kind = 0; kind < plan::kCostKindCount; ++kind) {
    difference[kind] = of.parts[kind] - than.parts[kind];
  }
  return difference;
}

base::Money total(const MoneyDifference& difference) {
  base::Money sum;
  for (const base::Money part : difference) sum += part;
  return sum;
}

}  // namespace kilter::coordinate
