// Any table as a solution: refused with an error, or rows that are written and read back unchanged and that can be
// judged.
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "base/require.hpp"
#include "codec/benchmark/read_instance.hpp"
#include "codec/benchmark/solution/solution_rows.hpp"
#include "codec/benchmark/solution/verify.hpp"

namespace {

namespace benchmark = kilter::codec::benchmark;

constexpr std::string_view kShop = "2 2\n0 4 1 3\n1 2 0 5\n";
constexpr std::string_view kLots = "2 2\n1\n10\n1 0.5 2 100\n1.5 3 0 20\n4 0\n2.5 5\n";
constexpr std::string_view kSlots = "3\n2\n0 0 1\n0 1 0\n10\n0 3\n5 0\n";
constexpr std::string_view kProject =
    "nActs = 2; dur = [3,2]; nSkills = 1; sreq = [|1|1|]; nResources = 1; mastery = [|true|]; nPrecs = 1; pred = [1]; "
    "succ = [2];";

const benchmark::Instance& instance_of(std::string_view name, std::string_view text) {
  static std::map<std::string_view, benchmark::Instance> read;
  const auto found = read.find(name);
  if (found != read.end()) return found->second;
  auto instance = benchmark::read_instance({.name = std::string(name), .bytes = text}, std::nullopt);
  KILTER_REQUIRE(instance.ok());
  return read.emplace(name, std::move(instance).value()).first->second;
}

void try_shop(std::string_view bytes) {
  const auto rows = benchmark::read_shop_csv("solution.csv", bytes);
  KILTER_REQUIRE(rows.ok() || kilter::base::has_errors(rows.error()));
  if (!rows.ok()) return;
  const std::string text = benchmark::shop_csv(rows.value());
  const auto again = benchmark::read_shop_csv("solution.csv", text);
  KILTER_REQUIRE(again.ok() && benchmark::shop_csv(again.value()) == text);
  benchmark::verify_shop(std::get<benchmark::ShopInstance>(instance_of("shop.txt", kShop).content), rows.value());
}

void try_project(std::string_view bytes) {
  const auto rows = benchmark::read_project_csv("solution.csv", bytes, true);
  KILTER_REQUIRE(rows.ok() || kilter::base::has_errors(rows.error()));
  if (!rows.ok()) return;
  const std::string text = benchmark::project_csv(rows.value(), true);
  const auto again = benchmark::read_project_csv("solution.csv", text, true);
  KILTER_REQUIRE(again.ok() && benchmark::project_csv(again.value(), true) == text);
  benchmark::verify_project(std::get<benchmark::ProjectInstance>(instance_of("project.dzn", kProject).content),
                            rows.value());
}

void try_lots(std::string_view bytes) {
  const auto slots = benchmark::read_lot_csv("solution.csv", bytes);
  KILTER_REQUIRE(slots.ok() || kilter::base::has_errors(slots.error()));
  if (slots.ok()) {
    const auto again = benchmark::read_lot_csv("solution.csv", benchmark::lot_csv(slots.value()));
    KILTER_REQUIRE(again.ok() && again.value().size() == slots.value().size());
    benchmark::verify_lots(std::get<kilter::schedule::DiscreteLotSizing>(instance_of("slots.psp", kSlots).content),
                           slots.value());
  }
  const auto rows = benchmark::read_quantity_csv("solution.csv", bytes);
  KILTER_REQUIRE(rows.ok() || kilter::base::has_errors(rows.error()));
  if (!rows.ok()) return;
  const std::string text = benchmark::quantity_csv(rows.value());
  const auto again = benchmark::read_quantity_csv("solution.csv", text);
  KILTER_REQUIRE(again.ok() && benchmark::quantity_csv(again.value()) == text);
  benchmark::verify_quantities(std::get<kilter::schedule::LotSizing>(instance_of("lots.dat", kLots).content),
                               rows.value());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try_shop(bytes);
  try_project(bytes);
  try_lots(bytes);
  return 0;
}
