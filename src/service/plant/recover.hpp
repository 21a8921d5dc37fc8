// A plant's state out of its journal: the latest snapshot that can be read, and what came after it.
#pragma once

#include <cstdint>
#include <string_view>

#include "service/journal/journal.hpp"
#include "service/plant/plant_state.hpp"

namespace kilter::service {

// As it was after the entry `until`, or after the last one. A snapshot that cannot be read is passed over for the
// journal from its start. `damaged` when the chain is broken or an entry does not fit; the text says which.
Kept<PlantState> recover(Journal& journal, std::string_view plant, std::uint64_t until = kTheEnd);

}  // namespace kilter::service
