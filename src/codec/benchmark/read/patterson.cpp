// Projects of Patterson's format (.rcp): activities and resources, a line of capacities, then per activity its
// duration, a demand per resource, the number of its successors and these, activities from 1.
#include "codec/benchmark/read/project_draft.hpp"
#include "codec/benchmark/read/readers.hpp"

namespace kilter::codec::benchmark {

ProjectInstance read_patterson(TokenReader& reader) {
  ProjectDraft draft;
  const std::int64_t activities = reader.whole({.what = "number of activities", .least = 1});
  const std::int64_t resources = reader.whole({.what = "number of resources", .most = kMostResources});
  read_numbers(reader, resources, "capacity", draft.problem().capacity);
  for (std::int64_t activity = 1; activity <= activities && reader.going(); ++activity) {
    draft.begin_activity(activity);
    draft.add_mode(static_cast<Tick>(reader.whole({.what = "duration"})));
    read_numbers(reader, resources, "demand", draft.problem().demand);
    const std::int64_t successors = reader.whole({.what = "number of successors", .most = activities});
    for (std::int64_t i = 0; i < successors && reader.going(); ++i) {
      const std::int64_t after = reader.whole({.what = "successor", .least = 1, .most = activities});
      draft.add_precedence(static_cast<Index>(activity - 1), static_cast<Index>(after - 1));
    }
  }
  reader.expect_end();
  return draft.take(reader);
}

}  // namespace kilter::codec::benchmark
