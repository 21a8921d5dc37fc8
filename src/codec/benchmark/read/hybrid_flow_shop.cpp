// Hybrid flow shops: jobs, stages, then a line with the number of identical machines of each stage, then a line per job
// with its duration in each stage. Machines count through all stages.
#include <vector>

#include "codec/benchmark/read/readers.hpp"
#include "codec/benchmark/read/shop_draft.hpp"

namespace kilter::codec::benchmark {

ShopInstance read_hybrid_flow_shop(TokenReader& reader) {
  constexpr std::int64_t kMostStages = 1'000;
  const std::int64_t jobs = reader.whole({.what = "number of jobs", .least = 1});
  const std::int64_t stages = reader.whole({.what = "number of stages", .least = 1, .most = kMostStages});
  std::vector<ShopMode> at;
  std::int64_t machines = 0;
  for (std::int64_t stage = 0; stage < stages; ++stage) {
    const std::int64_t more =
        reader.whole({.what = "number of machines of a stage", .least = 1, .most = kMostMachines / kMostStages});
    at.push_back({.first_machine = static_cast<Index>(machines), .machines = static_cast<Index>(more)});
    machines += more;
  }
  ShopDraft draft(machines);
  for (std::int64_t job = 0; job < jobs && reader.going(); ++job) {
    draft.begin_job();
    for (ShopMode mode : at) {
      mode.duration = read_duration(reader);
      draft.begin_operation();
      draft.add_mode(mode);
    }
  }
  reader.expect_end();
  return draft.take(reader);
}

}  // namespace kilter::codec::benchmark
