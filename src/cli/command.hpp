// The command line as a table: every command with its arguments, an example and what runs it. The parser, --help and
// docs/commands.md all come from `commands()`; a new command is a new row.
#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "cli/exit_code.hpp"
#include "cli/terminal/console.hpp"

namespace kilter::cli {

// folder: an existing folder; path: an existing folder or file; text: anything; date: YYYY-MM-DD; choice: one of
// `choices`.
enum class ArgumentKind : std::uint8_t { folder, path, text, flag, count, decimal, date, choice };

// One positional ("PLANT") or option ("--out"); options whose default is empty and which are not required may be left
// out.
struct Argument {
  std::string_view name;   // "PLANT" or "--out"
  std::string_view value;  // what stands for the value in help, e.g. "DIR"; empty for flags and positionals
  ArgumentKind kind = ArgumentKind::text;
  std::string_view meaning;
  bool required = false;
  std::string_view standard = {};  // default
  std::vector<std::string> choices = {};
  std::uint64_t least = 0;  // of a count
  std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
};

// The values of one call, checked against the table: every argument with a value or default is there.
class Invocation {
 public:
  void set(std::string_view name, std::string value) { values_.insert_or_assign(std::string(name), std::move(value)); }
  [[nodiscard]] bool has(std::string_view name) const { return values_.find(name) != values_.end(); }
  // Empty when it was not given and has no default.
  [[nodiscard]] const std::string& text(std::string_view name) const;
  [[nodiscard]] std::uint64_t count(std::string_view name) const;
  [[nodiscard]] double decimal(std::string_view name) const;
  [[nodiscard]] bool flag(std::string_view name) const { return has(name); }

 private:
  std::map<std::string, std::string, std::less<>> values_;
};

struct Command {
  std::string_view name;     // one word, or two: "import frepple"
  std::string_view summary;  // one line
  std::string_view details;  // a paragraph or none
  std::vector<Argument> arguments;
  std::string_view example;  // what follows "kilter "
  ExitCode (*run)(const Invocation&, Console&);
};

const std::vector<Command>& commands();

}  // namespace kilter::cli
