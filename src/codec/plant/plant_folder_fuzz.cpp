// Any set of tables: a plant, or issues with an error among them; and a plant reads back the same from its export.
// Input: "== items.csv ==" before the content of each table.
#include <cstdint>
#include <string_view>

#include "base/require.hpp"
#include "codec/plant/plant_text.hpp"
#include "codec/plant/write.hpp"
#include "model/draft_of.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace plant = kilter::codec::plant;
  const auto read = plant::read_text({reinterpret_cast<const char*>(data), size});
  if (!read.ok()) {
    KILTER_REQUIRE(kilter::base::has_errors(read.error()));
    return 0;
  }
  KILTER_REQUIRE(!kilter::base::has_errors(read.value().notes));
  const auto files = plant::write(read.value());
  const auto again = plant::read_text(plant::join_text(files));
  KILTER_REQUIRE(again.ok());
  KILTER_REQUIRE(kilter::model::same_plant(read.value(), again.value()));
  return 0;
}
