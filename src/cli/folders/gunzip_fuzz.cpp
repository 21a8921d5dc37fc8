// Any bytes: the content, or none; never more than the limit, never a crash.
#include <cstdint>
#include <string_view>

#include "base/require.hpp"
#include "cli/folders/gunzip.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto content = kilter::cli::gunzip(std::string_view(reinterpret_cast<const char*>(data), size));
  KILTER_REQUIRE(!content || content->size() <= std::size_t{1} << 30U);
  return 0;
}
