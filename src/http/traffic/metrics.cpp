#include "http/traffic/metrics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace kilter::http {

void Metrics::answered(unsigned status, std::chrono::steady_clock::duration time) {
  ++by_class_[std::min<std::size_t>(status / 100, by_class_.size() - 1)];
  const double seconds = std::chrono::duration<double>(time).count();
  const auto* const at = std::lower_bound(kSeconds.begin(), kSeconds.end(), seconds);
  ++by_time_[static_cast<std::size_t>(at - kSeconds.begin())];
  micros_ += static_cast<std::uint64_t>(seconds * 1e6);
}

std::string Metrics::text() const {
  std::string text;
  const auto out = std::back_inserter(text);
  fmt::format_to(out,
                 "# HELP kilter_http_requests_total Requests answered.\n# TYPE kilter_http_requests_total counter\n");
  for (std::size_t i = 1; i < by_class_.size(); ++i) {
    fmt::format_to(out, "kilter_http_requests_total{{status=\"{}xx\"}} {}\n", i, by_class_[i].load());
  }
  fmt::format_to(out,
                 "# HELP kilter_http_request_seconds Time until the answer is ready.\n"
                 "# TYPE kilter_http_request_seconds histogram\n");
  std::uint64_t count = 0;
  for (std::size_t i = 0; i < kSeconds.size(); ++i) {
    count += by_time_[i].load();
    fmt::format_to(out, "kilter_http_request_seconds_bucket{{le=\"{}\"}} {}\n", kSeconds[i], count);
  }
  count += by_time_.back().load();
  fmt::format_to(out, "kilter_http_request_seconds_bucket{{le=\"+Inf\"}} {}\n", count);
  fmt::format_to(out, "kilter_http_request_seconds_sum {}\nkilter_http_request_seconds_count {}\n",
                 static_cast<double>(micros_.load()) * 1e-6, count);
  fmt::format_to(out,
                 "# HELP kilter_event_streams Streams of events that are open.\n# TYPE kilter_event_streams gauge\n"
                 "kilter_event_streams {}\n",
                 streams_.load());
  return text;
}

}  // namespace kilter::http
