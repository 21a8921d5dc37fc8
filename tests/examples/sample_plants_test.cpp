// The small sample plants: hello-plant has no fault, and of faulty-plant the doctor finds exactly what its README
// lists.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "codec/plant/read.hpp"

namespace kilter {
namespace {

namespace fs = std::filesystem;

const fs::path kExamples = fs::path(KILTER_SOURCE_DIR) / "examples";

std::string bytes_of(const fs::path& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

// Errors and warnings of a folder; its tables only, not the folders in it.
base::Issues faults(const fs::path& folder) {
  std::vector<std::pair<std::string, std::string>> contents;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.is_regular_file()) contents.emplace_back(entry.path().filename().string(), bytes_of(entry.path()));
  }
  std::sort(contents.begin(), contents.end());
  std::vector<codec::plant::SourceFile> files;
  for (const auto& [name, bytes] : contents) files.push_back({name, bytes});
  const auto plant = codec::plant::read(files);
  base::Issues issues = plant.ok() ? plant.value().notes : plant.error();
  std::erase_if(issues, [](const base::Issue& issue) { return issue.severity == base::Severity::assumption; });
  return issues;
}

// "error no-source | items.csv:10 | id"
using Lines = std::multiset<std::string>;

Lines found_in(const std::string& folder) {
  Lines lines;
  for (const base::Issue& issue : faults(kExamples / "faulty-plant" / folder)) {
    std::string line = issue.severity == base::Severity::error ? "error " : "warning ";
    line += issue.code + " | " + (folder.empty() ? "" : folder + "/") + issue.where.file;
    if (issue.where.row > 0) line += ":" + std::to_string(issue.where.row);
    lines.insert(line + " | " + issue.where.column);
  }
  return lines;
}

Lines listed() {
  static const std::regex kRow(R"(^\| (error|warning) `([a-z-]+)` \| (\S+) \| (\S*) ?\| .*$)");
  Lines lines;
  std::istringstream readme(bytes_of(kExamples / "faulty-plant/README.md"));
  for (std::string line; std::getline(readme, line);) {
    std::smatch row;
    if (std::regex_match(line, row, kRow))
      lines.insert(row[1].str() + " " + row[2].str() + " | " + row[3].str() + " | " + row[4].str());
  }
  return lines;
}

std::string missing(const Lines& wanted, const Lines& there) {
  std::string text;
  std::vector<std::string> rest;
  std::set_difference(wanted.begin(), wanted.end(), there.begin(), there.end(), std::back_inserter(rest));
  for (const std::string& line : rest) text += line + "\n";
  return text;
}

TEST(SamplePlants, TheDoctorFindsEveryPlantedFaultAndNothingElse) {
  Lines found;
  for (const char* folder : {"", "unreadable", "backwards", "too-far"}) found.merge(found_in(folder));
  const Lines planted = listed();
  EXPECT_GT(planted.size(), 100U) << "the tables of the README are not read as tables";
  EXPECT_EQ(missing(planted, found), "") << "planted, but not found";
  EXPECT_EQ(missing(found, planted), "") << "found, but not listed in the README";
}

TEST(SamplePlants, HelloPlantHasNoFault) { EXPECT_TRUE(faults(kExamples / "hello-plant").empty()); }

}  // namespace
}  // namespace kilter
