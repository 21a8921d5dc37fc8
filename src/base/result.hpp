// A value or an expected failure. Broken invariants assert; third-party exceptions are caught in the layer that calls
// them.
#pragma once

#include <optional>
#include <utility>
#include <variant>

#include "base/issue.hpp"

namespace kilter::base {

// T, or E (default: the issues that explain why there is no T; never empty on failure).
template <class T, class E = Issues>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}  // NOLINT(google-explicit-constructor)
  static Result failure(E error) { return Result(std::in_place_index<1>, std::move(error)); }

  [[nodiscard]] bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }
  [[nodiscard]] const T& value() const& { return std::get<0>(state_); }
  [[nodiscard]] T& value() & { return std::get<0>(state_); }
  [[nodiscard]] T&& value() && { return std::get<0>(std::move(state_)); }
  [[nodiscard]] const E& error() const { return std::get<1>(state_); }

 private:
  template <std::size_t kIndex, class U>
  Result(std::in_place_index_t<kIndex> index, U&& content) : state_(index, std::forward<U>(content)) {}
  std::variant<T, E> state_;
};

}  // namespace kilter::base
