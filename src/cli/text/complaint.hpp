// How a command says what is wrong: lines for people on standard error, or, with --json, one object on standard output
// in the shape of what `kilter check --json` lists.
//
//   {"issues": [{"severity": "error", "code": "unknown-item", "file": "boms.csv", "row": 7, ...}]}
#pragma once

#include <string_view>
#include <vector>

#include "base/issue.hpp"
#include "check/verify.hpp"
#include "cli/command.hpp"
#include "cli/terminal/console.hpp"
#include "codec/json/writer.hpp"

namespace kilter::cli {

// What the checker found in a plan of our own making, as errors whose code is the rule.
base::Issues issues_of(const std::vector<check::Violation>& violations);

// Adds "issues" to the object that `json` is in.
void issues_member(const base::Issues& issues, codec::JsonWriter& json);

class Complaint {
 public:
  Complaint(const Invocation& call, Console& console) : json_(call.flag("--json")), console_(console) {}
  // For a command line that was not understood.
  Complaint(bool json, Console& console) : json_(json), console_(console) {}

  // Says all issues, by place; `closing` is a last line for people. Once per run: the object is the whole answer.
  void say(base::Issues issues, std::string_view closing = {}) const;

 private:
  bool json_;
  Console& console_;
};

}  // namespace kilter::cli
