#include "scenarios/scenario.hpp"

#include <algorithm>
#include <sstream>

#include "codec/plant/plant_text.hpp"
#include "codec/plant/read.hpp"

namespace kilter::scenarios {
namespace {

constexpr std::string_view kFacts = "facts";

std::vector<std::string> lines_that_say_something(std::string_view bytes) {
  std::vector<std::string> lines;
  std::istringstream in{std::string(bytes)};
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && line[0] != '#') lines.push_back(line);
  }
  return lines;
}

}  // namespace

Scenario read_scenario(std::string name, std::string text) {
  Scenario scenario{.name = std::move(name), .text = std::move(text), .facts = {}};
  for (const auto& section : codec::plant::split_text(scenario.text)) {
    if (section.name == kFacts) scenario.facts = lines_that_say_something(section.bytes);
  }
  return scenario;
}

base::Result<model::Plant> Scenario::plant() const {
  auto files = codec::plant::split_text(text);
  std::erase_if(files, [](const auto& file) { return file.name == kFacts; });
  return codec::plant::read(files);
}

}  // namespace kilter::scenarios
