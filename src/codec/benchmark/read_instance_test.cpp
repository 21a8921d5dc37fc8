#include "codec/benchmark/read_instance.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

namespace kilter::codec::benchmark {
namespace {

// An instance of tests/corpus/read_instance_fuzz: its name in the first line, then the file.
base::Result<Instance> read_corpus(const std::string& file) {
  std::ifstream stream(std::string(KILTER_SOURCE_DIR) + "/tests/corpus/read_instance_fuzz/" + file + ".txt");
  std::string line;
  std::getline(stream, line);
  std::istringstream words(line);
  std::string name;
  std::string format;
  words >> name >> format;
  const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  return read_instance({.name = name, .bytes = bytes}, format_named(format));
}

Instance tiny(const std::string& file) {
  base::Result<Instance> instance = read_corpus(file);
  EXPECT_TRUE(instance.ok()) << file << ": " << instance.error().front().message;
  return instance.ok() ? std::move(instance).value() : Instance{};
}

template <class Content>
Content tiny_of(const std::string& file, Format format) {
  const Instance instance = tiny(file);
  EXPECT_EQ(word(instance.format), word(format)) << file;
  return std::holds_alternative<Content>(instance.content) ? std::get<Content>(instance.content) : Content{};
}

std::string codes(const std::string& file) {
  const base::Result<Instance> instance = read_corpus(file);
  std::string text;
  for (const base::Issue& issue : instance.ok() ? base::Issues{} : instance.error()) {
    text += issue.code + "@" + std::to_string(issue.where.row) + " ";
  }
  return text;
}

std::size_t count_between(const ShopInstance& shop, Index before, Index after) {
  std::size_t count = 0;
  for (const Precedence& each : shop.precedences) count += each.before == before && each.after == after ? 1 : 0;
  return count;
}

TEST(ReadInstance, JobShop) {
  const auto shop = tiny_of<ShopInstance>("jsp", Format::jsp);
  ASSERT_EQ(shop.operation_count(), 9U);
  EXPECT_EQ(shop.job_count, 3U);
  EXPECT_EQ(shop.machine_count, 3U);
  EXPECT_EQ(shop.modes_of(4).front().first_machine, 0U);
  EXPECT_EQ(shop.modes_of(4).front().duration, 5);
  EXPECT_EQ(shop.job[4], 1U);
  EXPECT_EQ(shop.number[4], 1U);
  EXPECT_EQ(shop.precedences.size(), 6U);
  EXPECT_EQ(count_between(shop, 3, 4), 1U);
}

TEST(ReadInstance, LargeJobShopsHaveLinesOfAnyLength) {
  const auto shop = tiny_of<ShopInstance>("jsp-large", Format::jsp_large);
  ASSERT_EQ(shop.operation_count(), 6U);
  EXPECT_EQ(shop.job[3], 1U);
  EXPECT_EQ(shop.job[4], 2U);
  EXPECT_EQ(shop.modes_of(2).front().first_machine, 0U);
}

TEST(ReadInstance, FlexibleShop) {
  const auto shop = tiny_of<ShopInstance>("fjsp", Format::fjsp);
  ASSERT_EQ(shop.operation_count(), 5U);
  EXPECT_EQ(shop.machine_count, 3U);
  ASSERT_EQ(shop.modes_of(1).size(), 2U);
  EXPECT_EQ(shop.modes_of(1)[1].first_machine, 1U);
  EXPECT_EQ(shop.modes_of(1)[1].duration, 4);
}

TEST(ReadInstance, AssemblyShopsAreCutIntoJobsAtTheirConnectedParts) {
  const auto shop = tiny_of<ShopInstance>("fajsp", Format::fajsp);
  ASSERT_EQ(shop.operation_count(), 5U);
  EXPECT_EQ(shop.job, (std::vector<Index>{0, 0, 0, 1, 1}));
  EXPECT_EQ(shop.number, (std::vector<Index>{0, 1, 2, 3, 4}));
  EXPECT_EQ(shop.precedences.size(), 3U);
}

TEST(ReadInstance, FlexibleShopWithSetups) {
  const auto shop = tiny_of<ShopInstance>("fjsp-sdst", Format::fjsp_sdst);
  ASSERT_EQ(shop.setups.size(), 2U);
  EXPECT_EQ(shop.family_count, 4U);
  EXPECT_EQ(shop.setups[0][2 * 4 + 1], 5);
  EXPECT_TRUE(shop.initial_setup.empty());
}

TEST(ReadInstance, JobShopWithSetups) {
  const auto shop = tiny_of<ShopInstance>("jsp-sdst", Format::jsp_sdst);
  ASSERT_EQ(shop.operation_count(), 6U);
  EXPECT_EQ(shop.family, (std::vector<Index>{0, 0, 1, 1, 0, 1}));
  EXPECT_EQ(shop.initial_setup, (std::vector<Tick>{1, 2}));
  EXPECT_EQ(shop.setups, (std::vector<std::vector<Tick>>{{0, 3, 4, 0}}));
  EXPECT_EQ(shop.precedences.size(), 3U);
  EXPECT_EQ(count_between(shop, 2, 3), 1U);
}

TEST(ReadInstance, HybridFlowShop) {
  const auto shop = tiny_of<ShopInstance>("hfsp", Format::hfsp);
  ASSERT_EQ(shop.operation_count(), 8U);
  EXPECT_EQ(shop.machine_count, 3U);
  EXPECT_EQ(shop.modes_of(0).front().machines, 2U);
  EXPECT_EQ(shop.modes_of(1).front().first_machine, 2U);
  EXPECT_EQ(shop.modes_of(7).front().duration, 1);
}

TEST(ReadInstance, WeightedTardiness) {
  const auto shop = tiny_of<ShopInstance>("jsp-twt", Format::jsp_twt);
  EXPECT_EQ(shop.due, (std::vector<Tick>{9, 7, 8}));
  EXPECT_EQ(shop.weight, (std::vector<Tick>{4, 2, 1}));
}

TEST(ReadInstance, ProjectsOfPsplib) {
  const auto project = tiny_of<ProjectInstance>("rcpsp-sm", Format::rcpsp).problem;
  ASSERT_EQ(project.activity_count, 5U);
  EXPECT_EQ(project.capacity, (std::vector<std::int64_t>{3, 1}));
  EXPECT_EQ(project.duration, (std::vector<Tick>{0, 3, 2, 4, 0}));
  EXPECT_EQ(project.demand, (std::vector<std::int64_t>{0, 0, 2, 1, 2, 0, 1, 1, 0, 0}));
  EXPECT_EQ(project.predecessors_of(4).size(), 3U);
}

TEST(ReadInstance, ProjectsOfPatterson) {
  const auto project = tiny_of<ProjectInstance>("rcpsp-rcp", Format::rcpsp).problem;
  EXPECT_EQ(project.capacity, (std::vector<std::int64_t>{3}));
  EXPECT_EQ(project.duration, (std::vector<Tick>{0, 3, 2, 4, 0}));
  EXPECT_EQ(project.predecessors_of(1).front(), 0U);
}

TEST(ReadInstance, ProjectsWithSeveralModes) {
  const auto project = tiny_of<ProjectInstance>("mrcpsp", Format::mrcpsp).problem;
  EXPECT_EQ(project.mode_begin, (std::vector<Index>{0, 1, 3, 5, 6}));
  EXPECT_EQ(project.budget, (std::vector<std::int64_t>{6}));
  EXPECT_EQ(project.budget_demand, (std::vector<std::int64_t>{0, 5, 1, 4, 1, 0}));
}

TEST(ReadInstance, ProjectsWithSkills) {
  const auto project = tiny_of<ProjectInstance>("ms-rcpsp-dzn", Format::ms_rcpsp).problem;
  ASSERT_EQ(project.worker_count, 3U);
  EXPECT_EQ(project.level_of(0, 1), schedule::kNotMastered);
  EXPECT_EQ(project.level_of(2, 1), 0);
  ASSERT_EQ(project.skill_demands_of(2).size(), 1U);
  EXPECT_EQ(project.skill_demands_of(2).front().workers, 2U);
}

TEST(ReadInstance, ProjectsWithLevelsOfSkillsAndGapsInTheirNumbers) {
  const auto instance = tiny_of<ProjectInstance>("ms-rcpsp-def", Format::ms_rcpsp);
  EXPECT_EQ(instance.activity, (std::vector<std::int64_t>{1, 2, 4, 5}));
  EXPECT_EQ(instance.problem.level_of(0, 2), 2);
  EXPECT_EQ(instance.problem.level_of(1, 0), schedule::kNotMastered);
  EXPECT_EQ(instance.problem.predecessors_of(3).size(), 2U);
  EXPECT_EQ(instance.problem.skill_demands_of(3).front().level, 2);
}

TEST(ReadInstance, PermutationFlowShops) {
  const auto dues = tiny_of<schedule::PermutationShop>("pfsp-tt", Format::pfsp_tt);
  EXPECT_EQ(dues.due, (std::vector<Tick>{5, 9, 12}));
  EXPECT_EQ(dues.duration_of(2, 1), 3);
  const auto setups = tiny_of<schedule::PermutationShop>("pfsp-sdst", Format::pfsp_sdst);
  EXPECT_EQ(setups.setup_of(1, 0, 1), 4);
  EXPECT_EQ(setups.setup_of(0, 2, 0), 2);
}

TEST(ReadInstance, LotSizing) {
  const auto lots = tiny_of<schedule::LotSizing>("lots-trigeiro", Format::lot_sizing);
  EXPECT_EQ(lots.items[1].holding_cost, 5'000'000);
  EXPECT_EQ(lots.demand_of(2, 1), 5'000'000);
  const auto pigment = tiny_of<schedule::DiscreteLotSizing>("lots-psp", Format::lot_sizing);
  EXPECT_TRUE(pigment.due_in(1, 4));
  EXPECT_EQ(pigment.changeover_of(1, 0), 5);
  const auto dzn = tiny_of<schedule::DiscreteLotSizing>("lots-dzn", Format::lot_sizing);
  EXPECT_EQ(dzn.stocking_cost, (std::vector<std::int64_t>{10, 12}));
  EXPECT_FALSE(dzn.due_in(1, 1));
}

TEST(ReadInstance, MoreThanFifteenItemsComeInBlocks) {
  std::string text = "16 2\n1\n500\n";
  for (int item = 0; item < 16; ++item) text += "1 1 1 1\n";
  for (int cell = 0; cell < 30; ++cell) text += std::to_string(cell) + " ";
  text += "\n100\n200\n";
  const auto instance = read_instance({.name = "blocks.dat", .bytes = text}, std::nullopt);
  ASSERT_TRUE(instance.ok());
  const auto& lots = std::get<schedule::LotSizing>(instance.value().content);
  EXPECT_EQ(lots.demand_of(1, 0), 15'000'000);
  EXPECT_EQ(lots.demand_of(0, 15), 100'000'000);
  EXPECT_EQ(lots.demand_of(1, 15), 200'000'000);
}

TEST(ReadInstance, FlowShopsWithAsManyJobsAsColumnsAreToldByDatesThatNoStageHasMachinesFor) {
  EXPECT_EQ(detect_format("a.txt", "2\n2\n1 2\n5 6\n7 8\n"), Format::hfsp);
  EXPECT_EQ(detect_format("a.txt", "2\n2\n11 20\n5 6\n7 8\n"), Format::pfsp_tt);
}

TEST(ReadInstance, NamesEveryFault) {
  EXPECT_EQ(codes("broken-word"), "bad-number@2 number-out-of-range@3 number-out-of-range@3 ");
  EXPECT_EQ(codes("broken-short"), "ends-early@4 ");
  EXPECT_EQ(codes("broken-huge"), "ends-early@3 ");
  EXPECT_EQ(codes("broken-cycle"), "cycle@0 ");
  EXPECT_EQ(codes("broken-left"), "left-over@3 ");
  EXPECT_EQ(codes("unknown"), "unknown-format@0 ");
}

TEST(ReadInstance, RefusesWhatIsNoText) {
  for (const std::string_view bytes : {std::string_view("1 2\n0 5 1 \xFF\n"), std::string_view("1 2\n0 5\0 1 6\n", 13),
                                       std::string_view("PK\x03\x04 and more")}) {
    const auto instance = read_instance({.name = "odd.fjs", .bytes = bytes}, std::nullopt);
    ASSERT_FALSE(instance.ok());
    ASSERT_EQ(instance.error().size(), 1U);
    EXPECT_TRUE(instance.error().front().where.value.empty());
    EXPECT_FALSE(instance.error().front().way_out.empty());
  }
}

TEST(ReadInstance, RefusesTimesThatDoNotFit) {
  const auto instance = read_instance({.name = "long.txt", .bytes = "1 2\n0 1000000000 1 1\n"}, std::nullopt);
  ASSERT_FALSE(instance.ok());
  EXPECT_EQ(instance.error().front().code, "too-long");
}

}  // namespace
}  // namespace kilter::codec::benchmark
