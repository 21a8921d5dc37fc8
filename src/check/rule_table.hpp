// Every rule by its stable name with what it promises; the names that violations carry.
#pragma once

#include <span>

namespace kilter::check {

struct RuleInfo {
  const char* name;
  const char* promise;  // what holds when the rule is kept
};

// In the order of the checks.
std::span<const RuleInfo> rule_table();

}  // namespace kilter::check
