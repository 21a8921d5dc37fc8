// The tiers are those that decision 8 lists, read from its own sentence.
#include "plan/late/late_tiers.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace kilter::plan {
namespace {

std::string decision() {
  std::ifstream file(std::string(KILTER_SOURCE_DIR) + "/docs/decisions/0008-how-lateness-is-counted.md");
  std::stringstream text;
  text << file.rdbuf();
  std::string all = text.str();
  std::replace(all.begin(), all.end(), '\n', ' ');
  return all;
}

struct Named {
  LateCause cause;
  const char* words;  // of the decision
};

// In the sequence of the decision's sentence.
const std::vector<Named> kNamed{{LateCause::queue, "queues"},
                                {LateCause::person, "people"},
                                {LateCause::tool, "tools"},
                                {LateCause::purchase, "purchases that have still to be sent"},
                                {LateCause::budget, "missing money"},
                                {LateCause::closed, "closed time"},
                                {LateCause::minimum_wait, "waits of the process"},
                                {LateCause::setup, "setups"},
                                {LateCause::outside, "outside work"},
                                {LateCause::process, "the work itself"}};

TEST(LateTiers, FollowTheSentenceOfTheDecision) {
  const std::string text = decision();
  std::size_t at = text.find("broken promises of vendors first");
  ASSERT_NE(at, std::string::npos);
  LateTier before = LateTier::slip;
  for (const Named& named : kNamed) {
    const std::size_t found = text.find(named.words, at);
    ASSERT_NE(found, std::string::npos) << named.words;
    // "then" begins the next tier.
    const bool next = text.substr(at, found - at).find("then from") != std::string::npos ||
                      text.substr(at, found - at).find("and last from") != std::string::npos;
    const auto expected = static_cast<LateTier>(static_cast<int>(before) + (next ? 1 : 0));
    EXPECT_EQ(tier_of(named.cause), expected) << named.words;
    before = expected;
    at = found;
  }
  EXPECT_EQ(before, LateTier::work);
}

TEST(LateTiers, WhatTheDecisionDoesNotNameCouldHaveBeenAvoided) {
  for (const LateCause cause :
       {LateCause::open_purchase, LateCause::stock, LateCause::late_start, LateCause::clearance, LateCause::choice}) {
    EXPECT_EQ(tier_of(cause), LateTier::avoidable);
  }
}

}  // namespace
}  // namespace kilter::plan
