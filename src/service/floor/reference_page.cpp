#include "service/floor/reference_page.hpp"

#include <string_view>

#include "service/floor/event_kinds.hpp"
#include "service/tables/desk_tables.hpp"

namespace kilter::service {
namespace {

constexpr std::string_view kIntroduction = R"(# Floor events

Made from the table of kinds and fields that reading uses (`src/service/floor/`); a test compares, and takes every
example.

An event says one thing that happened. Events are JSON: one object, or a list of them. Every event has

| field | holds | meaning |
|---|---|---|
| `id` | id, **needed** | Chosen by the sender. Sent again with the same id, an event counts once. |
| `kind` | one of those below, **needed** | What happened. |
| `at` | date and time | When it was so; without an offset in the plant's zone. Left out, or later: when it was received. |
| `person` | id | Who says so. |
| `device` | text | Where it was sent from. |
| `sequence` | whole number | Counts the device's events from 1. |

and the fields of its kind; **bold** ones are needed. Numbers may stand in quotes, which keeps them exact. Dates and
times are written as in the plant folder.

Nothing is dropped: an event that names somebody or something that nobody knows is refused, with every fault; one that
contradicts what is known becomes a row of `conflicts.csv` for a person to settle, and what is certain of it is taken.
An event never leaves a plant that cannot be planned: "now" (`origin` in `plant.csv`) moves on with what has happened,
what was pinned to a time that has passed waits again, and the last row of stock of an item stays with quantity 0.
)";

std::string_view holds_word(Holds holds) {
  switch (holds) {
    case Holds::text:
      return "text";
    case Holds::id:
      return "id";
    case Holds::reference:
      return "reference to";
    case Holds::references:
      return "references to";
    case Holds::quantity:
      return "quantity";
    case Holds::price:
      return "price";
    case Holds::money:
      return "money";
    case Holds::whole:
      return "whole number";
    case Holds::flag:
      return "yes or no";
    case Holds::word:
      return "word:";
    case Holds::from:
      return "date or time, from";
    case Holds::until:
      return "date or time, until";
  }
  return "";
}

std::string quoted(std::string_view text) { return "`" + std::string(text) + "`"; }

std::string holds(const FieldRule& rule) {
  std::string text(holds_word(rule.holds));
  if (rule.detail.empty()) return text;
  return text + " " + (rule.holds == Holds::word ? std::string(rule.detail) : quoted(rule.detail));
}

std::string kind_text(const KindRule& rule) {
  std::string text = "### " + std::string(rule.name) + "\n\n" + std::string(rule.meaning) + "\n\nFields: ";
  for (const KindField& field : rule.fields) {
    if (&field != &rule.fields.front()) text += ", ";
    const std::string name = quoted(rule_of(field.field).name);
    text += field.needed ? "**" + name + "**" : name;
  }
  return text + ".\n\n```json\n" + example_of(rule) + "\n```\n\n";
}

std::string desk_text(const DeskTable& table) {
  std::string text =
      "### " + std::string(table.name) + "\n\n" + std::string(table.meaning) + "\n\n| column | meaning |\n|---|---|\n";
  for (const DeskColumn& column : table.columns) {
    text += "| " + quoted(column.name) + " | " + std::string(column.meaning) + " |\n";
  }
  return text + "\n";
}

}  // namespace

std::string floor_events_page() {
  std::string page(kIntroduction);
  page += "\n## Kinds\n\n";
  for (const KindRule& rule : kind_rules()) page += kind_text(rule);
  page += "## Fields\n\n| field | holds | meaning |\n|---|---|---|\n";
  for (const FieldRule& rule : field_rules()) {
    page += "| " + quoted(rule.name) + " | " + holds(rule) + " | " + std::string(rule.meaning) + " |\n";
  }
  page +=
      "\n## Tables of the desk\n\nWhat events leave beside the tables of the plant folder; an exported folder does "
      "not hold them.\n\n";
  for (const DeskTable& table : desk_tables()) page += desk_text(table);
  while (page.size() > 1 && page[page.size() - 2] == '\n') page.pop_back();
  return page;
}

}  // namespace kilter::service
