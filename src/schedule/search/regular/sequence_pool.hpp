// The best sequences found, kept apart from each other, and new ones made of two of them by order interpolation: both
// parents order all operations, so a blend of an operation's two places is a key that orders them again, without a
// cycle and without repair.
#pragma once

#include <cstdint>
#include <vector>

#include "base/random.hpp"
#include "schedule/search/regular/shop_trial.hpp"

namespace kilter::schedule {

class SequencePool {
 public:
  // Borrows the shop.
  explicit SequencePool(const Shop& shop);

  [[nodiscard]] bool is_full() const { return members_.size() >= kCapacity; }
  [[nodiscard]] const ShopSequence& best() const { return best_; }
  // A member like it is replaced when this one is not worse, else the worst one.
  void add(const ShopSequence& sequence);
  // A blend of two members; alternatives from either. At least two must be there.
  [[nodiscard]] ShopSequence blend(base::Random& random) const;

 private:
  static constexpr std::size_t kCapacity = 5;
  static constexpr std::uint64_t kGeneration = 60;  // additions to a full pool until it begins anew

  struct Member {
    ShopSequence sequence;
    std::vector<Index> place;  // operation -> in the order
    std::vector<Index> rank;   // operation -> on its lane
  };
  [[nodiscard]] Member make_member(const ShopSequence& sequence) const;
  [[nodiscard]] std::uint64_t distance(const Member& a, const Member& b) const;
  [[nodiscard]] bool has_collapsed() const;
  void begin_anew();

  const Shop* shop_;
  std::vector<Member> members_;
  ShopSequence best_;
  std::uint64_t too_near_;  // distance up to which two members are alike
  std::uint64_t added_ = 0;
  std::uint64_t begun_ = 0;
};

// Any schedule: of the operations whose predecessors are placed a random one goes where it ends first. O(N
// alternatives).
ShopSequence random_sequence(const Shop& shop, base::Random& random);

}  // namespace kilter::schedule
