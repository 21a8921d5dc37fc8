#include <ostream>

#include "cli/commands/commands.hpp"
#include "cli/folders/plant_folder.hpp"
#include "cli/text/fault_list.hpp"
#include "codec/json/writer.hpp"
#include "plan/words.hpp"

namespace kilter::cli {
namespace {

void issue_json(const base::Issue& issue, codec::JsonWriter& json) {
  json.begin_object();
  json.key("severity").text(plan::word(issue.severity));
  json.key("code").text(issue.code);
  json.key("file").text(issue.where.file);
  json.key("row").integer(issue.where.row);
  json.key("column").text(issue.where.column);
  json.key("value").text(issue.where.value);
  json.key("message").text(issue.message);
  json.key("way_out").text(issue.way_out);
  json.end_object();
}

void print_json(const base::Issues& issues, bool plannable, std::ostream& out) {
  codec::JsonWriter json(codec::JsonWriter::Style::indented);
  json.begin_object().key("plannable").boolean(plannable).key("issues").begin_array();
  for (const base::Issue& issue : issues) issue_json(issue, json);
  json.end_array().end_object();
  out << json.str() << "\n";
}

}  // namespace

ExitCode run_check(const Invocation& call, Console& console) {
  const base::Result<model::Plant> plant = read_plant(call.text("PLANT"));
  base::Issues issues = plant.ok() ? plant.value().notes : plant.error();
  sort_by_place(issues);
  if (call.flag("--json")) {
    print_json(issues, plant.ok(), console.out);
  } else {
    print_issues(issues, console.out, call.flag("--verbose") ? Assumptions::whole : Assumptions::brief);
    console.out << (plant.ok() ? "Plannable: " : "Not plannable: ") << count_issues(issues) << ".\n";
  }
  return plant.ok() ? ExitCode::ok : ExitCode::faults;
}

}  // namespace kilter::cli
