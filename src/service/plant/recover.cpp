#include "service/plant/recover.hpp"

#include <string>
#include <utility>

namespace kilter::service {
namespace {

Kept<PlantState> replay(Journal& journal, std::string_view plant, PlantState state, std::uint64_t until) {
  std::uint64_t broken = 0;
  const Stretch stretch{.after = state.head().sequence, .until = until};
  const Kept<Done> done = journal.read(plant, stretch, [&](const Entry& entry) {
    if (!state.take(entry)) broken = state.head().sequence + 1;
    return broken == 0;
  });
  if (!done) return Kept<PlantState>::failure(done.error());
  if (broken > 0) {
    return Kept<PlantState>::failure({Trouble::damaged, "entry " + std::to_string(broken) + " is not as it was kept"});
  }
  return state;
}

}  // namespace

Kept<PlantState> recover(Journal& journal, std::string_view plant, std::uint64_t until) {
  const Kept<std::optional<Snapshot>> snapshot = journal.latest(plant, until);
  if (!snapshot) return Kept<PlantState>::failure(snapshot.error());
  if (snapshot.value()) {
    std::optional<PlantState> state = PlantState::from_bytes(snapshot.value()->bytes);
    if (state && state->head().sequence == snapshot.value()->sequence) {
      if (Kept<PlantState> found = replay(journal, plant, std::move(*state), until)) return found;
    }
  }
  return replay(journal, plant, {}, until);
}

}  // namespace kilter::service
