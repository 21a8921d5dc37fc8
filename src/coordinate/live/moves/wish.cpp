#include "coordinate/live/moves/wish.hpp"

#include <array>

namespace kilter::coordinate {
namespace {

constexpr std::array<std::string_view, 17> kObstacles = {
    "not-planned", "begun",        "pinned",      "unit-cannot", "person-cannot", "past",
    "frozen",      "material",     "clearance",   "predecessor", "unit-closed",   "unit-taken",
    "person-away", "person-taken", "nobody-free", "no-room",     "beyond-horizon"};

}  // namespace

std::string_view word(Obstacle obstacle) { return kObstacles[static_cast<std::size_t>(obstacle)]; }

}  // namespace kilter::coordinate
