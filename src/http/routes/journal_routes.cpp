// The journal: read, followed live, undone.
#include <charconv>
#include <utility>

#include "http/answers/answers.hpp"
#include "http/answers/body.hpp"
#include "http/answers/entry_stream.hpp"
#include "http/plant_call.hpp"
#include "http/routes/groups.hpp"
#include "service/enterprise/undo.hpp"

namespace kilter::http {
namespace {

constexpr std::size_t kMostEntries = 10'000;

// A whole number in a query or header; `standard` when it is not there, none when it is something else.
std::optional<std::uint64_t> number_in(std::optional<std::string_view> text, std::uint64_t standard) {
  if (!text || text->empty()) return standard;
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
  if (error != std::errc() || end != text->data() + text->size()) return std::nullopt;
  return value;
}

base::Issue no_number(std::string name, std::string_view value) {
  return {.code = "bad-query",
          .where = {.column = name, .value = std::string(value)},
          .message = name + " is not a whole number",
          .way_out = "Give the sequence number of an entry, or leave it out."};
}

void list_entries(Api& api, const Call& call, const Reply& reply) {
  if (plant_of(api, call, reply) == nullptr) return;
  const Request& request = call.request;
  const auto after = number_in(request.parameter("after"), 0);
  const auto limit = number_in(request.parameter("limit"), 1'000);
  if (!after) return reply(fault(422, no_number("after", *request.parameter("after"))));
  if (!limit) return reply(fault(422, no_number("limit", *request.parameter("limit"))));
  const auto entries =
      api.enterprise.archive().entries(call.names.front(), {.after = *after,
                                                            .limit = std::min<std::size_t>(*limit, kMostEntries),
                                                            .kind = request.parameter("kind").value_or(""),
                                                            .author = request.parameter("author").value_or("")});
  if (!entries) return reply(fault(entries.error()));
  const bool brief = request.parameter("form") == "brief";
  std::string body = R"({"entries":[)";
  for (const service::Entry& entry : entries.value()) {
    if (body.back() != '[') body += ',';
    body += brief ? entry_head_json(entry) : entry_json(entry);
  }
  reply({.body = body + "]}"});
}

void show_entry(Api& api, const Call& call, const Reply& reply) {
  if (plant_of(api, call, reply) == nullptr) return;
  const auto sequence = number_in(call.names[1], 0);
  const auto entry = api.enterprise.archive().entry(call.names.front(), sequence.value_or(0));
  if (!entry) return reply(fault(entry.error()));
  if (!entry.value()) return reply(not_found("entry " + call.names[1]));
  reply({.body = entry_json(*entry.value())});
}

void undo(Api& api, const Call& call, const Reply& reply) {
  service::LivePlant* live = plant_of(api, call, reply);
  if (live == nullptr) return;
  const auto sequence = number_in(call.names[1], 0);
  auto undoing = service::undoing(api.enterprise.archive(), live->desk->plant(), sequence.value_or(0));
  if (!undoing) return reply(fault(undoing.error()));
  submit(api, call, std::move(undoing).value(), reply);
}

void stream(Api& api, const Call& call, const Reply& reply) {
  service::LivePlant* live = plant_of(api, call, reply);
  if (live == nullptr) return;
  std::string_view last = call.request.header("last-event-id");
  if (last.empty()) last = call.request.parameter("after").value_or("");
  const auto after = number_in(last, live->desk->state()->head().sequence);
  if (!after) return reply(fault(422, no_number("after", last)));
  const StreamForm form = call.request.parameter("form") == "brief" ? StreamForm::brief : StreamForm::full;
  Response response{.type = "text/event-stream"};
  response.events = std::make_unique<EntryStream>(api, *live, *after, form);
  reply(std::move(response));
}

}  // namespace

std::vector<Route> journal_routes() {
  using enum Access;
  return {
      {"GET", "/api/v1/plants/{plant}/journal", known, Pace::slow, list_entries},
      {"GET", "/api/v1/plants/{plant}/journal/{sequence}", known, Pace::slow, show_entry},
      {"POST", "/api/v1/plants/{plant}/journal/{sequence}/undo", known, Pace::slow, undo},
      {"GET", "/api/v1/plants/{plant}/stream", known, Pace::quick, stream},
  };
}

}  // namespace kilter::http
