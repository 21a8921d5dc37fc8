#include "service/commands/resolve_message.hpp"

#include <simdjson.h>

#include <array>

#include "codec/json/writer.hpp"
#include "service/access/directory.hpp"
#include "service/tables/edits_json.hpp"

namespace kilter::service {
namespace {

using Resolution = base::Result<Resolved>;

Resolution refused(const char* code, std::string id, std::string message, const char* way_out) {
  return Resolution::failure({{.code = code,
                               .where = {.file = "messages.csv", .column = "id", .value = std::move(id)},
                               .message = std::move(message),
                               .way_out = way_out}});
}

std::string body_of(const std::string& id, const std::vector<RowEdit>& edits) {
  codec::JsonWriter json;
  json.begin_object().key("message").text(id).key("edits");
  write_edits(edits, json);
  json.end_object();
  return json.str();
}

}  // namespace

Resolution resolve_read(const PlantState& state, const Command& asked, std::int64_t at) {
  simdjson::dom::parser parser;
  const simdjson::padded_string padded(asked.body);
  std::string_view text;
  if (parser.parse(padded)["message"].get(text) != simdjson::SUCCESS) {
    return refused("bad-message", "", "the command names no message", "Send {\"message\":\"M-17\"}.");
  }
  const std::string id(text);
  const std::array<CellText, 1> wanted{{{"id", id}}};
  const std::vector<RowNumber> rows = state.tables().rows_with("messages.csv", wanted);
  if (rows.empty()) return refused("unknown-message", id, "there is no message " + id, "List messages.csv.");
  const Table& table = *state.tables().find("messages.csv");
  const std::string& before = table.cell(*table.find(rows.front()), table.column("state"));
  const bool draft = before == "draft" || before == "sent";
  if (draft != (asked.kind == "message.sent")) {
    return refused("wrong-message", id, id + (draft ? " is a draft: it is sent" : " is an inbox message: it is read"),
                   "Use message.read for inboxes, message.sent for drafts.");
  }
  if (before == "read" || before == "sent") return Resolved{.body = body_of(id, {}), .note = {}};
  const RowEdit edit{
      .change = RowChange::change,
      .table = "messages.csv",
      .row = rows.front(),
      .cells = {{"state", draft ? "sent" : "read"}, {"read_by", asked.author}, {"read_at", utc_text(at)}}};
  return Resolved{.body = body_of(id, {edit}), .note = {}};
}

}  // namespace kilter::service
