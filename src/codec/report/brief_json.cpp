#include "codec/report/brief_json.hpp"

#include <algorithm>
#include <array>

#include "codec/json/writer.hpp"
#include "codec/plan/lamps/lamp_words.hpp"
#include "codec/plan/lamps/next_step.hpp"
#include "codec/report/exception_lines.hpp"
#include "codec/report/today.hpp"
#include "coordinate/brief/agenda.hpp"
#include "coordinate/brief/owners.hpp"
#include "plan/words.hpp"

namespace kilter::codec {
namespace {

using kilter::plan::PlacementId;

constexpr std::size_t kShown = 200;  // of each list; a day that has more is no day for a screen
constexpr std::array<std::string_view, 3> kMarks{"cross", "half", "hollow"};

class Brief {
 public:
  Brief(const PlanView& view, time::Tick now)
      : view_(view), plant_(view.plant), now_(now), day_(coordinate::agenda(plant_, view.plan, now)) {
    readiness_.assign(view.plan.placements.size(), nullptr);
    for (const kilter::plan::Readiness& ready : view.plan.readiness) readiness_[ready.placement.index()] = &ready;
  }

  std::string text() {
    json_.begin_object();
    json_.key("at").text(view_.civil.str(now_));
    write_needs();
    write_starts();
    write_inbound();
    write_purchases();
    json_.key("actions").begin_array();
    for (const std::string& line : action_lines(view_, day_.messages)) json_.text(line);
    json_.end_array().end_object();
    return json_.str();
  }

 private:
  void write_needs() {
    const std::vector<coordinate::Exception> list = coordinate::exceptions(plant_, view_.plan);
    json_.key("needs").begin_array();
    for (std::size_t i = 0; i < std::min(list.size(), kShown); ++i) {
      const ExceptionLine line = line_of(view_, list[i]);
      const NextStep step = next_step(view_, list[i].reading);
      json_.begin_object();
      json_.key("mark").text(kMarks[static_cast<std::size_t>(line.mark)]);
      json_.key("title").text(line.title);
      json_.key("detail").text(line.detail);
      json_.key("seconds").integer(list[i].seconds);
      json_.key("money").decimal(list[i].money.raw(), 2);
      json_.key("owner").text(step.owner);
      json_.key("next_step").text(step.text);
      json_.key("section").text(line.section);
      json_.key("orders").begin_array();
      for (const model::OrderId id : list[i].orders) json_.text(plant_.orders[id].id);
      json_.end_array().end_object();
    }
    json_.end_array();
  }

  void write_starts() {
    json_.key("starts").begin_array();
    for (std::size_t i = 0; i < std::min(day_.starts.size(), kShown); ++i) write_start(day_.starts[i]);
    json_.end_array();
  }

  void write_start(PlacementId id) {
    const kilter::plan::Placement& placement = view_.plan.placements[id];
    const kilter::plan::ProductionOrder& order = view_.plan.production_orders[placement.order];
    const model::Operation& operation = plant_.operations[placement.operation];
    json_.begin_object();
    json_.key("operation").text(view_.ids.operation(view_.plan, id).str());
    json_.key("name").text(operation.name.empty() ? operation.id : operation.name);
    json_.key("start").text(view_.civil.str(placement.start));
    json_.key("unit").text(placement.unit.valid() ? plant_.work_units[placement.unit].id : std::string());
    json_.key("item").text(plant_.items[order.item].id);
    json_.key("quantity").decimal(order.quantity.raw(), 6);
    json_.key("order").text(order.for_order.valid() ? plant_.orders[order.for_order].id : std::string());
    json_.key("people").begin_array();
    for (const kilter::plan::AssignmentId each : placement.assignments) {
      const kilter::plan::Assignment& assignment = view_.plan.assignments[each];
      if (assignment.kind == kilter::plan::AssigneeKind::person)
        json_.text(plant_.people[model::PersonId(assignment.index)].id);
    }
    json_.end_array();
    json_.key("lamps").begin_array();
    if (const kilter::plan::Readiness* ready = readiness_[id.index()]) {
      for (const kilter::plan::LampReading& lamp : ready->lamps) write_lamp(lamp);
    }
    json_.end_array().end_object();
  }

  void write_lamp(const kilter::plan::LampReading& lamp) {
    json_.begin_object();
    json_.key("state").text(kilter::plan::word(lamp.state));
    json_.key("words").text(lamp_words(view_, lamp));
    json_.end_object();
  }

  void write_inbound() {
    json_.key("inbound").begin_array();
    for (std::size_t i = 0; i < std::min(day_.inbound.size(), kShown); ++i) {
      const model::OpenPurchaseOrder& order = plant_.purchase_orders[day_.inbound[i]];
      json_.begin_object();
      json_.key("id").text(order.id);
      json_.key("vendor").text(plant_.vendors[order.vendor].id);
      json_.key("item").text(plant_.items[order.item].id);
      json_.key("quantity").decimal(order.quantity.raw(), 6);
      json_.key("at").text(view_.civil.str(plant_.frame.tick(order.current)));
      json_.key("overdue").boolean(plant_.frame.tick(order.current) < now_);
      json_.end_object();
    }
    json_.end_array();
  }

  void write_purchases() {
    json_.key("to_order").begin_array();
    for (std::size_t i = 0; i < std::min(day_.purchases.size(), kShown); ++i) {
      const kilter::plan::Purchase& purchase = view_.plan.purchases[day_.purchases[i]];
      json_.begin_object();
      json_.key("id").text(view_.ids.purchase(day_.purchases[i]).str());
      json_.key("vendor").text(plant_.vendors[plant_.offers[purchase.offer].vendor].id);
      json_.key("item").text(plant_.items[purchase.item].id);
      json_.key("quantity").decimal(purchase.quantity.raw(), 6);
      json_.key("total").decimal((purchase.goods + purchase.freight).raw(), 2);
      json_.key("by").text(view_.civil.str(purchase.order_at));
      json_.end_object();
    }
    json_.end_array();
  }

  const PlanView& view_;
  const model::Plant& plant_;
  time::Tick now_;
  coordinate::Agenda day_;
  std::vector<const kilter::plan::Readiness*> readiness_;  // per placement; null: done
  JsonWriter json_;
};

}  // namespace

std::string brief_json(const PlanView& view, time::Tick now) { return Brief(view, now).text(); }

}  // namespace kilter::codec
