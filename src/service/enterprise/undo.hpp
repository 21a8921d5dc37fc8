// Taking back a command by its inverse.
#pragma once

#include <cstdint>
#include <string_view>

#include "service/desk/plant_desk.hpp"
#include "service/enterprise/archive.hpp"

namespace kilter::service {

// The command that undoes the entry: its inverse edits, each on the condition that the cells still hold what the entry
// put there; of a publication, the one before it again. Fails for an entry that is not there, and for an import.
base::Result<Command, Refusal> undoing(Archive& archive, std::string_view plant, std::uint64_t sequence);

}  // namespace kilter::service
