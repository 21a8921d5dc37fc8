// KILTER_REQUIRE(condition): a broken invariant of our own. Always on; prints the place and aborts.
// Expected failures are `Result`s instead.
#pragma once

#include <cstdio>
#include <cstdlib>

namespace kilter::base {

[[noreturn]] inline void require_failed(const char* condition, const char* file, int line) {
  std::fprintf(stderr, "kilter: broken invariant: %s (%s:%d)\n", condition, file, line);
  std::abort();
}

}  // namespace kilter::base

#define KILTER_REQUIRE(condition) \
  (static_cast<bool>(condition) ? static_cast<void>(0) : ::kilter::base::require_failed(#condition, __FILE__, __LINE__))
