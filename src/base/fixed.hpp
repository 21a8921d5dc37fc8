// Exact decimals. Money, quantities, prices and ratios are integers with a fixed number of decimals;
// there is no floating point in any of them, and every rounding is named.
//
//   Quantity frames = Quantity::units(40);
//   UnitPrice price = UnitPrice::micros(12'345'000);     // 12.345 per unit
//   Money total = price.times(frames);                   // 493.80, half away from zero
#pragma once

#include <compare>
#include <cstdint>
#include <limits>

#include "base/require.hpp"

namespace kilter::base {

__extension__ using Int128 = __int128;

// Whether a 128-bit value is one of 64 bits.
constexpr bool fits(Int128 value) {
  return value >= std::numeric_limits<std::int64_t>::min() && value <= std::numeric_limits<std::int64_t>::max();
}
// A value that is known to fit; the data doctor holds plants to sizes at which everything does.
constexpr std::int64_t fitting(Int128 value) {
  KILTER_REQUIRE(fits(value));
  return static_cast<std::int64_t>(value);
}
// The nearest value that fits: for numbers of the input that nobody has looked at yet.
constexpr std::int64_t saturated(Int128 value) {
  if (fits(value)) return static_cast<std::int64_t>(value);
  return value < 0 ? std::numeric_limits<std::int64_t>::min() : std::numeric_limits<std::int64_t>::max();
}

constexpr Int128 wide_mul_div_floor(std::int64_t a, std::int64_t b, std::int64_t c) {
  const Int128 product = static_cast<Int128>(a) * b;
  return product / c - (product % c < 0 ? 1 : 0);
}
constexpr Int128 wide_mul_div_ceil(std::int64_t a, std::int64_t b, std::int64_t c) {
  const Int128 product = static_cast<Int128>(a) * b;
  return product / c + (product % c > 0 ? 1 : 0);
}
// Half away from zero, the commercial rule.
constexpr Int128 wide_mul_div_round(std::int64_t a, std::int64_t b, std::int64_t c) {
  const Int128 product = static_cast<Int128>(a) * b;
  const Int128 half = c / 2;
  return (product >= 0 ? product + half : product - half) / c;
}

// a * b / c with 128-bit intermediate. c > 0; the result must fit.
constexpr std::int64_t mul_div_floor(std::int64_t a, std::int64_t b, std::int64_t c) {
  return fitting(wide_mul_div_floor(a, b, c));
}
constexpr std::int64_t mul_div_ceil(std::int64_t a, std::int64_t b, std::int64_t c) {
  return fitting(wide_mul_div_ceil(a, b, c));
}
constexpr std::int64_t mul_div_round(std::int64_t a, std::int64_t b, std::int64_t c) {
  return fitting(wide_mul_div_round(a, b, c));
}

inline constexpr std::int64_t kMicro = 1'000'000;

// Shared arithmetic of the fixed-point types (CRTP). `Derived` adds names and the meaningful products.
template <class Derived>
class Fixed {
 public:
  constexpr Fixed() = default;
  [[nodiscard]] constexpr std::int64_t raw() const { return raw_; }
  [[nodiscard]] static constexpr Derived from_raw(std::int64_t raw) {
    Derived value;
    value.raw_ = raw;
    return value;
  }
  [[nodiscard]] static constexpr Derived zero() { return Derived(); }
  [[nodiscard]] constexpr bool is_zero() const { return raw_ == 0; }
  [[nodiscard]] constexpr bool positive() const { return raw_ > 0; }
  [[nodiscard]] constexpr bool negative() const { return raw_ < 0; }

  friend constexpr auto operator<=>(const Derived& a, const Derived& b) { return a.raw_ <=> b.raw_; }
  friend constexpr bool operator==(const Derived& a, const Derived& b) { return a.raw_ == b.raw_; }
  friend constexpr Derived operator+(Derived a, Derived b) { return from_raw(a.raw_ + b.raw_); }
  friend constexpr Derived operator-(Derived a, Derived b) { return from_raw(a.raw_ - b.raw_); }
  friend constexpr Derived operator-(Derived a) { return from_raw(-a.raw_); }
  constexpr Derived& operator+=(Derived b) {
    raw_ += b.raw_;
    return static_cast<Derived&>(*this);
  }
  constexpr Derived& operator-=(Derived b) {
    raw_ -= b.raw_;
    return static_cast<Derived&>(*this);
  }

 private:
  std::int64_t raw_ = 0;
};

// Money in minor units (cents) of the plant's currency.
class Money : public Fixed<Money> {
 public:
  static constexpr Money minor(std::int64_t cents) { return from_raw(cents); }
};

// A ratio (scrap share, yield, speed factor, share of attendance) with six decimals. 1 = `one()`.
class Ratio : public Fixed<Ratio> {
 public:
  static constexpr Ratio micros(std::int64_t value) { return from_raw(value); }
  static constexpr Ratio one() { return from_raw(kMicro); }
};

// A quantity of an item in its unit of measure, six decimals.
class Quantity : public Fixed<Quantity> {
 public:
  static constexpr Quantity micros(std::int64_t value) { return from_raw(value); }
  static constexpr Quantity units(std::int64_t value) { return from_raw(value * kMicro); }
  // this * ratio, rounded up to the next millionth.
  [[nodiscard]] constexpr Quantity times_ceil(Ratio ratio) const {
    return from_raw(mul_div_ceil(raw(), ratio.raw(), kMicro));
  }
  // this / ratio, rounded up. ratio > 0.
  [[nodiscard]] constexpr Quantity divided_ceil(Ratio ratio) const {
    return from_raw(mul_div_ceil(raw(), kMicro, ratio.raw()));
  }
  [[nodiscard]] constexpr Quantity times_floor(Ratio ratio) const {
    return from_raw(mul_div_floor(raw(), ratio.raw(), kMicro));
  }
  // this * other, both as plain numbers (a quantity of parents times a quantity per parent), rounded up.
  [[nodiscard]] constexpr Quantity times_ceil(Quantity per_unit) const {
    return from_raw(mul_div_ceil(raw(), per_unit.raw(), kMicro));
  }
  // The smallest multiple of `step` that is >= this. step > 0.
  [[nodiscard]] constexpr Quantity round_up_to(Quantity step) const {
    const Int128 count = (static_cast<Int128>(raw()) + step.raw() - 1) / step.raw();
    return from_raw(fitting(count * step.raw()));
  }
};

// A price or cost per unit of quantity: plant currency (major units, e.g. EUR) with six decimals.
class UnitPrice : public Fixed<UnitPrice> {
 public:
  static constexpr UnitPrice micros(std::int64_t value) { return from_raw(value); }
  // price * quantity in cents, half away from zero.
  [[nodiscard]] constexpr Money times(Quantity quantity) const {
    return Money::minor(mul_div_round(raw(), quantity.raw(), kMicro * kMicro / 100));
  }
};

// A rate per hour of time: plant currency (major units) with six decimals.
class HourlyRate : public Fixed<HourlyRate> {
 public:
  static constexpr HourlyRate micros(std::int64_t value) { return from_raw(value); }
  // rate * seconds in cents, half away from zero.
  [[nodiscard]] constexpr Money times_seconds(std::int64_t seconds) const {
    return Money::minor(mul_div_round(raw(), seconds, kMicro * 36));
  }
};

}  // namespace kilter::base
