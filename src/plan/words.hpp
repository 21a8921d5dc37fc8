// Enums and causes as short plain words, one table for files, reports and screens; and back again for readers.
//
//   word(CostKind::overtime)                       -> "overtime"
//   from_word<LateCause>("minimum wait")           -> LateCause::minimum_wait
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::plan {

using Words = std::span<const std::string_view>;

// All words of an enum, indexed by its value.
Words words_of(SupplyKind);
Words words_of(DemandKind);
Words words_of(AssigneeKind);
Words words_of(AssignmentReason);
Words words_of(PurchaseReason);
Words words_of(UnplannedReason);
Words words_of(ActionKind);
Words words_of(CostKind);
Words words_of(CostRef);
Words words_of(LampState);
Words words_of(LampCause);
Words words_of(LateCause);
Words words_of(LoadKind);
Words words_of(model::WorkStatus);
Words words_of(model::Lamp);
Words words_of(base::Severity);

template <class Enum>
std::string_view word(Enum value) {
  return words_of(value)[static_cast<std::size_t>(value)];
}

// The enum value that `text` names; nothing when it names none.
template <class Enum>
std::optional<Enum> from_word(std::string_view text) {
  const Words words = words_of(Enum());
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == text) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

// What a person would say: "no work unit can do it" for UnplannedReason::no_unit, and so on. No full stop, lower case.
std::string_view explain(UnplannedReason reason);
std::string_view explain(LateCause cause);
std::string_view explain(AssignmentReason reason);
std::string_view explain(PurchaseReason reason);
std::string_view explain(ActionKind kind);

}  // namespace kilter::plan
