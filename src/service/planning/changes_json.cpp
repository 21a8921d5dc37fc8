#include "service/planning/changes_json.hpp"

#include "codec/json/writer.hpp"
#include "codec/plan/table.hpp"
#include "plan/id_texts.hpp"
#include "plan/words.hpp"
#include "time/civil_text.hpp"

namespace kilter::service {
namespace {

using coordinate::RepairPlan;

class ChangesWriter {
 public:
  ChangesWriter(const model::Plant& plant, const RepairPlan& way)
      : plant_(plant), way_(way), ids_(plant), civil_(codec::PlanView(plant, way.plan).civil) {}

  std::string write() {
    json_.begin_object();
    money();
    promises();
    moved();
    reassigned();
    overtime();
    best_in();
    json_.end_object();
    return json_.str();
  }

 private:
  void moment(const char* name, time::Tick tick) {
    json_.key(name);
    if (tick == time::kNever) {
      json_.null();
    } else {
      json_.text(civil_.str(tick));
    }
  }
  void amount(std::string_view name, base::Money money) { json_.key(name).decimal(money.raw(), 2); }

  void money() {
    json_.key("money").begin_object();
    amount("total", coordinate::total(way_.money));
    json_.key("parts").begin_object();
    for (std::size_t i = 0; i < way_.money.size(); ++i) {
      if (way_.money[i] != base::Money{}) amount(plan::word(static_cast<plan::CostKind>(i)), way_.money[i]);
    }
    json_.end_object().end_object();
  }
  void promises() {
    json_.key("promises").begin_array();
    for (const coordinate::TouchedPromise& promise : way_.changes.promises) {
      json_.begin_object();
      json_.key("order").text(plant_.orders[promise.order].id);
      moment("due", promise.due);
      moment("published", promise.published);
      moment("delivered", promise.delivered);
      json_.key("new").boolean(promise.is_new);
      json_.end_object();
    }
    json_.end_array();
  }
  void operation(plan::PlacementId id) { json_.key("operation").text(ids_.operation(way_.plan, id).str()); }
  void unit(const char* name, model::WorkUnitId id) {
    json_.key(name).text(id.valid() ? std::string_view(plant_.work_units[id].id) : std::string_view());
  }
  void moved() {
    json_.key("moved").begin_array();
    for (const coordinate::MovedOperation& moved : way_.changes.moved) {
      json_.begin_object();
      operation(moved.placement);
      moment("from", moved.published);
      moment("to", moved.start);
      unit("unit_before", moved.published_unit);
      unit("unit", moved.unit);
      json_.end_object();
    }
    json_.end_array();
  }
  void person(const char* name, model::PersonId id) {
    json_.key(name).text(id.valid() ? std::string_view(plant_.people[id].id) : std::string_view());
  }
  void reassigned() {
    json_.key("reassigned").begin_array();
    for (const coordinate::Reassigned& place : way_.changes.reassigned) {
      json_.begin_object();
      operation(place.placement);
      person("before", place.published);
      person("person", place.person);
      json_.end_object();
    }
    json_.end_array();
  }
  void overtime() {
    json_.key("overtime").begin_array();
    for (const plan::OvertimeWindow& window : way_.overtime) {
      json_.begin_object();
      json_.key("calendar").text(plant_.calendars[window.calendar].id);
      moment("from", window.from);
      moment("until", window.until);
      json_.end_object();
    }
    json_.end_array();
  }
  void best_in() {
    json_.key("best_in").begin_array();
    if (way_.least_change) json_.text("change");
    if (way_.least_lateness) json_.text("lateness");
    if (way_.least_cost) json_.text("cost");
    json_.end_array();
  }

  const model::Plant& plant_;
  const RepairPlan& way_;
  plan::IdTexts ids_;
  time::CivilText civil_;
  codec::JsonWriter json_;
};

}  // namespace

std::string changes_json(const model::Plant& now, const RepairPlan& way) { return ChangesWriter(now, way).write(); }

}  // namespace kilter::service
