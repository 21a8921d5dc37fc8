#include "sourcing/assignment.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

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
  explicit Assigner(const std::vector<Receipt>& receipts) : receipts_(receipts), nearest_(receipts.size()) {
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
      const std::optional<std::size_t> before = nearest_.last_below(in_time);
      const std::optional<std::size_t> receipt = before ? before : nearest_.first_from(in_time);
      if (!receipt) return;
      const base::Quantity taken = std::min(wanted, left_[*receipt]);
      wanted -= taken;
      left_[*receipt] -= taken;
      if (left_[*receipt].is_zero()) nearest_.used_up(*receipt);
      served.push_back({.open = index, .receipt = *receipt, .quantity = taken});
    }
  }

 private:
  const std::vector<Receipt>& receipts_;
  Nearest nearest_;
  std::vector<base::Quantity> left_;
};

// First in, first out, for goods that keep `life` seconds.
class FirstInFirstOut {
 public:
  FirstInFirstOut(const std::vector<Receipt>& receipts, time::Duration life)
      : receipts_(receipts), life_(life.count()) {}

  std::vector<Served> assign(std::span<const material::PurchaseNeed> needs, const std::vector<OpenNeed>& open) {
    std::vector<Served> served;
    if (receipts_.empty()) return served;
    left_ = receipts_.front().good;
    for (const std::size_t index : by_date(needs, open)) serve(needs[open[index].need], open[index], index, served);
    std::stable_sort(served.begin(), served.end(), [](const Served& a, const Served& b) { return a.open < b.open; });
    return served;
  }

 private:
  [[nodiscard]] std::vector<std::size_t> by_date(std::span<const material::PurchaseNeed> needs,
                                                 const std::vector<OpenNeed>& open) const {
    std::vector<std::size_t> order(open.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const Tick first = receipts_.front().at;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      const material::PurchaseNeed& one = needs[open[a].need];
      const material::PurchaseNeed& other = needs[open[b].need];
      return std::pair(std::max(one.need, first), one.rank) < std::pair(std::max(other.need, first), other.rank);
    });
    return order;
  }

  void serve(const material::PurchaseNeed& need, const OpenNeed& open, std::size_t index, std::vector<Served>& served) {
    base::Quantity wanted = open.quantity;
    while (wanted.positive() && at_ < receipts_.size()) {
      const Receipt& receipt = receipts_[at_];
      const bool spoiled = receipt.at + life_ <= need.need;
      if (spoiled || left_.is_zero()) {
        if (++at_ < receipts_.size()) left_ = receipts_[at_].good;
        continue;
      }
      const base::Quantity taken = std::min(wanted, left_);
      wanted -= taken;
      left_ -= taken;
      served.push_back({.open = index, .receipt = at_, .quantity = taken});
    }
  }

  const std::vector<Receipt>& receipts_;
  std::int64_t life_;
  std::size_t at_ = 0;
  base::Quantity left_;
};

}  // namespace

std::vector<Served> assign(std::span<const material::PurchaseNeed> needs, const std::vector<OpenNeed>& open,
                           const std::vector<Receipt>& receipts, const std::optional<time::Duration>& shelf_life) {
  if (shelf_life) return FirstInFirstOut(receipts, *shelf_life).assign(needs, open);
  std::vector<Served> served;
  served.reserve(open.size());
  Assigner assigner(receipts);
  for (std::size_t i = 0; i < open.size(); ++i) assigner.serve(needs[open[i].need], open[i], i, served);
  return served;
}

}  // namespace kilter::sourcing
