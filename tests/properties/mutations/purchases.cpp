#include "properties/mutations/mutation.hpp"

namespace kilter::properties {
namespace {

using model::Plant;
using plan::Plan;
using plan::Purchase;
using time::Tick;

const base::Quantity kTiny = base::Quantity::micros(1);

// Runs `change` on the first purchase whose offer `test` accepts.
template <class Test, class Change>
bool change_purchase(Plant& plant, Plan& plan, Test test, Change change) {
  for (Purchase& purchase : plan.purchases) {
    model::Offer& offer = plant.offers[purchase.offer];
    if (!test(offer)) continue;
    change(purchase, offer);
    return true;
  }
  return false;
}

bool any(const model::Offer&) { return true; }

bool other_offer(Plant& plant, Plan& plan) {
  return change_purchase(plant, plan, any, [&](Purchase& purchase, const model::Offer&) {
    purchase.offer =
        first_where(ids_of(plant.offers), [&](model::OfferId id) { return plant.offers[id].item != purchase.item; });
  });
}

bool too_late_for_offer(Plant& plant, Plan& plan) {
  return change_purchase(plant, plan, any, [&](const Purchase& purchase, model::Offer& offer) {
    offer.until = plant.frame.instant(purchase.order_at);
  });
}

bool too_soon(Plant& plant, Plan& plan) {
  return change_purchase(
      plant, plan, [](const model::Offer& offer) { return offer.lead_time.count() > 0; },
      [](Purchase& purchase, const model::Offer& offer) {
        purchase.receipt_at = purchase.order_at + static_cast<Tick>(offer.lead_time.count()) - 1;
      });
}

bool on_a_closed_day(Plant& plant, Plan& plan) {
  for (Purchase& purchase : plan.purchases) {
    const model::CalendarId calendar = plant.vendors[plant.offers[purchase.offer].vendor].calendar;
    if (!calendar.valid()) continue;
    for (const time::Interval& open : plant.calendars[calendar].regular.intervals()) {
      if (open.close <= purchase.receipt_at || plant.calendars[calendar].regular.is_open(open.close)) continue;
      purchase.receipt_at = open.close;
      return true;
    }
  }
  return false;
}

bool below_minimum(Plant& plant, Plan& plan) {
  return change_purchase(
      plant, plan, [](const model::Offer& offer) { return offer.minimum > kTiny; },
      [](Purchase& purchase, const model::Offer& offer) { purchase.quantity = offer.minimum - kTiny; });
}

bool off_multiple(Plant& plant, Plan& plan) {
  return change_purchase(
      plant, plan, [](const model::Offer& offer) { return offer.multiple.positive(); },
      [](Purchase& purchase, const model::Offer&) { purchase.quantity += kTiny; });
}

bool above_maximum(Plant& plant, Plan& plan) {
  return change_purchase(plant, plan, any, [](const Purchase& purchase, model::Offer& offer) {
    offer.maximum = purchase.quantity - kTiny;
  });
}

bool wrong_price(Plant& plant, Plan& plan) {
  return change_purchase(plant, plan, any, [](Purchase& purchase, const model::Offer&) {
    purchase.unit_price += base::UnitPrice::micros(1);
  });
}

bool wrong_break(Plant& plant, Plan& plan) {
  return change_purchase(
      plant, plan, [](const model::Offer& offer) { return offer.prices.size() > 1; },
      [](Purchase& purchase, const model::Offer& offer) {
        const bool first = purchase.unit_price == offer.prices.front().price;
        purchase.unit_price = first ? offer.prices.back().price : offer.prices.front().price;
      });
}

bool wrong_total(Plant& plant, Plan& plan) {
  return change_purchase(plant, plan, any,
                         [](Purchase& purchase, const model::Offer&) { purchase.goods += base::Money::minor(1); });
}

bool wrong_freight(Plant& plant, Plan& plan) {
  return change_purchase(plant, plan, any,
                         [](Purchase& purchase, const model::Offer&) { purchase.freight += base::Money::minor(1); });
}

bool overload_vendor(Plant& plant, Plan& plan) {
  return change_purchase(plant, plan, any, [&](const Purchase& purchase, const model::Offer& offer) {
    plant.vendors[offer.vendor].capacity_per_week = purchase.quantity - kTiny;
  });
}

bool order_before_now(Plant& plant, Plan& plan) {
  return change_purchase(plant, plan, any, [](Purchase& purchase, const model::Offer&) { purchase.order_at = -1; });
}

bool count_more_good(Plant& plant, Plan& plan) {
  return change_purchase(plant, plan, any, [](Purchase& purchase, const model::Offer&) { purchase.good += kTiny; });
}

// Says that it was fitted into a vendor's weeks, where every vendor delivers as much as it is asked for.
bool blame_a_vendor(Plant& plant, Plan& plan) {
  for (Purchase& purchase : plan.purchases) {
    bool limited = false;
    for (const model::OfferId id : plant.items[purchase.item].offers) {
      limited = limited || plant.vendors[plant.offers[id].vendor].capacity_per_week.positive();
    }
    if (limited) continue;
    purchase.reason = plan::PurchaseReason::capacity;
    return true;
  }
  return false;
}

}  // namespace

std::vector<Mutation> purchase_mutations() {
  return {{"offer", other_offer},
          {"offer-validity", too_late_for_offer},
          {"lead-time", too_soon},
          {"vendor-closed", on_a_closed_day},
          {"minimum-quantity", below_minimum},
          {"multiple", off_multiple},
          {"maximum-quantity", above_maximum},
          {"unit-price", wrong_price},
          {"unit-price", wrong_break},
          {"purchase-total", wrong_total},
          {"purchase-total", wrong_freight},
          {"vendor-capacity", overload_vendor},
          {"purchase-reason", blame_a_vendor},
          {"before-origin", order_before_now},
          {"good-quantity", count_more_good}};
}

}  // namespace kilter::properties
