// Any bytes: the reader ends, its cells are views of bounded size, and what it read can be written and read again.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/require.hpp"
#include "codec/text/csv.hpp"

namespace {

using Rows = std::vector<std::vector<std::string>>;

// The rows before the end or the first fault.
Rows rows_of(std::string_view bytes, bool& whole) {
  Rows rows;
  kilter::codec::text::CsvReader reader(bytes);
  while (reader.next()) {
    auto& row = rows.emplace_back();
    for (const std::string_view cell : reader.cells()) {
      KILTER_REQUIRE(cell.size() <= kilter::codec::text::kLongestCell);
      row.emplace_back(cell);
    }
  }
  whole = reader.fault() == nullptr;
  KILTER_REQUIRE(!whole || reader.offset() == bytes.size());
  return rows;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  bool whole = false;
  const Rows rows = rows_of({reinterpret_cast<const char*>(data), size}, whole);
  if (!whole) return 0;
  std::string text;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) text += ',';
      kilter::codec::text::append_cell(text, row[i]);
    }
    text += '\n';
  }
  KILTER_REQUIRE(rows_of(text, whole) == rows);
  KILTER_REQUIRE(whole);
  return 0;
}
