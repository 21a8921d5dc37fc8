#include "cli/text/solve_text.hpp"

#include <fmt/format.h>

#include "codec/json/writer.hpp"
#include "model/decimal_text.hpp"

namespace kilter::cli {

std::optional<double> gap_of(const schedule::Account& account) {
  if (account.objective == account.lower_bound) return 0.0;
  if (account.lower_bound <= 0) return std::nullopt;
  return static_cast<double>(account.objective - account.lower_bound) / static_cast<double>(account.lower_bound);
}

void print_solve(const SolveReport& report, std::ostream& out) {
  const schedule::Account& account = report.account;
  out << fmt::format("{} ({}): {}\n", report.instance, report.format, report.size);
  if (!report.feasible) {
    out << fmt::format("objective    none: no solution found in {:.2f} s\n", account.seconds);
    return;
  }
  const std::optional<double> gap = gap_of(account);
  out << fmt::format("objective    {} ({})\n", model::decimal_text(account.objective, report.decimals),
                     report.objective);
  out << fmt::format("lower bound  {}\n", model::decimal_text(account.lower_bound, report.decimals));
  out << fmt::format("gap          {}\n", !gap        ? std::string("unknown")
                                          : *gap == 0 ? std::string("none: proved optimal")
                                                      : fmt::format("at most {:.2f} %", *gap * 100));
  out << fmt::format("best after   {:.2f} s of {:.2f} s\n", account.seconds_to_best, account.seconds);
  out << fmt::format("epochs       {}\n", account.epochs);
}

void print_solve_json(const SolveReport& report, std::ostream& out) {
  const schedule::Account& account = report.account;
  const int digits = static_cast<int>(report.decimals);
  codec::JsonWriter json(codec::JsonWriter::Style::indented);
  json.begin_object().key("instance").text(report.instance).key("format").text(report.format);
  json.key("minimises").text(report.objective).key("objective");
  report.feasible ? json.decimal(account.objective, digits) : json.null();
  json.key("lower_bound").decimal(account.lower_bound, digits).key("gap");
  const std::optional<double> gap = gap_of(account);
  report.feasible&& gap ? json.number(*gap) : json.null();
  json.key("seconds").number(account.seconds).key("seconds_to_best").number(account.seconds_to_best);
  json.key("epochs").integer(static_cast<std::int64_t>(account.epochs));
  json.key("threads").integer(report.options.threads);
  json.key("seed").integer(static_cast<std::int64_t>(report.options.seed)).end_object();
  out << json.str() << "\n";
}

}  // namespace kilter::cli
