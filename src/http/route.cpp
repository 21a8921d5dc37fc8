#include "http/route.hpp"

#include <algorithm>

#include "http/routes/groups.hpp"

namespace kilter::http {
namespace {

// A path of the table, cut up once.
struct Pattern {
  const Route* route;
  std::vector<std::string_view> segments;
};

std::vector<std::string_view> cut(std::string_view path) {
  std::vector<std::string_view> segments;
  path.remove_prefix(1);
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('/'), path.size());
    segments.push_back(path.substr(0, end));
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return segments;
}

bool fits(const Pattern& pattern, const std::vector<std::string>& segments, std::vector<std::string>& names) {
  if (pattern.segments.size() != segments.size()) return false;
  names.clear();
  for (std::size_t i = 0; i < segments.size(); ++i) {
    if (pattern.segments[i].front() == '{') {
      names.push_back(segments[i]);
    } else if (pattern.segments[i] != segments[i]) {
      return false;
    }
  }
  return true;
}

const std::vector<Pattern>& patterns() {
  static const std::vector<Pattern> all = [] {
    std::vector<Pattern> made;
    for (const Route& route : routes()) made.push_back({&route, cut(route.path)});
    return made;
  }();
  return all;
}

}  // namespace

const std::vector<Route>& routes() {
  static const std::vector<Route> all = [] {
    std::vector<Route> made;
    for (const auto& group :
         {system_routes(), access_routes(), station_routes(), kiosk_routes(), plant_routes(), table_routes(),
          event_routes(), floor_routes(), outlook_routes(), hand_routes(), reservation_routes(), plan_routes(),
          branch_routes(), message_routes(), journal_routes()}) {
      made.insert(made.end(), group.begin(), group.end());
    }
    return made;
  }();
  return all;
}

Match match(std::string_view method, const std::vector<std::string>& segments) {
  Match found;
  const std::string_view wanted = method == "HEAD" ? "GET" : method;
  std::vector<std::string> names;
  for (const Pattern& pattern : patterns()) {
    if (!fits(pattern, segments, names)) continue;
    if (pattern.route->method == wanted) return {.route = pattern.route, .names = std::move(names)};
    found.other_method = true;
  }
  return found;
}

}  // namespace kilter::http
