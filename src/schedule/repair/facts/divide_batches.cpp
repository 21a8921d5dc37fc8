#include "schedule/repair/facts/divide_batches.hpp"

#include <algorithm>

namespace kilter::schedule {
namespace {

// In the order in which the parts of a batch follow each other.
enum class Part : std::uint8_t { running, pinned, free, gone };

class Division {
 public:
  explicit Division(Disrupted& changed) : problem_(changed.problem), plan_(changed.published) {}

  void run() {
    problem_.fixed_batch.assign(problem_.operation_count, kNone);
    std::vector<Index>& order = plan_.order;
    for (auto from = order.begin(); from != order.end();) {
      const auto until = std::find_if(from + 1, order.end(), [this](Index op) { return plan_.joins[op] == 0; });
      std::stable_sort(from, until, [this](Index a, Index b) { return part_of(a) < part_of(b); });
      for (auto at = from; at != until; ++at) {
        const bool joins = at != from && part_of(*at) != Part::gone && part_of(*at) == part_of(*(at - 1));
        plan_.joins[*at] = joins ? 1 : 0;
        if (joins && problem_.fixed[*at] != Fixed::free) fix_with(*(at - 1), *at);
      }
      from = until;
    }
  }

 private:
  [[nodiscard]] Part part_of(Index op) const {
    if (plan_.start[op] == kNever) return Part::gone;
    if (problem_.fixed[op] == Fixed::running) return Part::running;
    return problem_.fixed[op] == Fixed::pinned ? Part::pinned : Part::free;
  }

  void fix_with(Index before, Index op) {
    if (problem_.fixed_batch[before] == kNone) problem_.fixed_batch[before] = before;
    problem_.fixed_batch[op] = problem_.fixed_batch[before];
  }

  Problem& problem_;
  Solution& plan_;
};

}  // namespace

std::vector<Index> batches_in(const std::vector<Index>& order, const std::vector<std::uint8_t>& joins) {
  std::vector<Index> first(joins.empty() ? 0 : order.size());
  if (joins.empty()) return first;
  Index begun = kNone;
  for (const Index op : order) {
    if (joins[op] == 0 || begun == kNone) begun = op;
    first[op] = begun;
  }
  return first;
}

void divide_batches(Disrupted& changed) {
  if (changed.problem.has_batches()) Division(changed).run();
}

}  // namespace kilter::schedule
