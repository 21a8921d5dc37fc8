// States of orders and conflicts as JSON and CSV.
#include "codec/json/writer.hpp"
#include "codec/text/values/duration.hpp"
#include "model/decimal_text.hpp"
#include "service/floor/views/looking.hpp"
#include "service/floor/views/work_state.hpp"

namespace kilter::service {
namespace {

using codec::JsonWriter;

constexpr int kQuantityDigits = 6;

std::string time_text(const std::optional<time::Instant>& instant, const time::Zone& zone) {
  return instant ? iso_text(*instant, zone) : "";
}

void write_step(JsonWriter& json, const StepView& step, const time::Zone& zone) {
  json.begin_object();
  json.key("operation").text(step.operation).key("name").text(step.name).key("state").text(word(step.state));
  json.key("work_unit").text(step.work_unit).key("people").text(step.people);
  json.key("start").text(time_text(step.start, zone)).key("end").text(time_text(step.end, zone));
  json.key("paused_seconds").integer(step.paused.count());
  json.key("quantity").decimal(step.quantity.raw(), kQuantityDigits);
  json.key("good").decimal(step.good.raw(), kQuantityDigits);
  json.key("scrap").decimal(step.scrap.raw(), kQuantityDigits);
  json.key("rework").decimal(step.rework.raw(), kQuantityDigits);
  json.end_object();
}

void write_order(JsonWriter& json, const OrderView& order, const time::Zone& zone) {
  json.begin_object();
  json.key("id").text(order.id).key("item").text(order.item).key("status").text(order.status);
  json.key("for_order").text(order.for_order);
  json.key("quantity").decimal(order.quantity.raw(), kQuantityDigits);
  json.key("due").text(time_text(order.due, zone)).key("hold").text(order.hold);
  json.key("steps").begin_array();
  for (const StepView& step : order.steps) write_step(json, step, zone);
  json.end_array().end_object();
}

void write_row(std::string& csv, const OrderView& order, const StepView& step, const time::Zone& zone) {
  const std::string texts[]{order.id,
                            order.item,
                            order.status,
                            step.operation,
                            step.name,
                            std::string(word(step.state)),
                            step.work_unit,
                            step.people,
                            time_text(step.start, zone),
                            time_text(step.end, zone),
                            codec::text::duration_text(step.paused),
                            model::decimal_text(step.quantity),
                            model::decimal_text(step.good),
                            model::decimal_text(step.scrap),
                            model::decimal_text(step.rework)};
  append_row(csv, texts);
}

}  // namespace

std::string orders_json(std::span<const OrderView> orders, const time::Zone& zone) {
  JsonWriter json;
  json.begin_object().key("orders").begin_array();
  for (const OrderView& order : orders) write_order(json, order, zone);
  json.end_array().end_object();
  return json.str();
}

std::string orders_csv(std::span<const OrderView> orders, const time::Zone& zone) {
  std::string csv =
      "production_order,item,status,operation,name,state,work_unit,people,start,end,paused,quantity,good,scrap,"
      "rework\n";
  for (const OrderView& order : orders) {
    for (const StepView& step : order.steps) write_row(csv, order, step, zone);
  }
  return csv;
}

std::string conflicts_json(std::span<const ConflictView> conflicts) {
  JsonWriter json;
  json.begin_object().key("conflicts").begin_array();
  for (const ConflictView& conflict : conflicts) {
    json.begin_object();
    json.key("id").text(conflict.id).key("code").text(conflict.code).key("text").text(conflict.text);
    json.key("way_out").text(conflict.way_out).key("at").text(conflict.at).key("kind").text(conflict.kind);
    json.key("production_order").text(conflict.production_order).key("operation").text(conflict.operation);
    json.key("work_unit").text(conflict.work_unit).key("item").text(conflict.item);
    json.end_object();
  }
  json.end_array().end_object();
  return json.str();
}

std::string conflicts_csv(std::span<const ConflictView> conflicts) {
  std::string csv = "id,code,text,way_out,at,kind,production_order,operation,work_unit,item\n";
  for (const ConflictView& conflict : conflicts) {
    const std::string texts[]{conflict.id,
                              conflict.code,
                              conflict.text,
                              conflict.way_out,
                              conflict.at,
                              conflict.kind,
                              conflict.production_order,
                              conflict.operation,
                              conflict.work_unit,
                              conflict.item};
    append_row(csv, texts);
  }
  return csv;
}

}  // namespace kilter::service
