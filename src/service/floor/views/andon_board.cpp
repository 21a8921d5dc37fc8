#include "service/floor/views/andon_board.hpp"

#include <algorithm>

#include "codec/json/writer.hpp"
#include "codec/text/csv.hpp"
#include "service/floor/views/looking.hpp"

namespace kilter::service {
namespace {

constexpr std::string_view kAndons = "andons.csv";

time::Duration minutes(std::int64_t count) { return time::Duration(60 * count); }

std::string first_role(std::string_view topic) {
  if (topic == "material") return "stores";
  if (topic == "quality") return "quality";
  if (topic == "machine") return "maintenance";
  return topic == "safety" ? "safety" : "supervisor";
}

// The clock that runs: until somebody takes the call, then until it is over.
void climb(Call& call, Instant now) {
  const Ladder ladder = usual_ladder(call.topic);
  const Instant since = call.acknowledged.value_or(call.raised);
  for (const Rung& rung : call.acknowledged ? ladder.to_resolve : ladder.to_acknowledge) {
    if (since + rung.after > now) {
      call.next = since + rung.after;
      return;
    }
    call.role = rung.role;
  }
}

Call read_call(const Ledger& ledger, RowNumber row) {
  const auto cell = [&](std::string_view column) { return ledger.cell(kAndons, row, column); };
  Call call{.id = cell("id"),
            .topic = cell("topic"),
            .work_unit = cell("work_unit"),
            .production_order = cell("production_order"),
            .operation = cell("operation"),
            .note = cell("note"),
            .stops = ledger.yes(kAndons, row, "stop", false)};
  call.raised = ledger.moment(kAndons, row, "raised", DateOnly::start_of_day).value_or(ledger.at());
  call.acknowledged = ledger.moment(kAndons, row, "acknowledged", DateOnly::start_of_day);
  call.acknowledged_by = cell("acknowledged_by");
  call.open = std::max(time::Duration(0), ledger.at() - call.raised);
  call.role = first_role(call.topic);
  climb(call, ledger.at());
  return call;
}

}  // namespace

Ladder usual_ladder(std::string_view topic) {
  return {.to_acknowledge = {{minutes(0), first_role(topic)},
                             {minutes(10), "supervisor"},
                             {minutes(20), "production manager"},
                             {minutes(40), "plant manager"}},
          .to_resolve = {{minutes(0), first_role(topic)},
                         {minutes(30), "supervisor"},
                         {minutes(60), "production manager"},
                         {minutes(120), "plant manager"}}};
}

std::vector<Call> open_calls(const PlantTables& tables, const Received& now) {
  const Ledger ledger = look(tables, now);
  std::vector<Call> calls;
  const Table* table = tables.find(kAndons);
  if (table == nullptr) return calls;
  for (const Row& row : table->rows()) {
    if (table->cell(row, "resolved").empty()) calls.push_back(read_call(ledger, row.number));
  }
  std::stable_sort(calls.begin(), calls.end(),
                   [](const Call& a, const Call& b) { return a.stops != b.stops ? a.stops : a.raised < b.raised; });
  return calls;
}

std::optional<time::Instant> next_escalation(std::span<const Call> calls) {
  std::optional<time::Instant> next;
  for (const Call& call : calls) {
    if (call.next && (!next || *call.next < *next)) next = call.next;
  }
  return next;
}

std::string calls_json(std::span<const Call> calls, const time::Zone& zone) {
  codec::JsonWriter json;
  json.begin_object().key("calls").begin_array();
  for (const Call& call : calls) {
    json.begin_object();
    json.key("id").text(call.id).key("topic").text(call.topic).key("work_unit").text(call.work_unit);
    json.key("production_order").text(call.production_order).key("operation").text(call.operation);
    json.key("note").text(call.note).key("stops").boolean(call.stops);
    json.key("raised").text(iso_text(call.raised, zone));
    json.key("acknowledged").text(call.acknowledged ? iso_text(*call.acknowledged, zone) : "");
    json.key("acknowledged_by").text(call.acknowledged_by);
    json.key("open_seconds").integer(call.open.count()).key("role").text(call.role);
    json.key("next").text(call.next ? iso_text(*call.next, zone) : "");
    json.end_object();
  }
  json.end_array().end_object();
  return json.str();
}

std::string calls_csv(std::span<const Call> calls, const time::Zone& zone) {
  std::string csv =
      "id,topic,work_unit,production_order,operation,note,stops,raised,acknowledged,acknowledged_by,role\n";
  for (const Call& call : calls) {
    const std::string texts[]{call.id,
                              call.topic,
                              call.work_unit,
                              call.production_order,
                              call.operation,
                              call.note,
                              call.stops ? "yes" : "no",
                              iso_text(call.raised, zone),
                              call.acknowledged ? iso_text(*call.acknowledged, zone) : "",
                              call.acknowledged_by,
                              call.role};
    append_row(csv, texts);
  }
  return csv;
}

}  // namespace kilter::service
