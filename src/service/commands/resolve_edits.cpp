#include "service/commands/resolve_edits.hpp"

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "codec/plant/field.hpp"
#include "codec/plant/read.hpp"
#include "service/access/directory.hpp"
#include "service/commands/kinds.hpp"
#include "service/plant/plant_clock.hpp"
#include "service/tables/desk_tables.hpp"
#include "service/tables/edits_json.hpp"

namespace kilter::service {
namespace {

using Resolution = base::Result<Resolved>;

std::vector<RowEdit> edits_of(const Command& command) {
  simdjson::dom::parser parser;
  const simdjson::padded_string padded(command.body);
  simdjson::dom::element member;
  if (parser.parse(padded)["edits"].get(member) != simdjson::SUCCESS) return {};
  const auto edits = read_edits(member);
  return edits ? edits.value() : std::vector<RowEdit>{};
}

base::Issue not_by_hand(const RowEdit& edit) {
  return {.code = "not-by-hand",
          .where = {.file = edit.table, .row = edit.row},
          .message = edit.table + " is kept by events and publications, not edited",
          .way_out = "Send the event that says what happened."};
}

base::Result<model::Plant> plant_of(const PlantTables& tables) {
  const std::vector<codec::plant::TargetFile> files = tables.files();
  std::vector<codec::plant::SourceFile> sources;
  sources.reserve(files.size());
  for (const codec::plant::TargetFile& file : files) sources.push_back({file.name, file.bytes});
  return codec::plant::read(sources);
}

// The state after the command, and the plant that its tables are; or every fault.
struct Trial {
  PlantState state;
  model::Plant plant;
};
base::Result<Trial> tried(const PlantState& state, const Command& asked) {
  PlantState trial = state;
  if (const auto applied = trial.apply(asked); !applied) return base::Result<Trial>::failure(applied.error());
  auto plant = plant_of(trial.tables());
  if (!plant) return base::Result<Trial>::failure(plant.error());
  return Trial{.state = std::move(trial), .plant = std::move(plant).value()};
}

}  // namespace

Resolution resolve_import(const PlantState& state, const Command& asked, std::int64_t at) {
  const auto trial = tried(state, asked);
  if (!trial) return Resolution::failure(trial.error());
  const std::int64_t offset = clock_offset_for(trial.value().plant.policy.origin, at);
  const std::vector<RowEdit> clock = clock_edits(trial.value().state.tables(), offset);
  // The body is an object that ends in "}": the clock's edits go in before it.
  std::string body = asked.body.substr(0, asked.body.rfind('}'));
  body += R"(,"edits":)" + edits_json(clock) + "}";
  return Resolved{.body = std::move(body), .note = {}};
}

Resolution resolve_edit(const PlantState& state, const Command& asked, std::int64_t) {
  base::Issues faults;
  for (const RowEdit& edit : edits_of(asked)) {
    if (find_desk_table(edit.table) != nullptr && asked.kind != "undo") faults.push_back(not_by_hand(edit));
  }
  if (!faults.empty()) return Resolution::failure(std::move(faults));
  const auto trial = tried(state, asked);
  if (!trial) return Resolution::failure(trial.error());
  return Resolved{.body = asked.body, .note = {}};
}

Resolution resolve_as_it_is(const PlantState&, const Command& asked, std::int64_t) {
  return Resolved{.body = asked.body, .note = {}};
}

Resolution resolve_access(const PlantState& state, const Command& asked, std::int64_t at) {
  base::Issues faults;
  for (const RowEdit& edit : edits_of(asked)) {
    if (!is_access_table(edit.table)) faults.push_back(not_by_hand(edit));
  }
  if (!faults.empty()) return Resolution::failure(std::move(faults));
  return resolve_as_it_is(state, asked, at);
}

}  // namespace kilter::service
