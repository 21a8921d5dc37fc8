// From a benchmark instance to the best solution in the time given.
#include <fmt/format.h>

#include <optional>
#include <ostream>
#include <utility>

#include "cli/commands/commands.hpp"
#include "cli/folders/disk_file.hpp"
#include "cli/folders/instance_file.hpp"
#include "cli/terminal/interrupt.hpp"
#include "cli/terminal/progress_line.hpp"
#include "cli/text/complaint.hpp"
#include "cli/text/solve_text.hpp"
#include "codec/benchmark/problem/shop_problem.hpp"
#include "codec/benchmark/solution/rows_of.hpp"
#include "codec/benchmark/solution/solution_rows.hpp"
#include "codec/text/human.hpp"
#include "model/decimal_text.hpp"
#include "schedule/flow/solve_flow.hpp"
#include "schedule/lots/capacitated/solve_capacitated.hpp"
#include "schedule/lots/discrete/solve_discrete.hpp"
#include "schedule/project/project.hpp"
#include "schedule/solve.hpp"

namespace kilter::cli {
namespace {

namespace benchmark = codec::benchmark;

// An answer in the words of the command line, whatever was solved.
struct Solved {
  SolveReport report;
  std::string csv;  // empty: no solution
};

struct Refusal {
  ExitCode code = ExitCode::faults;
  std::string message;
  std::string way_out;
};

// How many digits of the objective stand behind the point.
unsigned decimals_of(const benchmark::Instance& instance) {
  constexpr unsigned kMillionths = 6;
  return std::holds_alternative<schedule::LotSizing>(instance.content) ? kMillionths : 0;
}

// Solves what the file holds, by kind.
class Solver {
 public:
  Solver(const benchmark::Instance& instance, const Invocation& call, const schedule::SolveOptions& options)
      : instance_(instance), call_(call), options_(options) {}

  // Nothing when it cannot be solved: `refusal` tells why.
  std::optional<Solved> run() {
    return std::visit([this](const auto& content) { return solve(content); }, instance_.content);
  }
  [[nodiscard]] const Refusal& refusal() const { return refusal_; }

 private:
  std::optional<Solved> solve(const benchmark::ShopInstance& shop) {
    const bool has_dues = !shop.due.empty();
    const std::string& wanted = call_.text("--objective");
    if (wanted == "tardiness" && !has_dues) return refuse_tardiness();
    const bool tardiness = has_dues && wanted != "makespan";
    const schedule::Problem problem =
        benchmark::shop_problem(shop, tardiness ? benchmark::Objective::tardiness : benchmark::Objective::makespan);
    const schedule::ShopAnswer answer = schedule::solve(problem, options_);
    Solved solved{.report = report_of(answer.account), .csv = {}};
    solved.report.objective = tardiness ? "total weighted tardiness" : "makespan";
    solved.report.size =
        fmt::format("{} jobs, {} operations, {} machines", codec::human_count(shop.job_count),
                    codec::human_count(shop.operation_count()), codec::human_count(shop.machine_count));
    solved.report.feasible = answer.solution.score.unplaced == 0;
    if (solved.report.feasible) solved.csv = benchmark::shop_csv(benchmark::rows_of(shop, problem, answer.solution));
    return solved;
  }

  std::optional<Solved> solve(const benchmark::ProjectInstance& project) {
    if (call_.text("--objective") == "tardiness") return refuse_tardiness();
    const schedule::ProjectProblem& problem = project.problem;
    const schedule::ProjectAnswer answer = schedule::solve(problem, options_);
    Solved solved{.report = report_of(answer.account), .csv = {}};
    solved.report.objective = "makespan";
    solved.report.size = fmt::format(
        "{} activities, {} modes, {} resources, {} workers", codec::human_count(problem.activity_count),
        codec::human_count(problem.mode_count()), codec::human_count(problem.capacity.size() + problem.budget.size()),
        codec::human_count(problem.worker_count));
    solved.report.feasible = problem.activity_count == answer.solution.start.size();
    if (solved.report.feasible) {
      solved.csv = benchmark::project_csv(benchmark::rows_of(project, answer.solution), problem.worker_count > 0);
    }
    return solved;
  }
  std::optional<Solved> solve(const schedule::PermutationShop& flow) {
    if (call_.text("--objective") == "tardiness" && flow.due.empty()) return refuse_tardiness();
    if (call_.text("--objective") == "makespan" && !flow.due.empty()) return refuse_makespan();
    const schedule::FlowAnswer answer = schedule::solve(flow, options_);
    Solved solved{.report = report_of(answer.account), .csv = {}};
    solved.report.objective = flow.due.empty() ? "makespan" : "total tardiness";
    solved.report.size = fmt::format("{} jobs, {} machines, one permutation", codec::human_count(flow.job_count),
                                     codec::human_count(flow.machine_count));
    solved.csv = benchmark::shop_csv(benchmark::rows_of(flow, answer.permutation));
    return solved;
  }
  std::optional<Solved> solve(const schedule::LotSizing& lots) {
    if (call_.text("--objective") == "tardiness") return refuse_tardiness();
    const schedule::LotAnswer answer = schedule::solve(lots, options_);
    Solved solved{.report = report_of(answer.account), .csv = {}};
    solved.report.objective = "setup and holding cost";
    solved.report.size =
        fmt::format("{} items, {} periods", codec::human_count(lots.item_count), codec::human_count(lots.period_count));
    solved.report.feasible = answer.feasible;
    if (answer.feasible) solved.csv = benchmark::quantity_csv(benchmark::rows_of(lots, answer.made));
    return solved;
  }
  std::optional<Solved> solve(const schedule::DiscreteLotSizing& lots) {
    if (call_.text("--objective") == "tardiness") return refuse_tardiness();
    const schedule::DiscreteLotAnswer answer = schedule::solve(lots, options_);
    Solved solved{.report = report_of(answer.account), .csv = {}};
    solved.report.objective = "stocking and changeover cost";
    solved.report.size =
        fmt::format("{} items, {} periods", codec::human_count(lots.item_count), codec::human_count(lots.period_count));
    solved.report.feasible = answer.feasible;
    if (answer.feasible) solved.csv = benchmark::lot_csv(benchmark::rows_of(answer.made));
    return solved;
  }

  [[nodiscard]] SolveReport report_of(const schedule::Account& account) const {
    return {.instance = instance_.name,
            .format = std::string(word(instance_.format)),
            .decimals = decimals_of(instance_),
            .account = account,
            .options = options_};
  }

  std::optional<Solved> refuse_tardiness() {
    refusal_ = {.code = ExitCode::usage,
                .message = fmt::format("{} has no due dates: its tardiness cannot be counted", instance_.name),
                .way_out = "Leave --objective out, or write makespan."};
    return std::nullopt;
  }

  std::optional<Solved> refuse_makespan() {
    refusal_ = {
        .code = ExitCode::usage,
        .message = fmt::format("flow shops with due dates, as {}, are solved for their tardiness", instance_.name),
        .way_out = "Leave --objective out, or write tardiness."};
    return std::nullopt;
  }

  const benchmark::Instance& instance_;
  const Invocation& call_;
  const schedule::SolveOptions& options_;
  Refusal refusal_;
};

schedule::SolveOptions options_of(const Invocation& call) {
  return {.seconds = call.decimal("--seconds"),
          .epochs = call.count("--epochs"),
          .seed = call.count("--seed"),
          .threads = static_cast<unsigned>(call.count("--threads")),
          .cancel = nullptr,
          .progress = {}};
}

ExitCode refuse(const Refusal& refusal, const Complaint& complaint) {
  complaint.say({{.code = "cannot-solve", .where = {}, .message = refusal.message, .way_out = refusal.way_out}});
  return refusal.code;
}

}  // namespace

ExitCode run_solve(const Invocation& call, Console& console) {
  const Complaint complaint(call, console);
  const std::optional<benchmark::Instance> instance =
      open_instance(call.text("FILE"), call.text("--format"), complaint);
  if (!instance) return ExitCode::faults;
  const Interrupt interrupt;
  schedule::SolveOptions options = options_of(call);
  options.cancel = &interrupt.requested();
  std::optional<Solved> solved;
  Solver solver(*instance, call, options);
  {
    ProgressLine line(console, {});
    options.progress = [&line, decimals = decimals_of(*instance)](std::int64_t objective, double seconds) {
      line.show(model::decimal_text(objective, decimals), seconds);
    };
    solved = solver.run();
  }
  if (!solved) return refuse(solver.refusal(), complaint);
  if (call.has("--solution") && !solved->csv.empty()) {
    const base::Result<bool> written = write_file(call.text("--solution"), solved->csv);
    if (!written.ok()) complaint.say(written.error());
    if (!written.ok()) return ExitCode::cannot_write;
  }
  call.flag("--json") ? print_solve_json(solved->report, console.out) : print_solve(solved->report, console.out);
  return ExitCode::ok;
}

}  // namespace kilter::cli
