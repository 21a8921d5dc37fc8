#include "coordinate/live/moves/moves.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "check/verify.hpp"
#include "coordinate/live/firm.hpp"
#include "coordinate/live/moves/alternatives.hpp"
#include "coordinate/live/ways/extra_hours.hpp"
#include "coordinate/make_plan.hpp"
#include "coordinate/workshop.hpp"
#include "model/builder.hpp"

namespace kilter::coordinate {
namespace {

constexpr time::Tick kDay = 24 * kHour;

// Two saws; an hour a table; boards for all; the plan is published.
struct Shop {
  static Workshop two_saws() {
    Workshop workshop;
    workshop.draft.work_units.push_back({.id = "old saw", .work_centre = "sawing"});
    workshop.draft.plant.default_penalty_per_day = base::Money::minor(24'000);
    workshop.stock("board", 1'000);
    return workshop;
  }

  explicit Shop(const model::PlantDraft& draft) {
    const model::Plant plant = model::build(draft).value();
    OrderNumbers numbers(0);
    firmed = firm(draft, plant, make_plan(plant, {.seconds = 0}).plan, {}, numbers).value();
    now = model::build(live_draft(firmed.draft)).value();
  }

  [[nodiscard]] const plan::Placement& placement(const char* order) const {
    for (const plan::Placement& each : firmed.plan.placements) {
      if (now.orders[firmed.plan.production_orders[each.order].for_order].id == order) return each;
    }
    return firmed.plan.placements[plan::PlacementId(0)];
  }
  [[nodiscard]] Wish wish(const char* order) const {
    const plan::Placement& at = placement(order);
    return {.order = firmed.plan.production_orders[at.order].open, .operation = at.operation};
  }
  [[nodiscard]] model::WorkUnitId other_unit(const char* order) const {
    return model::WorkUnitId(1 - placement(order).unit.index());
  }

  [[nodiscard]] MoveAnswer asked(const std::vector<Wish>& wishes, MoveLimits limits = {}) const {
    limits.search.steps = 100;
    const Published published{.plant = firmed.live, .plan = firmed.plan};
    const Moves moves(now, published);
    MoveAnswer answer = moves.ask(wishes, limits);
    if (!answer.way) return answer;
    EXPECT_TRUE(check::verify(now, answer.way->plan).empty());
    EXPECT_EQ(total(answer.way->money), answer.way->plan.objective.total() - moves.nothing_done().objective.total());
    return answer;
  }

  Firmed firmed;
  model::Plant now;
};

const plan::Placement* moved(const MoveAnswer& answer, const Wish& wish) {
  for (const plan::Placement& each : answer.way->plan.placements) {
    if (answer.way->plan.production_orders[each.order].open == wish.order) return &each;
  }
  return nullptr;
}

TEST(Moves, WhatIsWishedWhereItStandsChangesNothing) {
  Workshop workshop = Shop::two_saws();
  workshop.order("SO-1", 5, 10 * kDay);
  const Shop shop(workshop.draft);
  const MoveAnswer answer = shop.asked({shop.wish("SO-1")});
  EXPECT_TRUE(answer.feasible);
  ASSERT_TRUE(answer.way);
  EXPECT_EQ(answer.way->changes, Differences());
  EXPECT_EQ(total(answer.way->money), base::Money());
  EXPECT_EQ(answer.late_before, answer.late_after);
}

TEST(Moves, AFreeUnitTakesItAndNothingElseMoves) {
  Workshop workshop = Shop::two_saws();
  workshop.order("SO-1", 5, 10 * kDay);
  const Shop shop(workshop.draft);
  Wish wish = shop.wish("SO-1");
  wish.unit = shop.other_unit("SO-1");
  wish.start = 7 * kHour;
  const MoveAnswer answer = shop.asked({wish});
  EXPECT_TRUE(answer.feasible);
  ASSERT_TRUE(answer.way);
  ASSERT_EQ(answer.way->changes.moved.size(), 1U);
  EXPECT_EQ(answer.way->changes.moved.front().start, 7 * kHour);
  EXPECT_EQ(answer.way->changes.moved.front().unit, wish.unit);
}

// One saw; the second lot is due late, and is wished first: the first one gives way and is late.
TEST(Moves, WhatIsInTheWayGivesWayAndPaysForIt) {
  Workshop workshop = Shop::two_saws();
  workshop.draft.work_units.pop_back();
  workshop.order("SO-1", 24, kDay);
  workshop.order("SO-2", 24, 2 * kDay);
  const Shop shop(workshop.draft);
  Wish wish = shop.wish("SO-2");
  wish.start = 12 * kHour;
  const MoveAnswer answer = shop.asked({wish});
  EXPECT_TRUE(answer.feasible);
  ASSERT_TRUE(answer.way);
  EXPECT_EQ(moved(answer, wish)->start, 12 * kHour);
  EXPECT_EQ(answer.late_before, 0U);
  EXPECT_EQ(answer.late_after, 1U);
  ASSERT_EQ(answer.way->changes.promises.size(), 1U);
  EXPECT_EQ(shop.now.orders[answer.way->changes.promises.front().order].id, "SO-1");
  EXPECT_GT(total(answer.way->money), base::Money());
  EXPECT_EQ(answer.way->money[static_cast<std::size_t>(plan::CostKind::penalty)], total(answer.way->money));
}

TEST(Moves, MaterialThatComesLaterIsNamedAndTheNearestStartIsBehindIt) {
  Workshop workshop = Shop::two_saws();
  workshop.draft.stock.clear();
  workshop.order("SO-1", 5, 10 * kDay);
  const Shop shop(workshop.draft);
  Wish wish = shop.wish("SO-1");
  wish.start = kHour;
  const MoveAnswer answer = shop.asked({wish});
  EXPECT_FALSE(answer.feasible);
  const WishedPlace& place = answer.places.front();
  ASSERT_EQ(place.hindrances.size(), 1U);
  EXPECT_EQ(place.hindrances.front().obstacle, Obstacle::material);
  EXPECT_EQ(place.hindrances.front().words, "board, still to be bought, is not there");
  EXPECT_GE(place.start, kDay);  // the mill's lead time
  EXPECT_EQ(place.start, place.hindrances.front().until);
  ASSERT_TRUE(answer.way);
  EXPECT_EQ(moved(answer, wish)->start, place.start);
}

TEST(Moves, AClosedUnitIsNamedUntilItOpens) {
  Workshop workshop = Shop::two_saws();
  workshop.order("SO-1", 5, 10 * kDay);
  workshop.draft.closures.push_back({.work_unit = "old saw",
                                     .from = Workshop::monday() + time::Duration(10 * kHour),
                                     .until = Workshop::monday() + time::Duration(20 * kHour)});
  const Shop shop(workshop.draft);
  Wish wish = shop.wish("SO-1");
  wish.unit = model::WorkUnitId(1);
  wish.start = 12 * kHour;
  const MoveAnswer answer = shop.asked({wish});
  EXPECT_FALSE(answer.feasible);
  ASSERT_EQ(answer.places.front().hindrances.size(), 1U);
  EXPECT_EQ(answer.places.front().hindrances.front().obstacle, Obstacle::unit_closed);
  EXPECT_EQ(answer.places.front().hindrances.front().words, "old saw is closed");
  EXPECT_EQ(answer.places.front().start, 20 * kHour);
}

// Ana and Kim saw; Kim's certificate ends on the second day, Lee has none.
Workshop with_people() {
  Workshop workshop = Shop::two_saws();
  workshop.draft.skills.push_back({.id = "sawyer"});
  for (const char* who : {"ana", "kim", "lee"}) workshop.draft.people.push_back({.id = who});
  workshop.draft.person_skills.push_back({.person = "ana", .skill = "sawyer"});
  workshop.draft.person_skills.push_back(
      {.person = "kim", .skill = "sawyer", .until = Workshop::monday() + time::Duration(kDay)});
  workshop.draft.operations.front().skill = "sawyer";
  workshop.order("SO-1", 5, 10 * kDay);
  return workshop;
}

TEST(Moves, APersonWithoutTheCertificateIsNamed) {
  const Shop shop(with_people().draft);
  Wish wish = shop.wish("SO-1");
  wish.people = {model::PersonId(2)};
  const MoveAnswer without = shop.asked({wish});
  EXPECT_FALSE(without.feasible);
  EXPECT_FALSE(without.way);
  EXPECT_EQ(without.places.front().hindrances.front().obstacle, Obstacle::person_cannot);
  EXPECT_EQ(without.places.front().start, time::kNever);
  wish.people = {model::PersonId(1)};
  wish.start = 2 * kDay;
  const MoveAnswer expired = shop.asked({wish});
  ASSERT_FALSE(expired.places.front().hindrances.empty());
  EXPECT_EQ(expired.places.front().hindrances.front().words, "kim has no valid certificate then");
  wish.start = 6 * kHour;
  const MoveAnswer valid = shop.asked({wish});
  EXPECT_TRUE(valid.feasible);
  ASSERT_TRUE(valid.way);
  const plan::Placement& placement = *moved(valid, wish);
  EXPECT_EQ(valid.way->plan.assignments[*placement.assignments.begin()].index, 1U);
}

TEST(Moves, TheFrozenZoneIsLeftAloneUnlessTheySaySo) {
  Workshop workshop = Shop::two_saws();
  workshop.draft.plant.frozen = time::Duration(2 * kDay);
  workshop.order("SO-1", 5, 10 * kDay);
  workshop.order("SO-2", 47, 2 * kDay);
  const Shop shop(workshop.draft);
  Wish into = shop.wish("SO-1");
  into.start = 6 * kHour;
  const MoveAnswer refused = shop.asked({into});
  EXPECT_FALSE(refused.feasible);
  ASSERT_FALSE(refused.places.front().hindrances.empty());
  EXPECT_EQ(refused.places.front().hindrances.front().obstacle, Obstacle::frozen);
  Wish out = shop.wish("SO-2");
  out.start = 3 * kDay;
  EXPECT_EQ(shop.asked({out}).places.front().hindrances.front().obstacle, Obstacle::frozen);
  const MoveAnswer over = shop.asked({out, into}, {.over_frozen = true});
  EXPECT_TRUE(over.feasible);
  ASSERT_TRUE(over.way);
  EXPECT_EQ(moved(over, out)->start, 3 * kDay);
  EXPECT_EQ(moved(over, into)->start, 6 * kHour);
}

TEST(Moves, AnOperationIsWishedOnce) {
  Workshop workshop = Shop::two_saws();
  workshop.order("SO-1", 5, 10 * kDay);
  const Shop shop(workshop.draft);
  const MoveAnswer answer = shop.asked({shop.wish("SO-1"), shop.wish("SO-1")});
  EXPECT_EQ(answer.places.back().hindrances.front().obstacle, Obstacle::pinned);
  EXPECT_FALSE(answer.way);
}

TEST(Alternatives, EveryOtherUnitAndTimeIsPricedOnce) {
  Workshop workshop = Shop::two_saws();
  workshop.draft.work_units[1].cost_per_hour = base::HourlyRate::micros(90'000'000);
  workshop.order("SO-1", 5, 10 * kDay);
  const Shop shop(workshop.draft);
  const Published published{.plant = shop.firmed.live, .plan = shop.firmed.plan};
  const Moves moves(shop.now, published);
  const std::vector<Alternative> found = alternatives(moves, shop.wish("SO-1"), {});
  ASSERT_FALSE(found.empty());
  std::size_t others = 0;
  for (const Alternative& each : found) {
    ASSERT_TRUE(each.answer.way);
    EXPECT_TRUE(check::verify(shop.now, each.answer.way->plan).empty());
    if (each.kind != AlternativeKind::other_unit) continue;
    ++others;
    EXPECT_EQ(each.wish.unit, shop.other_unit("SO-1"));
    EXPECT_EQ(each.answer.way->money[static_cast<std::size_t>(plan::CostKind::machine)],
              base::Money::minor(5 * 9'000));  // five hours on the dear one
  }
  EXPECT_EQ(others, 2U);  // where it stands, and as soon as may be
  for (std::size_t i = 1; i < found.size(); ++i) {
    EXPECT_LE(total(found[i - 1].answer.way->money), total(found[i].answer.way->money));
  }
}

// Ten hours of work that begin when the saw opens at six; overtime from two to six in the night before.
TEST(Moves, OvertimeOnADayMakesRoomForAWish) {
  Workshop workshop = Shop::two_saws();
  workshop.draft.calendars.push_back({.id = "day"});
  workshop.draft.calendar_shifts.push_back({.calendar = "day", .days = 0x7f, .start = 6 * 3'600, .end = 22 * 3'600});
  workshop.draft.calendar_shifts.push_back({.calendar = "day",
                                            .days = 0x7f,
                                            .start = 2 * 3'600,
                                            .end = 6 * 3'600,
                                            .time_class = model::TimeClass::overtime});
  for (model::WorkUnitRow& unit : workshop.draft.work_units) unit.calendar = "day";
  workshop.order("SO-1", 10, 10 * kDay);
  const Shop shop(workshop.draft);
  Wish wish = shop.wish("SO-1");
  wish.start = 3 * kHour;
  const MoveAnswer closed = shop.asked({wish});
  EXPECT_FALSE(closed.feasible);
  EXPECT_EQ(closed.places.front().start, 6 * kHour);
  const std::vector<plan::OvertimeWindow> windows = hours_on(shop.now, shop.firmed.plan, shop.now.days.day_of(0));
  ASSERT_EQ(windows.size(), 1U);
  const MoveAnswer open = shop.asked({wish}, {.overtime = windows});
  EXPECT_TRUE(open.feasible);
  ASSERT_TRUE(open.way);
  EXPECT_EQ(open.way->overtime, windows);
  EXPECT_EQ(open.way->plan.overtime, windows);
}

}  // namespace
}  // namespace kilter::coordinate
