#include "http/traffic/throttle.hpp"

#include <algorithm>

namespace kilter::http {
namespace {

constexpr std::size_t kMostNames = 100'000;  // beyond them all begin anew

}  // namespace

Throttle::Bucket& Throttle::filled(std::string_view name) {
  if (buckets_.size() > kMostNames) buckets_.clear();
  const Time now = std::chrono::steady_clock::now();
  const auto [at, fresh] = buckets_.try_emplace(std::string(name), Bucket{.level = burst_, .at = now});
  Bucket& bucket = at->second;
  const double seconds = std::chrono::duration<double>(now - bucket.at).count();
  bucket.level = std::min(burst_, bucket.level + seconds * per_second_);
  bucket.at = now;
  return bucket;
}

bool Throttle::take(std::string_view name, double cost) {
  const std::lock_guard lock(mutex_);
  Bucket& bucket = filled(name);
  if (bucket.level < cost) return false;
  bucket.level -= cost;
  return true;
}

bool Throttle::has(std::string_view name) {
  const std::lock_guard lock(mutex_);
  return filled(name).level >= 1;
}

}  // namespace kilter::http
