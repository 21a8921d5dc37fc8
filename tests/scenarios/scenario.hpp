// A scenario: one text that a planner can read, with a story, the tables of a plant, and facts that must hold for its
// plan. See README.md beside it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "model/plant.hpp"

namespace kilter::scenarios {

struct Scenario {
  std::string name;  // of the file
  std::string text;  // tables are views into it
  std::vector<std::string> facts;

  [[nodiscard]] base::Result<model::Plant> plant() const;
};

// `text` as in the files: prose, tables as `== items.csv ==`, and last `== facts ==` with one fact per line; empty
// lines and lines that begin with `#` are passed over there.
Scenario read_scenario(std::string name, std::string text);

}  // namespace kilter::scenarios
