// Random facts against a published plan of a plant like examples/veloria, of about 2,000 open operations, 40 units and
// 60 people: how long repairs take, how many are offered, and whether the checker agrees with them and their money.
//
//   repairs FOLDER [--facts 90] [--seed 1] [--seconds 0.15] [--threads 1] [--units 3] [--orders 1.25]
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/random.hpp"
#include "check/verify.hpp"
#include "coordinate/live/firm.hpp"
#include "coordinate/live/repairs.hpp"
#include "coordinate/make_plan.hpp"
#include "model/builder.hpp"
#include "model/draft_of.hpp"
#include "planning/large_plant.hpp"
#include "support/live/floor_time.hpp"
#include "support/live/random_facts.hpp"

namespace {

using namespace kilter;

struct Options {
  std::string folder;
  std::uint64_t facts = 90;
  std::uint64_t seed = 1;
  coordinate::RepairLimits limits;
  bench::PlantSize size;
};

Options parse(int argc, char** argv) {
  Options options;
  if (argc > 1) options.folder = argv[1];
  for (int i = 2; i + 1 < argc; i += 2) {
    const std::string_view name = argv[i];
    const double value = std::strtod(argv[i + 1], nullptr);
    if (name == "--facts") options.facts = static_cast<std::uint64_t>(value);
    if (name == "--seed") options.seed = static_cast<std::uint64_t>(value);
    if (name == "--seconds") options.limits.seconds = value;
    if (name == "--threads") options.limits.threads = static_cast<unsigned>(value);
    if (name == "--units") options.size.units = static_cast<int>(value);
    if (name == "--orders") options.size.orders = value;
  }
  return options;
}

class Samples {
 public:
  void add(double value) { values_.push_back(value); }
  [[nodiscard]] std::size_t count() const { return values_.size(); }
  double quantile(double share) {
    if (values_.empty()) return 0;
    std::sort(values_.begin(), values_.end());
    return values_[static_cast<std::size_t>(share * static_cast<double>(values_.size() - 1))];
  }
  [[nodiscard]] double mean() const {
    double sum = 0;
    for (const double value : values_) sum += value;
    return values_.empty() ? 0 : sum / static_cast<double>(values_.size());
  }

 private:
  std::vector<double> values_;
};

double cpu() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }
double now() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

coordinate::Firmed published(const model::Plant& plant) {
  coordinate::OrderNumbers numbers = coordinate::OrderNumbers::after(plant);
  const coordinate::Outcome outcome = coordinate::make_plan(plant, {.seconds = 1});
  return coordinate::firm(model::draft_of(plant), plant, outcome.plan, {}, numbers).value();
}

struct Kind {
  Samples seconds, cpu, ways, broken;
};

struct Tally {
  std::map<std::string, Kind> kinds;
  std::map<std::string, int> refused;
  std::map<std::string, int> ways;
  std::size_t violations = 0;
  std::size_t wrong_money = 0;
  std::size_t without = 0;
};

// The checker reckons every cost line anew; the lines sum to what is told.
void judge(const model::Plant& plant, const coordinate::Repairs& found, Tally& tally) {
  for (const coordinate::RepairPlan& way : found.ways) {
    tally.violations += check::verify(way.plant ? *way.plant : plant, way.plan).size();
    ++tally.ways[std::string(coordinate::word(way.way))];
    base::Money lines;
    for (const plan::CostLine& line : way.plan.costs) lines += line.amount;
    tally.wrong_money += lines - found.nothing_done.total() == coordinate::total(way.money) ? 0U : 1U;
  }
  for (const std::string& rule : found.refused) ++tally.refused[rule];
  tally.without += found.ways.empty() ? 1U : 0U;
}

void measure(const Options& options, const coordinate::Firmed& firmed, std::uint64_t number, Tally& tally) {
  base::Random random(options.seed * 1'000'003 + number);
  model::PlantDraft draft = support::after(firmed.live, firmed.plan, model::Duration(random.between(0, 3 * 86'400)));
  const auto fact = static_cast<support::Fact>(number % support::kFactNames.size());
  support::add_fact(random, fact, firmed.live, firmed.plan, draft);
  const model::Plant plant = model::build(draft).value();
  const double begin = now();
  const double cpu_begin = cpu();
  const coordinate::Repairs found =
      coordinate::repairs(plant, {.plant = firmed.live, .plan = firmed.plan}, options.limits);
  const double seconds = now() - begin;
  const double cpu_seconds = cpu() - cpu_begin;
  for (const std::string& name :
       {std::string(support::kFactNames[static_cast<std::size_t>(fact)]), std::string("~ all")}) {
    Kind& kind = tally.kinds[name];
    kind.seconds.add(seconds);
    kind.cpu.add(cpu_seconds);
    kind.ways.add(static_cast<double>(found.ways.size()));
    if (!found.ways.empty()) kind.broken.add(static_cast<double>(found.ways.front().changes.broken));
  }
  judge(plant, found, tally);
}

}  // namespace

int main(int argc, char** argv) {
  const Options options = parse(argc, argv);
  if (options.folder.empty()) return std::fputs("usage: repairs FOLDER [--facts N] [--seed N]\n", stderr), 2;
  const model::Plant plant = bench::large_plant(options.folder, options.size);
  const coordinate::Firmed firmed = published(plant);
  std::printf("%zu units, %zu people, %zu orders, %zu production orders, %zu operations, published at %s %s\n\n",
              plant.work_units.size(), plant.people.size(), plant.orders.size(), firmed.plan.production_orders.size(),
              firmed.plan.placements.size(), std::to_string(firmed.plan.objective.total().raw() / 100).c_str(),
              plant.policy.currency.c_str());
  Tally tally;
  for (std::uint64_t number = 0; number < options.facts; ++number) measure(options, firmed, number, tally);
  std::printf("%-18s %6s %8s %8s %8s %8s %8s %8s %14s\n", "fact", "count", "p50 s", "p95 s", "max s", "cpu p50",
              "cpu p95", "ways", "least touched");
  for (auto& [name, kind] : tally.kinds) {
    std::printf("%-18s %6zu %8.3f %8.3f %8.3f %8.3f %8.3f %8.1f %14.1f\n", name.c_str(), kind.seconds.count(),
                kind.seconds.quantile(0.5), kind.seconds.quantile(0.95), kind.seconds.quantile(1),
                kind.cpu.quantile(0.5), kind.cpu.quantile(0.95), kind.ways.mean(), kind.broken.mean());
  }
  std::printf("\nviolations %zu, wrong money %zu, facts without a way %zu\n", tally.violations, tally.wrong_money,
              tally.without);
  for (const auto& [way, count] : tally.ways) std::printf("  way: %s %d\n", way.c_str(), count);
  for (const auto& [rule, count] : tally.refused) std::printf("  refused: %s %d\n", rule.c_str(), count);
  return tally.violations + tally.wrong_money == 0 ? 0 : 1;
}
