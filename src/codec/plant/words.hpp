// The words that stand for the values of the plant's enumerations.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "model/plant.hpp"

namespace kilter::codec::plant {

// In the order of the enumerators, which count from 0.
template <class Enum>
struct Words;

#define KILTER_WORDS(ENUM, COUNT, ...)                                      \
  template <>                                                               \
  struct Words<model::ENUM> {                                               \
    static constexpr std::array<std::string_view, COUNT> kAll{__VA_ARGS__}; \
  }

KILTER_WORDS(TimeClass, 2, "regular", "overtime");
KILTER_WORDS(ExceptionKind, 3, "closed", "open", "overtime");
KILTER_WORDS(Source, 3, "make", "buy", "both");
KILTER_WORDS(LotPolicy, 4, "lot_for_lot", "fixed", "period", "economic");
KILTER_WORDS(Attendance, 3, "whole", "setup", "share");
KILTER_WORDS(OrderStatus, 3, "inquiry", "firm", "closed");
KILTER_WORDS(SupplyStatus, 3, "planned", "firm", "released");
KILTER_WORDS(WorkStatus, 4, "waiting", "pinned", "started", "done");
KILTER_WORDS(AccountKind, 7, "material", "labour", "machine", "overtime", "outside", "freight", "other");
KILTER_WORDS(Lamp, 8, "material", "people", "machine", "tool", "document", "quality", "paperwork", "money");

#undef KILTER_WORDS

template <class Enum>
std::string_view word(Enum value) {
  return Words<Enum>::kAll[static_cast<std::size_t>(value)];
}

// Upper and lower case are the same.
template <class Enum>
std::optional<Enum> from_word(std::string_view text) {
  const auto same = [](std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
      const char c = a[i] >= 'A' && a[i] <= 'Z' ? static_cast<char>(a[i] - 'A' + 'a') : a[i];
      if (c != b[i]) return false;
    }
    return true;
  };
  for (std::size_t i = 0; i < Words<Enum>::kAll.size(); ++i) {
    if (same(text, Words<Enum>::kAll[i])) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace kilter::codec::plant
