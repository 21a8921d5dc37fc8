// A plan folder of a random plant reads back to the equal plan, and a folder that was changed is found out.
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "base/random.hpp"
#include "codec/plan/read/read_plan.hpp"
#include "codec/plan/write.hpp"
#include "coordinate/make_plan.hpp"
#include "support/random_plant.hpp"

namespace kilter {
namespace {

plan::Plan plan_of(const model::Plant& plant) {
  coordinate::PlanOptions options;
  options.seconds = 0;
  return coordinate::make_plan(plant, options).plan;
}

using Files = std::vector<std::pair<std::string, std::string>>;

Files written(const model::Plant& plant, const plan::Plan& plan) {
  codec::MemoryFolder folder;
  codec::write_plan(codec::PlanView(plant, plan), {.version = "test", .seconds = 0.25, .seed = 7}, folder);
  return folder.files();
}

base::Result<plan::Plan> read_back(const model::Plant& plant, const Files& files) {
  std::vector<codec::PlanFile> sources;
  for (const auto& [name, content] : files) sources.push_back({name, content});
  return codec::read_plan(plant, sources);
}

TEST(PlanFolder, ReadsBackEqualOnRandomPlants) {
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    const model::Plant plant = support::random_plant(seed, 1 + static_cast<int>(seed % 4));
    const plan::Plan plan = plan_of(plant);
    const auto again = read_back(plant, written(plant, plan));
    ASSERT_TRUE(again.ok()) << "seed " << seed << ": " << again.error().front().where.file << ":"
                            << again.error().front().where.row << " " << again.error().front().message;
    ASSERT_EQ(again.value(), plan) << "seed " << seed;
  }
}

// Where the last cell of a CSV line begins; it may be quoted and hold commas.
std::size_t last_cell(std::string_view line) {
  const bool quoted = !line.empty() && line.back() == '"';
  const std::size_t comma = quoted ? line.rfind(",\"") : line.rfind(',');
  return comma == std::string_view::npos ? 0 : comma + 1;
}

std::string_view line_around(std::string_view content, std::size_t at) {
  const std::size_t before = at == 0 ? std::string_view::npos : content.rfind('\n', at - 1);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  return content.substr(begin, content.find('\n', at) - begin);
}

// One digit or letter of one cell changed: reading must refuse it, or give a plan that differs (which the checker
// judges). Free are only words of explanation, which stand in the last column, and what plan.json says again.
TEST(PlanFolder, NoChangedCellGoesUnnoticed) {
  for (std::uint64_t plant_seed = 0; plant_seed < 12; ++plant_seed) {
    const model::Plant plant = support::random_plant(plant_seed, 2);
    const plan::Plan plan = plan_of(plant);
    const Files untouched = written(plant, plan);
    for (std::uint64_t seed = 1; seed <= 25; ++seed) {
      Files files = untouched;
      base::Random random(100 * plant_seed + seed);
      auto& [name, content] = files[random.below(static_cast<std::uint32_t>(files.size()))];
      if (content.empty() || name == "plan.json") continue;
      const std::size_t at = random.below(static_cast<std::uint32_t>(content.size()));
      const char before = content[at];
      content[at] = before == '7' ? '3' : '7';
      const auto again = read_back(plant, files);
      if (!again.ok() || again.value() != plan) continue;
      const std::string_view line = line_around(content, at);
      EXPECT_GE(at - static_cast<std::size_t>(line.data() - content.data()), last_cell(line))
          << "plant " << plant_seed << " seed " << seed << " " << name << ": '" << before << "' became '" << content[at]
          << "' in " << line;
    }
  }
}

}  // namespace
}  // namespace kilter
