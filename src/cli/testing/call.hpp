// The command line called from tests, with what it answers.
//
//   const Answer answer = call({"verify", plant, plan});
//   EXPECT_EQ(answer.code, ExitCode::ok) << answer.err;
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "cli/exit_code.hpp"
#include "cli/run.hpp"

namespace kilter::cli {

struct Answer {
  ExitCode code = ExitCode::ok;
  std::string out;
  std::string err;
  [[nodiscard]] bool says(const std::string& text) const { return (out + err).find(text) != std::string::npos; }
};

inline Answer call(const std::vector<std::string>& arguments) {
  std::ostringstream out;
  std::ostringstream err;
  Console console{.out = out, .err = err};
  const ExitCode code = run(arguments, console);
  return {code, out.str(), err.str()};
}

}  // namespace kilter::cli
