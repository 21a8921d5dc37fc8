#include "schedule/makespan/recombination.hpp"

#include "schedule/makespan/list_decoder.hpp"

namespace kilter::schedule {

Sequence interpolate(const Shop& shop, const Pool::Member& a, const Pool::Member& b, double share,
                     base::Random& random) {
  std::vector<double> keys(shop.count());
  std::vector<Index> modes(shop.count());
  for (Index op = 0; op < shop.count(); ++op) {
    keys[op] = (1 - share) * a.position[op] + share * b.position[op];
    const Pool::Member& giver = random.chance(share) ? b : a;
    modes[op] = shop.alternative(giver.sequence.alternatives[op]).mode;
  }
  Sequence child = decode_list(shop, keys, modes);
  child.makespan = kNever;
  return child;
}

}  // namespace kilter::schedule
