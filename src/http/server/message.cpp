#include "http/server/message.hpp"

namespace kilter::http {
namespace {

int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// Percent-encoding undone (RFC 3986); none when it is not well formed or holds a NUL.
std::optional<std::string> decoded(std::string_view text, bool plus_is_blank) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && plus_is_blank) {
      out += ' ';
    } else if (text[i] != '%') {
      out += text[i];
    } else {
      const int high = i + 2 < text.size() ? digit(text[i + 1]) : -1;
      const int low = i + 2 < text.size() ? digit(text[i + 2]) : -1;
      if (high < 0 || low < 0 || (high == 0 && low == 0)) return std::nullopt;
      out += static_cast<char>(high * 16 + low);
      i += 2;
    }
  }
  return out;
}

std::string_view take_until(std::string_view& rest, char end) {
  const std::size_t at = rest.find(end);
  const std::string_view piece = rest.substr(0, at);
  rest = at == std::string_view::npos ? std::string_view() : rest.substr(at + 1);
  return piece;
}

bool read_query(std::string_view query, Request& request) {
  while (!query.empty()) {
    std::string_view pair = take_until(query, '&');
    if (pair.empty()) continue;
    const auto name = decoded(take_until(pair, '='), true);
    const auto value = decoded(pair, true);
    if (!name || !value) return false;
    request.query.emplace_back(*name, *value);
  }
  return true;
}

}  // namespace

std::string header_text(std::string_view value) {
  constexpr std::string_view kExtended = "UTF-8''";
  if (!value.starts_with(kExtended)) return std::string(value);
  return decoded(value.substr(kExtended.size()), false).value_or(std::string(value));
}

bool read_target(std::string_view target, Request& request) {
  std::string_view path = take_until(target, '?');
  if (path.empty() || path.front() != '/') return false;
  request.path = path;
  path.remove_prefix(1);
  while (!path.empty()) {
    const auto segment = decoded(take_until(path, '/'), false);
    if (!segment) return false;
    request.segments.push_back(*segment);
  }
  return read_query(target, request);
}

}  // namespace kilter::http
