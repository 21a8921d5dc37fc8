#include "schedule/dispatch/queue/event_queue.hpp"

#include <gtest/gtest.h>

#include <tuple>

#include "base/random.hpp"

namespace kilter::schedule {
namespace {

auto key(const Event& event) { return std::tuple(event.at, event.kind, event.index); }

// Against a sorted list, with negative times, ties and pushes between pops.
TEST(EventQueue, PopsInOrderOfTimeKindAndIndex) {
  base::Random random(1);
  const auto some_event = [&random](Tick from) {
    return Event{.at = static_cast<Tick>(from + random.between(0, 50)),
                 .kind = static_cast<EventKind>(random.below(3)),
                 .index = random.below(1000)};
  };
  std::vector<Event> expected;
  for (int i = 0; i < 200; ++i) expected.push_back(some_event(-60));
  EventQueue queue;
  queue.start_with(expected);
  Tick now = -60;
  while (!expected.empty()) {
    const auto least = std::min_element(expected.begin(), expected.end(),
                                        [](const Event& a, const Event& b) { return key(a) < key(b); });
    const Event popped = queue.pop();
    ASSERT_EQ(key(popped), key(*least));
    now = popped.at;
    expected.erase(least);
    if (now < 100 && random.chance(0.7)) {
      expected.push_back(some_event(now));
      queue.push(expected.back());
    }
  }
  EXPECT_TRUE(queue.empty());
}

}  // namespace
}  // namespace kilter::schedule
