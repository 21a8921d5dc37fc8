#include "service/plant/plant_state.hpp"

#include <simdjson.h>

#include <utility>

#include "base/require.hpp"
#include "codec/json/writer.hpp"
#include "service/plant/state_bytes.hpp"
#include "service/tables/edits_json.hpp"

namespace kilter::service {
namespace {

using codec::plant::TargetFile;
using simdjson::SUCCESS;
using simdjson::dom::element;
using Applied = base::Result<std::vector<RowEdit>>;

Applied refused(std::string code, std::string message, std::string way_out) {
  return Applied::failure({{.code = std::move(code), .message = std::move(message), .way_out = std::move(way_out)}});
}

// None when it is no object of texts.
std::optional<std::vector<TargetFile>> files_in(const element& json) {
  simdjson::dom::object members;
  if (json.get(members) != SUCCESS) return std::nullopt;
  std::vector<TargetFile> files;
  for (const auto& [name, value] : members) {
    std::string_view text;
    if (value.get(text) != SUCCESS) return std::nullopt;
    files.push_back({std::string(name), std::string(text)});
  }
  return files;
}

base::Result<PlantTables> imported_tables(const element& json) {
  const auto files = files_in(json);
  if (!files) {
    return base::Result<PlantTables>::failure({{.code = "bad-import",
                                                .message = "files is no object of texts",
                                                .way_out = "Send {\"files\":{\"plant.csv\":\"...\"}}."}});
  }
  std::vector<codec::plant::SourceFile> sources;
  for (const TargetFile& file : *files) sources.push_back({file.name, file.bytes});
  return PlantTables::from(sources);
}

constexpr std::string_view kMark = "kilter-plant-2\n";

}  // namespace

Applied PlantState::apply(const Command& command) {
  simdjson::dom::parser parser;
  const simdjson::padded_string padded(command.body);
  element body;
  element member;
  if (parser.parse(padded).get(body) != SUCCESS) return refused("bad-body", "the body is not JSON", "Send an object.");
  const bool anew = body["files"].get(member) == SUCCESS;
  PlantTables tables = tables_;
  if (anew) {
    auto imported = imported_tables(member);
    if (!imported) return Applied::failure(imported.error());
    tables = std::move(imported).value();
    tables.keep_desk_of(tables_);
  }
  const bool edited = body["edits"].get(member) == SUCCESS;
  if (!edited && !anew) return refused("bad-body", "the body has neither edits nor files", "Send {\"edits\":[...]}.");
  const auto edits = edited ? read_edits(member) : base::Result<std::vector<RowEdit>>(std::vector<RowEdit>{});
  if (!edits) return edits;
  std::optional<std::vector<TargetFile>> plan;
  if (body["plan"].get(member) == SUCCESS) {
    plan = files_in(member);
    if (!plan) return refused("bad-plan", "plan is no object of texts", "Send {\"plan\":{\"plan.json\":\"...\"}}.");
  }
  Applied inverse = tables.apply(edits.value());
  if (!inverse) return inverse;
  tables_ = std::move(tables);
  if (anew) published_.reset();
  if (plan) {
    published_ = std::make_shared<const Publication>(
        Publication{.sequence = head_.sequence + 1, .plant = tables_, .plan = std::move(*plan)});
  }
  return anew ? std::vector<RowEdit>{} : std::move(inverse).value();
}

void PlantState::sealed(const Entry& entry) {
  KILTER_REQUIRE(entry.sequence == head_.sequence + 1);
  head_ = head_of(entry);
}

bool PlantState::take(const Entry& entry) {
  if (!follows(head_, entry) || !apply(entry.command)) return false;
  sealed(entry);
  return true;
}

std::string PlantState::bytes() const {
  BytesOut out;
  out.number(head_.sequence);
  out.raw({reinterpret_cast<const char*>(head_.hash.data()), head_.hash.size()});
  out.text(tables_.bytes());
  out.number(published_ ? published_->sequence : 0);
  if (published_) {
    out.text(published_->plant.bytes());
    out.number(published_->plan.size());
    for (const TargetFile& file : published_->plan) {
      out.text(file.name);
      out.text(file.bytes);
    }
  }
  return std::string(kMark) + out.take();
}

std::optional<PlantState> PlantState::from_bytes(std::string_view bytes) {
  if (bytes.substr(0, kMark.size()) != kMark) return std::nullopt;
  BytesIn in(bytes.substr(kMark.size()));
  PlantState state;
  state.head_.sequence = in.number();
  const std::string_view hash = in.raw(sizeof(Hash));
  for (std::size_t i = 0; i < hash.size(); ++i) state.head_.hash[i] = static_cast<std::uint8_t>(hash[i]);
  auto tables = PlantTables::from_bytes(in.text());
  Publication publication{.sequence = in.number(), .plant = {}, .plan = {}};
  if (publication.sequence > 0) {
    auto plant = PlantTables::from_bytes(in.text());
    if (!plant) return std::nullopt;
    publication.plant = std::move(*plant);
    for (std::uint64_t left = in.number(); left > 0 && in.good(); --left) {
      const std::string_view name = in.text();
      publication.plan.push_back({std::string(name), std::string(in.text())});
    }
    state.published_ = std::make_shared<const Publication>(std::move(publication));
  }
  if (!tables || !in.good() || !in.empty()) return std::nullopt;
  state.tables_ = std::move(*tables);
  return state;
}

bool operator==(const PlantState& a, const PlantState& b) {
  const bool same_plan = a.published_ && b.published_ ? *a.published_ == *b.published_ : a.published_ == b.published_;
  return a.head_ == b.head_ && a.tables_ == b.tables_ && same_plan;
}

std::string import_json(const std::vector<TargetFile>& files) {
  codec::JsonWriter json;
  json.begin_object().key("files").begin_object();
  for (const TargetFile& file : files) json.key(file.name).text(file.bytes);
  json.end_object().end_object();
  return json.str();
}

}  // namespace kilter::service
