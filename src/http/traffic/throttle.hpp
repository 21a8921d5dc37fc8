// Keeps anybody from asking too often: a bucket of tokens for each name, filled at a steady rate.
#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace kilter::http {

class Throttle {
 public:
  // So many a second in the long run, so many at once.
  Throttle(double per_second, double burst) : per_second_(per_second), burst_(burst) {}

  // Takes `cost` out of the bucket; false when there is not enough in it.
  bool take(std::string_view name, double cost = 1);
  // Whether there is something left, without taking it.
  bool has(std::string_view name);

 private:
  using Time = std::chrono::steady_clock::time_point;
  struct Bucket {
    double level = 0;
    Time at;
  };
  Bucket& filled(std::string_view name);

  const double per_second_;
  const double burst_;
  std::mutex mutex_;
  std::unordered_map<std::string, Bucket> buckets_;
};

}  // namespace kilter::http
