#include "cli/run.hpp"

#include <CLI/CLI.hpp>
#include <map>
#include <memory>
#include <optional>
#include <sstream>

#include "cli/command.hpp"
#include "cli/reference.hpp"
#include "cli/version.hpp"

namespace kilter::cli {
namespace {

// One command in CLI11 with the texts that it fills.
struct Parser {
  const Command* command = nullptr;
  CLI::App* app = nullptr;
  std::map<std::string_view, std::string> texts;
  std::map<std::string_view, bool> flags;
};

std::string checked_date(const std::string& text) {
  const bool shape = text.size() == 10 && text[4] == '-' && text[7] == '-';
  if (shape && text.find_first_not_of("0123456789-") == std::string::npos) return {};
  return "'" + text + "' is not a date; write YYYY-MM-DD";
}

void check_values(CLI::Option& option, const Argument& argument) {
  switch (argument.kind) {
    case ArgumentKind::folder:
      option.check(CLI::ExistingDirectory);
      return;
    case ArgumentKind::count:
      option.check(CLI::TypeValidator<std::uint64_t>("whole number"));
      return;
    case ArgumentKind::decimal:
      option.check(CLI::NonNegativeNumber);
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

// Help, version and mistakes are exceptions in CLI11; they end here.
ExitCode answer(const CLI::App& root, const CLI::ParseError& error, Console& console) {
  const int code = root.exit(error, console.out, console.err);
  return code == 0 ? ExitCode::ok : ExitCode::usage;
}

}  // namespace

ExitCode run(const std::vector<std::string>& arguments, Console& console) {
  CLI::App root("Kilter plans a factory: what to make, buy and do, when, by whom, at what cost, and why.", "kilter");
  root.set_version_flag("--version", std::string(kVersion));
  root.require_subcommand(1);
  root.footer(exit_code_help());
  const std::vector<std::unique_ptr<Parser>> parsers = build(root);
  try {
    root.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::ParseError& error) {
    return answer(root, error, console);
  }
  for (const auto& parser : parsers) {
    if (parser->app->parsed()) return parser->command->run(invocation_of(*parser), console);
  }
  return ExitCode::usage;
}

}  // namespace kilter::cli
