#include "http/site/site.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>

namespace kilter::http {
namespace {

constexpr std::array<SiteFile, 3> kFiles{{
    {.path = "/index.html", .plain = "<p>page</p>", .packed = "PACKED", .digest = "d1"},
    {.path = "/assets/a-1.js", .plain = "code", .packed = {}, .digest = "d2"},
    {.path = "/kiosk.html", .plain = "<p>kiosk</p>", .packed = {}, .digest = "d3"},
}};

Response get(std::string path, std::map<std::string, std::string, std::less<>> headers = {}) {
  return site_answer({.method = "GET", .path = std::move(path), .headers = std::move(headers)}, kFiles);
}

std::string header(const Response& response, std::string_view name) {
  for (const auto& [key, value] : response.headers) {
    if (key == name) return value;
  }
  return {};
}

TEST(Site, PlacesInsideTheInterfaceGetItsPage) {
  for (const char* path : {"/", "/index.html", "/veloria/orders/SO-118", "/veloria/data/people.csv", "/setup"}) {
    const Response page = get(path);
    EXPECT_EQ(page.status, 200U) << path;
    EXPECT_EQ(page.body, "<p>page</p>") << path;
    EXPECT_EQ(page.type, "text/html; charset=utf-8");
    EXPECT_EQ(header(page, "Cache-Control"), "no-cache") << "a new version is seen at once";
    EXPECT_NE(header(page, "Content-Security-Policy").find("default-src 'self'"), std::string::npos);
  }
}

TEST(Site, TheKioskIsAPageOfItsOwn) {
  for (const char* path : {"/kiosk", "/kiosk/wall/PAINT", "/kiosk.html"})
    EXPECT_EQ(get(path).body, "<p>kiosk</p>") << path;
  EXPECT_EQ(get("/kiosks/today").body, "<p>page</p>") << "a plant of that name";
}

TEST(Site, FilesNamedByTheirContentAreKeptForever) {
  const Response script = get("/assets/a-1.js");
  EXPECT_EQ(script.type, "text/javascript; charset=utf-8");
  EXPECT_NE(header(script, "Cache-Control").find("immutable"), std::string::npos);
}

TEST(Site, AFileThatIsNotThereIsNotThePage) { EXPECT_EQ(get("/assets/gone-2.js").status, 404U); }

TEST(Site, WhoTakesGzipGetsItAndWhoHasItGetsNothing) {
  const Response packed = get("/", {{"accept-encoding", "gzip, deflate"}});
  EXPECT_EQ(packed.body, "PACKED");
  EXPECT_EQ(header(packed, "Content-Encoding"), "gzip");
  EXPECT_EQ(get("/", {{"if-none-match", header(packed, "ETag")}}).status, 304U);
}

TEST(Site, AProgramBuiltWithoutItSaysSo) {
  EXPECT_NE(site_answer({.method = "GET", .path = "/"}, {}).body.find("without the web interface"), std::string::npos);
}

}  // namespace
}  // namespace kilter::http
