#include <ostream>

#include "cli/commands/commands.hpp"
#include "cli/folders/plant_folder.hpp"
#include "cli/text/complaint.hpp"
#include "cli/text/fault_list.hpp"
#include "codec/json/writer.hpp"

namespace kilter::cli {
namespace {

void print_json(const base::Issues& issues, bool plannable, std::ostream& out) {
  codec::JsonWriter json(codec::JsonWriter::Style::indented);
  json.begin_object().key("plannable").boolean(plannable);
  issues_member(issues, json);
  json.end_object();
  out << json.str() << "\n";
}

}  // namespace

ExitCode run_check(const Invocation& call, Console& console) {
  const base::Result<model::Plant> plant = read_plant(call.text("PLANT"));
  base::Issues issues = plant.ok() ? plant.value().notes : plant.error();
  if (call.flag("--json")) {
    sort_by_place(issues);
    print_json(issues, plant.ok(), console.out);
  } else {
    sort_gravest_last(issues);
    print_issues(issues, console.out, call.flag("--verbose") ? Assumptions::whole : Assumptions::brief);
    console.out << (plant.ok() ? "Plannable: " : "Not plannable: ") << count_issues(issues) << ".\n";
  }
  return plant.ok() ? ExitCode::ok : ExitCode::faults;
}

}  // namespace kilter::cli
