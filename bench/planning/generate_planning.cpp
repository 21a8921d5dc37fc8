// generate_planning DIR END_ITEMS ORDERS_PER_ITEM [LOAD [SEED]]: see planning_instance.hpp.
#include <charconv>
#include <cstdio>
#include <cstring>

#include "planning/planning_instance.hpp"

namespace {

constexpr std::uint64_t kMostRows = 100'000'000;

// A whole number > 0, or 0.
std::uint64_t number(const char* text) {
  std::uint64_t value = 0;
  const char* end = text + std::strlen(text);
  const auto [rest, fault] = std::from_chars(text, end, value);
  return fault == std::errc{} && rest == end && value <= kMostRows ? value : 0;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 4 || count > 6) {
    std::fprintf(stderr, "generate_planning DIR END_ITEMS ORDERS_PER_ITEM [LOAD [SEED]]\n");
    return 64;
  }
  kilter::bench::PlanningSize size;
  size.end_items = static_cast<std::uint32_t>(number(arguments[2]));
  size.orders_per_item = static_cast<std::uint32_t>(number(arguments[3]));
  size.load = count > 4 ? static_cast<std::uint32_t>(number(arguments[4])) : 1;
  size.seed = count > 5 ? number(arguments[5]) : 1;
  if (size.end_items == 0 || size.orders_per_item == 0 || size.load == 0 || size.seed == 0) {
    std::fprintf(stderr, "generate_planning: sizes and seed are whole numbers above 0\n");
    return 64;
  }
  if (kilter::bench::write_planning_instance(size, arguments[1])) return 0;
  std::fprintf(stderr, "generate_planning: cannot write to %s\n", arguments[1]);
  return 74;
}
