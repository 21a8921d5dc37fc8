#include "plan/late/late_tiers.hpp"

namespace kilter::plan {

LateTier tier_of(LateCause cause) {
  switch (cause) {
    case LateCause::process:
      return LateTier::work;
    case LateCause::closed:
    case LateCause::minimum_wait:
    case LateCause::setup:
    case LateCause::outside:
      return LateTier::fixed;
    case LateCause::queue:
    case LateCause::person:
    case LateCause::tool:
    case LateCause::purchase:
    case LateCause::open_purchase:
    case LateCause::stock:
    case LateCause::late_start:
    case LateCause::clearance:
    case LateCause::choice:
    case LateCause::budget:
      break;
  }
  return LateTier::avoidable;
}

}  // namespace kilter::plan
