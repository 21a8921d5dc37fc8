#include "cli/memory.hpp"

#include <malloc.h>

#include <climits>

namespace kilter::cli {
namespace {

constexpr int kGrowBy = 64 << 20;  // bytes asked from the system at once; untouched ones cost nothing

}  // namespace

void keep_freed_memory() {
  mallopt(M_MMAP_THRESHOLD, INT_MAX);
  mallopt(M_TRIM_THRESHOLD, INT_MAX);
  mallopt(M_TOP_PAD, kGrowBy);
}

}  // namespace kilter::cli
