#include "cli/run.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <sstream>
#include <string_view>
#include <system_error>

#include "cli/command.hpp"
#include "cli/reference.hpp"
#include "cli/text/complaint.hpp"
#include "cli/version.hpp"
#include "model/report/near_names.hpp"
#include "model/report/report.hpp"

namespace kilter::cli {
namespace {

// One command in CLI11 with the texts that it fills.
struct Parser {
  const Command* command = nullptr;
  CLI::App* app = nullptr;
  std::map<std::string_view, std::string> texts;
  std::map<std::string_view, bool> flags;
};

// The whole text as a number; none when it is not one or does not fit.
template <class Number>
std::optional<Number> number_in(std::string_view text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// Checks of CLI11 answer with what is wrong, or with nothing.
std::string checked_date(const std::string& text) {
  const bool shape = text.size() == 10 && text[4] == '-' && text[7] == '-';
  const std::string_view all(text);
  const auto year = shape ? number_in<int>(all.substr(0, 4)) : std::nullopt;
  const auto month = shape ? number_in<unsigned>(all.substr(5, 2)) : std::nullopt;
  const auto day = shape ? number_in<unsigned>(all.substr(8, 2)) : std::nullopt;
  if (year && month && day && (std::chrono::year(*year) / std::chrono::month(*month) / std::chrono::day(*day)).ok()) {
    return {};
  }
  return "'" + text + "' is not a date; write YYYY-MM-DD";
}

std::string checked_count(const std::string& text, const Argument& argument) {
  const auto value = number_in<std::uint64_t>(text);
  if (!value) return "'" + text + "' is not a whole number, or too large";
  if (*value >= argument.least && *value <= argument.most) return {};
  return fmt::format("{} is not between {} and {}", text, argument.least, argument.most);
}

std::string checked_decimal(const std::string& text) {
  constexpr double kMost = 10'000'000;
  const auto value = number_in<double>(text);
  if (value && *value >= 0 && *value <= kMost) return {};
  return "'" + text + "' is not a number between 0 and 10000000";
}

void check_values(CLI::Option& option, const Argument& argument) {
  switch (argument.kind) {
    case ArgumentKind::folder:
      option.check(CLI::ExistingDirectory);
      return;
    case ArgumentKind::path:
      option.check(CLI::ExistingPath);
      return;
    case ArgumentKind::count:
      option.check(CLI::Validator([&argument](std::string& text) { return checked_count(text, argument); }, "N"));
      return;
    case ArgumentKind::decimal:
      option.check(CLI::Validator(checked_decimal, "S"));
      return;
    case ArgumentKind::date:
      option.check(CLI::Validator(checked_date, "YYYY-MM-DD"));
      return;
    case ArgumentKind::choice:
      option.check(CLI::IsMember(argument.choices));
      return;
    case ArgumentKind::text:
    case ArgumentKind::flag:
      return;
  }
}

void add_argument(Parser& parser, const Argument& argument) {
  const std::string name(argument.name);
  const std::string meaning(argument.meaning);
  if (argument.kind == ArgumentKind::flag) {
    parser.app->add_flag(name, parser.flags[argument.name], meaning);
    return;
  }
  std::string& text = parser.texts[argument.name];
  text = argument.standard;
  CLI::Option* option = parser.app->add_option(name, text, meaning);
  if (!argument.standard.empty()) option->capture_default_str();
  if (!argument.value.empty()) option->type_name(std::string(argument.value));
  option->required(argument.required);
  option->check(CLI::Validator([](std::string& given) { return std::string(given.empty() ? "is empty" : ""); }, ""));
  check_values(*option, argument);
}

// Adds the subcommand that a name ends in, inside the groups before it ("import frepple" is "frepple" in "import").
class Subcommands {
 public:
  explicit Subcommands(CLI::App& root) : root_(root) {}

  CLI::App* add(std::string_view name, std::string_view summary) {
    const std::size_t space = name.find(' ');
    if (space == std::string_view::npos) return root_.add_subcommand(std::string(name), std::string(summary));
    return group(std::string(name.substr(0, space)))
        .add_subcommand(std::string(name.substr(space + 1)), std::string(summary));
  }

 private:
  CLI::App& group(const std::string& name) {
    CLI::App*& found = groups_[name];
    if (found == nullptr) {
      found = root_.add_subcommand(name, "Several ways to " + name + "; see kilter " + name + " --help");
      found->require_subcommand(1);
    }
    return *found;
  }

  CLI::App& root_;
  std::map<std::string, CLI::App*> groups_;
};

std::vector<std::unique_ptr<Parser>> build(CLI::App& root) {
  std::vector<std::unique_ptr<Parser>> parsers;
  Subcommands subcommands(root);
  for (const Command& command : commands()) {
    auto parser = std::make_unique<Parser>();
    parser->command = &command;
    parser->app = subcommands.add(command.name, command.summary);
    parser->app->footer("Example:\n  kilter " + std::string(command.example));
    for (const Argument& argument : command.arguments) add_argument(*parser, argument);
    parsers.push_back(std::move(parser));
  }
  return parsers;
}

Invocation invocation_of(const Parser& parser) {
  Invocation invocation;
  for (const auto& [name, text] : parser.texts) {
    if (!text.empty()) invocation.set(name, text);
  }
  for (const auto& [name, given] : parser.flags) {
    if (given) invocation.set(name, "yes");
  }
  return invocation;
}

bool wants_json(const std::vector<std::string>& arguments) {
  return std::find(arguments.begin(), arguments.end(), "--json") != arguments.end();
}

// Help, version and mistakes are exceptions in CLI11; they end here.
ExitCode answer(const CLI::App& root, const CLI::ParseError& error, bool json, Console& console) {
  if (json && error.get_exit_code() != 0) {
    Complaint(json, console).say({{.code = "usage", .message = error.what(), .way_out = "See kilter --help."}});
    return ExitCode::usage;
  }
  const int code = root.exit(error, console.out, console.err);
  return code == 0 ? ExitCode::ok : ExitCode::usage;
}

// Whether the first word is no command; then says so, with the commands it may have been meant for.
bool is_unknown_command(const CLI::App& root, const std::vector<std::string>& arguments, Console& console) {
  if (arguments.empty() || arguments.front().empty() || arguments.front().front() == '-') return false;
  model::NearNames near(arguments.front());
  for (const CLI::App* command : root.get_subcommands([](const CLI::App*) { return true; })) {
    if (command->get_name() == arguments.front()) return false;
    near.consider(command->get_name());
  }
  const std::string message = "There is no command \"" + model::Report::shortened(arguments.front()) + "\".";
  const std::string way_out = near.sentence() + (near.sentence().empty() ? "" : " ") + "See kilter --help.";
  if (wants_json(arguments)) {
    Complaint(true, console).say({{.code = "usage", .message = message, .way_out = way_out}});
  } else {
    console.err << message << " " << way_out << "\n";
  }
  return true;
}

}  // namespace

namespace {

ExitCode run_command(const std::vector<std::string>& arguments, Console& console) {
  CLI::App root("Kilter plans a factory: what to make, buy and do, when, by whom, at what cost, and why.", "kilter");
  root.set_version_flag("--version", std::string(kVersion));
  root.require_subcommand(1);
  root.footer(exit_code_help());
  const std::vector<std::unique_ptr<Parser>> parsers = build(root);
  if (!arguments.empty() && arguments.front() == "help") {
    console.out << root.help();
    return ExitCode::ok;
  }
  if (arguments.empty()) {
    console.err << root.help();
    return ExitCode::usage;
  }
  if (is_unknown_command(root, arguments, console)) return ExitCode::usage;
  try {
    root.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::ParseError& error) {
    return answer(root, error, wants_json(arguments), console);
  }
  for (const auto& parser : parsers) {
    if (parser->app->parsed()) return parser->command->run(invocation_of(*parser), console);
  }
  return ExitCode::usage;
}

}  // namespace

ExitCode run(const std::vector<std::string>& arguments, Console& console) {
  const ExitCode code = run_command(arguments, console);
  console.out.flush();
  if (console.out.good()) return code;
  console.err << "error: the answer could not be written to standard output [cannot-write]\n";
  return ExitCode::cannot_write;
}

}  // namespace kilter::cli
