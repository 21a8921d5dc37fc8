// Tables of a plant: lists as JSON, CSV and workbook; rows added, changed and removed.
#include <charconv>

#include "codec/json/writer.hpp"
#include "codec/plant/field.hpp"
#include "http/answers/answers.hpp"
#include "http/answers/body.hpp"
#include "http/answers/lists.hpp"
#include "http/plant_call.hpp"
#include "http/routes/groups.hpp"
#include "service/lists/list_query.hpp"
#include "service/tables/desk_tables.hpp"
#include "service/tables/edits_json.hpp"

namespace kilter::http {
namespace {

using service::Row;
using service::RowEdit;
using service::Table;

// A table that has no rows yet is an empty one.
std::optional<Table> empty_table(std::string_view name) {
  std::vector<std::string> columns;
  if (const service::DeskTable* desk = service::find_desk_table(name)) {
    for (const auto& column : desk->columns) columns.emplace_back(column.name);
  } else if (const codec::plant::Table* folder = codec::plant::find_table(name)) {
    for (const auto& column : folder->columns) columns.emplace_back(column.name);
  } else {
    return std::nullopt;
  }
  return Table(std::string(name), std::move(columns));
}

void list_tables(Api& api, const Call& call, const Reply& reply) {
  const auto state = state_of(api, call, reply);
  if (!state) return;
  codec::JsonWriter body;
  body.begin_object().key("tables").begin_array();
  const auto row = [&](std::string_view name, std::string_view meaning, bool desk) {
    const Table* table = state->tables().find(name);
    body.begin_object();
    body.key("name").text(name);
    body.key("meaning").text(meaning);
    body.key("by_events").boolean(desk);
    body.key("rows").integer(table == nullptr ? 0 : static_cast<std::int64_t>(table->rows().size()));
    body.end_object();
  };
  for (const codec::plant::Table& table : codec::plant::tables()) row(table.file, table.meaning, false);
  for (const service::DeskTable& table : service::desk_tables()) row(table.name, table.meaning, true);
  body.end_array().end_object();
  reply(json(body));
}

void show_table(Api& api, const Call& call, const Reply& reply) {
  const auto state = state_of(api, call, reply);
  if (!state) return;
  const std::string& name = call.names[1];
  if (const Table* table = state->tables().find(name)) return answer_list(*table, state->head().sequence, call, reply);
  const std::optional<Table> none = empty_table(name);
  if (!none) return reply(not_found("table " + name));
  answer_list(*none, state->head().sequence, call, reply);
}

// The row that the path names; null, and answered, when there is none.
const Row* row_of(const Table* table, const Call& call, const Reply& reply) {
  service::RowNumber number = 0;
  const std::string& text = call.names[2];
  std::from_chars(text.data(), text.data() + text.size(), number);
  const Row* row = table == nullptr || number == 0 ? nullptr : table->find(number);
  if (row == nullptr) reply(not_found("row " + text + " in " + call.names[1]));
  return row;
}

void show_row(Api& api, const Call& call, const Reply& reply) {
  const auto state = state_of(api, call, reply);
  if (!state) return;
  const Table* table = state->tables().find(call.names[1]);
  const Row* row = row_of(table, call, reply);
  if (row == nullptr) return;
  codec::JsonWriter body;
  body.begin_object();
  row_members(*table, *row, body);
  body.end_object();
  Response response = json(body);
  response.headers.emplace_back("ETag", service::etag(*table, *row));
  reply(std::move(response));
}

std::vector<service::CellText> cells_in(const Body& body, base::Issues& issues) {
  std::vector<service::CellText> cells;
  simdjson::dom::object members;
  if (!body.is_json() || body.root()["cells"].get(members) != simdjson::SUCCESS) {
    issues.push_back({.code = "bad-member",
                      .where = {.column = "cells"},
                      .message = "cells is missing or no object",
                      .way_out = R"(Send {"cells":{"quantity":"12"}}.)"});
    return cells;
  }
  for (const auto& [column, value] : members) {
    std::string_view text;
    if (value.get(text) != simdjson::SUCCESS) {
      issues.push_back({.code = "bad-member",
                        .where = {.column = std::string(column)},
                        .message = std::string(column) + " is not a text",
                        .way_out = "Put it in quotes."});
    }
    cells.push_back({std::string(column), std::string(text)});
  }
  return cells;
}

void keep_edit(Api& api, const Call& call, const RowEdit& edit, const Reply& reply) {
  submit(api, call, {.kind = "edit", .body = R"({"edits":)" + service::edits_json({&edit, 1}) + "}"}, reply);
}

void add_row(Api& api, const Call& call, const Reply& reply) {
  const Body body(call.request.body);
  base::Issues issues;
  RowEdit edit{.change = service::RowChange::add, .table = call.names[1], .cells = cells_in(body, issues)};
  if (!issues.empty()) return reply(fault(422, issues));
  keep_edit(api, call, edit, reply);
}

// All cells of the row as they are: what an edit with If-Match stands on.
std::vector<service::CellText> all_cells(const Table& table, const Row& row) {
  std::vector<service::CellText> cells;
  for (std::size_t i = 0; i < table.columns().size(); ++i) cells.push_back({table.columns()[i], table.cell(row, i)});
  return cells;
}

base::Issue changed(const Call& call) {
  return {.code = "changed-meanwhile",
          .where = {.file = call.names[1], .value = call.names[2]},
          .message = "the row is no longer as it was when its ETag was given",
          .way_out = "Read the row again and decide anew."};
}

void change_row(Api& api, const Call& call, service::RowChange change, const Reply& reply) {
  const auto state = state_of(api, call, reply);
  if (!state) return;
  const Table* table = state->tables().find(call.names[1]);
  const Row* row = row_of(table, call, reply);
  if (row == nullptr) return;
  RowEdit edit{.change = change, .table = call.names[1], .row = row->number};
  if (const std::string_view match = call.request.header("if-match"); !match.empty() && match != "*") {
    if (match != service::etag(*table, *row)) return reply(fault(412, changed(call)));
    edit.was = all_cells(*table, *row);
  }
  if (change == service::RowChange::change) {
    const Body body(call.request.body);
    base::Issues issues;
    edit.cells = cells_in(body, issues);
    if (!issues.empty()) return reply(fault(422, issues));
  }
  keep_edit(api, call, edit, reply);
}

void edit_row(Api& api, const Call& call, const Reply& reply) {
  change_row(api, call, service::RowChange::change, reply);
}

void remove_row(Api& api, const Call& call, const Reply& reply) {
  change_row(api, call, service::RowChange::remove, reply);
}

// Many edits, all or none.
void edit_rows(Api& api, const Call& call, const Reply& reply) {
  submit(api, call, {.kind = "edit", .body = call.request.body}, reply);
}

}  // namespace

std::vector<Route> table_routes() {
  using enum Access;
  return {
      {"GET", "/api/v1/plants/{plant}/tables", known, Pace::slow, list_tables},
      {"GET", "/api/v1/plants/{plant}/tables/{table}", known, Pace::slow, show_table},
      {"POST", "/api/v1/plants/{plant}/tables/{table}/rows", known, Pace::quick, add_row},
      {"GET", "/api/v1/plants/{plant}/tables/{table}/rows/{row}", known, Pace::slow, show_row},
      {"PATCH", "/api/v1/plants/{plant}/tables/{table}/rows/{row}", known, Pace::quick, edit_row},
      {"DELETE", "/api/v1/plants/{plant}/tables/{table}/rows/{row}", known, Pace::quick, remove_row},
      {"POST", "/api/v1/plants/{plant}/edits", known, Pace::quick, edit_rows},
  };
}

}  // namespace kilter::http
