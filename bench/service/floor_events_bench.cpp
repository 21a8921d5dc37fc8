// Floor events on the tables of a plant in memory: how many are taken in a second, with as many open operations as the
// argument says. One event in three starts an operation, one counts, one finishes.
#include <benchmark/benchmark.h>

#include "base/random.hpp"
#include "codec/plant/plant_text.hpp"
#include "codec/text/values/civil_time.hpp"
#include "service/floor/effect.hpp"
#include "service/floor/read_events.hpp"
#include "service/tables/edits_json.hpp"

namespace kilter::service {
namespace {

constexpr int kItems = 100;
constexpr int kSteps = 4;
constexpr int kUnits = 60;

std::string number(int value) { return std::to_string(value); }

std::string routing() {
  std::string items = "== items.csv ==\nid,source\nsteel,buy\n";
  std::string boms = "== boms.csv ==\nitem,component,quantity,operation\n";
  std::string operations = "== operations.csv ==\nitem,operation,work_centre,run_per_unit\n";
  for (int item = 0; item < kItems; ++item) {
    items += "I-" + number(item) + ",make\n";
    boms += "I-" + number(item) + ",steel,0.5,10\n";
    for (int step = 1; step <= kSteps; ++step) {
      operations += "I-" + number(item) + "," + number(10 * step) + ",C-" + number((item + step) % kUnits) + ",5m\n";
    }
  }
  return items + boms + operations;
}

std::string resources() {
  std::string centres = "== work_centres.csv ==\nid\n";
  std::string units = "== work_units.csv ==\nid,work_centre,count\n";
  for (int unit = 0; unit < kUnits; ++unit) {
    centres += "C-" + number(unit) + "\n";
    units += "U-" + number(unit) + ",C-" + number(unit) + ",1000\n";
  }
  return centres + units;
}

// Half of the operations have begun.
PlantTables plant(int operations) {
  std::string orders = "== production_orders.csv ==\nid,item,quantity,status,due\n";
  std::string progress = "== progress.csv ==\nproduction_order,operation,status,work_unit,start,end,done_quantity\n";
  for (int order = 0; order < operations / kSteps; ++order) {
    const int item = order % kItems;
    orders += "MO-" + number(order) + ",I-" + number(item) + ",20,released,2026-12-20\n";
    for (int step = 1; step <= kSteps / 2; ++step) {
      progress += "MO-" + number(order) + "," + number(10 * step) + ",done,U-" + number((item + step) % kUnits) +
                  ",2026-11-20T06:00,2026-11-20T08:00,20\n";
    }
  }
  std::string stock = "== stock.csv ==\nitem,lot,quantity\n";
  for (int lot = 0; lot < 50; ++lot) stock += "steel,L-" + number(lot) + ",100000\n";
  const std::string text = "== plant.csv ==\nname,time_zone,origin\nBench,Europe/Berlin,2026-11-24\n" + routing() +
                           resources() + stock + orders + progress;
  return PlantTables::from(codec::plant::split_text(text)).value();
}

std::string event_text(int count, int operations) {
  const int orders = operations / kSteps;
  const int job = count / 3;
  const std::string of = R"(","production_order":"MO-)" + number(job % orders) + R"(","operation":")" +
                         number(10 * (kSteps / 2 + 1 + job / orders % (kSteps / 2))) + '"';
  const std::string id = R"({"id":"e)" + number(count) + R"(","kind":")";
  switch (count % 3) {
    case 0:
      return id + "operation.started" + of + "}";
    case 1:
      return id + "quantity.good" + of + R"(,"quantity":7})";
    default:
      return id + "operation.finished" + of + R"(,"good":20})";
  }
}

// From JSON to the tables and the edits for the journal.
void take_events(benchmark::State& state) {
  const int operations = static_cast<int>(state.range(0));
  const PlantTables start = plant(operations);
  const time::Zone zone = zone_of(start);
  const int most = operations / kSteps * (kSteps / 2) * 3;  // then all work is done
  std::vector<std::string> texts;
  for (int count = 0; count < most; ++count) texts.push_back(event_text(count, operations));
  const time::Instant begin = codec::text::parse_instant("2026-11-24", zone, codec::text::DateOnly::start_of_day).value;
  PlantTables tables = start;
  std::size_t next = 0;
  for (auto _ : state) {
    if (next == texts.size()) {
      tables = start;
      next = 0;
    }
    const Received received{.at = begin + time::Duration(static_cast<std::int64_t>(next)), .zone = zone};
    auto effect = effect_of(read_events(texts[next]).value().front(), tables, received);
    if (!effect.ok() || !effect.value().conflicts.empty()) state.SkipWithError("an event was not taken");
    benchmark::DoNotOptimize(edits_json(effect.value().edits));
    tables = std::move(effect.value().tables);
    ++next;
  }
  state.SetItemsProcessed(state.iterations());
}

BENCHMARK(take_events)->Arg(2'000)->Arg(10'000)->Arg(40'000)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace kilter::service
