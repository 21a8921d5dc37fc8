// Sourcing of many items and of long series. Names say items x needs per item; "rationed" adds a hard cap that binds in
// every period and weekly limits of vendors that bind too.
#include <benchmark/benchmark.h>

#include <algorithm>

#include "base/random.hpp"
#include "sourcing/source.hpp"
#include "sourcing/testing/buying_plant.hpp"

namespace kilter::bench {
namespace {

using namespace sourcing::testing;

enum class Offers : std::uint8_t { plain, lots, breaks };

// Two vendors per item out of a hundred, needs spread over 200 days.
BuyingPlant buying(std::int64_t items, std::int64_t needs, Offers kind, std::int64_t vendor_week) {
  BuyingPlant world(300, 1);
  base::Random random(1);
  std::vector<model::VendorId> vendors;
  for (int i = 0; i < 100; ++i) vendors.push_back(world.vendor(vendor_week));
  for (std::int64_t i = 0; i < items; ++i) {
    const model::ItemId item = world.item();
    for (std::int64_t offer = 0; offer < 2; ++offer) {
      OfferTerms terms{.price = random.between(100, 10'000), .lead_days = static_cast<Tick>(random.between(5, 60))};
      if (kind != Offers::plain) {
        terms.minimum = 80;
        terms.multiple = 10;
        terms.order_cost = 1'000;
      }
      if (kind == Offers::breaks) terms.breaks = {{200, terms.price * 9 / 10}, {500, terms.price * 8 / 10}};
      world.offer(item, vendors[static_cast<std::size_t>((i + offer * 7) % 100)], terms);
    }
    std::vector<Tick> days;
    for (std::int64_t n = 0; n < needs; ++n) days.push_back(static_cast<Tick>(random.between(0, 200)));
    std::sort(days.begin(), days.end());
    const model::OrderId order = world.order(1'000);
    for (std::size_t n = 0; n < days.size(); ++n) {
      world.need(item, random.between(1, 15), days[n],
                 static_cast<std::uint32_t>(n * 20'000 + static_cast<std::size_t>(i)), order);
    }
  }
  return world;
}

void run(benchmark::State& state, const BuyingPlant& world) {
  std::size_t purchases = 0;
  std::size_t unsourced = 0;
  for (auto _ : state) {
    const sourcing::PurchasePlan plan = sourcing::source(world.plant, world.needs);
    purchases = plan.purchases.size();
    unsourced = plan.unsourced.size();
  }
  state.counters["needs"] = static_cast<double>(world.needs.size());
  state.counters["purchases"] = static_cast<double>(purchases);
  state.counters["unsourced"] = static_cast<double>(unsourced);
}

void source_items(benchmark::State& state, Offers kind) { run(state, buying(state.range(0), state.range(1), kind, 0)); }

void source_rationed(benchmark::State& state) {
  const std::int64_t needs = state.range(0) * state.range(1);
  BuyingPlant world =
      buying(state.range(0), state.range(1), Offers::lots, std::max<std::int64_t>(160, needs * 8 / 100 / 25));
  const std::int64_t cap = needs * 8 * 50 * 100 / 7;  // about a seventh of what all would cost
  for (Tick from = 0; from < 210; from += 30) world.cap(model::AccountKind::material, from, from + 30, cap);
  run(state, world);
}

BENCHMARK_CAPTURE(source_items, plain, Offers::plain)
    ->Args({20'000, 10})
    ->Args({4, 5'000})
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(source_items, lots, Offers::lots)
    ->Args({20'000, 10})
    ->Args({40'000, 30})
    ->Args({4, 5'000})
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(source_items, breaks, Offers::breaks)
    ->Args({20'000, 10})
    ->Args({4, 5'000})
    ->Unit(benchmark::kMillisecond);
BENCHMARK(source_rationed)->Args({100, 10})->Args({1'000, 10})->Args({20'000, 10})->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace kilter::bench
