#include "cli/text/complaint.hpp"

#include "cli/text/fault_list.hpp"
#include "plan/words.hpp"

namespace kilter::cli {
namespace {

void write_issue(const base::Issue& issue, codec::JsonWriter& json) {
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

}  // namespace

base::Issues issues_of(const std::vector<check::Violation>& violations) {
  base::Issues issues;
  for (const check::Violation& violation : violations) {
    issues.push_back({.code = violation.rule,
                      .message = violation.message,
                      .way_out = "This is a fault of Kilter, please report it."});
  }
  return issues;
}

void issues_member(const base::Issues& issues, codec::JsonWriter& json) {
  json.key("issues").begin_array();
  for (const base::Issue& issue : issues) write_issue(issue, json);
  json.end_array();
}

void Complaint::say(base::Issues issues, std::string_view closing) const {
  sort_by_place(issues);
  if (json_) {
    codec::JsonWriter json(codec::JsonWriter::Style::indented);
    json.begin_object();
    issues_member(issues, json);
    json.end_object();
    console_.out << json.str() << "\n";
    return;
  }
  print_issues(issues, console_.err);
  if (!closing.empty()) console_.err << closing << "\n";
}

}  // namespace kilter::cli
