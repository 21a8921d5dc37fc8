#include "house/layers.hpp"

#include <gtest/gtest.h>

namespace kilter::house {
namespace {

constexpr const char* kTable =
    "# comment\n"
    "base:\n"
    "time: base\n"
    "model: time\n"
    "schedule: time\n";

Findings check(const std::vector<SourceFile>& files) {
  Findings findings;
  const LayerTable table = read_layers(kTable, findings);
  EXPECT_EQ(as_text(findings), "");
  return check_layers(table, files);
}

TEST(Layers, WhatStandsBelowMayBeIncludedThroughOthers) {
  EXPECT_EQ(as_text(check({{"src/base/a.hpp", ""}, {"src/model/b.hpp", "#include <map>\n#include \"base/a.hpp\"\n"}})),
            "");
}

TEST(Layers, UpwardIncludeIsNamedWithFileAndLine) {
  const Findings findings = check({{"src/base/a.hpp", "\n#include \"model/b.hpp\"\n"}, {"src/model/b.hpp", ""}});
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0], "src/base/a.hpp:2: layer `base` must not include `model/b.hpp`");
}

TEST(Layers, SiblingsDoNotIncludeEachOther) {
  EXPECT_EQ(check({{"src/model/b.hpp", "#include \"schedule/c.hpp\"\n"}, {"src/schedule/c.hpp", ""}}).size(), 1U);
}

TEST(Layers, UnknownLayerAndMissingFileAreFindings) {
  EXPECT_EQ(check({{"src/attic/a.hpp", ""}}).size(), 1U);
  EXPECT_EQ(check({{"src/time/a.hpp", "#include \"base/gone.hpp\"\n"}}).size(), 1U);
}

TEST(Layers, OnlyTestsUseTheSupportOfTests) {
  EXPECT_TRUE(check({{"src/time/a_test.cpp", "#include \"support/plants.hpp\"\n"}}).empty());
  EXPECT_EQ(check({{"src/time/a.cpp", "#include \"support/plants.hpp\"\n"}}).size(), 1U);
}

TEST(Layers, OwnHeaderComesFirst) {
  const SourceFile header = {"src/time/a.hpp", ""};
  EXPECT_TRUE(check({header, {"src/time/a.cpp", "#include \"time/a.hpp\"\n\n#include <map>\n"}}).empty());
  EXPECT_EQ(check({header, {"src/time/a.cpp", "#include <map>\n#include \"time/a.hpp\"\n"}}).size(), 1U);
  EXPECT_EQ(check({header, {"src/time/a.cpp", "#include <map>\n"}}).size(), 1U);
}

TEST(Layers, TableNamesLayersInOrder) {
  Findings findings;
  read_layers("time: base\nbase:\nbase:\n", findings);
  EXPECT_EQ(findings.size(), 2U);
}

// The guard itself.
TEST(Layers, TheTreeKeepsTheOrder) {
  Findings findings;
  const auto texts = read_tree(KILTER_SOURCE_DIR, {"tests/house/layers.txt"}, {".txt"});
  ASSERT_EQ(texts.size(), 1U);
  const LayerTable table = read_layers(texts[0].text, findings);
  const auto files = read_tree(KILTER_SOURCE_DIR, {"src", "apps"}, {".hpp", ".cpp"});
  ASSERT_GT(files.size(), 20U);
  const Findings in_tree = check_layers(table, files);
  findings.insert(findings.end(), in_tree.begin(), in_tree.end());
  EXPECT_TRUE(findings.empty()) << as_text(findings);
}

}  // namespace
}  // namespace kilter::house
