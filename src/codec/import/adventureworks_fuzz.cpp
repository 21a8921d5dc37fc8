// Any set of tables: the importer answers with a draft or with issues, and the builder takes whatever the draft holds.
// Input: "== Product.csv ==" before the content of each table.
#include <chrono>
#include <cstdint>
#include <string_view>

#include "base/require.hpp"
#include "codec/import/adventureworks.hpp"
#include "codec/plant/plant_text.hpp"
#include "model/builder.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  kilter::codec::SourceFiles files;
  for (const auto& file : kilter::codec::plant::split_text(text)) files.emplace(file.name, std::string(file.bytes));
  const kilter::time::Instant today{std::chrono::sys_days(std::chrono::year(2013) / 10 / 28)};
  const kilter::codec::AdventureWorksOptions options{.plant_name = "fuzz",
                                                     .from = today,
                                                     .until = today + std::chrono::days(27),
                                                     .today = today,
                                                     .inventory = kilter::codec::InventoryUse::snapshot};
  const auto imported = kilter::codec::import_adventureworks(files, options);
  if (!imported.ok()) {
    KILTER_REQUIRE(kilter::base::has_errors(imported.error()));
    return 0;
  }
  const auto plant = kilter::model::build(imported.value().draft);
  KILTER_REQUIRE(plant.ok() || kilter::base::has_errors(plant.error()));
  return 0;
}
