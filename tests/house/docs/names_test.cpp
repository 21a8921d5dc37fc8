#include "house/docs/names.hpp"

#include <gtest/gtest.h>

namespace kilter::house {
namespace {

const std::vector<SourceFile> kFiles = {{"Makefile", "run: ## x\n\t@echo no: target\nasan tsan: ## y\n"},
                                        {"src/plan/plan.hpp", "struct Plan { int late; };"},
                                        {"docs/commands.md", "```\nkilter plan PLANT [--out DIR]\n```\n"},
                                        {"docs/a.md", ""}};

Findings check(const std::string& text) {
  const KnownNames known = collect_names(kFiles, {"plan"});
  return check_names({{"docs/a.md", text}, {"docs/b.md", "# Two words\n"}}, known);
}

TEST(DocNames, WhatExistsPasses) {
  EXPECT_EQ(as_text(check("`src/plan/plan.hpp` `src/plan/` `src/*/plan.hpp` `make tsan` `Plan::late`\n")), "");
  EXPECT_EQ(as_text(check("[a](a.md) [up](../Makefile) [web](https://x.org) `plan::Plan`\n")), "");
}

TEST(DocNames, WhatDoesNotExistIsNamed) {
  const Findings findings = check("text\n`src/plan/gone.hpp`\n");
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0], "docs/a.md:2: `src/plan/gone.hpp` does not exist");
  EXPECT_EQ(check("`src/*/gone.hpp`").size(), 1U);
  EXPECT_EQ(check("`make coffee`").size(), 1U);
  EXPECT_EQ(check("`make target`").size(), 1U);
  EXPECT_EQ(check("`plan::Gone`").size(), 1U);
  EXPECT_EQ(check("[a](gone.md)").size(), 1U);
}

TEST(DocNames, CommandsAndTheirOptionsMustBeInTheReference) {
  EXPECT_EQ(as_text(check("`kilter plan examples/x --out y`, `kilter plan --help`\n")), "");
  EXPECT_EQ(check("`kilter guess x`").size(), 1U);
  EXPECT_EQ(check("`kilter plan x --fast`").size(), 1U);
}

TEST(DocNames, AnchorsMustBeHeadings) {
  const KnownNames known = collect_names({{"docs/a.md", ""}, {"docs/b.md", ""}}, {});
  const SourceFile b = {"docs/b.md", "# Two words\n"};
  EXPECT_TRUE(check_names({{"docs/a.md", "[x](b.md#two-words)"}, b}, known).empty());
  EXPECT_EQ(check_names({{"docs/a.md", "[x](b.md#three)"}, b}, known).size(), 1U);
}

TEST(DocNames, FencedBlocksAndForeignNamesAreFree) {
  EXPECT_TRUE(check("```text\n`src/plan/gone.hpp`\n```\n`std::gone` `../shared/x` `a/b`\n").empty());
}

// The guard itself.
TEST(DocNames, EveryNameInTheDocumentsExists) {
  const std::vector<std::string> folders = {"src",          "apps",           "bench",
                                            "tests",        "docs",           "examples",
                                            "cmake",        "tools",          "Makefile",
                                            "LICENSE",      "README.md",      "CONTRIBUTING.md",
                                            "CHANGELOG.md", "CMakeLists.txt", "CMakePresets.json",
                                            ".ci",          ".clang-format",  ".clang-tidy"};
  const auto files = read_tree(KILTER_SOURCE_DIR, folders, {""});
  std::set<std::string> layers;
  for (const SourceFile& file : files) {
    if (file.path.starts_with("src/")) layers.insert(file.path.substr(4, file.path.find('/', 4) - 4));
  }
  const KnownNames known = collect_names(files, {layers.begin(), layers.end()});
  ASSERT_GT(known.make_targets.size(), 3U);
  std::vector<SourceFile> documents;
  for (const SourceFile& file : files) {
    if (file.path.ends_with(".md") && !file.path.starts_with("tests/")) documents.push_back(file);
  }
  ASSERT_GT(documents.size(), 5U);
  const Findings findings = check_names(documents, known);
  EXPECT_TRUE(findings.empty()) << as_text(findings);
}

}  // namespace
}  // namespace kilter::house
