// Permutation flow shops: jobs, machines; pfsp-tt: then the due dates; then a line per job with its duration on each
// machine; pfsp-sdst: then one matrix of setups per machine, row = the job before.
#include "codec/benchmark/read/readers.hpp"
#include "codec/benchmark/read/shop_draft.hpp"

namespace kilter::codec::benchmark {
namespace {

constexpr std::int64_t kMostJobs = 1'000'000;

schedule::PermutationShop read_flow_size(TokenReader& reader) {
  schedule::PermutationShop shop;
  shop.job_count = static_cast<Index>(reader.whole({.what = "number of jobs", .least = 1, .most = kMostJobs}));
  shop.machine_count =
      static_cast<Index>(reader.whole({.what = "number of machines", .least = 1, .most = kMostMachines}));
  return shop;
}

void read_durations(TokenReader& reader, schedule::PermutationShop& shop) {
  const std::int64_t count = std::int64_t{shop.job_count} * shop.machine_count;
  if (!reader.room_for(count, "durations")) return;
  std::int64_t sum = 0;
  for (std::int64_t i = 0; i < count && reader.going(); ++i) {
    shop.duration.push_back(read_duration(reader));
    sum += shop.duration.back();
  }
  if (sum <= kLargestNumber) return;
  reader.refuse_all("too-long", "the durations add up to more than 1000000000 units of time",
                    "Count time in larger units: divide the durations.");
}

}  // namespace

schedule::PermutationShop read_flow_shop_with_dues(TokenReader& reader) {
  schedule::PermutationShop shop = read_flow_size(reader);
  for (Index job = 0; job < shop.job_count && reader.going(); ++job) {
    shop.due.push_back(static_cast<Tick>(reader.whole({.what = "due date"})));
  }
  read_durations(reader, shop);
  reader.expect_end();
  return shop;
}

schedule::PermutationShop read_flow_shop_with_setups(TokenReader& reader) {
  schedule::PermutationShop shop = read_flow_size(reader);
  read_durations(reader, shop);
  for (Index machine = 0; machine < shop.machine_count && reader.going(); ++machine) {
    shop.setup.push_back(read_setups(reader, shop.job_count));
  }
  reader.expect_end();
  return shop;
}

}  // namespace kilter::codec::benchmark
