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

// One digit or letter of one cell changed: reading must refuse it, or give a plan that differs (which the checker
// judges).
TEST(PlanFolder, NoChangedCellGoesUnnoticed) {
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    const model::Plant plant = support::random_plant(seed % 20, 2);
    const plan::Plan plan = plan_of(plant);
    Files files = written(plant, plan);
    base::Random random(seed);
    auto& [name, content] = files[random.below(static_cast<std::uint32_t>(files.size()))];
    if (content.empty()) continue;
    char& changed = content[random.below(static_cast<std::uint32_t>(content.size()))];
    const char before = changed;
    changed = before == '7' ? '3' : '7';
    const auto again = read_back(plant, files);
    const bool explanation = again.ok() && again.value() == plan;  // only words of explanation and comments are free
    if (!explanation) continue;
    const std::size_t row = content.rfind('\n', static_cast<std::size_t>(&changed - content.data()));
    const std::string_view line = std::string_view(content).substr(row == std::string::npos ? 0 : row + 1);
    EXPECT_TRUE(line.substr(0, line.find('\n')).find_last_of(',') < static_cast<std::size_t>(&changed - line.data()) ||
                name == "plan.json")
        << "seed " << seed << " " << name << ": '" << before << "' became '" << changed << "' in "
        << line.substr(0, line.find('\n'));
  }
}

}  // namespace
}  // namespace kilter
