// The web interface, built into the program (cmake/KilterWeb.cmake), as answers to GET.
#pragma once

#include <span>
#include <string_view>

#include "http/server/message.hpp"

namespace kilter::http {

struct SiteFile {
  std::string_view path;    // "/index.html", "/assets/index-3f2a.js"
  std::string_view plain;   // its bytes
  std::string_view packed;  // the same by gzip; empty: not kept so
  std::string_view digest;  // of `plain`
};

// All of them; none when the program was built without the web interface.
std::span<const SiteFile> site_files();

// The file that the request's path names, as the browser takes it: compressed where it accepts that, 304 where it has
// it already. A path that names no file is a place inside the interface and gets its page, which finds the way, one at
// or below /kiosk the kiosk's; one below /assets/ that is not there gets 404.
Response site_answer(const Request& request, std::span<const SiteFile> files = site_files());

}  // namespace kilter::http
