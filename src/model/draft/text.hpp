// A view of text that a draft does not own: a literal, a cell of a file's buffer, or a string kept by the draft itself.
// Temporary strings are refused at compile time, since nobody would keep them.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace kilter::model {

class Text {
 public:
  constexpr Text() = default;
  constexpr Text(const char* literal) : view_(literal) {}  // NOLINT(google-explicit-constructor)
  constexpr Text(std::string_view view) : view_(view) {}   // NOLINT(google-explicit-constructor)
  Text(const std::string& kept) : view_(kept) {}           // NOLINT(google-explicit-constructor)
  Text(std::string&&) = delete;

  [[nodiscard]] constexpr std::string_view view() const { return view_; }
  [[nodiscard]] constexpr bool empty() const { return view_.empty(); }
  [[nodiscard]] std::string str() const { return std::string(view_); }

  friend constexpr bool operator==(const Text&, const Text&) = default;

 private:
  std::string_view view_;
};

// Row of the file that a draft row came from (1-based; the header is row 1); 0 when it came from elsewhere.
using RowNumber = std::uint32_t;

}  // namespace kilter::model
