// The names of one kind of entity and their resolution, with "Maybe ..." when a name is unknown.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/strong_id.hpp"
#include "model/report/name_index.hpp"
#include "model/report/report.hpp"

namespace kilter::model {

// What a kind is called in messages and where its entities are listed.
struct Kind {
  const char* noun = "";  // "work unit"
  const char* code = "";  // "work-unit", as in "unknown-work-unit"
  const char* file = "";  // "work_units.csv"
};

template <class Id>
class Names {
 public:
  explicit Names(Kind kind) : kind_(kind) {}

  void reserve(std::size_t count) { index_.reserve(count); }
  // Gives `name` to `id`; a missing or repeated name is an error. `spot` is where it is defined.
  void define(Id id, const Spot& spot, Report& report);
  // The named entity; an empty or unknown name is an error and gives none().
  [[nodiscard]] Id required(const Spot& spot, Report& report);
  // As `required`, but an empty name gives none() without an issue.
  [[nodiscard]] Id optional(const Spot& spot, Report& report);
  // The named entity, or none().
  [[nodiscard]] Id find(std::string_view name) const {
    const auto value = index_.find(name);
    return value ? Id(*value) : Id::none();
  }
  [[nodiscard]] const NameIndex& index() const { return index_; }
  // For entities that come to be by being named: `id` unless the name is known.
  Id find_or_define(std::string_view name, Id id) {
    const auto known = index_.insert(name, id.index());
    return known ? Id(*known) : id;
  }

 private:
  Kind kind_;
  NameIndex index_;
};

// "Maybe X or Y." for the nearest known names within `scope`; empty when nothing is near.
std::string maybe(std::string_view wrong, const NameIndex& index, std::uint32_t scope = NameIndex::kNoScope);

void report_unknown(const Kind& kind, const Spot& spot, const NameIndex& index, Report& report);
void report_missing(const Spot& spot, Report& report);
void report_duplicate(const Kind& kind, const Spot& spot, Report& report);

template <class Id>
void Names<Id>::define(Id id, const Spot& spot, Report& report) {
  if (spot.value.empty()) {
    report_missing(spot, report);
  } else if (index_.insert(spot.value, id.index())) {
    report_duplicate(kind_, spot, report);
  }
}

template <class Id>
Id Names<Id>::required(const Spot& spot, Report& report) {
  if (spot.value.empty()) {
    report_missing(spot, report);
    return Id::none();
  }
  return optional(spot, report);
}

template <class Id>
Id Names<Id>::optional(const Spot& spot, Report& report) {
  if (spot.value.empty()) return Id::none();
  const auto value = index_.find(spot.value);
  if (value) return Id(*value);
  report_unknown(kind_, spot, index_, report);
  return Id::none();
}

}  // namespace kilter::model
