// The checker notices: a valid plan is broken in one place, and the rule that forbids it must be named. Every rule has
// a mutation.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "check/rule_table.hpp"
#include "check/verify.hpp"
#include "coordinate/make_plan.hpp"
#include "properties/mutations/mutation.hpp"
#include "support/random_plant.hpp"

namespace kilter::properties {
namespace {

struct Case {
  std::uint64_t seed = 0;
  model::Plant plant;
  plan::Plan plan;
};

// Valid plans of random plants, made once.
const std::vector<Case>& cases() {
  static const std::vector<Case> kCases = [] {
    std::vector<Case> made;
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
      model::Plant plant = support::random_plant(seed, 1 + static_cast<int>(seed % 5));
      coordinate::PlanOptions options;
      options.seconds = 0;
      coordinate::Outcome outcome = coordinate::make_plan(plant, options);
      if (outcome.violations.empty()) made.push_back({seed, std::move(plant), std::move(outcome.plan)});
    }
    return made;
  }();
  return kCases;
}

std::vector<Mutation> all_mutations() {
  std::vector<Mutation> all;
  for (const auto& group :
       {schedule_mutations(), floor_mutations(), people_mutations(), tool_mutations(), material_mutations(),
        derived_mutations(), purchase_mutations(), money_mutations(), explanation_mutations()}) {
    all.insert(all.end(), group.begin(), group.end());
  }
  return all;
}

std::string found(const std::vector<check::Violation>& violations) {
  std::set<std::string> rules;
  for (const check::Violation& violation : violations) rules.insert(violation.rule);
  std::string text;
  for (const std::string& rule : rules) text += rule + " ";
  return text;
}

constexpr int kEach = 4;  // plans broken per mutation

TEST(Mutation, TheRightRuleIsNamed) {
  for (const Mutation& mutation : all_mutations()) {
    int broken = 0;
    for (const Case& one : cases()) {
      model::Plant plant = one.plant;
      plan::Plan plan = one.plan;
      if (!mutation.apply(plant, plan)) continue;
      const std::vector<check::Violation> violations = check::verify(plant, plan);
      const bool named = std::any_of(violations.begin(), violations.end(),
                                     [&](const check::Violation& v) { return v.rule == mutation.rule; });
      EXPECT_TRUE(named) << mutation.rule << " on seed " << one.seed << " went unnoticed; found: " << found(violations);
      if (++broken == kEach) break;
    }
    EXPECT_GT(broken, 0) << "nothing to break for " << mutation.rule;
  }
}

TEST(Mutation, EveryRuleHasOne) {
  std::set<std::string> mutated;
  for (const Mutation& mutation : all_mutations()) mutated.insert(mutation.rule);
  std::set<std::string> rules;
  for (const check::RuleInfo& rule : check::rule_table()) {
    EXPECT_TRUE(mutated.contains(rule.name)) << rule.name;
    EXPECT_TRUE(rules.insert(rule.name).second) << rule.name << " is there twice";
  }
  for (const std::string& rule : mutated) EXPECT_TRUE(rules.contains(rule)) << rule << " is not in the table";
}

}  // namespace
}  // namespace kilter::properties
