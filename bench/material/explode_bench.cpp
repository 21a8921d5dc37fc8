// Multi-level explosion of plants in the structure of shared/benchmarks/planning: each end item a chain of five made
// items, four bought components on the way, thirty orders per end item. The argument is the number of end items; 3,700
// give one million requirements, 10,000 give 1.4 million planned orders. Counters: requirements, planned orders and
// requirements per second.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <string>

#include "base/random.hpp"
#include "material/explode.hpp"
#include "model/builder.hpp"
#include "model/draft.hpp"

namespace kilter::bench {
namespace {

using base::Quantity;
using model::PlantDraft;
using model::Text;
using std::chrono::days;
using std::chrono::hours;

constexpr int kLevels = 5;
constexpr int kComponents = 4;
constexpr int kOrders = 30;
const model::Instant kToday = std::chrono::sys_days(std::chrono::year(2027) / 1 / 4);

std::string numbered(char kind, int number) {
  std::string name(1, kind);
  name += std::to_string(number);
  return name;
}

void add_frame(PlantDraft& draft, int end_items) {
  draft.plant.name = "chains";
  draft.plant.origin = kToday;
  draft.plant.horizon = kToday + days(400);
  draft.sites.push_back({.id = "factory"});
  draft.calendars.push_back({.id = "weekdays"});
  draft.calendar_shifts.push_back({.calendar = "weekdays", .days = model::kMondayToFriday, .start = 0, .end = 86'400});
  draft.vendors.push_back({.id = "vendor"});
  for (int unit = 0; unit < 1 + end_items * 6 / 10; ++unit) {
    const Text id = draft.keep(numbered('R', unit));
    draft.work_centres.push_back({.id = id});
    draft.work_units.push_back({.id = id, .work_centre = id, .calendar = "weekdays", .count = 5});
  }
  draft.work_centres.push_back({.id = "line"});
  draft.work_units.push_back({.id = "line", .work_centre = "line", .calendar = "weekdays", .unlimited = true});
}

void add_component(PlantDraft& draft, Text parent, Text id, base::Random& random) {
  draft.items.push_back({.id = id, .source = model::Source::buy, .safety_stock = Quantity::units(20)});
  draft.offers.push_back({.vendor = "vendor",
                          .item = id,
                          .minimum = Quantity::units(80),
                          .multiple = Quantity::units(10),
                          .lead_time = days(random.between(10, 60))});
  draft.stock.push_back({.item = id, .quantity = Quantity::units(random.between(20, 150))});
  draft.boms.push_back({.item = parent, .component = id, .quantity = Quantity::units(random.between(1, 3))});
}

void add_chain(PlantDraft& draft, int index, base::Random& random) {
  const std::string name = numbered('I', index);
  Text above;
  for (int level = 0; level < kLevels; ++level) {
    const Text id = draft.keep(level == 0 ? name : name + "." + std::to_string(level));
    draft.items.push_back({.id = id, .source = model::Source::make});
    const bool loaded = level == 1;
    const Text centre = loaded ? draft.keep(numbered('R', index * 6 / 10)) : Text("line");
    draft.operations.push_back({.item = id,
                                .operation = "10",
                                .work_centre = centre,
                                .run_per_unit = loaded ? hours(24) : hours(0),
                                .fixed_time = loaded ? hours(0) : hours(24 * random.between(1, 5))});
    if (level > 0) draft.boms.push_back({.item = above, .component = id, .quantity = Quantity::units(1)});
    if (level > 0) add_component(draft, id, draft.keep(numbered('C', index * kComponents + level)), random);
    if (random.chance(0.2)) draft.stock.push_back({.item = id, .quantity = Quantity::units(random.between(5, 19))});
    above = id;
  }
  for (int order = 0; order < kOrders; ++order) {
    draft.orders.push_back({.id = draft.keep(numbered('D', index * kOrders + order)),
                            .customer = "customer",
                            .item = Text(draft.items[draft.items.size() - kLevels - kComponents].id),
                            .quantity = Quantity::units(random.between(1, 5)),
                            .requested = kToday + hours(random.between(1, 24 * 200)),
                            .priority = static_cast<std::int32_t>(random.between(1, 2))});
  }
}

model::Plant chains(int end_items) {
  PlantDraft draft;
  base::Random random(1);
  draft.customers.push_back({.id = "customer"});
  add_frame(draft, end_items);
  for (int index = 0; index < end_items; ++index) add_chain(draft, index, random);
  auto built = model::build(draft);
  if (!built) {
    std::fprintf(stderr, "%s\n", built.error().front().message.c_str());
    std::abort();
  }
  return std::move(built).value();
}

void explode_chains(benchmark::State& state) {
  const model::Plant plant = chains(static_cast<int>(state.range(0)));
  const auto ranks = material::allocation_ranks(plant, material::AllocationRule::due_date);
  std::size_t requirements = 0;
  std::size_t orders = 0;
  for (auto _ : state) {
    const material::MaterialPlan plan = material::explode(plant, ranks);
    orders = plan.production_orders.size();
    requirements = plant.orders.size();
    for (const plan::ProductionOrder& order : plan.production_orders)
      requirements += plant.items[order.item].bom.size();
    benchmark::DoNotOptimize(plan.pegs.raw().data());
  }
  state.counters["requirements"] = static_cast<double>(requirements);
  state.counters["planned_orders"] = static_cast<double>(orders);
  state.counters["requirements_per_second"] =
      benchmark::Counter(static_cast<double>(requirements), benchmark::Counter::kIsIterationInvariantRate);
}

BENCHMARK(explode_chains)->Arg(100)->Arg(1'000)->Arg(3'700)->Arg(10'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace kilter::bench
