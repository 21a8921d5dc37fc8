#include "service/tables/edits_json.hpp"

#include <array>
#include <limits>
#include <optional>
#include <utility>

#include "codec/json/writer.hpp"

namespace kilter::service {
namespace {

using base::Issues;
using simdjson::SUCCESS;
using simdjson::dom::element;

constexpr std::array<std::string_view, 4> kChanges{"add", "change", "remove", "restore"};  // by RowChange

std::optional<RowChange> change_named(std::string_view word) {
  for (std::size_t i = 0; i < kChanges.size(); ++i) {
    if (kChanges[i] == word) return static_cast<RowChange>(i);
  }
  return std::nullopt;
}

// Reads one edit after another and keeps what is wrong with each.
class EditReader {
 public:
  RowEdit read(const element& json) {
    edit_ = {};
    ++place_;
    element member;
    std::string_view text;
    if (json["table"].get(text) != SUCCESS) fault("table", "is missing or not a text", "Name a file: \"orders.csv\".");
    edit_.table = text;
    if (json["change"].get(text) != SUCCESS) text = {};
    const std::optional<RowChange> change = change_named(text);
    if (!change) fault("change", "is not one of the words for it", "Use add, change, remove or restore.");
    edit_.change = change.value_or(RowChange::change);
    read_row(json);
    if (json["cells"].get(member) == SUCCESS) read_cells("cells", member, edit_.cells);
    if (json["was"].get(member) == SUCCESS) read_cells("was", member, edit_.was);
    if (edit_.change == RowChange::remove && !edit_.cells.empty()) {
      fault("cells", "stand in an edit that removes the row", "Leave them out.");
    }
    return std::move(edit_);
  }
  [[nodiscard]] Issues take_issues() { return std::move(issues_); }

 private:
  void read_row(const element& json) {
    std::uint64_t row = 0;
    const bool given = json["row"].get(row) == SUCCESS;
    const bool fits = given && row > 0 && row <= std::numeric_limits<RowNumber>::max();
    if (edit_.change == RowChange::add) {
      if (json["row"].error() == SUCCESS) fault("row", "stands in an edit that adds one", "Leave it out.");
    } else if (!fits) {
      fault("row", "is missing or not a row's number", "Give the number that the table shows.");
    }
    edit_.row = fits ? static_cast<RowNumber>(row) : 0;
  }

  void read_cells(const char* member, const element& json, std::vector<CellText>& into) {
    simdjson::dom::object cells;
    if (json.get(cells) != SUCCESS) {
      fault(member, "is not an object", "Write {\"column\":\"text\"}.");
      return;
    }
    for (const auto& [column, value] : cells) {
      std::string_view text;
      if (value.get(text) != SUCCESS) {
        fault(std::string(member) + "/" + std::string(column), "is not a text", "Put it in quotes.");
      }
      into.push_back({.column = std::string(column), .text = std::string(text)});
    }
  }

  void fault(std::string member, const std::string& what, std::string way_out) {
    std::string message = member + " " + what;
    issues_.push_back({.code = "bad-edit",
                       .where = {.file = edit_.table, .row = place_, .column = std::move(member)},
                       .message = std::move(message),
                       .way_out = std::move(way_out)});
  }

  RowEdit edit_;
  std::uint32_t place_ = 0;
  Issues issues_;
};

using Read = base::Result<std::vector<RowEdit>>;

Read no_list(const char* message) {
  return Read::failure({{.code = "bad-edit", .message = message, .way_out = "Write [{\"change\":...}, ...]."}});
}

void write_cells(const char* member, const std::vector<CellText>& cells, codec::JsonWriter& json) {
  if (cells.empty()) return;
  json.key(member).begin_object();
  for (const CellText& cell : cells) json.key(cell.column).text(cell.text);
  json.end_object();
}

}  // namespace

std::string edits_json(std::span<const RowEdit> edits) {
  codec::JsonWriter json;
  write_edits(edits, json);
  return json.str();
}

void write_edits(std::span<const RowEdit> edits, codec::JsonWriter& json) {
  json.begin_array();
  for (const RowEdit& edit : edits) {
    json.begin_object();
    json.key("change").text(kChanges[static_cast<std::size_t>(edit.change)]);
    json.key("table").text(edit.table);
    if (edit.change != RowChange::add) json.key("row").integer(edit.row);
    write_cells("cells", edit.cells, json);
    write_cells("was", edit.was, json);
    json.end_object();
  }
  json.end_array();
}

Read read_edits(std::string_view bytes) {
  simdjson::dom::parser parser;
  const simdjson::padded_string padded(bytes);
  element root;
  if (const simdjson::error_code error = parser.parse(padded).get(root); error != SUCCESS) {
    return no_list(simdjson::error_message(error));
  }
  return read_edits(root);
}

Read read_edits(const element& root) {
  simdjson::dom::array list;
  if (root.get(list) != SUCCESS) return no_list("the edits are not a list");
  EditReader reader;
  std::vector<RowEdit> edits;
  for (const element& edit : list) edits.push_back(reader.read(edit));
  Issues issues = reader.take_issues();
  return issues.empty() ? Read(std::move(edits)) : Read::failure(std::move(issues));
}

}  // namespace kilter::service
