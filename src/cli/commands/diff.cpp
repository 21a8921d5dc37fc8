#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "cli/commands/commands.hpp"
#include "cli/folders/plan_folder.hpp"
#include "cli/text/complaint.hpp"
#include "codec/json/writer.hpp"
#include "codec/plan/diff/plan_diff.hpp"
#include "codec/text/human.hpp"

namespace kilter::cli {
namespace {

constexpr std::size_t kShownRows = 20;

// "2026-11-24 14:30" of a written moment; "-" of none.
std::string shown(const std::string& moment) {
  return moment.empty() ? "-" : moment.substr(0, 10) + " " + (moment.size() > 16 ? moment.substr(11, 5) : "");
}
std::string or_dash(const std::string& text) { return text.empty() ? "-" : text; }
std::string signed_duration(std::int64_t seconds) {
  if (seconds == 0) return "";
  return (seconds > 0 ? "later by " : "earlier by ") + codec::human_duration(seconds > 0 ? seconds : -seconds);
}

// The first rows of a list and how many there are more; `print` says one.
template <class Rows, class Print>
void print_rows(std::string_view title, const Rows& rows, std::ostream& out, Print print) {
  out << title << ": " << codec::human_count(rows.size()) << "\n";
  for (std::size_t i = 0; i < std::min(rows.size(), kShownRows); ++i) out << "  " << print(rows[i]) << "\n";
  if (rows.size() > kShownRows)
    out << "  ... and " << codec::human_count(rows.size() - kShownRows) << " more (see --json)\n";
}

void print_diff(const codec::PlanDiff& diff, std::ostream& out) {
  print_rows("Orders with another date", diff.orders, out, [](const codec::OrderChange& change) {
    return fmt::format("{:<14} {} -> {}  {}", change.order, shown(change.before), shown(change.after),
                       signed_duration(change.seconds));
  });
  out << "Operations in both plans: " << codec::human_count(diff.operations) << ", only before "
      << codec::human_count(diff.operations_removed) << ", only after " << codec::human_count(diff.operations_added)
      << "\n";
  print_rows("Moved", diff.moved, out, [](const codec::OperationChange& change) {
    return fmt::format("{}  {} -> {}  {}", change.name, shown(change.before), shown(change.after),
                       signed_duration(change.seconds));
  });
  print_rows("Reassigned", diff.reassigned, out, [](const codec::OperationChange& change) {
    return fmt::format("{}  {} {} -> {} {}", change.name, or_dash(change.unit_before), change.people_before,
                       or_dash(change.unit_after), change.people_after);
  });
  print_rows("Purchases changed", diff.purchases, out, [](const codec::PurchaseChange& change) {
    return fmt::format("{:<14} {} -> {}", change.item, or_dash(change.before), or_dash(change.after));
  });
  out << "Costs\n";
  for (const codec::MoneyChange& change : diff.money) {
    out << fmt::format("  {:<12} {:>16} -> {:>16}   {:>16}\n", change.part, codec::human_money(change.before),
                       codec::human_money(change.after), codec::human_money(change.after - change.before));
  }
}

void operations_member(std::string_view name, const std::vector<codec::OperationChange>& changes,
                       codec::JsonWriter& json) {
  json.key(name).begin_array();
  for (const codec::OperationChange& change : changes) {
    json.begin_object().key("operation").text(change.name).key("start_before").text(change.before);
    json.key("start_after").text(change.after).key("unit_before").text(change.unit_before);
    json.key("unit_after").text(change.unit_after).key("people_before").text(change.people_before);
    json.key("people_after").text(change.people_after).end_object();
  }
  json.end_array();
}

void print_json(const codec::PlanDiff& diff, std::ostream& out) {
  codec::JsonWriter json(codec::JsonWriter::Style::indented);
  json.begin_object().key("orders").begin_array();
  for (const codec::OrderChange& change : diff.orders) {
    json.begin_object()
        .key("order")
        .text(change.order)
        .key("before")
        .text(change.before)
        .key("after")
        .text(change.after);
    json.key("seconds").integer(change.seconds).end_object();
  }
  json.end_array();
  operations_member("moved", diff.moved, json);
  operations_member("reassigned", diff.reassigned, json);
  json.key("operations_added").integer(static_cast<std::int64_t>(diff.operations_added));
  json.key("operations_removed").integer(static_cast<std::int64_t>(diff.operations_removed));
  json.key("purchases").begin_array();
  for (const codec::PurchaseChange& change : diff.purchases) {
    json.begin_object().key("item").text(change.item).key("before").text(change.before).key("after").text(change.after);
    json.end_object();
  }
  json.end_array().key("money").begin_array();
  for (const codec::MoneyChange& change : diff.money) {
    json.begin_object().key("part").text(change.part).key("before").decimal(change.before.raw(), 2);
    json.key("after").decimal(change.after.raw(), 2).end_object();
  }
  json.end_array().end_object();
  out << json.str() << "\n";
}

std::vector<codec::PlanFile> files_of(const SourceFolder& folder) {
  std::vector<codec::PlanFile> files;
  for (const MappedFile& file : folder.files()) files.push_back({file.name(), file.bytes()});
  return files;
}

ExitCode refuse(const base::Issues& issues, const Complaint& complaint) {
  complaint.say(issues);
  return ExitCode::faults;
}

}  // namespace

ExitCode run_diff(const Invocation& call, Console& console) {
  const Complaint complaint(call, console);
  const base::Result<SourceFolder> before = open_plan_files(call.text("BEFORE"));
  if (!before.ok()) return refuse(before.error(), complaint);
  const base::Result<SourceFolder> after = open_plan_files(call.text("AFTER"));
  if (!after.ok()) return refuse(after.error(), complaint);
  const base::Result<codec::PlanDiff> diff = codec::diff_plans(files_of(before.value()), files_of(after.value()));
  if (!diff.ok()) return refuse(diff.error(), complaint);
  call.flag("--json") ? print_json(diff.value(), console.out) : print_diff(diff.value(), console.out);
  return ExitCode::ok;
}

}  // namespace kilter::cli
