#include "sourcing/assignment.hpp"

#include <algorithm>
#include <bit>
#include <numeric>
#include <utility>

namespace kilter::sourcing {
namespace {

// Receipts with something left: the last one before an index, by union-find. Index 0 is a wall.
class Nearest {
 public:
  explicit Nearest(std::size_t count) : before_(count + 1) {
    std::iota(before_.begin(), before_.end(), std::size_t{0});
  }
  void used_up(std::size_t receipt) { before_[receipt + 1] = receipt; }
  // Among receipts 0 .. end-1, the last with something left.
  std::optional<std::size_t> last_below(std::size_t end) {
    while (before_[end] != end) {
      before_[end] = before_[before_[end]];
      end = before_[end];
    }
    return end == 0 ? std::nullopt : std::optional(end - 1);
  }

 private:
  std::vector<std::size_t> before_;
};

// What is left of the receipts, summed from the first on: a binary indexed tree (Fenwick 1994).
class Sums {
 public:
  explicit Sums(const std::vector<Receipt>& receipts) : tree_(receipts.size() + 1, 0) {
    for (std::size_t i = 1; i < tree_.size(); ++i) {
      tree_[i] += receipts[i - 1].good.raw();
      const std::size_t above = i + low_bit(i);
      if (above < tree_.size()) tree_[above] += tree_[i];
    }
  }
  void take(std::size_t receipt, base::Quantity quantity) {
    for (std::size_t i = receipt + 1; i < tree_.size(); i += low_bit(i)) tree_[i] -= quantity.raw();
  }
  // How many receipts it takes, from the first on, to have `wanted`; all when they have less. wanted > 0.
  [[nodiscard]] std::size_t count_for(base::Quantity wanted) const {
    std::size_t found = 0;
    std::int64_t rest = wanted.raw();
    for (std::size_t step = std::bit_floor(tree_.size()); step > 0; step /= 2) {
      if (found + step >= tree_.size() || tree_[found + step] >= rest) continue;
      found += step;
      rest -= tree_[found];
    }
    return std::min(found + 1, tree_.size() - 1);
  }

 private:
  static std::size_t low_bit(std::size_t i) { return i & (~i + 1); }
  std::vector<std::int64_t> tree_;
};

class Assigner {
 public:
  explicit Assigner(const std::vector<Receipt>& receipts)
      : receipts_(receipts), nearest_(receipts.size()), sums_(receipts) {
    for (const Receipt& receipt : receipts) left_.push_back(receipt.good);
    for (std::size_t i = 0; i < left_.size(); ++i) {
      if (!left_[i].positive()) nearest_.used_up(i);
    }
  }

  // Receipts [0, end) are those in time, or, when those are not enough, those up to the one that makes it whole.
  void serve(const material::PurchaseNeed& need, const OpenNeed& open, std::size_t index, std::vector<Served>& served) {
    base::Quantity wanted = open.quantity;
    if (!wanted.positive() || receipts_.empty()) return;
    const auto late = std::partition_point(receipts_.begin(), receipts_.end(),
                                           [&need](const Receipt& receipt) { return receipt.at <= need.need; });
    const std::size_t end = std::max(static_cast<std::size_t>(late - receipts_.begin()), sums_.count_for(wanted));
    while (wanted.positive()) {
      const std::optional<std::size_t> receipt = nearest_.last_below(end);
      if (!receipt) return;
      const base::Quantity taken = std::min(wanted, left_[*receipt]);
      wanted -= taken;
      left_[*receipt] -= taken;
      sums_.take(*receipt, taken);
      if (left_[*receipt].is_zero()) nearest_.used_up(*receipt);
      served.push_back({.open = index, .receipt = *receipt, .quantity = taken});
    }
  }

 private:
  const std::vector<Receipt>& receipts_;
  Nearest nearest_;
  Sums sums_;
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
