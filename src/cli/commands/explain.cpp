#include <algorithm>
#include <optional>
#include <ostream>

#include "cli/commands/commands.hpp"
#include "cli/folders/plan_folder.hpp"
#include "cli/folders/plant_folder.hpp"
#include "cli/terminal/interrupt.hpp"
#include "cli/terminal/progress_line.hpp"
#include "cli/text/complaint.hpp"
#include "cli/text/explain_text.hpp"
#include "coordinate/make_plan.hpp"
#include "model/report/near_names.hpp"

namespace kilter::cli {
namespace {

coordinate::Outcome make(const model::Plant& plant, const Invocation& call, Console& console) {
  const Interrupt interrupt;
  ProgressLine line(console, plant.policy.currency);
  coordinate::PlanOptions options;
  options.seconds = call.decimal("--seconds");
  options.cancel = &interrupt.requested();
  options.progress = [&line](const coordinate::Progress& progress) { line.show(progress); };
  return coordinate::make_plan(plant, options);
}

base::Issue unknown_order(const std::string& id, const model::Plant& plant) {
  base::Issue issue{.code = "unknown-order", .where = {.value = id}};
  model::NearNames near(id);
  for (const model::CustomerOrder& order : plant.orders) {
    if (order.id == id) {
      issue.message = "there is no firm customer order " + id + " in this plan";
      issue.way_out = "It is an inquiry or closed; only firm orders are planned.";
      return issue;
    }
    near.consider(order.id);
  }
  issue.message = "there is no customer order " + id + " in this plan";
  issue.way_out = near.sentence().empty() ? "The ids stand in orders.csv of the plant." : near.sentence();
  return issue;
}

ExitCode tell(const model::Plant& plant, const plan::Plan& plan, const Invocation& call, Console& console) {
  const std::string& id = call.text("ORDER");
  const auto told = std::find_if(plan.deliveries.begin(), plan.deliveries.end(),
                                 [&](const plan::Delivery& delivery) { return plant.orders[delivery.order].id == id; });
  if (told == plan.deliveries.end()) {
    Complaint(call, console).say({unknown_order(id, plant)});
    return ExitCode::faults;
  }
  const codec::PlanView view(plant, plan);
  const auto at = static_cast<std::size_t>(told - plan.deliveries.begin());
  call.flag("--json") ? explain_order_json(view, at, console.out) : explain_order(view, at, console.out);
  return ExitCode::ok;
}

}  // namespace

ExitCode run_explain(const Invocation& call, Console& console) {
  const Complaint complaint(call, console);
  const std::optional<model::Plant> plant = open_plant(call.text("PLANT"), complaint);
  if (!plant) return ExitCode::faults;
  if (call.has("--plan")) {
    const std::optional<plan::Plan> plan = open_plan(*plant, call.text("--plan"), complaint);
    return plan ? tell(*plant, *plan, call, console) : ExitCode::faults;
  }
  const coordinate::Outcome outcome = make(*plant, call, console);
  if (outcome.violations.empty()) return tell(*plant, outcome.plan, call, console);
  complaint.say(issues_of(outcome.violations));
  return ExitCode::violations;
}

}  // namespace kilter::cli
