// Every public instance that is at hand is read, told by itself, and has the sizes that its family has.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <utility>

#include "codec/benchmark/problem/shop_problem.hpp"
#include "codec/benchmark/read_instance.hpp"

namespace kilter::codec::benchmark {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_of(Format format) {
  std::vector<fs::path> paths;
  std::error_code error;
  for (const auto& entry :
       fs::directory_iterator(std::string(KILTER_SHARED) + "/benchmarks/" + std::string(word(format)), error)) {
    if (entry.path().extension() != ".csv") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::string bytes_of(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

// The first numbers of the file, comments left out.
std::pair<std::int64_t, std::int64_t> first_two(const std::string& bytes) {
  const std::size_t comment = bytes.rfind('#');
  std::istringstream text(comment == std::string::npos ? bytes : bytes.substr(bytes.find('\n', comment)));
  std::pair<std::int64_t, std::int64_t> read;
  text >> read.first >> read.second;
  return read;
}

void expect_plausible(const ShopInstance& shop, Format format, const std::string& bytes) {
  const auto [first, second] = first_two(bytes);
  const std::int64_t operations = shop.operation_count();
  EXPECT_EQ(shop.mode_begin.back(), shop.modes.size());
  const bool square = format == Format::jsp || format == Format::jsp_twt || format == Format::hfsp;
  EXPECT_EQ(operations, square ? first * second : format == Format::fajsp ? first : operations);
  EXPECT_GE(operations, shop.job_count);
  const bool jobs_first = format != Format::fajsp && format != Format::jsp_sdst;
  EXPECT_EQ(jobs_first ? std::int64_t{shop.job_count} : first, first);
  const bool machines_second = jobs_first && format != Format::hfsp;
  EXPECT_EQ(machines_second ? std::int64_t{shop.machine_count} : second, second);
  EXPECT_EQ(shop.due.empty(), format != Format::jsp_twt);
  EXPECT_EQ(shop.setups.empty(), format != Format::jsp_sdst && format != Format::fjsp_sdst);
  const schedule::Problem problem = shop_problem(shop, Objective::makespan);
  EXPECT_EQ(problem.lanes.size(), shop.machine_count);
}

void expect_plausible(const ProjectInstance& project, Format format, const std::string& bytes) {
  const schedule::ProjectProblem& problem = project.problem;
  EXPECT_GT(problem.activity_count, 10U);
  EXPECT_EQ(problem.worker_count > 0, format == Format::ms_rcpsp);
  EXPECT_EQ(problem.mode_count() > problem.activity_count, format == Format::mrcpsp);
  EXPECT_EQ(problem.demand.size(), problem.capacity.size() * problem.mode_count());
  EXPECT_GT(bytes.size(), problem.activity_count);
}

void expect_plausible(const schedule::PermutationShop& shop, Format format, const std::string&) {
  EXPECT_GE(shop.job_count, 10U);
  EXPECT_EQ(shop.due.empty(), format == Format::pfsp_sdst);
  EXPECT_EQ(shop.setup.empty(), format == Format::pfsp_tt);
}

void expect_plausible(const schedule::LotSizing& lots, Format, const std::string&) {
  EXPECT_GE(lots.item_count, 6U);
  EXPECT_GE(lots.period_count, 15U);
  EXPECT_GT(lots.capacity, 0);
}

void expect_plausible(const schedule::DiscreteLotSizing& lots, Format, const std::string&) {
  EXPECT_GT(std::count(lots.demand.begin(), lots.demand.end(), 1), 5);
  EXPECT_LE(std::count(lots.demand.begin(), lots.demand.end(), 1), lots.period_count);
}

// How many there are at least; tai_* of jsp-large are plain job shops, and told as such.
void expect_readable(Format format, std::size_t at_least) {
  const std::vector<fs::path> paths = files_of(format);
  if (paths.empty()) GTEST_SKIP() << "no public instances at hand";
  EXPECT_GE(paths.size(), at_least);
  for (const fs::path& path : paths) {
    SCOPED_TRACE(path.string());
    const std::string bytes = bytes_of(path);
    const InstanceFile file{.name = path.filename().string(), .bytes = bytes};
    const auto detected = detect_format(file.name, bytes);
    const bool square = format == Format::jsp_large && detected == Format::jsp;
    EXPECT_TRUE(detected == format || square) << (detected ? word(*detected) : "none");
    const base::Result<Instance> instance = read_instance(file, format);
    ASSERT_TRUE(instance.ok()) << instance.error().front().message << " line " << instance.error().front().where.row;
    std::visit([&](const auto& content) { expect_plausible(content, format, bytes); }, instance.value().content);
  }
}

TEST(SharedInstances, JobShops) { expect_readable(Format::jsp, 175); }
TEST(SharedInstances, LargeJobShops) { expect_readable(Format::jsp_large, 40); }
TEST(SharedInstances, FlexibleShops) { expect_readable(Format::fjsp, 264); }
TEST(SharedInstances, AssemblyShops) { expect_readable(Format::fajsp, 34); }
TEST(SharedInstances, FlexibleShopsWithSetups) { expect_readable(Format::fjsp_sdst, 17); }
TEST(SharedInstances, HybridFlowShops) { expect_readable(Format::hfsp, 16); }
TEST(SharedInstances, WeightedTardiness) { expect_readable(Format::jsp_twt, 45); }
TEST(SharedInstances, JobShopsWithSetups) { expect_readable(Format::jsp_sdst, 9); }
TEST(SharedInstances, Projects) { expect_readable(Format::rcpsp, 355); }
TEST(SharedInstances, ProjectsWithModes) { expect_readable(Format::mrcpsp, 140); }
TEST(SharedInstances, ProjectsWithSkills) { expect_readable(Format::ms_rcpsp, 126); }
TEST(SharedInstances, FlowShopsWithDues) { expect_readable(Format::pfsp_tt, 20); }
TEST(SharedInstances, FlowShopsWithSetups) { expect_readable(Format::pfsp_sdst, 17); }
TEST(SharedInstances, LotSizing) { expect_readable(Format::lot_sizing, 58); }

}  // namespace
}  // namespace kilter::codec::benchmark
