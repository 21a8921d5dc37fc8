#include "schedule/repair/ways/insertion.hpp"
#include "schedule/repair/ways/repairs.hpp"

namespace kilter::schedule {

Solution shift_right(Damage& damage) {
  State state = damage.unchanged_sequences();
  fill_gaps(damage.held().network, damage.calendars(), damage.held().propagation, state);
  return damage.solution(state);
}

}  // namespace kilter::schedule
