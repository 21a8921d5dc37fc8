#include <algorithm>
#include <optional>
#include <ostream>

#include "cli/commands/commands.hpp"
#include "cli/folders/plan_folder.hpp"
#include "cli/folders/plant_folder.hpp"
#include "cli/terminal/interrupt.hpp"
#include "cli/terminal/progress_line.hpp"
#include "cli/text/explain_text.hpp"
#include "coordinate/make_plan.hpp"

namespace kilter::cli {
namespace {

// From the folder that was named, else made now; nothing when it has faults, which are said.
std::optional<plan::Plan> plan_for(const model::Plant& plant, const Invocation& call, Console& console) {
  if (call.has("--plan")) return open_plan(plant, call.text("--plan"), console);
  const Interrupt interrupt;
  ProgressLine line(console, plant.policy.currency);
  coordinate::PlanOptions options;
  options.seconds = call.decimal("--seconds");
  options.cancel = &interrupt.requested();
  options.progress = [&line](const coordinate::Progress& progress) { line.show(progress); };
  return coordinate::make_plan(plant, options).plan;
}

ExitCode unknown_order(const std::string& id, const model::Plant& plant, Console& console) {
  const auto known = std::find_if(plant.orders.begin(), plant.orders.end(),
                                  [&](const model::CustomerOrder& order) { return order.id == id; });
  console.err << "There is no " << (known == plant.orders.end() ? "customer order " : "firm customer order ") << id
              << " in this plan.\n";
  if (known != plant.orders.end()) console.err << "It is an inquiry or closed; only firm orders are planned.\n";
  return ExitCode::faults;
}

}  // namespace

ExitCode run_explain(const Invocation& call, Console& console) {
  const std::optional<model::Plant> plant = open_plant(call.text("PLANT"), console);
  if (!plant) return ExitCode::faults;
  const std::optional<plan::Plan> plan = plan_for(*plant, call, console);
  if (!plan) return ExitCode::faults;
  const std::string& id = call.text("ORDER");
  const auto told = std::find_if(plan->deliveries.begin(), plan->deliveries.end(), [&](const plan::Delivery& delivery) {
    return plant->orders[delivery.order].id == id;
  });
  if (told == plan->deliveries.end()) return unknown_order(id, *plant, console);
  const codec::PlanView view(*plant, *plan);
  const auto at = static_cast<std::size_t>(told - plan->deliveries.begin());
  call.flag("--json") ? explain_order_json(view, at, console.out) : explain_order(view, at, console.out);
  return ExitCode::ok;
}

}  // namespace kilter::cli
