// The table of kinds of events and of their fields: what reading, docs/floor-events.md and the effects share.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "service/floor/event.hpp"

namespace kilter::service {

// What a field holds, in the words of the reference page.
enum class Holds : std::uint8_t {
  text,
  id,         // names something new, or something of the desk
  reference,  // names a row of the table in `FieldRule::detail`
  references,
  quantity,  // 0 or more
  price,     // 0 or more, six decimals
  money,     // two decimals, below 0 too
  whole,     // 0 or more
  flag,
  word,   // one of those in `FieldRule::detail`
  from,   // date or time; a date means the start of that day
  until,  // date or time; a date means the end of that day
};

struct FieldRule {
  Field field;
  std::string_view name;
  Holds holds;
  std::string_view detail;
  std::string_view meaning;
};

struct KindField {
  Field field;
  bool needed = false;
};

struct KindRule {
  EventKind kind;
  std::string_view name;
  std::string_view meaning;
  std::vector<KindField> fields;
  std::string_view example;  // JSON of fields that make sense together
};

// By Field.
std::span<const FieldRule> field_rules();
// By EventKind.
std::span<const KindRule> kind_rules();

const FieldRule& rule_of(Field field);
const KindRule& rule_of(EventKind kind);
// An event of the kind, as JSON.
std::string example_of(const KindRule& rule);
std::optional<Field> field_named(std::string_view name);
std::optional<EventKind> kind_named(std::string_view name);

}  // namespace kilter::service
