// A plant folder rewritten is the same plant with the same gaps, and rewriting it again changes nothing.
#include "codec/plant/rewrite/rewrite.hpp"

#include <gtest/gtest.h>

#include "codec/plant/plant_text.hpp"
#include "codec/plant/read.hpp"
#include "codec/plant/write.hpp"
#include "model/draft_of.hpp"
#include "support/random_plant.hpp"

namespace kilter::codec::plant {
namespace {

constexpr const char* kPlant =
    "== plant.csv ==\n"
    "name,origin,default_penalty_per_day\n"
    "Café,2026-11-23 08:00,\n"
    "== items.csv ==\n"
    "id,cost,yield,shelf\n"
    "cake,2.50,,top\n"
    "flour,1,1,\n";

std::vector<SourceFile> sources_of(const std::vector<TargetFile>& files) {
  std::vector<SourceFile> sources;
  for (const TargetFile& file : files) sources.push_back({file.name, file.bytes});
  return sources;
}

TEST(Rewrite, AssumedCellsStayEmptyAndGivenOnesStay) {
  const auto rewritten = rewrite(split_text(kPlant));
  ASSERT_TRUE(rewritten.ok());
  EXPECT_EQ(join_text(rewritten.value().files),
            "== plant.csv ==\n"
            "name,origin\n"
            "Café,2026-11-23T08:00\n"
            "== items.csv ==\n"
            "id,cost,yield\n"
            "cake,2.5,\n"
            "flour,1,1\n");
}

TEST(Rewrite, ColumnsOfTheOwnersOwnAreNamed) {
  const auto rewritten = rewrite(split_text(kPlant));
  ASSERT_TRUE(rewritten.ok());
  ASSERT_EQ(rewritten.value().left_out.size(), 1U);
  EXPECT_EQ(rewritten.value().left_out.front().where.file, "items.csv");
  EXPECT_EQ(rewritten.value().left_out.front().where.column, "shelf");
}

TEST(Rewrite, APlantWithFaultsIsRefused) {
  EXPECT_FALSE(rewrite(split_text("== plant.csv ==\nname\nNo day\n")).ok());
  EXPECT_FALSE(rewrite({}).ok());
}

TEST(Rewrite, RandomPlantsKeepTheirGapsAndTheirNotes) {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const std::vector<TargetFile> files = write_draft(support::random_draft(seed, 1 + static_cast<int>(seed % 4)));
    const auto rewritten = rewrite(sources_of(files));
    ASSERT_TRUE(rewritten.ok()) << "seed " << seed;
    ASSERT_EQ(join_text(rewritten.value().files), join_text(files)) << "seed " << seed;
  }
}

}  // namespace
}  // namespace kilter::codec::plant
