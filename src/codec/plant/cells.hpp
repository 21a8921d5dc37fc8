// Reading and writing one cell by the type of the draft's member and the kind of its column.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "codec/plant/field.hpp"
#include "codec/plant/words.hpp"
#include "codec/text/csv.hpp"
#include "codec/text/values/civil_time.hpp"
#include "codec/text/values/decimal.hpp"
#include "codec/text/values/duration.hpp"
#include "model/decimal_text.hpp"

namespace kilter::codec::plant {

// Faults that name the words allowed.
CellFault unknown_word(std::string_view cell, std::span<const std::string_view> words);
CellFault formula_fault();
std::optional<CellFault> read_flag(std::string_view cell, bool& value);

template <class T>
inline constexpr bool kIsFixed = requires(T value) {
  { value.raw() } -> std::convertible_to<std::int64_t>;
};

// Takes a parsed value over, or says what is wrong.
template <class T, class Store>
std::optional<CellFault> store(const text::Parsed<T>& parsed, Store&& store_value) {
  if (!parsed.ok()) return CellFault{parsed.fault->code, parsed.fault->message, parsed.fault->way_out};
  store_value(parsed.value);
  return std::nullopt;
}

template <Kind kKind>
inline constexpr text::DateOnly kDateOnly =
    kKind == Kind::until ? text::DateOnly::end_of_day : text::DateOnly::start_of_day;

template <Kind kKind, class T>
std::optional<CellFault> read_value(std::string_view cell, const CellContext& context, T& value) {
  if (text::is_formula(cell)) return formula_fault();
  const auto keep = [&value](auto parsed) { value = parsed; };
  if constexpr (std::is_same_v<T, model::Text>) {
    value = text::unguarded(cell);
    return std::nullopt;
  } else if constexpr (std::is_same_v<T, bool>) {
    return read_flag(cell, value);
  } else if constexpr (std::is_enum_v<T>) {
    const auto found = from_word<T>(cell);
    if (!found) return unknown_word(cell, Words<T>::kAll);
    value = *found;
    return std::nullopt;
  } else if constexpr (std::is_same_v<T, std::uint8_t>) {
    return store(text::parse_days(cell), keep);
  } else if constexpr (std::is_same_v<T, std::int32_t>) {
    return store(kKind == Kind::time_of_day ? text::parse_time_of_day(cell) : text::parse_whole(cell), keep);
  } else if constexpr (std::is_same_v<T, model::Duration>) {
    return store(text::parse_duration(cell), keep);
  } else if constexpr (std::is_same_v<T, model::Instant>) {
    return store(text::parse_instant(cell, context.zone, kDateOnly<kKind>), keep);
  } else {
    static_assert(kIsFixed<T>);
    constexpr unsigned kDecimals = std::is_same_v<T, model::Money> ? 2 : 6;
    return store(text::parse_decimal(cell, kDecimals), [&value](std::int64_t raw) { value = T::from_raw(raw); });
  }
}

template <Kind kKind, class T>
void write_value(const T& value, const CellContext& context, std::string& out) {
  if constexpr (std::is_same_v<T, model::Text>) {
    text::append_text_cell(out, value.view());
  } else if constexpr (std::is_same_v<T, bool>) {
    out += value ? "yes" : "no";
  } else if constexpr (std::is_enum_v<T>) {
    out += word(value);
  } else if constexpr (std::is_same_v<T, std::uint8_t>) {
    text::append_cell(out, text::days_text(value));
  } else if constexpr (std::is_same_v<T, std::int32_t>) {
    out += kKind == Kind::time_of_day ? text::time_of_day_text(value) : std::to_string(value);
  } else if constexpr (std::is_same_v<T, model::Duration>) {
    out += text::duration_text(value);
  } else if constexpr (std::is_same_v<T, model::Instant>) {
    out += text::instant_text(value, context.zone, kDateOnly<kKind>);
  } else {
    out += model::decimal_text(value);
  }
}

template <class T>
inline constexpr bool kIsOptional = false;
template <class T>
inline constexpr bool kIsOptional<std::optional<T>> = true;

template <class Row, class T>
Row row_type(T Row::*);

// The accessors of one member of a draft row.
template <auto kMember, Kind kKind>
struct Cell {
  using Row = decltype(row_type(kMember));

  static std::optional<CellFault> read(void* row, std::string_view cell, const CellContext& context) {
    auto& member = static_cast<Row*>(row)->*kMember;
    using T = std::remove_reference_t<decltype(member)>;
    if constexpr (kIsOptional<T>) {
      typename T::value_type value{};
      auto fault = read_value<kKind>(cell, context, value);
      if (!fault) member = value;
      return fault;
    } else {
      return read_value<kKind>(cell, context, member);
    }
  }

  static void write(const void* row, const CellContext& context, std::string& out) {
    const auto& member = static_cast<const Row*>(row)->*kMember;
    if constexpr (kIsOptional<std::remove_cvref_t<decltype(member)>>) {
      if (member) write_value<kKind>(*member, context, out);
    } else {
      write_value<kKind>(member, context, out);
    }
  }
};

// The words of a column for the reference page and for messages.
struct Label {
  const char* name;
  Need need = Need::required;
  const char* fallback = "";
  const char* detail = "";
  const char* meaning = "";
  const char* example = "";
};

template <auto kMember, Kind kKind>
Column column(const Label& label) {
  return {.name = label.name,
          .kind = kKind,
          .need = label.need,
          .fallback = label.fallback,
          .detail = label.detail,
          .meaning = label.meaning,
          .example = label.example,
          .read = &Cell<kMember, kKind>::read,
          .write = &Cell<kMember, kKind>::write};
}

// The accessors of one vector of the draft.
template <auto kRows>
struct Rows {
  static void* append(model::PlantDraft& draft, model::RowNumber row) {
    auto& rows = draft.*kRows;
    rows.emplace_back();
    rows.back().row = row;
    return &rows.back();
  }
  static std::size_t count(const model::PlantDraft& draft) { return (draft.*kRows).size(); }
  static const void* at(const model::PlantDraft& draft, std::size_t index) { return &(draft.*kRows)[index]; }
  static void reserve(model::PlantDraft& draft, std::size_t count) { (draft.*kRows).reserve(count); }
};

template <auto kRows>
Table table(const char* file, const char* title, const char* meaning, const std::vector<Column>& columns) {
  return {.file = file,
          .title = title,
          .meaning = meaning,
          .required = false,
          .single_row = false,
          .columns = columns,
          .append = &Rows<kRows>::append,
          .count = &Rows<kRows>::count,
          .at = &Rows<kRows>::at,
          .reserve = &Rows<kRows>::reserve};
}

}  // namespace kilter::codec::plant
