#include "service/messages/plan_news.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "base/random.hpp"

namespace kilter::service {
namespace {

constexpr Second kNoon = 1'764'590'400;  // 2025-12-01T12:00Z
constexpr Second kHour = 3'600;

const time::Zone kUtc;

NewsStyle style() { return {.zone = kUtc, .currency = "EUR"}; }

WorkLine line(Second start, const char* unit) { return {.what = "4 bike, Weld", .start = start, .unit = unit}; }

const News* find(const std::vector<News>& all, std::string_view to) {
  const auto at = std::find_if(all.begin(), all.end(), [&](const News& news) { return news.to == to; });
  return at == all.end() ? nullptr : &*at;
}

TEST(PlanNews, SilenceWhenNothingChanged) {
  PlanSheet sheet;
  sheet.people["ana"]["MO-1/10"] = line(kNoon, "W-1");
  sheet.promises["SO-1"] = {.customer = "c", .item = "bike", .due = kNoon, .delivered = kNoon + kHour};
  sheet.purchases[{.vendor = "v", .item = "tube", .quantity = "4", .order_at = kNoon, .receipt_at = kNoon}] = 1;
  EXPECT_TRUE(news_of(&sheet, sheet, style()).empty());
}

TEST(PlanNews, OnlyWhoseWorkMovedIsTold) {
  PlanSheet before;
  before.people["ana"]["MO-1/10"] = line(kNoon, "W-1");
  before.people["kim"]["MO-2/10"] = line(kNoon, "W-2");
  PlanSheet now = before;
  now.people["ana"]["MO-1/10"] = line(kNoon + 21 * kHour, "W-3");
  const std::vector<News> news = news_of(&before, now, style());
  ASSERT_EQ(news.size(), 1U);
  EXPECT_EQ(news[0].to, "ana");
  EXPECT_EQ(news[0].lines,
            std::vector<std::string>{"MO-1/10 4 bike, Weld: Tue 2 Dec 09:00 on W-3, was Mon 1 Dec 12:00 on W-1"});
}

TEST(PlanNews, AFewMinutesAreNoNews) {
  PlanSheet before;
  before.people["ana"]["MO-1/10"] = line(kNoon, "W-1");
  PlanSheet now;
  now.people["ana"]["MO-1/10"] = line(kNoon + 300, "W-1");
  EXPECT_TRUE(news_of(&before, now, style()).empty());
  now.people["ana"]["MO-1/10"] = line(kNoon + 301, "W-1");
  EXPECT_EQ(news_of(&before, now, style()).size(), 1U);
}

TEST(PlanNews, WorkThatSomebodyElseDoesNowIsToldToBoth) {
  PlanSheet before;
  before.people["ana"]["MO-1/10"] = line(kNoon, "W-1");
  PlanSheet now;
  now.people["kim"]["MO-1/10"] = line(kNoon, "W-1");
  const std::vector<News> news = news_of(&before, now, style());
  ASSERT_NE(find(news, "ana"), nullptr);
  EXPECT_EQ(find(news, "ana")->lines.front(), "MO-1/10 4 bike, Weld: no longer yours");
  ASSERT_NE(find(news, "kim"), nullptr);
  EXPECT_EQ(find(news, "kim")->lines.front(), "MO-1/10 4 bike, Weld: new, Mon 1 Dec 12:00 on W-1");
}

TEST(PlanNews, WorkThatWasBegunIsNoNews) {
  PlanSheet before;
  before.people["ana"]["MO-1/10"] = line(kNoon, "W-1");
  PlanSheet now;
  now.begun.insert("MO-1/10");
  EXPECT_TRUE(news_of(&before, now, style()).empty());
}

TEST(PlanNews, BuyerSalesFinanceVendorAndCustomerHearOfTheirs) {
  PlanSheet before;
  before.promises["SO-1"] = {.customer = "dealer", .item = "bike", .due = kNoon, .delivered = kNoon};
  PlanSheet now = before;
  now.promises["SO-1"].delivered = kNoon + 24 * kHour;
  now.purchases[{
      .vendor = "nordtek", .item = "motor", .quantity = "40", .order_at = kNoon, .receipt_at = kNoon + kHour}] = 1;
  now.objective.parts[0] = base::Money::minor(12'345);
  const std::vector<News> news = news_of(&before, now, style());
  EXPECT_EQ(news.size(), 5U);
  EXPECT_EQ(find(news, "buyer")->lines.front(),
            "order 40 motor from nordtek by Mon 1 Dec 12:00, arrives Mon 1 Dec 13:00");
  EXPECT_EQ(find(news, "sales")->lines.front(), "SO-1 bike: Tue 2 Dec 12:00, due Mon 1 Dec 12:00, was Mon 1 Dec 12:00");
  EXPECT_EQ(find(news, "finance")->lines.front(), "material: 123.45 EUR, was 0.00");
  EXPECT_EQ(find(news, "nordtek")->to_kind, Addressee::vendor);
  EXPECT_EQ(find(news, "dealer")->to_kind, Addressee::customer);
}

TEST(PlanNews, ALongMessageCountsWhatIsBeyond) {
  PlanSheet now;
  for (int i = 0; i < 60; ++i) now.people["ana"]["MO-" + std::to_string(i) + "/10"] = line(kNoon, "W-1");
  const std::vector<News> news = news_of(nullptr, now, style());
  EXPECT_EQ(news.front().lines.size(), 41U);
  EXPECT_EQ(news.front().lines.back(), "and 20 more");
}

TEST(Nervousness, IsTheShareThatMoved) {
  PlanSheet before;
  PlanSheet now;
  for (int i = 0; i < 4; ++i) {
    const std::string name = "MO-" + std::to_string(i) + "/10";
    before.centres["weld"][name] = line(kNoon, "W-1");
    now.centres["weld"][name] = line(i == 0 ? kNoon + kHour : kNoon, "W-1");
  }
  now.centres["weld"]["MO-9/10"] = line(kNoon, "W-1");  // new: not in both
  EXPECT_DOUBLE_EQ(nervousness(before, now, 300), 25);
  EXPECT_DOUBLE_EQ(nervousness({}, now, 300), 0);
}

// Random plans side by side: told are those, and only those, for whom a slow look at every pair of lines finds a
// difference.
TEST(PlanNews, ToldIsTouched) {
  base::Random random(5);
  for (int round = 0; round < 500; ++round) {
    PlanSheet before;
    PlanSheet now;
    for (int i = 0; i < 12; ++i) {
      const std::string name = "MO-" + std::to_string(i) + "/10";
      const std::string who = "p" + std::to_string(random.below(4));
      const Second start = kNoon + random.below(3) * kHour;
      if (!random.chance(0.1)) before.people[who][name] = line(start, "W-1");
      if (random.chance(0.1)) now.begun.insert(name);
      const bool begun = now.begun.count(name) > 0;
      const std::string whom = random.chance(0.7) ? who : "p" + std::to_string(random.below(4));
      if (!begun && !random.chance(0.1)) now.people[whom][name] = line(random.chance(0.6) ? start : kNoon, "W-1");
    }
    std::set<std::string> touched;
    for (int i = 0; i < 12; ++i) {
      const std::string name = "MO-" + std::to_string(i) + "/10";
      for (const std::string who : {"p0", "p1", "p2", "p3"}) {
        const bool had = before.people[who].count(name) > 0;
        const bool has = now.people[who].count(name) > 0;
        const bool same = had && has && before.people[who][name].start == now.people[who][name].start;
        if ((had || has) && !same && !(now.begun.count(name) > 0)) touched.insert(who);
      }
    }
    std::set<std::string> told;
    for (const News& news : news_of(&before, now, style())) {
      EXPECT_TRUE(told.insert(news.to).second) << "two messages to " << news.to;
    }
    EXPECT_EQ(told, touched) << "round " << round;
  }
}

}  // namespace
}  // namespace kilter::service
