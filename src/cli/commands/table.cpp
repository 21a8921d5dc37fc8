#include "cli/command.hpp"
#include "cli/commands/commands.hpp"

namespace kilter::cli {
namespace {

const Argument kPlant{.name = "PLANT", .kind = ArgumentKind::folder, .meaning = "plant folder", .required = true};
const Argument kJson{.name = "--json", .kind = ArgumentKind::flag, .meaning = "answer as one JSON object"};

Command check_command() {
  return {.name = "check",
          .summary = "Name every fault of a plant folder at once",
          .details = "The data doctor: errors, warnings and assumptions by file, row and column, each with the value and the way out.",
          .arguments = {kPlant, kJson},
          .example = "check examples/veloria",
          .run = run_check};
}

std::vector<Argument> search_arguments() {
  return {
      {.name = "--seconds", .value = "S", .kind = ArgumentKind::decimal, .meaning = "wall time given to the search after construction; 0 = construction only", .standard = "1"},
      {.name = "--steps", .value = "N", .kind = ArgumentKind::count, .meaning = "search this many steps instead of a time, for the same plan every time; 0 = by time", .standard = "0"},
      {.name = "--threads", .value = "N", .kind = ArgumentKind::count, .meaning = "threads of the search", .standard = "1"},
      {.name = "--seed", .value = "N", .kind = ArgumentKind::count, .meaning = "seed of the search", .standard = "1"},
  };
}

Command plan_command() {
  std::vector<Argument> arguments{kPlant, {.name = "--out", .value = "DIR", .kind = ArgumentKind::text, .meaning = "folder to write the plan to; without it nothing is written"}};
  for (const Argument& argument : search_arguments()) arguments.push_back(argument);
  arguments.push_back(kJson);
  arguments.push_back({.name = "--no-report", .kind = ArgumentKind::flag, .meaning = "write tables only, neither report.html nor plan.xlsx"});
  return {.name = "plan",
          .summary = "Make a plan, check it, and write it",
          .details = "What to make and buy, when, on which machine, by whom, at what cost, and why what is late is late. The independent checker "
                     "always runs; a plan that fails is not written. The first Ctrl-C keeps the best plan so far, the second stops at once.",
          .arguments = arguments,
          .example = "plan examples/veloria --out /tmp/veloria-plan",
          .run = run_plan};
}

Command verify_command() {
  return {.name = "verify",
          .summary = "Check a written plan against its plant",
          .details = "Reads the folder, compares every derived cell, and recomputes the whole plan the slow and obvious way. Names each violation.",
          .arguments = {kPlant, {.name = "PLAN", .kind = ArgumentKind::folder, .meaning = "folder that kilter plan wrote", .required = true}, kJson},
          .example = "verify examples/veloria /tmp/veloria-plan",
          .run = run_verify};
}

Command export_command() {
  return {.name = "export",
          .summary = "Write a plant as a plant folder that reads back to the same plant",
          .details = {},
          .arguments = {kPlant, {.name = "DIR", .kind = ArgumentKind::text, .meaning = "folder to write", .required = true}},
          .example = "export examples/veloria /tmp/veloria-copy",
          .run = run_export};
}

Command reference_command() {
  return {.name = "reference",
          .summary = "Print this reference of all commands",
          .details = {},
          .arguments = {},
          .example = "reference",
          .run = run_reference};
}

}  // namespace

const std::vector<Command>& commands() {
  static const std::vector<Command> table{check_command(), plan_command(), verify_command(), export_command(), reference_command()};
  return table;
}

}  // namespace kilter::cli
