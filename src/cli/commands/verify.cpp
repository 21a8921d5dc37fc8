#include <filesystem>
#include <ostream>
#include <vector>

#include "check/verify.hpp"
#include "cli/commands/commands.hpp"
#include "cli/commands/verify_solution.hpp"
#include "cli/folders/plan_folder.hpp"
#include "cli/folders/plant_folder.hpp"
#include "codec/json/writer.hpp"
#include "codec/text/human.hpp"

namespace kilter::cli {
namespace {

void print_json(const std::vector<check::Violation>& violations, std::ostream& out) {
  codec::JsonWriter json(codec::JsonWriter::Style::indented);
  json.begin_object().key("holds").boolean(violations.empty()).key("violations").begin_array();
  for (const check::Violation& violation : violations) {
    json.begin_object().key("rule").text(violation.rule).key("message").text(violation.message).end_object();
  }
  json.end_array().end_object();
  out << json.str() << "\n";
}

void print_lines(const std::vector<check::Violation>& violations, const plan::Plan& plan, std::ostream& out) {
  for (const check::Violation& violation : violations) {
    out << "violation: " << violation.message << " [" << violation.rule << "]\n";
  }
  out << (violations.empty() ? "The plan holds" : "The plan does not hold: ");
  if (!violations.empty()) out << codec::human_count(violations.size()) << " violations";
  out << "; checked " << codec::human_count(plan.production_orders.size()) << " production orders, "
      << codec::human_count(plan.placements.size()) << " operations, " << codec::human_count(plan.purchases.size())
      << " purchases.\n";
}

}  // namespace

ExitCode run_verify(const Invocation& call, Console& console) {
  std::error_code ignored;
  if (!std::filesystem::is_directory(call.text("PLANT"), ignored)) return verify_solution(call, console);
  const Complaint complaint(call, console);
  const std::optional<model::Plant> plant = open_plant(call.text("PLANT"), complaint);
  if (!plant) return ExitCode::faults;
  const std::optional<plan::Plan> plan = open_plan(*plant, call.text("PLAN"), complaint);
  if (!plan) return ExitCode::faults;
  const std::vector<check::Violation> violations = check::verify(*plant, *plan);
  if (call.flag("--json")) print_json(violations, console.out);
  if (!call.flag("--json")) print_lines(violations, *plan, console.out);
  return violations.empty() ? ExitCode::ok : ExitCode::violations;
}

}  // namespace kilter::cli
