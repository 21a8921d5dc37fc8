#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "codec/benchmark/format.hpp"
#include "service/access/roles.hpp"

namespace kilter::cli {
namespace {

const Argument kPlant{.name = "PLANT", .kind = ArgumentKind::folder, .meaning = "plant folder", .required = true};
const Argument kForce{.name = "--force",
                      .kind = ArgumentKind::flag,
                      .meaning = "replace another plant or a plan that stands in the folder"};
const Argument kJson{
    .name = "--json", .kind = ArgumentKind::flag, .meaning = "answer as one JSON object, also when something is wrong"};

Command check_command() {
  return {.name = "check",
          .summary = "Name every fault of a plant folder at once",
          .details =
              "The data doctor: errors, warnings and assumptions by file, row and column, each with the value and the "
              "way out. Assumptions take one line each unless --verbose.",
          .arguments = {kPlant,
                        kJson,
                        {.name = "--verbose",
                         .kind = ArgumentKind::flag,
                         .meaning = "value and way out of assumptions, too"}},
          .example = "check examples/veloria",
          .run = run_check};
}

std::vector<Argument> search_arguments() {
  return {
      {.name = "--seconds",
       .value = "S",
       .kind = ArgumentKind::decimal,
       .meaning = "wall time given to the search after construction; 0 = construction only",
       .standard = "1"},
      {.name = "--steps",
       .value = "N",
       .kind = ArgumentKind::count,
       .meaning = "search this many steps instead of a time, for the same plan every time; 0 = by time",
       .standard = "0"},
      {.name = "--threads",
       .value = "N",
       .kind = ArgumentKind::count,
       .meaning = "threads of the search, 1 to 1024",
       .standard = "1",
       .least = 1,
       .most = 1024},
      {.name = "--seed", .value = "N", .kind = ArgumentKind::count, .meaning = "seed of the search", .standard = "1"},
  };
}

Command plan_command() {
  std::vector<Argument> arguments{
      kPlant,
      {.name = "--out",
       .value = "DIR",
       .kind = ArgumentKind::text,
       .meaning = "folder to write the plan to, none that holds a plant; without it nothing is written"}};
  for (const Argument& argument : search_arguments()) arguments.push_back(argument);
  arguments.push_back(kJson);
  arguments.push_back({.name = "--no-report",
                       .kind = ArgumentKind::flag,
                       .meaning = "write tables only, neither report.html nor plan.xlsx"});
  return {.name = "plan",
          .summary = "Make a plan, check it, and write it",
          .details =
              "What to make and buy, when, on which machine, by whom, at what cost, and why what is late is late. The "
              "independent checker "
              "always runs; a plan that fails is not written. The first Ctrl-C keeps the best plan so far, the second "
              "stops at once.",
          .arguments = arguments,
          .example = "plan examples/veloria --out /tmp/veloria-plan",
          .run = run_plan};
}

Argument format_argument() {
  return {.name = "--format",
          .value = "F",
          .kind = ArgumentKind::choice,
          .meaning = "format of a benchmark instance where content and name do not tell it",
          .choices = codec::benchmark::format_words()};
}

Command solve_command() {
  return {
      .name = "solve",
      .summary = "Solve a public benchmark instance of scheduling",
      .details =
          "Prints the objective, a proved lower bound, the gap between them and when the best was found. The solution "
          "is a table: job, operation, machine, start, end; or activity, mode, start, end, and resources where workers "
          "are chosen; or period, item, and quantity where any is allowed; in the numbers of the file; machines, jobs "
          "and operations count from 0 unless "
          "the file numbers them. The first Ctrl-C returns the best so far, the second stops at once.",
      .arguments = {{.name = "FILE",
                     .kind = ArgumentKind::path,
                     .meaning = "instance, in one of the formats of --format",
                     .required = true},
                    format_argument(),
                    {.name = "--objective",
                     .value = "O",
                     .kind = ArgumentKind::choice,
                     .meaning = "what is minimised; tardiness, total and weighted, where the file has due dates, and "
                                "makespan elsewhere unless named",
                     .choices = {"makespan", "tardiness"}},
                    {.name = "--seconds",
                     .value = "S",
                     .kind = ArgumentKind::decimal,
                     .meaning = "wall time, after reading; the first solution is always finished",
                     .standard = "1"},
                    {.name = "--epochs",
                     .value = "N",
                     .kind = ArgumentKind::count,
                     .meaning = "search this many epochs instead of a time, for the same solution every time; 0 = by "
                                "time",
                     .standard = "0"},
                    {.name = "--threads",
                     .value = "N",
                     .kind = ArgumentKind::count,
                     .meaning = "threads of the search, 1 to 1024",
                     .standard = "1",
                     .least = 1,
                     .most = 1024},
                    {.name = "--seed",
                     .value = "N",
                     .kind = ArgumentKind::count,
                     .meaning = "seed of the search",
                     .standard = "1"},
                    {.name = "--solution",
                     .value = "OUT",
                     .kind = ArgumentKind::text,
                     .meaning = "file to write the solution to"},
                    kJson},
      .example = "solve ../shared/benchmarks/jsp/abz5.txt --seconds 10 --threads 2 --solution /tmp/abz5.csv",
      .run = run_solve};
}

Command verify_command() {
  return {.name = "verify",
          .summary = "Check a written plan against its plant, or a solution against its benchmark instance",
          .details =
              "Reads the folder, compares every name and total that is written twice, and recomputes from the plant "
              "and the plan alone, the slow and obvious way: times, hours, people, tools, pegs, purchases, costs, "
              "budgets, lamps, causes of lateness, loads and messages. Names each violation. Not judged, being choices "
              "or words: why this person or offer, the sequence of ranks, which of several possible reasons an order "
              "fails for, and assumptions. Dates wanted are held to bounds where "
              "an order was planned to be late or safety stock is served, and economic lots to no upper one. Of a "
              "solution every row is checked against the instance file, and its objective is counted again.",
          .arguments = {{.name = "PLANT",
                         .kind = ArgumentKind::path,
                         .meaning = "plant folder, or a benchmark instance",
                         .required = true},
                        {.name = "PLAN",
                         .kind = ArgumentKind::path,
                         .meaning = "folder that kilter plan wrote, or the file of kilter solve --solution",
                         .required = true},
                        format_argument(),
                        kJson},
          .example = "verify examples/veloria /tmp/veloria-plan",
          .run = run_verify};
}

const Argument kSource{
    .name = "DIR", .kind = ArgumentKind::folder, .meaning = "folder with the other system's tables", .required = true};
const Argument kNewPlant{
    .name = "PLANT", .kind = ArgumentKind::text, .meaning = "plant folder to write", .required = true};

Command import_frepple_command() {
  return {
      .name = "import frepple",
      .summary = "Make a plant folder from frePPLe's CSV tables",
      .details =
          "File name = table, first line = field names. Priorities change direction: the more urgent order has the "
          "higher number "
          "here. What cannot be carried over and what is assumed is printed, and kept in import-notes.csv. A second "
          "import that differs from the first needs --force.",
      .arguments = {kSource, kNewPlant, kForce},
      .example = "import frepple ../shared/benchmarks/planning/A100 /tmp/a100",
      .run = run_import_frepple};
}

Command import_adventureworks_command() {
  return {
      .name = "import adventureworks",
      .summary = "Make a plant folder from the tables of Microsoft's sample company AdventureWorks",
      .details =
          "The sales lines of orders dated from --from to --to become the orders, the company as it stood on --today "
          "the plant. "
          "Files may be compressed (.gz). What cannot be carried over and what is assumed is printed, and kept in "
          "import-notes.csv. A second import that differs from the first needs --force.",
      .arguments =
          {kSource,
           kNewPlant,
           {.name = "--from",
            .value = "D",
            .kind = ArgumentKind::date,
            .meaning = "first order date",
            .required = true},
           {.name = "--to", .value = "D", .kind = ArgumentKind::date, .meaning = "last order date", .required = true},
           {.name = "--today",
            .value = "D",
            .kind = ArgumentKind::date,
            .meaning = "planning starts here",
            .required = true},
           {.name = "--stock",
            .value = "WHICH",
            .kind = ArgumentKind::choice,
            .meaning = "none: neither stock nor safety stock, lot for lot; snapshot: the undated inventory",
            .standard = "none",
            .choices = {"none", "snapshot"}},
           kForce},
      .example =
          "import adventureworks ../shared/data/adventureworks /tmp/bikes --from 2013-10-28 --to 2013-11-24 --today "
          "2013-10-28",
      .run = run_import_adventureworks};
}

Command explain_command() {
  return {
      .name = "explain",
      .summary = "Explain one customer order: its dates, why it is late, what serves it, what it costs",
      .details = "From a written plan with --plan, else from a plan made on the spot.",
      .arguments =
          {{.name = "ORDER", .kind = ArgumentKind::text, .meaning = "id of a firm customer order", .required = true},
           kPlant,
           {.name = "--plan", .value = "DIR", .kind = ArgumentKind::folder, .meaning = "folder that kilter plan wrote"},
           {.name = "--seconds",
            .value = "S",
            .kind = ArgumentKind::decimal,
            .meaning = "without --plan: time given to the search",
            .standard = "1"},
           kJson},
      .example = "explain SO-119 --plan /tmp/veloria-plan examples/veloria",
      .run = run_explain};
}

Command diff_command() {
  return {.name = "diff",
          .summary = "Tell what differs between two written plans",
          .details =
              "Orders whose date changed, operations moved or reassigned, purchases changed, money by part. New "
              "production orders are "
              "matched by item, customer order and turn, since their numbers do not last.",
          .arguments = {{.name = "BEFORE",
                         .kind = ArgumentKind::folder,
                         .meaning = "folder that kilter plan wrote",
                         .required = true},
                        {.name = "AFTER", .kind = ArgumentKind::folder, .meaning = "another one", .required = true},
                        kJson},
          .example = "diff /tmp/veloria-plan /tmp/veloria-plan-2",
          .run = run_diff};
}

Command export_command() {
  return {.name = "export",
          .summary = "Write a plant as a plant folder that reads back to the same plant",
          .details =
              "Cells that were left to be assumed stay empty. A folder in which a plan, another plant or a column of "
              "your own would be lost is refused, and so is the plant's own folder; --force replaces what is there.",
          .arguments = {kPlant,
                        {.name = "DIR", .kind = ArgumentKind::text, .meaning = "folder to write", .required = true},
                        kForce},
          .example = "export examples/veloria /tmp/veloria-copy",
          .run = run_export};
}

Argument database_argument() {
  return {.name = "--db",
          .value = "URL",
          .kind = ArgumentKind::text,
          .meaning = "database: a file, or postgresql://user@host/database",
          .standard = "kilter.db"};
}

Command serve_command() {
  return {
      .name = "serve",
      .summary = "Serve plants over HTTP",
      .details =
          "Prints \"listening on http://...\" once it answers, and goes on until SIGINT or SIGTERM. The contract is "
          "at /api/v1/openapi.json. Where nobody is known yet, a link for the first administrator is printed; it "
          "works once. A PLANT is taken in once; from then on the database holds it. The web interface is at /.",
      .arguments =
          {{.name = "PLANT", .kind = ArgumentKind::folder, .meaning = "plant folder to take in"},
           {.name = "--publish",
            .kind = ArgumentKind::flag,
            .meaning = "make and publish a first plan for PLANT where none is published yet"},
           database_argument(),
           {.name = "--listen",
            .value = "ADDRESS:PORT",
            .kind = ArgumentKind::text,
            .meaning = "where to listen; port 0 takes a free one",
            .standard = "127.0.0.1:8080"},
           {.name = "--certificate",
            .value = "FILE",
            .kind = ArgumentKind::path,
            .meaning = "certificate chain, PEM; with it TLS is spoken"},
           {.name = "--private-key", .value = "FILE", .kind = ArgumentKind::path, .meaning = "its private key, PEM"},
           {.name = "--behind-tls",
            .kind = ArgumentKind::flag,
            .meaning = "a proxy in front speaks TLS: cookies are marked as secure"},
           {.name = "--log",
            .kind = ArgumentKind::flag,
            .meaning = "a line of JSON per request on standard error, without personal data"}},
      .example = "serve examples/veloria --db /tmp/veloria.db --listen 127.0.0.1:0",
      .run = run_serve};
}

std::vector<std::string> role_words() {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < service::kRoleCount; ++i) words.emplace_back(word(static_cast<service::Role>(i)));
  return words;
}

Command token_create_command() {
  return {.name = "token create",
          .summary = "Make a token for the API and print it",
          .details =
              "It is shown once and kept nowhere; the database holds its digest. A server that runs knows it at once.",
          .arguments = {database_argument(),
                        {.name = "--role",
                         .value = "ROLE",
                         .kind = ArgumentKind::choice,
                         .meaning = "what it may do",
                         .required = true,
                         .choices = role_words()},
                        {.name = "--name", .value = "TEXT", .kind = ArgumentKind::text, .meaning = "what it is for"},
                        {.name = "--plants",
                         .value = "IDS",
                         .kind = ArgumentKind::text,
                         .meaning = "plants that it sees, ; between them; without it all"},
                        {.name = "--days",
                         .value = "N",
                         .kind = ArgumentKind::count,
                         .meaning = "days until it expires; 0: never",
                         .standard = "0",
                         .most = 36'500}},
          .example = "token create --db /tmp/veloria.db --role planner",
          .run = run_token_create};
}

Argument plant_id_argument() {
  return {.name = "--plant", .value = "ID", .kind = ArgumentKind::text, .meaning = "the plant", .required = true};
}

Command station_create_command() {
  return {
      .name = "station create",
      .summary = "Make a kiosk station and print the token of its device",
      .details = "The device opens http://ADDRESS/kiosk#TOKEN once. The token is shown once and kept nowhere.",
      .arguments =
          {{.name = "STATION", .kind = ArgumentKind::text, .meaning = "id of the station", .required = true},
           database_argument(),
           plant_id_argument(),
           {.name = "--name", .value = "TEXT", .kind = ArgumentKind::text, .meaning = "name shown"},
           {.name = "--work-centre", .value = "ID", .kind = ArgumentKind::text, .meaning = "area that it stands in"},
           {.name = "--work-units",
            .value = "IDS",
            .kind = ArgumentKind::text,
            .meaning = "work units that it serves, ; between them; without it all of the area"}},
      .example = "station create paint-1 --db /tmp/veloria.db --plant veloria --work-centre PAINT",
      .run = run_station_create};
}

Command badge_create_command() {
  return {.name = "badge create",
          .summary = "Let somebody of a plant's people sign in at its kiosk stations",
          .details = "The PIN is read from the first line of the standard input.",
          .arguments = {{.name = "BADGE",
                         .kind = ArgumentKind::text,
                         .meaning = "what the reader reads: letters, digits, . - _",
                         .required = true},
                        database_argument(),
                        plant_id_argument(),
                        {.name = "--person",
                         .value = "ID",
                         .kind = ArgumentKind::text,
                         .meaning = "who it is, of people.csv",
                         .required = true},
                        {.name = "--role",
                         .value = "ROLE",
                         .kind = ArgumentKind::choice,
                         .meaning = "what they may do; none that publishes plans",
                         .standard = "operator",
                         .choices = role_words()}},
          .example = "badge create 0815 --db /tmp/veloria.db --plant veloria --person DIAZ < pin",
          .run = run_badge_create};
}

Command journal_command() {
  return {
      .name = "journal",
      .summary = "Read or verify what was kept of a plant",
      .details = "Without PLANT: the plants of the database, their number of entries and the seal of the last one.",
      .arguments = {{.name = "PLANT", .kind = ArgumentKind::text, .meaning = "id of the plant"},
                    database_argument(),
                    {.name = "--after",
                     .value = "N",
                     .kind = ArgumentKind::count,
                     .meaning = "entries after this one",
                     .standard = "0"},
                    {.name = "--limit",
                     .value = "N",
                     .kind = ArgumentKind::count,
                     .meaning = "at most so many",
                     .standard = "1000"},
                    {.name = "--kind",
                     .value = "KIND",
                     .kind = ArgumentKind::text,
                     .meaning = "of this kind; with a point at its end, of those that begin so"},
                    {.name = "--author", .value = "ID", .kind = ArgumentKind::text, .meaning = "by this user or token"},
                    {.name = "--verify",
                     .kind = ArgumentKind::flag,
                     .meaning = "hold every entry to its seal and the one before it"},
                    kJson},
      .example = "journal veloria --db /tmp/veloria.db --kind operation.",
      .run = run_journal};
}

Command backup_command() {
  return {.name = "backup",
          .summary = "Write all journals of a database to a file",
          .details = "Also while a server runs. Reads back into either kind of database.",
          .arguments = {{.name = "FILE", .kind = ArgumentKind::text, .meaning = "file to write", .required = true},
                        database_argument()},
          .example = "backup /tmp/veloria.backup --db /tmp/veloria.db",
          .run = run_backup};
}

Command restore_command() {
  return {.name = "restore",
          .summary = "Bring a backup back into an empty database",
          .details = {},
          .arguments = {{.name = "FILE",
                         .kind = ArgumentKind::path,
                         .meaning = "file that kilter backup wrote",
                         .required = true},
                        database_argument()},
          .example = "restore /tmp/veloria.backup --db /tmp/restored.db",
          .run = run_restore};
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
  static const std::vector<Command> table{
      check_command(),        plan_command(),           verify_command(),
      explain_command(),      import_frepple_command(), import_adventureworks_command(),
      export_command(),       diff_command(),           solve_command(),
      serve_command(),        token_create_command(),   station_create_command(),
      badge_create_command(), journal_command(),        backup_command(),
      restore_command(),      reference_command()};
  return table;
}

}  // namespace kilter::cli
