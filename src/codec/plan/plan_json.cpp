#include "codec/plan/plan_json.hpp"

#include "codec/json/writer.hpp"
#include "codec/plan/figures.hpp"

namespace kilter::codec {

std::string plan_json(const PlanView& view, const PlanOrigin& origin) {
  const model::Policy& policy = view.plant.policy;
  const kilter::plan::Objective& objective = view.plan.objective;
  JsonWriter json(JsonWriter::Style::indented);
  json.begin_object();
  json.key("format").integer(kPlanFormat);
  json.key("kilter").text(origin.version);
  json.key("plant").text(policy.plant_name);
  json.key("origin").text(view.civil.str(view.plant.frame.tick(policy.origin)));
  json.key("horizon").text(view.civil.str(view.plant.frame.tick(policy.horizon)));
  json.key("time_zone").text(policy.zone);
  json.key("currency").text(policy.currency);
  json.key("made").begin_object();
  json.key("seconds").number(origin.seconds);
  json.key("steps").integer(static_cast<std::int64_t>(origin.steps));
  json.key("seed").text(std::to_string(origin.seed));
  json.key("threads").integer(origin.threads);
  json.end_object();
  figures_members(view.plant, view.plan, json);
  json.key("violations").integer(objective.violations);
  json.key("unplanned").integer(objective.unplanned);
  objective_member(objective, json);
  json.end_object();
  return json.str() + "\n";
}

}  // namespace kilter::codec
