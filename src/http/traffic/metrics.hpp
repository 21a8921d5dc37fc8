// What the server counts, in Prometheus' text form (version 0.0.4).
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>

namespace kilter::http {

class Metrics {
 public:
  void answered(unsigned status, std::chrono::steady_clock::duration time);
  void stream_opened() { ++streams_; }
  void stream_closed() { --streams_; }
  // "# TYPE kilter_http_requests_total counter\n..." of what is counted here.
  [[nodiscard]] std::string text() const;

 private:
  static constexpr std::array<double, 10> kSeconds{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2.5, 10};
  std::array<std::atomic<std::uint64_t>, 6> by_class_{};  // 1xx is 1
  std::array<std::atomic<std::uint64_t>, kSeconds.size() + 1> by_time_{};
  std::atomic<std::uint64_t> micros_{0};
  std::atomic<std::int64_t> streams_{0};
};

}  // namespace kilter::http
