// Any file, under any name: an instance that can be turned into a problem and be checked, or issues with an error among
// them. Input: a line with the name of the file and, or not, its format; then the file.
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/require.hpp"
#include "codec/benchmark/problem/shop_problem.hpp"
#include "codec/benchmark/read_instance.hpp"
#include "codec/benchmark/solution/verify.hpp"

namespace {

namespace benchmark = kilter::codec::benchmark;

void use(const benchmark::ShopInstance& shop) {
  const auto problem = benchmark::shop_problem(shop, benchmark::Objective::makespan);
  KILTER_REQUIRE(problem.operation_count == shop.operation_count());
  KILTER_REQUIRE(problem.latest_end.size() == shop.operation_count());
  if (!shop.due.empty()) benchmark::shop_problem(shop, benchmark::Objective::tardiness);
  KILTER_REQUIRE(benchmark::verify_shop(shop, {}).violations.size() == shop.operation_count());
}

void use(const benchmark::ProjectInstance& project) {
  const auto& problem = project.problem;
  KILTER_REQUIRE(problem.demand.size() == problem.duration.size() * problem.capacity.size());
  KILTER_REQUIRE(problem.budget_demand.size() == problem.duration.size() * problem.budget.size());
  KILTER_REQUIRE(problem.mastery.size() == std::size_t{problem.worker_count} * problem.skill_count);
  KILTER_REQUIRE(benchmark::verify_project(project, {}).violations.size() == problem.activity_count);
}

void use(const kilter::schedule::PermutationShop& shop) {
  KILTER_REQUIRE(shop.duration.size() == std::size_t{shop.job_count} * shop.machine_count);
  benchmark::verify_flow(shop, {});
}

void use(const kilter::schedule::LotSizing& lots) {
  KILTER_REQUIRE(lots.demand.size() == std::size_t{lots.item_count} * lots.period_count);
  benchmark::verify_quantities(lots, {});
}

void use(const kilter::schedule::DiscreteLotSizing& lots) {
  KILTER_REQUIRE(lots.changeover.size() == std::size_t{lots.item_count} * lots.item_count);
  benchmark::verify_lots(lots, {});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::size_t line_end = std::min(input.find('\n'), size);
  const std::string_view line = input.substr(0, line_end);
  const std::size_t blank = std::min(line.find(' '), line.size());
  const auto format = benchmark::format_named(line.substr(std::min(blank + 1, line.size())));
  const auto instance = benchmark::read_instance(
      {.name = std::string(line.substr(0, blank)), .bytes = input.substr(std::min(line_end + 1, size))}, format);
  if (!instance.ok()) {
    KILTER_REQUIRE(kilter::base::has_errors(instance.error()));
    return 0;
  }
  std::visit([](const auto& content) { use(content); }, instance.value().content);
  return 0;
}
