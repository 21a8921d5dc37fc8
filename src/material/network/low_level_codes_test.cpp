#include "material/network/low_level_codes.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"
#include "material/network/sources.hpp"
#include "material/worked_plant.hpp"

namespace kilter::material {
namespace {

std::uint32_t code_of(const model::Plant& plant, const std::string& id) {
  return low_level_codes(plant, sourceless_items(plant)).code[item_named(plant, id).index()];
}

TEST(LowLevelCodes, TheDeepestUseCounts) {
  WorkedPlant worked;
  worked.make("bike", 1);
  worked.make("wheel", 1);
  worked.make("hub", 1);
  worked.buy("bolt", 1);
  worked.bom("bike", "bolt", 4);
  worked.bom("bike", "wheel", 2);
  worked.bom("wheel", "hub", 1);
  worked.bom("hub", "bolt", 2);
  const model::Plant plant = worked.build();
  EXPECT_EQ(code_of(plant, "bike"), 0U);
  EXPECT_EQ(code_of(plant, "wheel"), 1U);
  EXPECT_EQ(code_of(plant, "hub"), 2U);
  EXPECT_EQ(code_of(plant, "bolt"), 3U);
}

TEST(LowLevelCodes, SubstitutesFollowAComponentWithoutSource) {
  WorkedPlant worked;
  worked.make("A", 1);
  worked.buy("gone", 1);
  worked.draft.offers.clear();
  worked.stock("gone", 1);
  worked.buy("other", 1);
  worked.bom("A", "gone", 1);
  worked.substitute("A", "gone", "other", base::Ratio::one(), 1);
  EXPECT_EQ(code_of(worked.build(), "other"), 2U);
  worked.offer("gone", 1);
  EXPECT_EQ(code_of(worked.build(), "other"), 0U);
}

TEST(LowLevelCodes, SubstitutesThatContradictTheBomAreIgnored) {
  WorkedPlant worked;
  worked.make("A", 1);
  worked.make("kit", 1);
  worked.buy("gone", 1);
  worked.draft.offers.clear();
  worked.stock("gone", 1);
  worked.bom("kit", "gone", 1);
  worked.bom("A", "gone", 1);
  worked.substitute("A", "gone", "kit", base::Ratio::one(), 1);
  const model::Plant plant = worked.build();
  EXPECT_EQ(code_of(plant, "kit"), 0U);
  EXPECT_EQ(code_of(plant, "gone"), 1U);
}

// Slow twin: the longest way up, by recursion.
std::uint32_t longest_way_up(const model::Plant& plant, model::ItemId item) {
  std::uint32_t code = 0;
  for (const model::BomLine& line : plant.bom_lines) {
    if (line.component == item) code = std::max(code, longest_way_up(plant, line.parent) + 1);
  }
  return code;
}

TEST(LowLevelCodes, AreTheLongestWaysUpInRandomStructures) {
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    base::Random random(seed);
    model::Plant plant;
    const std::uint32_t items = 2 + random.below(12);
    for (std::uint32_t k = 0; k < items; ++k) plant.items.push_back({});
    for (std::uint32_t k = 0; k < 2 * items; ++k) {
      model::BomLine line;
      line.parent = model::ItemId(random.below(items - 1));
      line.component = model::ItemId(line.parent.index() + 1 + random.below(items - line.parent.index() - 1));
      plant.bom_lines.push_back(line);
    }
    const LowLevelCodes codes = low_level_codes(plant, std::vector<bool>(items, false));
    for (const model::ItemId item : base::ids_of(plant.items)) {
      EXPECT_EQ(codes.code[item.index()], longest_way_up(plant, item)) << "seed " << seed;
    }
    for (std::size_t k = 1; k < items; ++k) {
      EXPECT_LE(codes.code[codes.order[k - 1].index()], codes.code[codes.order[k].index()]);
    }
  }
}

}  // namespace
}  // namespace kilter::material
