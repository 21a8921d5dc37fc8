#include "service/commands/resolve.hpp"

#include <array>
#include <string_view>
#include <vector>

#include "codec/plant/field.hpp"
#include "codec/plant/read.hpp"

namespace kilter::service {
namespace {

using Resolution = base::Result<Resolved>;

// Nothing, or every fault that keeps the tables from being a plant.
base::Issues why_no_plant(const PlantTables& tables) {
  const std::vector<codec::plant::TargetFile> files = tables.files();
  std::vector<codec::plant::SourceFile> sources;
  sources.reserve(files.size());
  for (const codec::plant::TargetFile& file : files) sources.push_back({file.name, file.bytes});
  const auto plant = codec::plant::read(sources);
  return plant ? base::Issues{} : plant.error();
}

// The body as it is, if it leaves a plant.
Resolution resolve_tables(const PlantState& state, const Command& asked) {
  PlantState trial = state;
  if (const auto applied = trial.apply(asked); !applied) return Resolution::failure(applied.error());
  if (base::Issues faults = why_no_plant(trial.tables()); !faults.empty()) {
    return Resolution::failure(std::move(faults));
  }
  return Resolved{.body = asked.body, .note = {}};
}

using Resolver = Resolution (*)(const PlantState&, const Command&, std::int64_t);

struct Kind {
  std::string_view name;
  Resolver resolve;
};

constexpr std::array kKinds{
    Kind{"import",
         [](const PlantState& state, const Command& asked, std::int64_t) { return resolve_tables(state, asked); }},
    Kind{"edit",
         [](const PlantState& state, const Command& asked, std::int64_t) { return resolve_tables(state, asked); }},
    Kind{"undo",
         [](const PlantState& state, const Command& asked, std::int64_t) { return resolve_tables(state, asked); }},
};

}  // namespace

Resolution resolve(const PlantState& state, const Command& asked, std::int64_t at) {
  for (const Kind& kind : kKinds) {
    if (kind.name == asked.kind) return kind.resolve(state, asked, at);
  }
  return Resolution::failure({{.code = "unknown-command",
                               .where = {.value = asked.kind},
                               .message = "there is no command " + asked.kind,
                               .way_out = "Use import, edit, undo, or an event."}});
}

}  // namespace kilter::service
