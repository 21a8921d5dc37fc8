#include "service/floor/read_events.hpp"

#include <simdjson.h>

#include <algorithm>
#include <utility>

#include "codec/json/writer.hpp"
#include "service/floor/event_kinds.hpp"
#include "service/floor/field_text.hpp"

namespace kilter::service {
namespace {

using base::Issues;
using simdjson::SUCCESS;
using simdjson::dom::element;
using simdjson::dom::element_type;

// The text of a value that a field can hold: numbers and flags as they would be written in a table.
std::optional<std::string> text_of(const element& value) {
  switch (value.type()) {
    case element_type::STRING:
      return std::string(value.get_string().value_unsafe());
    case element_type::INT64:
      return std::to_string(value.get_int64().value_unsafe());
    case element_type::UINT64:
      return std::to_string(value.get_uint64().value_unsafe());
    case element_type::DOUBLE: {
      codec::JsonWriter shortest;
      shortest.number(value.get_double().value_unsafe());
      return shortest.str();
    }
    case element_type::BOOL:
      return std::string(value.get_bool().value_unsafe() ? "yes" : "no");
    case element_type::NULL_VALUE:
      return std::string();
    default:
      return std::nullopt;
  }
}

// Reads one event after another and keeps what is wrong with each.
class EventReader {
 public:
  Event read(const element& json) {
    event_ = {};
    kind_ = nullptr;
    ++place_;
    simdjson::dom::object members;
    if (json.get(members) != SUCCESS) {
      fault("", "bad-event", "is not an object", R"(Write {"id":"...","kind":"...", ...}.)");
      return std::move(event_);
    }
    read_kind(json);
    for (const auto& [name, value] : members) read_member(name, value);
    check_whole();
    return std::move(event_);
  }
  [[nodiscard]] Issues take_issues() { return std::move(issues_); }

 private:
  void read_kind(const element& json) {
    std::string_view name;
    if (json["kind"].get(name) != SUCCESS) {
      fault("kind", "missing-value", "is missing or not a text", R"(Name one, as in "operation.started".)");
    } else if (const auto kind = kind_named(name); kind) {
      event_.kind = *kind;
      kind_ = &rule_of(*kind);
    } else {
      fault("kind", "unknown-kind", "is no kind of event: " + std::string(name),
            "The reference of floor events lists them.");
    }
  }

  void read_member(std::string_view name, const element& value) {
    if (name == "kind") return;
    std::optional<std::string> text = text_of(value);
    if (!text) {
      fault(name, "bad-value", "is a list or an object", "Give a text, a number, true or false.");
    } else if (text->empty()) {
      return;
    } else if (std::string* common = common_member(name); common != nullptr) {
      keep(name, name == "device" || name == "at" ? Holds::text : Holds::id, std::move(*text), *common);
    } else if (name == "sequence") {
      if (value.get(event_.sequence) != SUCCESS) fault(name, "bad-value", "is not a count", "Count from 1.");
    } else {
      read_field(name, std::move(*text));
    }
  }

  std::string* common_member(std::string_view name) {
    if (name == "id") return &event_.id;
    if (name == "device") return &event_.device;
    if (name == "at") return &event_.at;
    return name == "person" ? &event_.person : nullptr;
  }

  void read_field(std::string_view name, std::string text) {
    const std::optional<Field> field = field_named(name);
    const bool fits =
        field && (kind_ == nullptr || std::any_of(kind_->fields.begin(), kind_->fields.end(),
                                                  [&](const KindField& known) { return known.field == *field; }));
    if (!fits) {
      fault(name, "unknown-field", "does not belong to this kind of event", "Leave it out, or correct its name.");
      return;
    }
    keep(name, rule_of(*field).holds, std::move(text), event_.fields[static_cast<std::size_t>(*field)]);
  }

  void keep(std::string_view name, Holds holds, std::string text, std::string& into) {
    const std::string_view detail = field_named(name) ? rule_of(*field_named(name)).detail : std::string_view();
    if (const FieldFault wrong = fault_of(holds, detail, text); wrong.code != nullptr) {
      fault(name, wrong.code, wrong.message, wrong.way_out, text);
    }
    into = std::move(text);
  }

  void check_whole() {
    if (event_.id.empty()) {
      fault("id", "missing-value", "is missing",
            "Give each event an id of its own, and the same when it is sent again.");
    }
    if (const FieldFault wrong = fault_of(Holds::from, {}, event_.at); !event_.at.empty() && wrong.code != nullptr) {
      fault("at", wrong.code, wrong.message, wrong.way_out, event_.at);
    }
    if (kind_ == nullptr) return;
    for (const KindField& field : kind_->fields) {
      if (field.needed && !event_.gives(field.field)) {
        fault(rule_of(field.field).name, "missing-value", "is missing", "This kind of event needs it.");
      }
    }
  }

  void fault(std::string_view field, std::string code, const std::string& what, std::string way_out,
             std::string value = {}) {
    issues_.push_back({.code = std::move(code),
                       .where = {.row = place_, .column = std::string(field), .value = std::move(value)},
                       .message = (field.empty() ? "the event" : std::string(field)) + " " + what,
                       .way_out = std::move(way_out)});
  }

  Event event_;
  const KindRule* kind_ = nullptr;  // null: unknown
  std::uint32_t place_ = 0;
  Issues issues_;
};

using Read = base::Result<std::vector<Event>>;

Read no_events(std::string message, std::string way_out) {
  return Read::failure({{.code = "bad-event", .message = std::move(message), .way_out = std::move(way_out)}});
}

}  // namespace

Read read_events(std::string_view bytes) {
  simdjson::dom::parser parser;
  const simdjson::padded_string padded(bytes);
  element root;
  if (const simdjson::error_code error = parser.parse(padded).get(root); error != SUCCESS) {
    return no_events(simdjson::error_message(error), "Send one event, or a list of them, as JSON.");
  }
  EventReader reader;
  std::vector<Event> events;
  simdjson::dom::array list;
  if (root.get(list) != SUCCESS) {
    events.push_back(reader.read(root));
  } else {
    if (list.size() > kMostEvents) {
      return no_events("there are more than " + std::to_string(kMostEvents) + " events", "Send them in parts.");
    }
    for (const element& event : list) events.push_back(reader.read(event));
  }
  Issues issues = reader.take_issues();
  return issues.empty() ? Read(std::move(events)) : Read::failure(std::move(issues));
}

std::string event_json(const Event& event) {
  codec::JsonWriter json;
  json.begin_object();
  json.key("id").text(event.id);
  json.key("kind").text(rule_of(event.kind).name);
  if (!event.device.empty()) json.key("device").text(event.device);
  if (event.sequence > 0) json.key("sequence").integer(static_cast<std::int64_t>(event.sequence));
  if (!event.at.empty()) json.key("at").text(event.at);
  if (!event.person.empty()) json.key("person").text(event.person);
  for (const FieldRule& rule : field_rules()) {
    if (event.gives(rule.field)) json.key(rule.name).text(event.field(rule.field));
  }
  json.end_object();
  return json.str();
}

}  // namespace kilter::service
