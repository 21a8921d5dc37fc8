// Flexible job shops: "n m" (a third number, the mean of alternatives, is passed over); then a line per job with the
// number of its operations and for each the number of alternatives and these, "machine duration", machines from 1.
//
//   2 2 1.5
//   2  1 1 5  2 1 3 2 4
//   1  2 1 2 2 3
//
// fjsp-sdst: then one matrix per machine, a row and a column for every operation in file order: the setup when the one
// of the column directly follows the one of the row (Saidi-Mehrabad and Fattahi 2007). The diagonal is passed over:
// nothing is set up for the first operation of a machine. 1000000 stands where one of the two cannot run there.
#include "codec/benchmark/read/readers.hpp"
#include "codec/benchmark/read/shop_draft.hpp"

namespace kilter::codec::benchmark {
namespace {

void read_operation(TokenReader& reader, std::int64_t machines, ShopDraft& draft) {
  draft.begin_operation();
  const std::int64_t alternatives = reader.whole({.what = "number of alternatives", .least = 1});
  for (std::int64_t i = 0; i < alternatives && reader.going(); ++i) {
    const std::int64_t machine = reader.whole({.what = "machine", .least = 1, .most = machines});
    draft.add_mode({.first_machine = static_cast<Index>(machine - 1), .duration = read_duration(reader)});
  }
}

void read_jobs(TokenReader& reader, const ShopSize& size, ShopDraft& draft) {
  reader.skip_line();
  for (std::int64_t job = 0; job < size.jobs && reader.going(); ++job) {
    draft.begin_job();
    const std::int64_t operations = reader.whole({.what = "number of operations", .least = 1});
    for (std::int64_t i = 0; i < operations && reader.going(); ++i) read_operation(reader, size.machines, draft);
  }
}

void read_jobs_and_setups(TokenReader& reader, const ShopSize& size, ShopDraft& draft) {
  read_jobs(reader, size, draft);
  ShopInstance& shop = draft.shop();
  shop.family_count = shop.operation_count();
  for (Index op = 0; op < shop.operation_count(); ++op) shop.family.push_back(op);
  for (std::int64_t machine = 0; machine < size.machines && reader.going(); ++machine) {
    shop.setups.push_back(read_setups(reader, shop.family_count));
  }
}

}  // namespace

ShopInstance read_flexible_shop(TokenReader& reader) { return read_shop(reader, read_jobs); }

ShopInstance read_setup_flexible_shop(TokenReader& reader) { return read_shop(reader, read_jobs_and_setups); }

}  // namespace kilter::codec::benchmark
