// The best sequences found, kept apart from each other.
#pragma once

#include <cstdint>
#include <vector>

#include "schedule/makespan/sequence.hpp"

namespace kilter::schedule {

// Where each operation stands on its lane; what distances are measured by.
std::vector<Index> ranks_on_lanes(const Shop& shop, const Sequence& sequence);

class Pool {
 public:
  struct Member {
    Sequence sequence;
    std::vector<Index> position;  // operation -> place in the order
    std::vector<Index> rank;
  };

  // Borrows the shop.
  explicit Pool(const Shop& shop) : shop_(&shop) {}

  [[nodiscard]] const std::vector<Member>& members() const { return members_; }
  void set_capacity(std::size_t capacity) { capacity_ = capacity; }
  // Distance below which two members are too much alike.
  void set_threshold(std::uint64_t threshold) { threshold_ = threshold; }
  // False: it is worse than all, or like one that is as good. The pool is as before.
  bool add(Sequence sequence);
  void clear() { members_.clear(); }
  // The one with the least makespan. Not empty.
  [[nodiscard]] const Member& best_member() const;
  // Mean distance between members.
  [[nodiscard]] std::uint64_t spread() const;
  // Sum over operations of the difference of ranks; another lane counts as far as can be.
  [[nodiscard]] std::uint64_t distance(const Member& a, const Member& b) const;

 private:
  const Shop* shop_;
  std::vector<Member> members_;
  std::size_t capacity_ = 5;
  std::uint64_t threshold_ = 0;
};

}  // namespace kilter::schedule
