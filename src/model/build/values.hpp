// Checks of single values, by table-free rule: negative, zero where something is needed, and absurd. Products of
// values within these limits need not fit: how much there may be of anything in all is doctor/demand/amounts.hpp.
#pragma once

#include <string>

#include "model/build/build.hpp"
#include "model/decimal_text.hpp"

namespace kilter::model {

// What a plant of any size stays below.
inline constexpr std::int64_t kLargestQuantity = 1'000'000'000 * base::kMicro;  // units
inline constexpr std::int64_t kLargestPrice = 1'000'000'000 * base::kMicro;     // per unit or hour
inline constexpr std::int64_t kLargestMoney = 1'000'000'000'000 * 100;          // cents
inline constexpr std::int64_t kLargestRatio = 1'000'000 * base::kMicro;
inline constexpr std::int64_t kLongestDuration = 20LL * 366 * 86'400;  // seconds
inline constexpr std::int32_t kLargestCount = 10'000;
inline constexpr std::int32_t kLargestWhole = 1'000'000;

// A number with the words and limits of its type.
struct Figure {
  std::int64_t raw = 0;
  std::int64_t limit = 0;
  std::string text;
};
inline Figure figure(Quantity value) { return {value.raw(), kLargestQuantity, decimal_text(value)}; }
inline Figure figure(UnitPrice value) { return {value.raw(), kLargestPrice, decimal_text(value)}; }
inline Figure figure(HourlyRate value) { return {value.raw(), kLargestPrice, decimal_text(value)}; }
inline Figure figure(Ratio value) { return {value.raw(), kLargestRatio, decimal_text(value)}; }
inline Figure figure(Money value) { return {value.raw(), kLargestMoney, decimal_text(value)}; }
inline Figure figure(Duration value) { return {value.count(), kLongestDuration, std::to_string(value.count()) + "s"}; }
inline Figure figure(std::int32_t value) { return {value, kLargestWhole, std::to_string(value)}; }

// The slow half of the checks below: says what is wrong.
void report_figure(Report& report, Spot spot, const Figure& figure, bool zero_allowed);

template <class T>
constexpr std::int64_t raw_of(T value) {
  if constexpr (std::is_integral_v<T>) {
    return value;
  } else if constexpr (std::is_same_v<T, Duration>) {
    return value.count();
  } else {
    return value.raw();
  }
}
template <class T>
constexpr std::int64_t limit_of() {
  if constexpr (std::is_same_v<T, Quantity>) return kLargestQuantity;
  if constexpr (std::is_same_v<T, Ratio>) return kLargestRatio;
  if constexpr (std::is_same_v<T, Money>) return kLargestMoney;
  if constexpr (std::is_same_v<T, Duration>) return kLongestDuration;
  if constexpr (std::is_integral_v<T>) return kLargestWhole;
  return kLargestPrice;
}

// 0 <= value <= the limit of its type.
template <class Row, class T>
bool check_not_negative(Build& build, const Row& row, const char* column, T value) {
  if (raw_of(value) >= 0 && raw_of(value) <= limit_of<T>()) return true;
  report_figure(build.report, spot(row, column), figure(value), true);
  return false;
}

// 0 < value <= the limit of its type.
template <class Row, class T>
bool check_positive(Build& build, const Row& row, const char* column, T value) {
  if (raw_of(value) > 0 && raw_of(value) <= limit_of<T>()) return true;
  report_figure(build.report, spot(row, column), figure(value), false);
  return false;
}

// A share: 0 <= value <= 1, without either end when not allowed.
enum class Ends : std::uint8_t { zero_to_one, above_zero, below_one };
void report_share(Report& report, Spot spot, Ratio value, Ends ends);

template <class Row>
bool check_share(Build& build, const Row& row, const char* column, Ratio value, Ends ends) {
  const bool low = ends == Ends::above_zero ? value.positive() : !value.negative();
  const bool high = ends == Ends::below_one ? value < Ratio::one() : value <= Ratio::one();
  if (low && high) return true;
  report_share(build.report, spot(row, column), value, ends);
  return false;
}

}  // namespace kilter::model
