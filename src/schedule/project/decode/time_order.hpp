// Activities sorted by time: the orders that passes start from.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "schedule/project/decode/decoder.hpp"

namespace kilter::schedule {

class TimeOrder {
 public:
  // By rising time, equal times by rising number: topological for starts. 0 <= times <= most. O(count + most), or
  // O(count log count) when `most` is far beyond count.
  void rising(std::span<const Tick> times, Tick most, std::vector<Index>& order);

  // The order of a justification: by falling end, so that the pass against `pass.direction` begins with those that end
  // last. Topological in the reversed direction.
  void justification(const Pass& pass, std::vector<Index>& order);

 private:
  std::vector<Index> bucket_;
  std::vector<std::uint64_t> keys_;
  std::vector<Tick> mirrored_;
};

}  // namespace kilter::schedule
