#include "service/plant/plant_state.hpp"

#include <simdjson.h>

#include <utility>

#include "base/require.hpp"
#include "codec/json/writer.hpp"
#include "codec/plant/read.hpp"
#include "service/tables/edits_json.hpp"

namespace kilter::service {
namespace {

using simdjson::SUCCESS;
using Step = PlantState::Step;
using Considered = base::Result<Step>;

Considered refused(std::string code, std::string message, std::string way_out) {
  return Considered::failure({{.code = std::move(code), .message = std::move(message), .way_out = std::move(way_out)}});
}

// Views into the parser's texts; none when the body is of another form.
std::optional<std::vector<codec::plant::SourceFile>> files_of(
    const simdjson::simdjson_result<simdjson::dom::element>& body) {
  simdjson::dom::object members;
  if (body["files"].get(members) != SUCCESS) return std::nullopt;
  std::vector<codec::plant::SourceFile> files;
  for (const auto& [name, value] : members) {
    std::string_view text;
    if (value.get(text) != SUCCESS) return std::nullopt;
    files.push_back({std::string(name), text});
  }
  return files;
}

// Only a folder that is a plant is taken in: never half of one.
Considered consider_import(std::string_view body) {
  simdjson::dom::parser parser;
  const simdjson::padded_string padded(body);
  const auto files = files_of(parser.parse(padded));
  if (!files)
    return refused("bad-import", "the import holds no files", "Send {\"files\":{\"plant.csv\":\"...\", ...}}.");
  if (auto plant = codec::plant::read(*files); !plant) return Considered::failure(plant.error());
  auto tables = PlantTables::from(*files);
  if (!tables) return Considered::failure(tables.error());
  return Step{.tables = std::move(tables).value(), .inverse = {}};
}

Considered consider_edit(const PlantTables& tables, std::string_view body) {
  const auto edits = read_edits(body);
  if (!edits) return Considered::failure(edits.error());
  Step step{.tables = tables, .inverse = {}};
  const auto inverse = step.tables.apply(edits.value());
  if (!inverse) return Considered::failure(inverse.error());
  step.inverse = edits_json(inverse.value());
  return step;
}

constexpr std::string_view kMark = "kilter-plant-1\n";

}  // namespace

Considered PlantState::consider(const Command& command) const {
  if (command.kind == "import") return consider_import(command.body);
  if (command.kind == "edit") return consider_edit(tables_, command.body);
  return refused("unknown-command", "there is no command " + command.kind, "Use import or edit.");
}

void PlantState::take(const Entry& entry, Step step) {
  KILTER_REQUIRE(entry.sequence == head_.sequence + 1);
  tables_ = std::move(step.tables);
  head_ = head_of(entry);
}

bool PlantState::take(const Entry& entry) {
  if (!follows(head_, entry)) return false;
  Considered step = consider(entry.command);
  if (step) take(entry, std::move(step).value());
  return step.ok();
}

std::string PlantState::bytes() const {
  std::string bytes(kMark);
  for (int shift = 0; shift < 64; shift += 8) bytes += static_cast<char>(head_.sequence >> shift & 0xFFU);
  bytes.append(reinterpret_cast<const char*>(head_.hash.data()), head_.hash.size());
  return bytes + tables_.bytes();
}

std::optional<PlantState> PlantState::from_bytes(std::string_view bytes) {
  constexpr std::size_t kHeadSize = 8 + sizeof(Hash);
  if (bytes.substr(0, kMark.size()) != kMark || bytes.size() < kMark.size() + kHeadSize) return std::nullopt;
  bytes.remove_prefix(kMark.size());
  PlantState state;
  for (std::size_t i = 0; i < 8; ++i) {
    state.head_.sequence |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
  }
  for (std::size_t i = 0; i < sizeof(Hash); ++i) state.head_.hash[i] = static_cast<std::uint8_t>(bytes[8 + i]);
  std::optional<PlantTables> tables = PlantTables::from_bytes(bytes.substr(kHeadSize));
  if (!tables) return std::nullopt;
  state.tables_ = std::move(*tables);
  return state;
}

std::string import_json(const std::vector<codec::plant::TargetFile>& files) {
  codec::JsonWriter json;
  json.begin_object().key("files").begin_object();
  for (const codec::plant::TargetFile& file : files) json.key(file.name).text(file.bytes);
  json.end_object().end_object();
  return json.str();
}

}  // namespace kilter::service
