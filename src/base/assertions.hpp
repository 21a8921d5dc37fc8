// How much of itself the program checks while it runs: a ladder, each rung with those below it.
//
//   cheap     KILTER_REQUIRE alone: constant time, always on
//   thorough  every answer is judged before it is handed out, about as dear as making its first schedule; where NDEBUG
//             is not defined: in all builds but those with release flags
//   twins     every incremental evaluation that is kept is compared with its slow twin: many times slower
//
// One level for the whole program, chosen before threads start: by KILTER_ASSERTIONS at the command line, by
// ScopedAssertions in tests. A check that fails prints what differs and aborts.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kilter::base {

enum class Assertions : std::uint8_t { cheap, thorough, twins };

inline constexpr std::array<std::string_view, 3> kAssertionWords{"cheap", "thorough", "twins"};

// "thorough"; none for another word.
constexpr std::optional<Assertions> assertions_named(std::string_view word) {
  for (std::size_t i = 0; i < kAssertionWords.size(); ++i) {
    if (kAssertionWords.at(i) == word) return static_cast<Assertions>(i);
  }
  return std::nullopt;
}

namespace detail {
#ifdef NDEBUG
inline std::atomic<Assertions> assertions{Assertions::cheap};
#else
inline std::atomic<Assertions> assertions{Assertions::thorough};
#endif
}  // namespace detail

inline bool asserts(Assertions level) { return detail::assertions.load(std::memory_order_relaxed) >= level; }
inline void set_assertions(Assertions level) { detail::assertions.store(level, std::memory_order_relaxed); }

// Another level until the end of the scope.
class ScopedAssertions {
 public:
  explicit ScopedAssertions(Assertions level) : before_(detail::assertions.load(std::memory_order_relaxed)) {
    set_assertions(level);
  }
  ~ScopedAssertions() { set_assertions(before_); }
  ScopedAssertions(const ScopedAssertions&) = delete;
  ScopedAssertions& operator=(const ScopedAssertions&) = delete;

 private:
  Assertions before_;
};

// Aborts when there is a fault, after the first of them and whose they are: "solve: operation 3: pauses".
inline void require_none(const std::vector<std::string>& faults, const char* whose) {
  if (faults.empty()) return;
  std::fprintf(stderr, "kilter: broken invariant: %s: %s (%zu in all)\n", whose, faults.front().c_str(), faults.size());
  std::abort();
}

}  // namespace kilter::base
