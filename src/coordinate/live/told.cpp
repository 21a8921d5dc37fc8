#include "coordinate/live/told.hpp"

#include <array>
#include <cstdlib>
#include <set>
#include <utility>

#include "model/decimal_text.hpp"

namespace kilter::coordinate {
namespace {

using time::Tick;

constexpr std::array<std::string_view, 11> kWays = {"Right shift", "Keep places",  "Fewest touched", "Search around",
                                                    "Plan anew",   "Other supply", "Overtime",       "Move an order",
                                                    "Order first", "Other vendor", "Split a lot"};

std::string counted(std::size_t count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

// In days and hours, from an hour on; else in minutes.
std::string length(std::int64_t seconds) {
  const std::int64_t minutes = (seconds + 59) / 60;
  const std::int64_t hours = seconds / 3'600;
  if (hours == 0) return std::to_string(minutes) + " min";
  const std::string rest = hours % 24 > 0 ? std::to_string(hours % 24) + " h" : std::string();
  if (hours < 24) return rest;
  return std::to_string(hours / 24) + " d" + (rest.empty() ? "" : " " + rest);
}

// How much later than published, by the due date; negative: sooner.
std::int64_t slip(const TouchedPromise& promise) {
  const auto late = [&](Tick delivered) { return std::max<std::int64_t>(0, std::int64_t{delivered} - promise.due); };
  return late(promise.delivered) - late(promise.published);
}

// The worst first: left out, then the most delayed.
bool is_worse(const TouchedPromise& a, const TouchedPromise& b) {
  const bool out_a = a.delivered == time::kNever;
  const bool out_b = b.delivered == time::kNever;
  return out_a != out_b ? out_a : slip(a) > slip(b);
}

std::string promise_words(const model::Plant& now, const TouchedPromise& promise) {
  const std::string& id = now.orders[promise.order].id;
  if (promise.delivered == time::kNever) return id + " is left out";
  if (promise.is_new && promise.delivered <= promise.due) return id + " in time";
  if (promise.is_new) return id + " " + length(std::int64_t{promise.delivered} - promise.due) + " late";
  if (promise.published == time::kNever) return id + " is planned whole";
  return id + " " + length(std::abs(slip(promise))) + (slip(promise) > 0 ? " later" : " sooner");
}

std::string promises_words(const model::Plant& now, const std::vector<TouchedPromise>& promises) {
  if (promises.empty()) return "every promise is kept";
  const TouchedPromise* worst = &promises.front();
  for (const TouchedPromise& promise : promises) {
    if (is_worse(promise, *worst)) worst = &promise;
  }
  std::string words = promise_words(now, *worst);
  if (promises.size() > 1) words += ", " + counted(promises.size() - 1, "more order", "more orders") + " touched";
  return words;
}

std::string work_words(const Differences& changes) {
  std::set<model::PersonId> people;
  for (const Reassigned& place : changes.reassigned) {
    if (place.person.valid()) people.insert(place.person);
  }
  if (changes.moved.empty() && people.empty()) return "Moves nothing";
  std::string words = "Moves " + counted(changes.moved.size(), "operation", "operations");
  if (!people.empty()) words += ", other work for " + counted(people.size(), "person", "people");
  return words;
}

std::string overtime_words(const model::Plant& now, const std::vector<plan::OvertimeWindow>& windows) {
  std::set<std::string> calendars;
  for (const plan::OvertimeWindow& window : windows) calendars.insert(now.calendars[window.calendar].id);
  std::string words;
  for (const std::string& calendar : calendars) words += (words.empty() ? "" : ", ") + calendar;
  return words.empty() ? words : "; overtime of " + words;
}

std::string money_words(const model::Plant& now, base::Money difference) {
  if (difference == base::Money::zero()) return "costs the same";
  const bool saves = difference < base::Money::zero();
  const std::string amount = model::decimal_text(saves ? base::Money::zero() - difference : difference);
  return (saves ? "saves " : "costs ") + amount + " " + now.policy.currency + (saves ? "" : " more");
}

std::string cause_words(const model::Plant& now, const Reason& reason) {
  const auto unit = [&] {
    const model::WorkUnitId id(reason.blocker);
    return id.valid() ? now.work_units[id].id : std::string("A unit");
  };
  const auto person = [&] {
    const model::PersonId id(reason.blocker);
    return id.valid() ? now.people[id].id : std::string("Somebody");
  };
  switch (reason.cause) {
    case HitCause::runs_longer:
      return "Work takes longer";
    case HitCause::not_begun:
      return "Work has not begun";
    case HitCause::unit_gone:
      return unit() + " cannot do it any more";
    case HitCause::material:
      return supply_words(now, reason.supply, reason.blocker) + " comes too late";
    case HitCause::clearance:
      return "Work waits to be cleared";
    case HitCause::unit_closed:
      return unit() + " is closed";
    case HitCause::person_away:
      return person() + " is away";
    case HitCause::behind_others:
      return "Work before it is late";
  }
  return {};
}

}  // namespace

std::string_view word(RepairWay way) { return kWays[static_cast<std::size_t>(way)]; }

std::string supply_words(const model::Plant& now, plan::SupplyKind supply, std::uint32_t index) {
  switch (supply) {
    case plan::SupplyKind::stock:
      return "stock of " + now.items[now.stock[model::StockId(index)].item].id;
    case plan::SupplyKind::open_purchase: {
      const model::OpenPurchaseOrder& order = now.purchase_orders[model::OpenPurchaseOrderId(index)];
      return order.id + " (" + now.items[order.item].id + ")";
    }
    case plan::SupplyKind::purchase:
      return now.items[model::ItemId(index)].id + ", still to be bought,";
    case plan::SupplyKind::production:  // never a material cause: it stands before, as work
      break;
  }
  return {};
}

std::string reason_words(const model::Plant& now, const Reason& reason) {
  return cause_words(now, reason) + ": " + counted(reason.operations, "operation", "operations");
}

std::string repair_name(const RepairPlan& way) {
  std::string name;
  const auto add = [&name](bool is, const char* words) {
    if (!is) return;
    name += name.empty() ? words : ", " + std::string(words);
  };
  add(way.least_change, "least change");
  add(way.least_lateness, "least lateness");
  add(way.least_cost, "least cost");
  if (name.empty()) return std::string(word(way.way));
  name.front() = 'L';
  return name;
}

std::string repair_words(const model::Plant& now, const RepairPlan& way) {
  const std::string fix = way.fix.empty() ? std::string() : way.fix + ": ";
  return fix + work_words(way.changes) + "; " + promises_words(now, way.changes.promises) +
         overtime_words(now, way.overtime) + "; " + money_words(now, total(way.money)) + ".";
}

}  // namespace kilter::coordinate
