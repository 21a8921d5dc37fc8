#include "service/enterprise/feed.hpp"

#include <algorithm>
#include <utility>

namespace kilter::service {

void Feed::add(std::span<const Entry> entries) {
  const std::lock_guard lock(mutex_);
  for (const Entry& entry : entries) {
    entries_.push_back(std::make_shared<const Entry>(entry));
    last_ = entry.sequence;
    if (entries_.size() > memory_) entries_.pop_front();
  }
  for (const auto& [follower, wake] : followers_) wake();
}

std::optional<Feed::Entries> Feed::after(std::uint64_t sequence, std::size_t limit) const {
  const std::lock_guard lock(mutex_);
  if (last_ && sequence >= *last_) return Entries{};
  if (entries_.empty() || entries_.front()->sequence > sequence + 1) return std::nullopt;
  const auto skip = static_cast<std::ptrdiff_t>(sequence + 1 - entries_.front()->sequence);
  const auto left = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(entries_.size()) - skip);
  const auto begin = entries_.begin() + skip;
  return Entries(begin, begin + static_cast<std::ptrdiff_t>(std::min(left, limit)));
}

std::uint64_t Feed::follow(std::function<void()> wake) {
  const std::lock_guard lock(mutex_);
  followers_.emplace(next_follower_, std::move(wake));
  return next_follower_++;
}

void Feed::leave(std::uint64_t follower) {
  const std::lock_guard lock(mutex_);
  followers_.erase(follower);
}

std::size_t Feed::followers() const {
  const std::lock_guard lock(mutex_);
  return followers_.size();
}

}  // namespace kilter::service
