#include "sourcing/assignment.hpp"

#include <algorithm>
#include <numeric>

namespace kilter::sourcing {
namespace {

// Receipts with something left: the nearest one at or before, at or after an index. Index 0 and n + 1 are walls.
class Nearest {
 public:
  explicit Nearest(std::size_t count) : before_(count + 2), after_(count + 2) {
    std::iota(before_.begin(), before_.end(), std::size_t{0});
    std::iota(after_.begin(), after_.end(), std::size_t{0});
  }
  void used_up(std::size_t receipt) {
    before_[receipt + 1] = receipt;
    after_[receipt + 1] = receipt + 2;
  }
  // Among receipts 0 .. end-1, the last with something left.
  std::optional<std::size_t> last_below(std::size_t end) {
    const std::size_t found = find(before_, end);
    return found == 0 ? std::nullopt : std::optional(found - 1);
  }
  std::optional<std::size_t> first_from(std::size_t begin) {
    const std::size_t found = find(after_, begin + 1);
    return found + 1 == after_.size() ? std::nullopt : std::optional(found - 1);
  }

 private:
  static std::size_t find(std::vector<std::size_t>& next, std::size_t at) {
    while (next[at] != at) {
      next[at] = next[next[at]];
      at = next[at];
    }
    return at;
  }
  std::vector<std::size_t> before_;
  std::vector<std::size_t> after_;
};

class Assigner {
 public:
  Assigner(const std::vector<Receipt>& receipts, const AssignmentRules& rules)
      : receipts_(receipts), rules_(rules), nearest_(receipts.size()) {
    for (const Receipt& receipt : receipts) left_.push_back(receipt.good);
    for (std::size_t i = 0; i < left_.size(); ++i) {
      if (!left_[i].positive()) nearest_.used_up(i);
    }
  }

  void serve(const material::PurchaseNeed& need, const OpenNeed& open, std::size_t index, std::vector<Served>& served) {
    const auto late = std::partition_point(receipts_.begin(), receipts_.end(),
                                           [&need](const Receipt& receipt) { return receipt.at <= need.need; });
    const auto in_time = static_cast<std::size_t>(late - receipts_.begin());
    base::Quantity wanted = open.quantity;
    while (wanted.positive()) {
      const std::optional<std::size_t> receipt = choose(need, in_time);
      if (!receipt) return;
      const base::Quantity taken = std::min(wanted, left_[*receipt]);
      wanted -= taken;
      left_[*receipt] -= taken;
      if (left_[*receipt].is_zero()) nearest_.used_up(*receipt);
      served.push_back({.open = index, .receipt = *receipt, .quantity = taken});
    }
  }

 private:
  [[nodiscard]] bool spoiled(std::size_t receipt, Tick need) const {
    return rules_.shelf_life && receipts_[receipt].at + rules_.shelf_life->count() <= need;
  }
  std::optional<std::size_t> choose(const material::PurchaseNeed& need, std::size_t in_time) {
    const std::optional<std::size_t> before = nearest_.last_below(in_time);
    if (before && !spoiled(*before, need.need)) return before;
    if (need.rank > rules_.last_late_rank) return std::nullopt;
    return nearest_.first_from(in_time);
  }

  const std::vector<Receipt>& receipts_;
  const AssignmentRules& rules_;
  Nearest nearest_;
  std::vector<base::Quantity> left_;
};

}  // namespace

std::vector<Served> assign(std::span<const material::PurchaseNeed> needs, const std::vector<OpenNeed>& open,
                           const std::vector<Receipt>& receipts, const AssignmentRules& rules) {
  std::vector<Served> served;
  served.reserve(open.size());
  Assigner assigner(receipts, rules);
  for (std::size_t i = 0; i < open.size(); ++i) assigner.serve(needs[open[i].need], open[i], i, served);
  return served;
}

}  // namespace kilter::sourcing
