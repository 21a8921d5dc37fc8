// Any plant folder: a plant, or errors that say why not; and a plant that is written reads back to the same one.
// Input: "== items.csv ==" before the content of each table.
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/require.hpp"
#include "codec/plant/plant_text.hpp"
#include "codec/plant/read.hpp"
#include "codec/plant/write.hpp"
#include "model/draft_of.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kilter;
  const auto plant = codec::plant::read_text(std::string_view(reinterpret_cast<const char*>(data), size));
  if (!plant.ok()) {
    KILTER_REQUIRE(base::has_errors(plant.error()));
    return 0;
  }
  const std::vector<codec::plant::TargetFile> written = codec::plant::write(plant.value());
  std::vector<codec::plant::SourceFile> files;
  for (const auto& file : written) files.push_back({file.name, file.bytes});
  const auto again = codec::plant::read(files);
  KILTER_REQUIRE(again.ok());
  KILTER_REQUIRE(model::same_plant(plant.value(), again.value()));
  return 0;
}
