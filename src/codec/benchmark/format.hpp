// The formats of public benchmark instances that are read, by the names that `--format` takes; each reader tells its
// own.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kilter::codec::benchmark {

enum class Format : std::uint8_t {
  jsp,
  jsp_large,
  fjsp,
  fajsp,
  fjsp_sdst,
  hfsp,
  jsp_twt,
  jsp_sdst,
  rcpsp,
  mrcpsp,
  ms_rcpsp,
  pfsp_tt,
  pfsp_sdst,
  lot_sizing,
};

// "jsp-large".
std::string_view word(Format format);
std::optional<Format> format_named(std::string_view word);
std::vector<std::string> format_words();

// What the content and the extension of the name say; none when they leave it open. Looks at the counts only, so that a
// file with faults still finds its reader. O(bytes).
std::optional<Format> detect_format(std::string_view name, std::string_view bytes);

}  // namespace kilter::codec::benchmark
