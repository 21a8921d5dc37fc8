#include "service/planning/judge.hpp"

#include <utility>

#include "codec/json/writer.hpp"
#include "codec/plan/table.hpp"
#include "codec/text/values/civil_time.hpp"
#include "codec/text/values/decimal.hpp"
#include "coordinate/live/judge.hpp"
#include "plan/words.hpp"

namespace kilter::service {
namespace {

using Text = base::Result<std::string>;

void moment(const char* name, time::Tick tick, const time::CivilText& civil, codec::JsonWriter& json) {
  json.key(name);
  if (tick == time::kNever) {
    json.null();
  } else {
    json.text(civil.str(tick));
  }
}

std::string judgement_text(const coordinate::Judgement& judged, const model::Plant& plant,
                           const time::CivilText& civil) {
  codec::JsonWriter json;
  json.begin_object();
  json.key("stale").boolean(judged.is_stale());
  json.key("operations").integer(static_cast<std::int64_t>(judged.hits.size()));
  json.key("added").integer(static_cast<std::int64_t>(judged.added));
  json.key("late").decimal(judged.late.raw(), 2);
  json.key("reasons").begin_array();
  for (const coordinate::Reason& reason : judged.reasons) {
    json.begin_object();
    json.key("words").text(reason.words);
    json.key("operations").integer(static_cast<std::int64_t>(reason.operations));
    json.end_object();
  }
  json.end_array();
  json.key("promises").begin_array();
  for (const coordinate::TouchedPromise& promise : judged.promises) {
    json.begin_object();
    json.key("order").text(plant.orders[promise.order].id);
    moment("due", promise.due, civil, json);
    moment("published", promise.published, civil, json);
    moment("delivered", promise.delivered, civil, json);
    json.end_object();
  }
  json.end_array().end_object();
  return json.str();
}

void date_members(const coordinate::QuotedDate& date, const model::Plant& plant, const time::CivilText& civil,
                  codec::JsonWriter& json) {
  moment("delivered", date.delivered, civil, json);
  moment("due", date.due, civil, json);
  json.key("in_time").boolean(date.in_time());
  const bool none = date.delivered == time::kNever;
  const std::string_view why = date.moves_published ? "not without moving published work" : plan::explain(date.reason);
  json.key("reason").text(none ? why : std::string_view());
  json.key("missing").text(date.missing.valid() ? std::string_view(plant.items[date.missing].id) : std::string_view());
}

void cost_members(const coordinate::Quote& quote, const time::CivilText& civil, codec::JsonWriter& json) {
  json.key("cost").begin_object();
  json.key("total").decimal(quote.total().raw(), 2);
  json.key("parts").begin_object();
  for (std::size_t i = 0; i < quote.cost.size(); ++i) {
    if (quote.cost[i] != base::Money{})
      json.key(plan::word(static_cast<plan::CostKind>(i))).decimal(quote.cost[i].raw(), 2);
  }
  json.end_object().end_object();
  json.key("waits").begin_array();
  for (const plan::LateLink& link : quote.waits.links) {
    json.begin_object();
    json.key("cause").text(plan::word(link.cause));
    json.key("explanation").text(plan::explain(link.cause));
    moment("from", link.from, civil, json);
    moment("until", link.until, civil, json);
    json.end_object();
  }
  json.end_array();
}

base::Issue bad(const char* field, const std::string& value, const std::string& message, const char* way_out) {
  return {.code = "bad-inquiry",
          .where = {.column = field, .value = value},
          .message = std::string(field) + " " + message,
          .way_out = way_out};
}

template <class Id, class Entity>
Id find(const base::IndexedVector<Id, Entity>& entities, const std::string& id) {
  for (std::uint32_t i = 0; i < entities.size(); ++i) {
    if (entities[Id(i)].id == id) return Id(i);
  }
  return Id::none();
}

// The request in the plant's terms; or every fault.
base::Result<coordinate::Inquiry> inquiry_of(const QuoteRequest& request, const model::Plant& plant,
                                             const time::Zone& zone) {
  base::Issues issues;
  coordinate::Inquiry inquiry;
  inquiry.item = find(plant.items, request.item);
  if (!inquiry.item.valid()) {
    issues.push_back(bad("item", request.item, "names no item", "Use an id of items.csv."));
  }
  inquiry.site = request.site.empty() && plant.sites.size() > 0 ? model::SiteId(0) : find(plant.sites, request.site);
  if (!inquiry.site.valid()) {
    issues.push_back(bad("site", request.site, "names no site", "Use an id of sites.csv, or leave it out."));
  }
  const auto quantity = codec::text::parse_decimal(request.quantity, 6);
  if (quantity.fault != nullptr || quantity.value <= 0) {
    issues.push_back(bad("quantity", request.quantity, "is not a number above 0", "Write a number, as in 12."));
  }
  inquiry.quantity = base::Quantity::from_raw(quantity.value);
  const auto requested = codec::text::parse_instant(request.requested, zone, codec::text::DateOnly::end_of_day);
  if (requested.fault != nullptr) {
    issues.push_back(bad("requested", request.requested, "is not a date", "Write one, as in 2026-12-11."));
  }
  inquiry.requested = requested.value;
  if (!issues.empty()) return base::Result<coordinate::Inquiry>::failure(std::move(issues));
  return inquiry;
}

}  // namespace

base::Result<std::shared_ptr<Today>> Outlook::at(const PlantState& state,
                                                 const std::shared_ptr<const LivePlan>& published, time::Instant now) {
  const std::lock_guard lock(mutex_);
  if (today_ && today_->is_of(state.head().sequence, now)) return today_;
  auto fresh = Today::at(state, published, now);
  if (fresh) today_ = fresh.value();
  return fresh;
}

Text Outlook::judgement(const PlantState& state, const std::shared_ptr<const LivePlan>& published, time::Instant now) {
  const auto found = at(state, published, now);
  if (!found) return Text::failure(found.error());
  return found.value()->judgement([](const Today& today) {
    return judgement_text(coordinate::judge(today.plant(), today.published()), today.plant(), today.civil());
  });
}

Text Outlook::quote(const PlantState& state, const std::shared_ptr<const LivePlan>& published, time::Instant now,
                    const QuoteRequest& request, bool date_only) {
  const auto found = at(state, published, now);
  if (!found) return Text::failure(found.error());
  Today& today = *found.value();
  const auto inquiry = inquiry_of(request, today.plant(), today.zone());
  if (!inquiry) return Text::failure(inquiry.error());
  const time::CivilText civil = today.civil();
  codec::JsonWriter json;
  json.begin_object();
  if (date_only) {
    date_members(today.quotes().date(inquiry.value()), today.plant(), civil, json);
  } else {
    const coordinate::Quote quote = today.quotes().quote(inquiry.value());
    date_members(quote.date, today.plant(), civil, json);
    cost_members(quote, civil, json);
  }
  json.end_object();
  return json.str();
}

}  // namespace kilter::service
