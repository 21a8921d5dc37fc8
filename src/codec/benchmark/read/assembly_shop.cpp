// Flexible shops with any precedence (Birgin et al. 2014): "operations precedences machines"; a line "a b" per
// precedence, a before b, operations from 0; a line per operation with the number of alternatives and these, "machine
// duration", machines from 0. Jobs are the connected parts, in the order of their first operations; a solution names
// operations by their number in the file.
#include <numeric>

#include "codec/benchmark/read/readers.hpp"
#include "codec/benchmark/read/shop_draft.hpp"

namespace kilter::codec::benchmark {
namespace {

struct AssemblySize {
  std::int64_t operations = 0;
  std::int64_t precedences = 0;
  std::int64_t machines = 0;
};

void read_precedences(TokenReader& reader, const AssemblySize& size, ShopInstance& shop) {
  const Wanted wanted{.what = "operation of a precedence", .least = 0, .most = size.operations - 1};
  for (std::int64_t i = 0; i < size.precedences && reader.going(); ++i) {
    const auto before = static_cast<Index>(reader.whole(wanted));
    shop.precedences.push_back({before, static_cast<Index>(reader.whole(wanted))});
  }
}

void read_operations(TokenReader& reader, const AssemblySize& size, ShopDraft& draft) {
  for (std::int64_t op = 0; op < size.operations && reader.going(); ++op) {
    draft.begin_operation(false);
    const std::int64_t alternatives = reader.whole({.what = "number of alternatives", .least = 1});
    for (std::int64_t i = 0; i < alternatives && reader.going(); ++i) {
      const std::int64_t machine = reader.whole({.what = "machine", .least = 0, .most = size.machines - 1});
      draft.add_mode({.first_machine = static_cast<Index>(machine), .duration = read_duration(reader)});
    }
  }
}

Index root_of(std::vector<Index>& parent, Index op) {
  while (parent[op] != op) op = parent[op] = parent[parent[op]];
  return op;
}

// Union-find: operations joined by precedence are one job.
void split_into_jobs(ShopInstance& shop) {
  std::vector<Index> parent(shop.operation_count());
  std::iota(parent.begin(), parent.end(), Index{0});
  for (const Precedence& each : shop.precedences) {
    const Index a = root_of(parent, each.before);
    const Index b = root_of(parent, each.after);
    parent[std::max(a, b)] = std::min(a, b);
  }
  shop.job_count = 0;
  for (Index op = 0; op < shop.operation_count(); ++op) {
    const Index root = root_of(parent, op);
    shop.job[op] = root == op ? shop.job_count++ : shop.job[root];
    shop.number[op] = op;
  }
}

}  // namespace

ShopInstance read_assembly_shop(TokenReader& reader) {
  AssemblySize size;
  size.operations = reader.whole({.what = "number of operations", .least = 1});
  size.precedences = reader.whole({.what = "number of precedences"});
  size.machines = reader.whole({.what = "number of machines", .least = 1, .most = kMostMachines});
  ShopDraft draft(size.machines);
  draft.begin_job();
  read_precedences(reader, size, draft.shop());
  read_operations(reader, size, draft);
  reader.expect_end();
  if (!reader.faulty()) split_into_jobs(draft.shop());
  return draft.take(reader);
}

}  // namespace kilter::codec::benchmark
