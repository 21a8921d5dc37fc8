#include "coordinate/live/fixes/fix.hpp"

#include <array>

namespace kilter::coordinate {
namespace {

constexpr std::array<std::string_view, kFixKinds> kWords = {
    "gaps", "first", "overtime", "other-unit", "person", "other-vendor", "expedite", "split-lot", "accept-date"};

}  // namespace

std::string_view word(FixKind kind) { return kWords[static_cast<std::size_t>(kind)]; }

}  // namespace kilter::coordinate
