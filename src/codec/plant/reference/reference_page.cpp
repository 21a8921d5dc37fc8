#include "codec/plant/reference/reference_page.hpp"

#include <string_view>

#include "codec/plant/field.hpp"

namespace kilter::codec::plant {
namespace {

constexpr std::string_view kIntroduction = R"(# The plant folder

Made from the table of fields that the reader and the writer use (`src/codec/plant/tables/`); a test compares.

A plant is a folder of tables, one CSV file each. `kilter check FOLDER` names every fault in it at once, `kilter
export` writes one that reads back to an equal plant. Only the tables and columns that a plant needs have to be
there: `plant.csv` and whatever is made, bought and ordered. Other files than those below are passed over; a file or
column whose name is nearly one of these is a fault, so that no typing error goes unseen.

## How cells are written

| what | how |
|---|---|
| file | RFC 4180: commas, double quotes around cells with commas, quotes or line ends, quotes inside doubled. UTF-8, with or without a byte order mark. The first row holds the names of the columns, in any order. |
| empty cell | not given: the default holds. Every default in the column "when empty" that is marked *assumed* is listed as an assumption of the plan, with the number of rows. |
| number | exact decimal with a point, no thousands separator, no percent sign, no exponent: `12`, `0.05`. Quantities, prices and shares have up to six decimals, money two. |
| yes or no | `yes`, `no`, `true`, `false`. |
| date and time | ISO 8601: `2026-11-23`, `2026-11-23T06:00`, with an offset `2026-11-23T06:00+01:00` or `Z`; without one the plant's time zone holds. In the hour that clocks skip, the moment of the change is meant; in the hour that comes twice, the first. |
| a date alone | in columns of kind *from* the start of that day, in columns of kind *until* the end of it (24:00): due on the 4th is in time on all of the 4th, absent until the 27th is back on the 28th. |
| duration | `1d 2h 30m 15s`, `90m`, `1.5h`, or ISO 8601 `PT1H30M`, `P2W`. A day is 24 hours of elapsed time, a week seven days. |
| weekdays | `Mon-Fri`, `"Mon,Wed"`, `Mon;Wed`, `daily`. |
| time of day | `06:00`, `22:30`, `24:00`, in the plant's time zone. |
| formula | A cell that begins with `=` is refused. Text that begins with `=`, `+`, `-`, `@` or an apostrophe is written with an apostrophe in front, which is taken off again when read. |

An error refuses the whole folder; a warning points out something odd; an assumption is a default that was used.

)";

std::string_view kind_word(Kind kind) {
  switch (kind) {
    case Kind::text:
      return "text";
    case Kind::id:
      return "id";
    case Kind::reference:
      return "reference";
    case Kind::yes_no:
      return "yes or no";
    case Kind::whole:
      return "whole number";
    case Kind::quantity:
      return "quantity";
    case Kind::ratio:
      return "number";
    case Kind::price:
      return "price";
    case Kind::rate:
      return "rate per hour";
    case Kind::money:
      return "money";
    case Kind::duration:
      return "duration";
    case Kind::from:
      return "date or time, from";
    case Kind::until:
      return "date or time, until";
    case Kind::time_of_day:
      return "time of day";
    case Kind::days:
      return "weekdays";
    case Kind::choice:
      return "word";
  }
  return "";
}

std::string holds(const Column& column) {
  std::string text(kind_word(column.kind));
  const std::string_view detail = column.detail;
  if (detail.empty()) return text;
  if (column.kind == Kind::reference) return text + " to `" + std::string(detail) + "`";
  return text + ": " + std::string(detail);
}

std::string when_empty(const Column& column) {
  std::string fallback = column.fallback;
  switch (column.need) {
    case Need::required:
      return "**needed**";
    case Need::assumed:
      return "`" + fallback + "`, *assumed*";
    case Need::derived:
      return fallback + ", *assumed*";
    case Need::optional:
      return fallback;
  }
  return "";
}

std::string section(const Table& table) {
  std::string text = "## " + std::string(table.file) + "\n\n" + table.title + ". " + table.meaning;
  if (table.required) text += " This file is needed.";
  text += "\n\n| column | holds | when empty | meaning | example |\n|---|---|---|---|---|\n";
  for (const Column& column : table.columns) {
    text += "| `" + std::string(column.name) + "` | " + holds(column) + " | " + when_empty(column) + " | " +
            column.meaning + " | `" + column.example + "` |\n";
  }
  return text + "\n";
}

}  // namespace

std::string reference_page() {
  std::string text(kIntroduction);
  for (const Table& table : tables()) text += section(table);
  text.pop_back();
  return text;
}

}  // namespace kilter::codec::plant
