#include "service/commands/resolve_release.hpp"

#include <simdjson.h>

#include <array>
#include <utility>

#include "service/commands/resolve_edits.hpp"
#include "service/tables/edits_json.hpp"

namespace kilter::service {
namespace {

using Resolution = base::Result<Resolved>;

Resolution refused(const char* code, std::string order, std::string message, const char* way_out) {
  return Resolution::failure({{.code = code,
                               .where = {.file = "production_orders.csv", .column = "id", .value = std::move(order)},
                               .message = std::move(message),
                               .way_out = way_out}});
}

}  // namespace

Resolution resolve_release(const PlantState& state, const Command& asked, std::int64_t at) {
  simdjson::dom::parser parser;
  const simdjson::padded_string padded(asked.body);
  std::string_view text;
  if (parser.parse(padded).at_pointer("/release/order").get(text) != simdjson::SUCCESS) {
    return refused("bad-body", "", "the command names no production order", R"(Send {"release":{"order":"MO-7"}}.)");
  }
  const std::string order(text);
  const std::array<CellText, 1> id{{{"id", order}}};
  const std::vector<RowNumber> rows = state.tables().rows_with("production_orders.csv", id);
  if (rows.empty()) {
    return refused("unknown-order", order, "there is no production order " + order, "List production_orders.csv.");
  }
  const Table& table = *state.tables().find("production_orders.csv");
  const std::string& status = table.cell(*table.find(rows.front()), "status");
  if (status == "released") return refused("is-released", order, order + " is released already", "Begin it.");
  const RowEdit edit{.change = RowChange::change,
                     .table = "production_orders.csv",
                     .row = rows.front(),
                     .cells = {{"status", "released"}},
                     .was = {{"status", status}}};
  Command command = asked;
  command.body = asked.body.substr(0, asked.body.rfind('}')) + R"(,"edits":)" + edits_json({&edit, 1}) + "}";
  return resolve_edit(state, command, at);
}

}  // namespace kilter::service
