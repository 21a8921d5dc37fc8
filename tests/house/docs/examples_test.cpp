#include "house/docs/examples.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

#include "house/command.hpp"

namespace kilter::house {
namespace {

namespace fs = std::filesystem;

SourceFile console(const std::string& content) { return {"a.md", "text\n\n```console\n" + content + "```\n"}; }

Findings run(const std::string& content) {
  const TemporaryFolder folder;
  return run_examples(console(content), folder.path());
}

TEST(DocExamples, OutputAsWrittenPasses) {
  EXPECT_EQ(as_text(run("$ echo one; echo two\none\ntwo\n\n$ true\n")), "");
  EXPECT_EQ(as_text(run("$ echo a \\\n  b\na b\n")), "");
}

TEST(DocExamples, OtherOutputFailsWithTheLineOfTheCommand) {
  const Findings findings = run("$ true\n$ echo two\none\n");
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0], "a.md:5: `echo two` ended with 0 and printed\ntwo\n");
}

TEST(DocExamples, MissingOrFurtherOutputFails) {
  EXPECT_EQ(run("$ echo one; echo two\none\n").size(), 1U);
  EXPECT_EQ(run("$ echo one\none\ntwo\n").size(), 1U);
}

TEST(DocExamples, ExitCodesCount) {
  EXPECT_EQ(run("$ false\n").size(), 1U);
  EXPECT_EQ(as_text(run("$ echo no; exit 2\nno\n(exit code 2)\n")), "");
  EXPECT_EQ(run("$ true\n(exit code 2)\n").size(), 1U);
}

TEST(DocExamples, DotsStandForAnything) {
  EXPECT_TRUE(matches({"took ... s, ... left"}, "took 0.31 s, 2 left\n"));
  EXPECT_FALSE(matches({"took ... s"}, "took 0.31 ms\n"));
  EXPECT_TRUE(matches({"first", "...", "last"}, "first\nx\ny\nlast\n"));
  EXPECT_TRUE(matches({"first", "..."}, "first\n"));
  EXPECT_FALSE(matches({"first", "...", "last"}, "first\nx\n"));
}

TEST(DocExamples, OtherBlocksAreNotRun) {
  const TemporaryFolder folder;
  EXPECT_TRUE(run_examples({"a.md", "```sh\n$ false\n```\n"}, folder.path()).empty());
}

// The guard itself: each document gets a folder that looks like the repository's root after the build.
TEST(DocExamples, EveryExampleOfTheDocumentsRuns) {
  const auto documents = read_tree(KILTER_SOURCE_DIR, {"README.md", "CONTRIBUTING.md", "docs", "examples"}, {".md"});
  const std::string path = fs::path(KILTER_BINARY).parent_path().string() + ":" + std::getenv("PATH");
  ASSERT_EQ(setenv("PATH", path.c_str(), 1), 0);
  std::size_t examples = 0;
  Findings findings;
  for (const SourceFile& document : documents) {
    const std::size_t count = examples_of(read_markdown(document.text)).size();
    if (count == 0) continue;
    examples += count;
    const TemporaryFolder folder;
    fs::create_directory(folder.path() / "build");
    fs::create_symlink(KILTER_BINARY, folder.path() / "build" / "kilter");
    fs::copy(fs::path(KILTER_SOURCE_DIR) / "examples", folder.path() / "examples", fs::copy_options::recursive);
    const Findings of_document = run_examples(document, folder.path());
    findings.insert(findings.end(), of_document.begin(), of_document.end());
  }
  EXPECT_GT(examples, 3U) << "the documents show no examples";
  EXPECT_TRUE(findings.empty()) << as_text(findings);
}

}  // namespace
}  // namespace kilter::house
