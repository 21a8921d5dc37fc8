#include <fmt/format.h>

#include <filesystem>
#include <optional>

#include "cli/commands/commands.hpp"
#include "cli/folders/plant_folder.hpp"
#include "cli/folders/write/disk_folder.hpp"
#include "cli/folders/write/target_folder.hpp"
#include "cli/terminal/interrupt.hpp"
#include "cli/terminal/meter.hpp"
#include "cli/terminal/progress_line.hpp"
#include "cli/text/complaint.hpp"
#include "cli/text/plan_summary.hpp"
#include "cli/version.hpp"
#include "codec/plan/figures.hpp"
#include "codec/plan/write.hpp"
#include "codec/report/report.hpp"
#include "codec/report/workbook.hpp"

namespace kilter::cli {
namespace {

coordinate::PlanOptions options_of(const Invocation& call) {
  coordinate::PlanOptions options;
  options.seconds = call.decimal("--seconds");
  options.steps = call.count("--steps");
  options.seed = call.count("--seed");
  options.threads = static_cast<unsigned>(call.count("--threads"));
  return options;
}

// Says why the folder for the plan cannot be used, before any time goes into planning.
std::optional<ExitCode> refuse_target(const Invocation& call, const Complaint& complaint) {
  if (!call.has("--out")) return std::nullopt;
  if (const auto taken = why_not_for_plan(call.text("--out"))) {
    complaint.say({*taken});
    return ExitCode::usage;
  }
  const DiskFolder trial(call.text("--out"), kPlanMark);
  if (trial.issues().empty()) return std::nullopt;
  complaint.say(trial.issues());
  return ExitCode::cannot_write;
}

// Writes the folder; false when it could not, which is then said.
bool write_folder(const codec::PlanView& view, const Invocation& call, const Complaint& complaint) {
  const coordinate::PlanOptions options = options_of(call);
  const codec::PlanOrigin origin{.version = std::string(kVersion),
                                 .seconds = options.seconds,
                                 .steps = options.steps,
                                 .seed = options.seed,
                                 .threads = options.threads};
  DiskFolder folder(call.text("--out"), kPlanMark);
  if (!call.flag("--no-report")) {
    folder.begin(kReport);
    folder.append(codec::report_page(view, origin));
    const std::optional<std::filesystem::path> book = folder.reserve(kWorkbook);
    const auto why = book ? codec::write_workbook(view, book->string()) : std::nullopt;
    if (why) folder.fault(std::filesystem::path(call.text("--out")) / kWorkbook, *why);
  }
  for (const char* earlier : {kReport, kWorkbook}) {
    if (call.flag("--no-report")) folder.drop(earlier);
  }
  codec::write_plan(view, origin, folder);
  const base::Result<bool> written = folder.commit();
  if (!written.ok()) complaint.say(written.error());
  return written.ok();
}

void print_json(const model::Plant& plant, const coordinate::Outcome& outcome, Console& console) {
  const Usage usage = usage_so_far();
  codec::JsonWriter json(codec::JsonWriter::Style::indented);
  json.begin_object();
  codec::figures_members(plant, outcome.plan, json);
  json.key("violations").integer(static_cast<std::int64_t>(outcome.violations.size()));
  codec::objective_member(outcome.plan.objective, json);
  json.key("plan_cpu_seconds").number(outcome.plan_cpu_seconds);
  json.key("total_cpu_seconds").number(usage.cpu_seconds);
  json.key("peak_memory_mb").number(usage.peak_memory_mb);
  if (!outcome.violations.empty()) issues_member(issues_of(outcome.violations), json);
  json.end_object();
  console.out << json.str() << "\n";
}

void refuse(const std::vector<check::Violation>& violations, Console& console) {
  for (const check::Violation& violation : violations) {
    console.err << "violation: " << violation.message << " [" << violation.rule << "]\n";
  }
  console.err << violations.size()
              << " violations; the plan is not written. This is a fault of Kilter, please report it.\n";
}

coordinate::Outcome make(const model::Plant& plant, const Invocation& call, const Interrupt& interrupt,
                         Console& console) {
  ProgressLine line(console, plant.policy.currency);
  coordinate::PlanOptions options = options_of(call);
  options.cancel = &interrupt.requested();
  options.progress = [&line](const coordinate::Progress& progress) { line.show(progress); };
  return coordinate::make_plan(plant, options);
}

}  // namespace

ExitCode run_plan(const Invocation& call, Console& console) {
  const Complaint complaint(call, console);
  if (const auto refused = refuse_target(call, complaint)) return *refused;
  const std::optional<model::Plant> plant = open_plant(call.text("PLANT"), complaint);
  if (!plant) return ExitCode::faults;
  const Interrupt interrupt;  // also while the folder is written: the first Ctrl-C keeps the plan
  const coordinate::Outcome outcome = make(*plant, call, interrupt, console);
  const bool holds = outcome.violations.empty();
  if (!holds && !call.flag("--json")) refuse(outcome.violations, console);
  const codec::PlanView view(*plant, outcome.plan);
  if (holds && call.has("--out") && !write_folder(view, call, complaint)) return ExitCode::cannot_write;
  if (call.flag("--json")) print_json(*plant, outcome, console);
  if (!holds) return ExitCode::violations;
  if (interrupt.requested() && !call.flag("--json")) {
    console.out << "Stopped early by Ctrl-C: this is the best plan so far.\n";
  }
  if (!call.flag("--json")) print_summary(view, call.text("--out"), !call.flag("--no-report"), console.out);
  return ExitCode::ok;
}

}  // namespace kilter::cli
