// The commands that journals keep, as a table: what each is for, what it asks for, and how it is resolved.
#pragma once

#include <span>
#include <string_view>

#include "service/access/roles.hpp"
#include "service/desk/plant_desk.hpp"

namespace kilter::service {

struct CommandKind {
  std::string_view name;
  Permission permission;
  base::Result<Resolved> (*resolve)(const PlantState&, const Command& asked, std::int64_t at);
  std::string_view meaning;
};

// Of plants' journals, but events, whose kinds stand in floor/event_kinds.hpp.
std::span<const CommandKind> command_kinds();

// Null when there is none of that name.
const CommandKind* find_command_kind(std::string_view name);

// What keeping the command asks for. Of a kind that is not known: to administer.
Permission permission_of(const Command& command);

// A `Resolve` for the journal of users and tokens: {"edits":[...]} on its own tables alone.
base::Result<Resolved> resolve_access(const PlantState& state, const Command& asked, std::int64_t at);

}  // namespace kilter::service
