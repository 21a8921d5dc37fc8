#include "cli/reference.hpp"

#include <fmt/format.h>

#include "cli/command.hpp"

namespace kilter::cli {
namespace {

std::string shown(const Argument& argument) {
  std::string text(argument.name);
  if (!argument.value.empty()) text += fmt::format(" {}", argument.value);
  return text;
}

std::string usage(const Command& command) {
  std::string line = fmt::format("kilter {}", command.name);
  for (const Argument& argument : command.arguments) {
    line += argument.required ? fmt::format(" {}", shown(argument)) : fmt::format(" [{}]", shown(argument));
  }
  return line;
}

std::string row_of(const Argument& argument) {
  std::string meaning(argument.meaning);
  for (std::size_t i = 0; i < argument.choices.size(); ++i) {
    meaning += fmt::format("{}`{}`", i == 0 ? ": " : ", ", argument.choices[i]);
  }
  if (!argument.standard.empty()) meaning += fmt::format(" (default {})", argument.standard);
  return fmt::format("| `{}` | {} |\n", shown(argument), meaning);
}

std::string section(const Command& command) {
  std::string text = fmt::format("## kilter {}\n\n{}.", command.name, command.summary);
  if (!command.details.empty()) text += fmt::format(" {}", command.details);
  text += fmt::format("\n\n```\n{}\n```\n\n| argument | meaning |\n|---|---|\n", usage(command));
  for (const Argument& argument : command.arguments) text += row_of(argument);
  return text + fmt::format("\nExample: `kilter {}`\n\n", command.example);
}

}  // namespace

std::string exit_code_help() {
  std::string text = "Exit codes:";
  for (const ExitCodeMeaning& row : kExitCodes) {
    text += fmt::format("\n  {:>3}  {}", static_cast<int>(row.code), row.meaning);
  }
  return text;
}

std::string command_reference() {
  std::string text =
      "# Commands\n\n"
      "Made from the table of commands; a test compares it, and `kilter reference > docs/commands.md` writes it anew.\n"
      "Answers go to standard output, progress and complaints to standard error. `kilter --version` names the "
      "version,\n"
      "`--help` after any command explains it.\n\n"
      "With `--json` the answer is always one JSON object on standard output. When the command fails, with the same "
      "exit\n"
      "code as without, its `issues` list what is wrong, each with `severity`, `code`, `file`, `row`, `column`, "
      "`value`,\n"
      "`message` and `way_out`; row 0 and empty texts where there is nothing to name.\n\n"
      "## Exit codes\n\n| code | meaning |\n|---|---|\n";
  for (const ExitCodeMeaning& row : kExitCodes) {
    text += fmt::format("| {} | {} |\n", static_cast<int>(row.code), row.meaning);
  }
  text += "\n";
  for (const Command& command : commands()) text += section(command);
  text.pop_back();
  return text;
}

}  // namespace kilter::cli
