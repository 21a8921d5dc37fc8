#include "cli/command.hpp"

#include <charconv>

namespace kilter::cli {

const std::string& Invocation::text(std::string_view name) const {
  static const std::string kNone;
  const auto found = values_.find(name);
  return found == values_.end() ? kNone : found->second;
}

std::uint64_t Invocation::count(std::string_view name) const {
  const std::string& value = text(name);
  std::uint64_t result = 0;
  std::from_chars(value.data(), value.data() + value.size(), result);
  return result;
}

double Invocation::decimal(std::string_view name) const {
  const std::string& value = text(name);
  double result = 0;
  std::from_chars(value.data(), value.data() + value.size(), result);
  return result;
}

}  // namespace kilter::cli
