#include "service/planning/hand/alternatives.hpp"

#include <algorithm>
#include <utility>

#include "codec/json/writer.hpp"
#include "codec/plan/references.hpp"
#include "coordinate/explain/explain.hpp"
#include "coordinate/live/moves/alternatives.hpp"
#include "plan/words.hpp"
#include "plan/work_content.hpp"
#include "service/planning/hand/moves.hpp"

namespace kilter::service {
namespace {

using Text = base::Result<std::string>;
using time::Tick;

void moment(const char* name, Tick tick, const time::CivilText& civil, codec::JsonWriter& json) {
  json.key(name);
  if (tick == time::kNever) {
    json.null();
  } else {
    json.text(civil.str(tick));
  }
}

// Of the published plan, in its own plant's terms.
class WhyWriter {
 public:
  WhyWriter(const coordinate::Published& published, plan::PlacementId id)
      : plant_(published.plant),
        plan_(published.plan),
        view_(plant_, plan_),
        id_(id),
        placement_(plan_.placements[id]) {}

  std::string write() {
    json_.begin_object();
    const coordinate::StartReason reason = coordinate::start_reason(plant_, plan_, id_);
    moment("ready", reason.ready, view_.civil, json_);
    json_.key("cause").text(plan::word(reason.cause));
    json_.key("explanation")
        .text(reason.predecessor.valid() ? "what it follows, or is made of, ends then" : plan::explain(reason.cause));
    json_.key("of").text(reason.predecessor.valid() ? view_.ids.operation(plan_, reason.predecessor).str()
                                                    : name_of(reason.cause, reason.blocker));
    waits(reason.waits);
    json_.key("unit").text(unit_words());
    people();
    json_.end_object();
    return json_.str();
  }

 private:
  [[nodiscard]] std::string name_of(plan::LateCause cause, std::uint32_t blocker) const {
    if (cause == plan::LateCause::late_start) return {};
    return codec::target_name(view_, codec::target_of(cause), blocker);
  }

  void waits(const std::vector<plan::LateLink>& links) {
    json_.key("waits").begin_array();
    for (const plan::LateLink& link : links) {
      json_.begin_object();
      json_.key("cause").text(plan::word(link.cause));
      json_.key("explanation").text(plan::explain(link.cause));
      json_.key("of").text(name_of(link.cause, link.blocker));
      moment("from", link.from, view_.civil, json_);
      moment("until", link.until, view_.civil, json_);
      json_.end_object();
    }
    json_.end_array();
  }

  [[nodiscard]] std::int64_t cost_on(const model::UnitChoice& choice) const {
    const base::Quantity units =
        plan::quantity_at(plant_, plan_.production_orders[placement_.order], placement_.operation);
    const Tick run = plan::run_seconds(plant_, placement_.operation, choice, units);
    return plant_.work_units[choice.unit].cost.times_seconds(run).raw();
  }

  [[nodiscard]] std::string unit_words() const {
    const auto& choices = plant_.operations[placement_.operation].units;
    if (choices.empty()) return "it needs no unit";
    if (choices.size() == 1) return "the only one that can do it";
    std::int64_t here = 0;
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    for (const model::UnitChoice& choice : choices) {
      const std::int64_t cost = cost_on(choice);
      if (choice.unit == placement_.unit) here = cost;
      least = std::min(least, cost);
    }
    return here == least ? "none of those that can do it costs less for the run"
                         : "others would cost less for the run; the plan as a whole does not";
  }

  void people() {
    json_.key("people").begin_array();
    for (const plan::AssignmentId id : placement_.assignments) {
      const plan::Assignment& assignment = plan_.assignments[id];
      if (assignment.kind != plan::AssigneeKind::person) continue;
      json_.begin_object();
      json_.key("person").text(plant_.people[model::PersonId(assignment.index)].id);
      json_.key("skill").text(assignment.skill.valid() ? std::string_view(plant_.skills[assignment.skill].id)
                                                       : std::string_view());
      json_.key("reason").text(plan::explain(assignment.reason));
      json_.end_object();
    }
    json_.end_array();
  }

  const model::Plant& plant_;
  const plan::Plan& plan_;
  const codec::PlanView view_;
  const plan::PlacementId id_;
  const plan::Placement& placement_;
  codec::JsonWriter json_;
};

// None: the published plan has no such operation with a start.
plan::PlacementId published_placement(const coordinate::Published& published, const std::string& operation) {
  const plan::IdTexts ids(published.plant);
  for (const plan::PlacementId id : base::ids_of(published.plan.placements)) {
    const bool planned = published.plan.placements[id].start != time::kNever;
    if (planned && ids.operation(published.plan, id).str() == operation) return id;
  }
  return plan::PlacementId::none();
}

// What to send to have the alternative.
MoveQuestion question_of(const std::string& operation, const coordinate::Alternative& alternative, const Today& today) {
  const time::CivilText civil = today.civil();
  MoveRequest move{.operation = operation};
  if (alternative.wish.unit.valid()) move.unit = today.plant().work_units[alternative.wish.unit].id;
  move.start = civil.str(alternative.answer.places.front().start);
  MoveQuestion question{.moves = {std::move(move)}};
  if (!alternative.overtime.empty()) {
    question.overtime.push_back(civil.str(alternative.overtime.front().from).substr(0, 10));
  }
  return question;
}

}  // namespace

Text alternatives_answer(const std::string& operation, Today& today) {
  const coordinate::Published published = today.published();
  const plan::PlacementId id = published_placement(published, operation);
  MoveQuestion named{.moves = {{.operation = operation}}};
  const auto wishes = wishes_of(named, today);
  if (!wishes || !id.valid()) {
    return Text::failure({{.code = "unknown-operation",
                           .where = {.value = operation},
                           .message = "the published plan has no operation " + operation + " ahead",
                           .way_out = "The plan's operations.csv lists them."}});
  }
  const plan::Placement& placement = published.plan.placements[id];
  const codec::PlanView view(published.plant, published.plan);
  codec::JsonWriter json;
  json.begin_object();
  json.key("operation").text(operation);
  json.key("unit").text(placement.unit.valid() ? std::string_view(published.plant.work_units[placement.unit].id)
                                               : std::string_view());
  moment("start", placement.start, view.civil, json);
  moment("end", placement.end, view.civil, json);
  json.end_object();
  std::string body = json.str();
  body.back() = ',';
  body += R"("why":)" + WhyWriter(published, id).write() + R"(,"alternatives":[)";
  coordinate::MoveLimits limits = wishes.value().limits;
  limits.search.search = false;
  for (const auto& each : coordinate::alternatives(today.moves(), wishes.value().wishes.front(), limits)) {
    if (body.back() != '[') body += ',';
    const MoveQuestion question = question_of(operation, each, today);
    body += R"({"kind":")" + std::string(word(each.kind)) + R"(","move":)" + question_json(question) + R"(,"answer":)" +
            answer_json(question, today, each.answer) + '}';
  }
  return body + "]}";
}

}  // namespace kilter::service
