#include "schedule/flow/insertion.hpp"

#include "schedule/flow/makespan_insertion.hpp"
#include "schedule/flow/tardiness_insertion.hpp"

namespace kilter::schedule {

std::unique_ptr<Insertion> insertion_for(const PermutationShop& shop) {
  if (shop.due.empty()) return std::make_unique<MakespanInsertion>(shop);
  return std::make_unique<TardinessInsertion>(shop);
}

}  // namespace kilter::schedule
