// The entries kept last, for those who follow a plant live: remembered for a while, and told of at once.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "service/journal/entry.hpp"

namespace kilter::service {

class Feed {
 public:
  using Entries = std::vector<std::shared_ptr<const Entry>>;

  // Remembers this many.
  explicit Feed(std::size_t memory = 4'096) : memory_(memory) {}

  // In the order of their sequence. Everybody who follows is called, by this thread.
  void add(std::span<const Entry> entries);
  // Those after `sequence`, at most `limit`; none when they are not remembered any more, or were kept before the start.
  [[nodiscard]] std::optional<Entries> after(std::uint64_t sequence, std::size_t limit) const;

  // `wake` is called whenever something is added, until `leave`; it must return at once. After `leave` returned it is
  // not called again.
  std::uint64_t follow(std::function<void()> wake);
  void leave(std::uint64_t follower);
  [[nodiscard]] std::size_t followers() const;

 private:
  const std::size_t memory_;
  mutable std::mutex mutex_;
  std::deque<std::shared_ptr<const Entry>> entries_;
  std::optional<std::uint64_t> last_;  // sequence of the one added last
  std::map<std::uint64_t, std::function<void()>> followers_;
  std::uint64_t next_follower_ = 1;
};

}  // namespace kilter::service
