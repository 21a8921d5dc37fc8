#include "http/answers/lists.hpp"

#include <string>
#include <vector>

#include "codec/json/writer.hpp"
#include "codec/text/csv.hpp"
#include "codec/text/sheet.hpp"
#include "http/answers/answers.hpp"
#include "http/answers/temporary_file.hpp"
#include "service/lists/list_query.hpp"

namespace kilter::http {

using service::ListPage;
using service::ListQuery;
using service::Row;
using service::Table;

void row_members(const Table& table, const Row& row, codec::JsonWriter& json) {
  json.key("row").integer(row.number);
  json.key("etag").text(service::etag(table, row));
  json.key("cells").begin_object();
  for (std::size_t i = 0; i < table.columns().size(); ++i) {
    const std::string& cell = table.cell(row, i);
    if (!cell.empty()) json.key(table.columns()[i]).text(cell);
  }
  json.end_object();
}

namespace {

Response as_json(const Table& table, const ListQuery& query, const ListPage& page, std::uint64_t sequence) {
  codec::JsonWriter body;
  body.begin_object();
  body.key("table").text(table.name());
  body.key("sequence").integer(static_cast<std::int64_t>(sequence));
  body.key("total").integer(static_cast<std::int64_t>(page.total));
  body.key("page").integer(static_cast<std::int64_t>(query.page));
  body.key("per_page").integer(static_cast<std::int64_t>(query.per_page));
  body.key("columns").begin_array();
  for (const std::string& column : table.columns()) body.text(column);
  body.end_array();
  body.key("rows").begin_array();
  for (const Row* row : page.rows) {
    body.begin_object();
    row_members(table, *row, body);
    body.end_object();
  }
  body.end_array().end_object();
  return json(body);
}

std::vector<std::vector<std::string>> cells_of(const Table& table, const ListPage& page) {
  std::vector<std::vector<std::string>> rows;
  for (const Row* row : page.rows) {
    auto& cells = rows.emplace_back();
    for (std::size_t i = 0; i < table.columns().size(); ++i) cells.push_back(table.cell(*row, i));
  }
  return rows;
}

void attach_name(const std::string& name, Response& response) {
  response.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + name + "\"");
}

std::string stem(std::string_view file) { return std::string(file.substr(0, file.rfind('.'))); }

Response as_csv(const Table& table, const ListPage& page) {
  std::string text;
  codec::text::append_row(table.columns(), text);
  for (const auto& cells : cells_of(table, page)) codec::text::append_row(cells, text);
  Response response{.type = "text/csv; charset=utf-8", .body = std::move(text)};
  attach_name(table.name(), response);
  return response;
}

Response as_workbook(const Table& table, const ListPage& page) {
  const TemporaryFile file;
  const auto why = codec::text::write_sheet(file.path(), stem(table.name()), table.columns(), cells_of(table, page));
  if (why)
    return fault(507, {.code = "no-room", .message = *why, .way_out = "Make room in the folder for temporary files."});
  Response response{.type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", .body = file.bytes()};
  attach_name(stem(table.name()) + ".xlsx", response);
  return response;
}

// "csv", "xlsx" or "json", as ?format= or the header Accept says.
std::string_view format_of(const Request& request) {
  if (const auto format = request.parameter("format")) return *format;
  if (request.header("accept").find("text/csv") != std::string_view::npos) return "csv";
  if (request.header("accept").find("spreadsheetml") != std::string_view::npos) return "xlsx";
  return "json";
}

}  // namespace

void answer_list(const Table& table, std::uint64_t sequence, const Call& call, const Reply& reply) {
  auto query = service::read_list_query(call.request.query);
  if (!query) return reply(fault(422, query.error()));
  const std::string_view format = format_of(call.request);
  if (format != "json" && !call.request.parameter("per_page")) query.value().per_page = ListQuery::kMostPerPage;
  const auto page = service::list(table, query.value());
  if (!page) return reply(fault(422, page.error()));
  if (format == "csv") return reply(as_csv(table, page.value()));
  if (format == "xlsx") return reply(as_workbook(table, page.value()));
  reply(as_json(table, query.value(), page.value(), sequence));
}

}  // namespace kilter::http
