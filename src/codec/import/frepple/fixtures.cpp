#include "codec/import/frepple/fixtures.hpp"

#include <simdjson.h>

#include <algorithm>
#include <vector>

#include "codec/text/csv.hpp"

namespace kilter::codec::frepple {
namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;

// Rows of a table whose columns show up as the records come.
class GrowingTable {
 public:
  void begin_row() { rows_.emplace_back(); }
  void set(std::string_view column, std::string value) {
    const auto known = std::find(columns_.begin(), columns_.end(), column);
    const auto index = static_cast<std::size_t>(known - columns_.begin());
    if (known == columns_.end()) columns_.emplace_back(column);
    std::vector<std::string>& row = rows_.back();
    if (row.size() <= index) row.resize(index + 1);
    row[index] = std::move(value);
  }
  [[nodiscard]] std::string csv() const {
    std::string out;
    append(out, columns_);
    for (const std::vector<std::string>& row : rows_) append(out, row);
    return out;
  }

 private:
  void append(std::string& out, const std::vector<std::string>& cells) const {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (i > 0) out += ',';
      text::append_cell(out, i < cells.size() ? std::string_view(cells[i]) : std::string_view());
    }
    out += '\n';
  }
  std::vector<std::string> columns_;
  std::vector<std::vector<std::string>> rows_;
};

// A natural key is a list of one name; other structures have no place in a cell.
std::string cell_of(const element& value) {
  switch (value.type()) {
    case element_type::STRING:
      return std::string(value.get_string().value_unsafe());
    case element_type::NULL_VALUE:
      return {};
    case element_type::ARRAY: {
      const simdjson::dom::array list = value.get_array().value_unsafe();
      return list.size() == 1 && list.at(0).is_string() ? cell_of(list.at(0).value_unsafe()) : "[...]";
    }
    case element_type::OBJECT:
      return "{...}";
    default:
      return simdjson::minify(value);
  }
}

std::string_view column_of(std::string_view field) {
  if (field.size() > 3 && field.ends_with("_id")) field.remove_suffix(3);
  return field;
}

// "input.item" -> "item"; operation plans by their type.
std::string table_of(const element& record, std::string_view model) {
  std::string name(model.substr(model.rfind('.') + 1));
  if (name != "operationplan") return name;
  std::string_view type;
  if (record["fields"]["type"].get(type) != simdjson::SUCCESS) return name;
  if (type == "PO") return "purchaseorder";
  if (type == "MO") return "manufacturingorder";
  return type == "DO" ? "distributionorder" : name;
}

using Tables = std::map<std::string, GrowingTable>;

bool take_record(const element& record, Tables& tables) {
  std::string_view model;
  simdjson::dom::object fields;
  if (record["model"].get(model) != simdjson::SUCCESS || record["fields"].get(fields) != simdjson::SUCCESS)
    return false;
  GrowingTable& table = tables[table_of(record, model)];
  table.begin_row();
  element key;
  const bool keyed = record["pk"].get(key) == simdjson::SUCCESS;
  element name;
  if (keyed && fields["name"].get(name) != simdjson::SUCCESS) table.set("name", cell_of(key));
  for (const auto& [field, value] : fields) table.set(column_of(field), cell_of(value));
  return true;
}

base::Issues not_a_fixture(const std::string& file) {
  return {{.code = "import-not-a-fixture",
           .where = {.file = file},
           .message = "This is not a list of records with \"model\" and \"fields\".",
           .way_out = "Export the tables as CSV, or give a fixture as frePPLe's own demos are."}};
}

}  // namespace

base::Result<std::map<std::string, std::string>> read_fixture(const std::string& file, std::string_view bytes) {
  using Result = base::Result<std::map<std::string, std::string>>;
  simdjson::dom::parser parser;
  simdjson::dom::array records;
  if (parser.parse(bytes.data(), bytes.size()).get(records) != simdjson::SUCCESS)
    return Result::failure(not_a_fixture(file));
  Tables tables;
  for (const element record : records) {
    if (!take_record(record, tables)) return Result::failure(not_a_fixture(file));
  }
  std::map<std::string, std::string> csv;
  for (const auto& [name, table] : tables) csv.emplace(name, table.csv());
  return csv;
}

}  // namespace kilter::codec::frepple
