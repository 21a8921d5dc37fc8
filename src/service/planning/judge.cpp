#include "service/planning/judge.hpp"

#include <chrono>
#include <optional>
#include <utility>

#include "codec/json/writer.hpp"
#include "codec/plan/table.hpp"
#include "codec/text/values/civil_time.hpp"
#include "codec/text/values/decimal.hpp"
#include "coordinate/live/judge.hpp"
#include "plan/words.hpp"
#include "service/floor/effect.hpp"
#include "service/planning/plant_now.hpp"

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

time::CivilText civil_of(const model::Plant& plant, const PlantTables& tables) {
  return {plant.frame, zone_of(tables)};
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

// The plant at a command and a minute, and what was asked about it so far.
struct Outlook::Now {
  std::uint64_t sequence = 0;
  time::Instant minute;
  std::shared_ptr<const LivePlan> published;
  std::unique_ptr<PlantNow> plant;
  std::mutex mutex;  // of what follows
  std::optional<std::string> judgement;
  std::unique_ptr<coordinate::Quotes> quotes;

  [[nodiscard]] coordinate::Published as_published() const { return {published->now->plant, published->plan}; }
};

base::Result<std::shared_ptr<Outlook::Now>> Outlook::at(const PlantState& state,
                                                        const std::shared_ptr<const LivePlan>& published,
                                                        time::Instant now) {
  const time::Instant minute = std::chrono::ceil<std::chrono::minutes>(now);
  const std::lock_guard lock(mutex_);
  if (now_ && now_->sequence == state.head().sequence && now_->minute == minute) return now_;
  auto plant = plant_now(state.tables(), now, PublishedOrders::firm);
  if (!plant) return base::Result<std::shared_ptr<Now>>::failure(plant.error());
  auto fresh = std::make_shared<Now>();
  fresh->sequence = state.head().sequence;
  fresh->minute = minute;
  fresh->published = published;
  fresh->plant = std::move(plant).value();
  now_ = fresh;
  return fresh;
}

Text Outlook::judgement(const PlantState& state, const std::shared_ptr<const LivePlan>& published, time::Instant now) {
  const auto found = at(state, published, now);
  if (!found) return Text::failure(found.error());
  Now& today = *found.value();
  const std::lock_guard lock(today.mutex);
  if (!today.judgement) {
    const coordinate::Judgement judged = coordinate::judge(today.plant->plant, today.as_published());
    today.judgement = judgement_text(judged, today.plant->plant, civil_of(today.plant->plant, state.tables()));
  }
  return *today.judgement;
}

Text Outlook::quote(const PlantState& state, const std::shared_ptr<const LivePlan>& published, time::Instant now,
                    const QuoteRequest& request, bool date_only) {
  const auto found = at(state, published, now);
  if (!found) return Text::failure(found.error());
  Now& today = *found.value();
  const model::Plant& plant = today.plant->plant;
  const auto inquiry = inquiry_of(request, plant, zone_of(state.tables()));
  if (!inquiry) return Text::failure(inquiry.error());
  {
    const std::lock_guard lock(today.mutex);
    if (!today.quotes) today.quotes = std::make_unique<coordinate::Quotes>(plant, today.as_published());
  }
  const time::CivilText civil = civil_of(plant, state.tables());
  codec::JsonWriter json;
  json.begin_object();
  if (date_only) {
    date_members(today.quotes->date(inquiry.value()), plant, civil, json);
  } else {
    const coordinate::Quote quote = today.quotes->quote(inquiry.value());
    date_members(quote.date, plant, civil, json);
    cost_members(quote, civil, json);
  }
  json.end_object();
  return json.str();
}

}  // namespace kilter::service
