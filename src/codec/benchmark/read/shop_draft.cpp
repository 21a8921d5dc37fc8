#include "codec/benchmark/read/shop_draft.hpp"

#include <algorithm>

namespace kilter::codec::benchmark {
namespace {

// The longest chain of shortest durations: below it no schedule ends.
std::int64_t longest_chain(const ShopInstance& shop, const std::vector<Index>& order) {
  const PredecessorLists before = predecessor_lists(shop.operation_count(), shop.precedences);
  std::vector<std::int64_t> end(shop.operation_count(), 0);
  std::int64_t longest = 0;
  for (const Index op : order) {
    for (Index i = before.begin[op]; i < before.begin[op + 1]; ++i) {
      end[op] = std::max(end[op], end[before.operations[i]]);
    }
    const auto modes = shop.modes_of(op);
    end[op] += std::min_element(modes.begin(), modes.end(), [](const ShopMode& a, const ShopMode& b) {
                 return a.duration < b.duration;
               })->duration;
    longest = std::max(longest, end[op]);
  }
  return longest;
}

}  // namespace

ShopInstance ShopDraft::take(TokenReader& reader) {
  refuse_cycles(reader, shop_.operation_count(), shop_.precedences);
  if (reader.faulty()) return std::move(shop_);
  const auto order = precedence_order(shop_.operation_count(), shop_.precedences);
  if (longest_chain(shop_, *order) > kLargestNumber) {
    reader.refuse_all("too-long", "a job takes longer than 1000000000 units of time",
                      "Count time in larger units: divide the durations.");
  }
  return std::move(shop_);
}

ShopSize read_shop_size(TokenReader& reader) {
  ShopSize size;
  size.jobs = reader.whole({.what = "number of jobs", .least = 1});
  size.machines = reader.whole({.what = "number of machines", .least = 1, .most = kMostMachines});
  return size;
}

ShopInstance read_shop(TokenReader& reader, void (*read_body)(TokenReader&, const ShopSize&, ShopDraft&)) {
  const ShopSize size = read_shop_size(reader);
  ShopDraft draft(size.machines);
  read_body(reader, size, draft);
  reader.expect_end();
  return draft.take(reader);
}

Tick read_duration(TokenReader& reader) { return static_cast<Tick>(reader.whole({.what = "duration"})); }

std::vector<Tick> read_setups(TokenReader& reader, std::int64_t families) {
  std::vector<Tick> setups;
  if (!reader.room_for(families * families, "matrix of setups")) return setups;
  setups.reserve(static_cast<std::size_t>(families * families));
  for (std::int64_t i = 0; i < families * families && reader.going(); ++i) {
    setups.push_back(static_cast<Tick>(reader.whole({.what = "setup"})));
  }
  return setups;
}

}  // namespace kilter::codec::benchmark
