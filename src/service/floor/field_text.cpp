#include "service/floor/field_text.hpp"

#include <algorithm>

#include "codec/plant/cells.hpp"
#include "codec/text/values/civil_time.hpp"
#include "codec/text/values/decimal.hpp"

namespace kilter::service {
namespace {

using codec::text::DateOnly;

// What one report can be about: more is a typing error. Sums stay far below what a plant can hold.
constexpr std::int64_t kLargestQuantity = 10'000'000;
constexpr std::int64_t kLargestPrice = 10'000'000;
constexpr std::int64_t kLargestMoney = 100'000'000;
constexpr unsigned kQuantityDecimals = 6;
constexpr unsigned kMoneyDecimals = 2;

struct Limits {
  unsigned decimals;
  std::int64_t least;
  std::int64_t most;
};

FieldFault number_fault(std::string_view text, const Limits& limits) {
  const auto parsed = codec::text::parse_decimal(text, limits.decimals);
  if (!parsed.ok()) return {parsed.fault->code, parsed.fault->message, parsed.fault->way_out};
  std::int64_t one = 1;
  for (unsigned i = 0; i < limits.decimals; ++i) one *= 10;
  if (parsed.value < limits.least * one) return {"negative-value", "is below zero", "Give zero or more."};
  if (parsed.value > limits.most * one) {
    return {"too-large", "is above " + std::to_string(limits.most), "Correct the number, or report it in parts."};
  }
  return {};
}

FieldFault moment_fault(std::string_view text, DateOnly date_only) {
  static const time::Zone kUtc;
  const auto parsed = codec::text::parse_instant(text, kUtc, date_only);
  return parsed.ok() ? FieldFault() : FieldFault{parsed.fault->code, parsed.fault->message, parsed.fault->way_out};
}

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

FieldFault text_fault(std::string_view text, std::size_t longest) {
  if (text.size() > longest) {
    return {"too-long", "is longer than " + std::to_string(longest) + " bytes", "Shorten it."};
  }
  if (has_control(text)) return {"bad-text", "holds a control character", "Write it in one line."};
  if (text.front() == ' ' || text.back() == ' ') return {"bad-text", "begins or ends with a blank", "Trim it."};
  return {};
}

// What a spreadsheet would run, and what separates ids in lists, stands in no id.
FieldFault id_fault(std::string_view text) {
  constexpr std::string_view kNeverFirst = "=+-@'";
  if (kNeverFirst.find(text.front()) != std::string_view::npos || text.find(';') != std::string_view::npos) {
    return {"bad-id", "begins with one of = + - @ ' or holds a semicolon", "Choose another id."};
  }
  return text_fault(text, kLongestId);
}

FieldFault word_fault(std::string_view words, std::string_view text) {
  std::string_view rest = words;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(", "), rest.size());
    if (rest.substr(0, end) == text) return {};
    rest.remove_prefix(std::min(rest.size(), end + 2));
  }
  return {"unknown-word", "is none of the words allowed here", "Write one of " + std::string(words) + "."};
}

FieldFault flag_fault(std::string_view text) {
  bool value = false;
  const auto fault = codec::plant::read_flag(text, value);
  return fault ? FieldFault{"bad-flag", fault->message, fault->way_out} : FieldFault();
}

}  // namespace

FieldFault fault_of(Holds holds, std::string_view detail, std::string_view text) {
  switch (holds) {
    case Holds::text:
    case Holds::references:
      return text_fault(text, kLongestText);
    case Holds::id:
    case Holds::reference:
      return id_fault(text);
    case Holds::quantity:
      return number_fault(text, {kQuantityDecimals, 0, kLargestQuantity});
    case Holds::price:
      return number_fault(text, {kQuantityDecimals, 0, kLargestPrice});
    case Holds::money:
      return number_fault(text, {kMoneyDecimals, -kLargestMoney, kLargestMoney});
    case Holds::whole:
      return number_fault(text, {0, 0, 1'000'000});
    case Holds::flag:
      return flag_fault(text);
    case Holds::word:
      return word_fault(detail, text);
    case Holds::from:
      return moment_fault(text, DateOnly::start_of_day);
    case Holds::until:
      return moment_fault(text, DateOnly::end_of_day);
  }
  return {};
}

}  // namespace kilter::service
