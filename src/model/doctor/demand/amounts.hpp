// How much of anything can be planned. Quantities and money are 64-bit integers; these limits, which the data doctor
// holds every plant to (absurd_amounts.cpp), keep every product and sum of a plan inside them:
//
//   units    10^10 x 10^6 (decimals) x 10^9 (seconds held) x 4 x 10^12 (cents shared by that weight)  < 2^127
//   money    4 x 10^10 x 100 (cents) x 10^6 (the search counts millionths of them) x 2               < 2^63
//
// Where all together may come to more than kMostMoney, the search counts in larger parts of a cent
// (coordinate::cost_units_per_cent): at kMostMoneyInAll in thousandths.
#pragma once

#include "model/build/values.hpp"

namespace kilter::model {

inline constexpr double kMostUnits = 1e10;  // of one item over all
inline constexpr double kMostMoney = 4e10;  // of the plant's currency: on one item, one operation, one order
inline constexpr double kMostMoneyInAll = 4e13;

// The number behind a value; 0 when it is outside its limits, which is a fault of its own.
template <class T>
double sane(T value) {
  if (raw_of(value) < 0 || raw_of(value) > limit_of<T>()) return 0;
  constexpr bool kMoney = std::is_same_v<T, Money>;
  constexpr bool kPlain = std::is_integral_v<T> || std::is_same_v<T, Duration>;
  return static_cast<double>(raw_of(value)) / (kPlain ? 1.0 : kMoney ? 100.0 : static_cast<double>(base::kMicro));
}

}  // namespace kilter::model
