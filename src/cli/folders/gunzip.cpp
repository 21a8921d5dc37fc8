#include "cli/folders/gunzip.hpp"

#include <zlib.h>

#include <array>
#include <limits>

namespace kilter::cli {
namespace {

constexpr int kGzipOnly = 16 + MAX_WBITS;
constexpr std::size_t kLargest = 1'000'000'000;

}  // namespace

std::optional<std::string> gunzip(std::string_view packed) {
  if (packed.size() > std::numeric_limits<uInt>::max()) return std::nullopt;
  z_stream stream{};
  if (inflateInit2(&stream, kGzipOnly) != Z_OK) return std::nullopt;
  std::array<Bytef, 65'536> part{};
  std::string content;
  // zlib does not write to its input, but wants it writable.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  int state = Z_OK;
  while (state == Z_OK && content.size() <= kLargest) {
    stream.next_out = part.data();
    stream.avail_out = static_cast<uInt>(part.size());
    state = inflate(&stream, Z_NO_FLUSH);
    content.append(reinterpret_cast<const char*>(part.data()), part.size() - stream.avail_out);
    // Files may be several gzip parts one after another.
    if (state == Z_STREAM_END && stream.avail_in > 0) state = inflateReset(&stream);
  }
  inflateEnd(&stream);
  if (state != Z_STREAM_END || content.size() > kLargest) return std::nullopt;
  return content;
}

}  // namespace kilter::cli
