// Any set of tables: the importer answers with a draft or with issues, and the builder takes whatever the draft holds.
// Input: "== item.csv ==" before the content of each table.
#include <cstdint>
#include <string_view>

#include "base/require.hpp"
#include "codec/import/frepple.hpp"
#include "codec/plant/plant_text.hpp"
#include "model/builder.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  kilter::codec::SourceFiles files;
  for (const auto& file : kilter::codec::plant::split_text(text)) files.emplace(file.name, std::string(file.bytes));
  const auto imported = kilter::codec::import_frepple(files, "fuzz");
  if (!imported.ok()) {
    KILTER_REQUIRE(kilter::base::has_errors(imported.error()));
    return 0;
  }
  const auto plant = kilter::model::build(imported.value().draft);
  KILTER_REQUIRE(plant.ok() || kilter::base::has_errors(plant.error()));
  return 0;
}
