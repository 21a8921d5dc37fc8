#include "cli/commands/verify_solution.hpp"

#include <optional>
#include <ostream>
#include <utility>

#include "cli/folders/instance_file.hpp"
#include "cli/folders/source_folder.hpp"
#include "cli/text/complaint.hpp"
#include "codec/benchmark/solution/solution_rows.hpp"
#include "codec/benchmark/solution/verify.hpp"
#include "codec/json/writer.hpp"
#include "codec/text/human.hpp"
#include "model/decimal_text.hpp"

namespace kilter::cli {
namespace {

namespace benchmark = codec::benchmark;
using Judged = base::Result<benchmark::Verdict>;

// Reads the solution in the columns of the instance's kind and judges it.
class Judge {
 public:
  Judge(const benchmark::Instance& instance, const MappedFile& solution) : instance_(instance), solution_(solution) {}

  Judged run() {
    return std::visit([this](const auto& content) { return judge(content); }, instance_.content);
  }

 private:
  Judged judge(const benchmark::ShopInstance& shop) {
    const auto rows = benchmark::read_shop_csv(solution_.name(), solution_.bytes());
    if (!rows.ok()) return Judged::failure(rows.error());
    return benchmark::verify_shop(shop, rows.value());
  }
  Judged judge(const schedule::PermutationShop& flow) {
    const auto rows = benchmark::read_shop_csv(solution_.name(), solution_.bytes());
    if (!rows.ok()) return Judged::failure(rows.error());
    return benchmark::verify_flow(flow, rows.value());
  }
  Judged judge(const benchmark::ProjectInstance& project) {
    const bool crews = project.problem.worker_count > 0;
    const auto rows = benchmark::read_project_csv(solution_.name(), solution_.bytes(), crews);
    if (!rows.ok()) return Judged::failure(rows.error());
    return benchmark::verify_project(project, rows.value());
  }
  Judged judge(const schedule::DiscreteLotSizing& lots) {
    const auto rows = benchmark::read_lot_csv(solution_.name(), solution_.bytes());
    if (!rows.ok()) return Judged::failure(rows.error());
    return benchmark::verify_lots(lots, rows.value());
  }
  Judged judge(const schedule::LotSizing& lots) {
    const auto rows = benchmark::read_quantity_csv(solution_.name(), solution_.bytes());
    if (!rows.ok()) return Judged::failure(rows.error());
    return benchmark::verify_quantities(lots, rows.value());
  }

  const benchmark::Instance& instance_;
  const MappedFile& solution_;
};

void print_json(const benchmark::Verdict& verdict, std::ostream& out) {
  codec::JsonWriter json(codec::JsonWriter::Style::indented);
  json.begin_object().key("holds").boolean(verdict.violations.empty());
  if (verdict.makespan) json.key("makespan").integer(*verdict.makespan);
  if (verdict.tardiness) json.key("tardiness").integer(*verdict.tardiness);
  if (verdict.cost) json.key("cost").decimal(*verdict.cost, static_cast<int>(verdict.cost_decimals));
  json.key("violations").begin_array();
  for (const std::string& each : verdict.violations) json.text(each);
  json.end_array().end_object();
  out << json.str() << "\n";
}

void print_lines(const benchmark::Verdict& verdict, std::ostream& out) {
  for (const std::string& each : verdict.violations) out << "violation: " << each << "\n";
  out << (verdict.violations.empty() ? "The solution holds" : "The solution does not hold: ");
  if (!verdict.violations.empty()) out << codec::human_count(verdict.violations.size()) << " violations";
  if (verdict.makespan) out << "; makespan " << *verdict.makespan;
  if (verdict.tardiness) out << ", total weighted tardiness " << *verdict.tardiness;
  if (verdict.cost) out << "; cost " << model::decimal_text(*verdict.cost, verdict.cost_decimals);
  out << ".\n";
}

}  // namespace

ExitCode verify_solution(const Invocation& call, Console& console) {
  const Complaint complaint(call, console);
  const auto instance = open_instance(call.text("PLANT"), call.text("--format"), complaint);
  if (!instance) return ExitCode::faults;
  const base::Result<MappedFile> solution = open_file(call.text("PLAN"));
  if (!solution.ok()) complaint.say(solution.error());
  if (!solution.ok()) return ExitCode::faults;
  const Judged judged = Judge(*instance, solution.value()).run();
  if (!judged.ok()) complaint.say(judged.error());
  if (!judged.ok()) return ExitCode::faults;
  call.flag("--json") ? print_json(judged.value(), console.out) : print_lines(judged.value(), console.out);
  return judged.value().violations.empty() ? ExitCode::ok : ExitCode::violations;
}

}  // namespace kilter::cli
