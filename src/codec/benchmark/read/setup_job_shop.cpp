// Job shops with sequence-dependent setups (Brucker and Thiele 1996): "m n types"; a line per job with the number of
// its operations and "duration machine type" for each, machines and types from 1; a line of setups per type before the
// first operation of a machine; the matrix of setups, row = type before; a line per job with, for each of its
// operations, the number of its successors and these, operations of all jobs counted through from 1.
#include <fmt/format.h>

#include "codec/benchmark/read/readers.hpp"
#include "codec/benchmark/read/shop_draft.hpp"

namespace kilter::codec::benchmark {
namespace {

struct SetupShopSize {
  std::int64_t machines = 0;
  std::int64_t jobs = 0;
  std::int64_t types = 0;
};

void read_job(TokenReader& reader, const SetupShopSize& size, ShopDraft& draft) {
  draft.begin_job();
  const std::int64_t operations = reader.whole({.what = "number of operations", .least = 1});
  for (std::int64_t i = 0; i < operations && reader.going(); ++i) {
    const Tick duration = read_duration(reader);
    const std::int64_t machine = reader.whole({.what = "machine", .least = 1, .most = size.machines});
    draft.begin_operation(false);
    draft.add_mode({.first_machine = static_cast<Index>(machine - 1), .duration = duration});
    draft.shop().family.push_back(
        static_cast<Index>(reader.whole({.what = "type", .least = 1, .most = size.types}) - 1));
  }
}

void read_successors(TokenReader& reader, ShopInstance& shop) {
  const Index count = shop.operation_count();
  for (Index op = 0; op < count && reader.going(); ++op) {
    const std::int64_t successors = reader.whole({.what = "number of successors", .most = count});
    for (std::int64_t i = 0; i < successors && reader.going(); ++i) {
      const std::int64_t after = reader.whole({.what = "successor", .least = 1, .most = count});
      shop.precedences.push_back({op, static_cast<Index>(after - 1)});
    }
  }
}

}  // namespace

ShopInstance read_setup_job_shop(TokenReader& reader) {
  SetupShopSize size;
  size.machines = reader.whole({.what = "number of machines", .least = 1, .most = kMostMachines});
  size.jobs = reader.whole({.what = "number of jobs", .least = 1});
  size.types = reader.whole({.what = "number of types", .least = 1, .most = kMostMachines});
  ShopDraft draft(size.machines);
  for (std::int64_t job = 0; job < size.jobs && reader.going(); ++job) read_job(reader, size, draft);
  ShopInstance& shop = draft.shop();
  shop.family_count = static_cast<Index>(size.types);
  for (std::int64_t type = 0; type < size.types && reader.going(); ++type) {
    shop.initial_setup.push_back(static_cast<Tick>(reader.whole({.what = "initial setup"})));
  }
  if (reader.going()) shop.setups.push_back(read_setups(reader, size.types));
  read_successors(reader, shop);
  reader.expect_end();
  return draft.take(reader);
}

}  // namespace kilter::codec::benchmark
