// Plants and their folders.
#include "http/answers/answers.hpp"
#include "http/answers/body.hpp"
#include "http/api.hpp"
#include "http/plant_call.hpp"
#include "http/routes/groups.hpp"
#include "service/plant/plant_clock.hpp"

namespace kilter::http {
namespace {

using codec::plant::TargetFile;

void plant_members(const service::LivePlant& live, std::int64_t now, codec::JsonWriter& json) {
  const auto state = live.desk->state();
  const service::Table* table = state->tables().find("plant.csv");
  const auto cell = [&](std::string_view column) {
    const bool there = table != nullptr && !table->rows().empty();
    return there ? table->cell(*table->rows().begin(), table->column(column)) : std::string();
  };
  json.key("id").text(live.desk->plant());
  json.key("name").text(cell("name"));
  json.key("currency").text(cell("currency"));
  json.key("time_zone").text(cell("time_zone"));
  json.key("sequence").integer(static_cast<std::int64_t>(state->head().sequence));
  json.key("hash").text(service::hex(state->head().hash));
  const time::Instant there = service::plant_time(state->tables(), now);
  json.key("now").text(service::utc_text(there.time_since_epoch().count() * 1'000'000));
  if (state->published()) {
    json.key("published").integer(static_cast<std::int64_t>(state->published()->sequence));
  } else {
    json.key("published").null();
  }
}

void list_plants(Api& api, const Call& call, const Reply& reply) {
  codec::JsonWriter body;
  body.begin_object().key("plants").begin_array();
  for (const std::string& id : api.enterprise.plants(call.actor)) {
    body.begin_object();
    plant_members(*api.enterprise.plant(call.actor, id), api.enterprise.now(), body);
    body.end_object();
  }
  body.end_array().end_object();
  reply(json(body));
}

void show_plant(Api& api, const Call& call, const Reply& reply) {
  const service::LivePlant* live = plant_of(api, call, reply);
  if (live == nullptr) return;
  codec::JsonWriter body;
  body.begin_object();
  plant_members(*live, api.enterprise.now(), body);
  body.end_object();
  reply(json(body));
}

// {"plant.csv":"...", ...}; none, and a fault, when it is something else.
std::optional<std::vector<TargetFile>> files_of(const Body& body) {
  simdjson::dom::object members;
  if (!body.is_json() || body.root()["files"].get(members) != simdjson::SUCCESS) return std::nullopt;
  std::vector<TargetFile> files;
  for (const auto& [name, value] : members) {
    std::string_view text;
    if (value.get(text) != simdjson::SUCCESS) return std::nullopt;
    files.push_back({std::string(name), std::string(text)});
  }
  return files;
}

base::Issue no_files() {
  return {.code = "bad-import",
          .where = {.column = "files"},
          .message = "the body holds no files",
          .way_out = R"(Send {"files":{"plant.csv":"name,origin\n...", ...}}.)"};
}

void add_plant(Api& api, const Call& call, const Reply& reply) {
  const Body body(call.request.body);
  const std::string id = body.text("id");
  const auto files = files_of(body);
  if (!body.faults().empty()) return reply(fault(422, body.faults()));
  if (!files) return reply(fault(422, no_files()));
  reply(receipt(api.enterprise.add_plant(call.actor, id, *files), 201));
}

void show_folder(Api& api, const Call& call, const Reply& reply) {
  const auto state = state_of(api, call, reply);
  if (!state) return;
  reply({.body = service::import_json(state->tables().files())});
}

void import_folder(Api& api, const Call& call, const Reply& reply) {
  const Body body(call.request.body);
  const auto files = files_of(body);
  if (!files) return reply(fault(422, no_files()));
  submit(api, call, {.kind = "import", .body = service::import_json(*files)}, reply);
}

}  // namespace

std::vector<Route> plant_routes() {
  using enum Access;
  return {
      {"GET", "/api/v1/plants", known, Pace::quick, list_plants},
      {"POST", "/api/v1/plants", known, Pace::slow, add_plant},
      {"GET", "/api/v1/plants/{plant}", known, Pace::quick, show_plant},
      {"GET", "/api/v1/plants/{plant}/folder", known, Pace::slow, show_folder},
      {"PUT", "/api/v1/plants/{plant}/folder", known, Pace::slow, import_folder},
  };
}

}  // namespace kilter::http
