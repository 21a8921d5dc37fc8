#include "http/site/site.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "http/answers/answers.hpp"

namespace kilter::http {
namespace {

// Nothing from elsewhere, no script in the page; styles may be set by scripts, as the components do.
constexpr std::string_view kPolicy =
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'";

std::string_view type_of(std::string_view path) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kTypes{{
      {".html", "text/html; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},
      {".svg", "image/svg+xml"},
      {".png", "image/png"},
      {".woff2", "font/woff2"},
      {".json", "application/json"},
      {".webmanifest", "application/manifest+json"},
  }};
  for (const auto& [ending, type] : kTypes) {
    if (path.ends_with(ending)) return type;
  }
  return "application/octet-stream";
}

const SiteFile* find(std::span<const SiteFile> files, std::string_view path) {
  const auto found = std::find_if(files.begin(), files.end(), [&](const SiteFile& file) { return file.path == path; });
  return found == files.end() ? nullptr : &*found;
}

constexpr std::string_view kNamedByContent = "/assets/";
constexpr std::string_view kKiosk = "/kiosk";

// The kiosk is a page of its own, which loads little.
std::string_view page_of(std::string_view path) {
  const bool kiosk = path == kKiosk || (path.starts_with(kKiosk) && path[kKiosk.size()] == '/');
  return kiosk ? "/kiosk.html" : "/index.html";
}

Response without_site() {
  return {.status = 404,
          .type = "text/plain; charset=utf-8",
          .body = "This program was built without the web interface. The API is at /api/v1/openapi.json.\n"};
}

Response file_answer(const Request& request, const SiteFile& file) {
  const std::string tag = "\"" + std::string(file.digest) + "\"";
  const bool named_by_content = file.path.starts_with(kNamedByContent);
  Response response{.type = std::string(type_of(file.path))};
  response.headers = {{"ETag", tag},
                      {"Cache-Control", named_by_content ? "public, max-age=31536000, immutable" : "no-cache"},
                      {"Content-Security-Policy", std::string(kPolicy)},
                      {"Referrer-Policy", "no-referrer"}};
  if (request.header("if-none-match") == tag) {
    response.status = 304;
    return response;
  }
  const bool packed = !file.packed.empty() && request.header("accept-encoding").find("gzip") != std::string_view::npos;
  if (packed) response.headers.emplace_back("Content-Encoding", "gzip");
  if (!file.packed.empty()) response.headers.emplace_back("Vary", "Accept-Encoding");
  response.body = packed ? file.packed : file.plain;
  return response;
}

}  // namespace

Response site_answer(const Request& request, std::span<const SiteFile> files) {
  if (files.empty()) return without_site();
  if (const SiteFile* file = find(files, request.path)) return file_answer(request, *file);
  const SiteFile* page = find(files, page_of(request.path));
  if (page == nullptr || request.path.starts_with(kNamedByContent)) return not_found(request.path);
  return file_answer(request, *page);
}

}  // namespace kilter::http
