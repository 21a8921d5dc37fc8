// Operations of a published plan wished elsewhere, of a plant like examples/veloria, of about 2,000 open operations:
// how long the answer takes, how many can stand as wished, and whether the checker agrees with every answer.
//
//   moves FOLDER [--questions 200] [--seed 1] [--seconds 0.06] [--steps 0] [--tries 0] [--units 3] [--orders 1.25]
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/random.hpp"
#include "check/verify.hpp"
#include "coordinate/live/firm.hpp"
#include "coordinate/live/fixes/late_fixes.hpp"
#include "coordinate/live/moves/alternatives.hpp"
#include "coordinate/live/moves/moves.hpp"
#include "coordinate/make_plan.hpp"
#include "model/draft_of.hpp"
#include "planning/large_plant.hpp"

namespace {

using namespace kilter;

struct Options {
  std::string folder;
  std::uint64_t questions = 200;
  std::uint64_t seed = 1;
  coordinate::MoveLimits limits;
  bench::PlantSize size;
};

Options parse(int argc, char** argv) {
  Options options;
  if (argc > 1) options.folder = argv[1];
  for (int i = 2; i + 1 < argc; i += 2) {
    const std::string_view name = argv[i];
    const double value = std::strtod(argv[i + 1], nullptr);
    if (name == "--questions") options.questions = static_cast<std::uint64_t>(value);
    if (name == "--seed") options.seed = static_cast<std::uint64_t>(value);
    if (name == "--seconds") options.limits.search.seconds = value;
    if (name == "--steps") options.limits.search.steps = static_cast<std::uint64_t>(value);
    if (name == "--tries") options.limits.search.tries = static_cast<std::int64_t>(value);
    if (name == "--units") options.size.units = static_cast<int>(value);
    if (name == "--orders") options.size.orders = value;
  }
  return options;
}

double now() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

// Another unit, another time within a week, or both.
coordinate::Wish random_wish(base::Random& random, const coordinate::Firmed& firmed) {
  const plan::PlacementId id(random.below(static_cast<std::uint32_t>(firmed.plan.placements.size())));
  const plan::Placement& placement = firmed.plan.placements[id];
  coordinate::Wish wish{.order = firmed.plan.production_orders[placement.order].open, .operation = placement.operation};
  const auto& units = firmed.live.operations[placement.operation].units;
  if (!units.empty() && random.chance(0.6))
    wish.unit = units[random.below(static_cast<std::uint32_t>(units.size()))].unit;
  const std::int64_t by = random.between(-3 * 86'400, 4 * 86'400);
  if (!wish.unit.valid() || random.chance(0.5)) {
    wish.start = static_cast<time::Tick>(std::max<std::int64_t>(0, placement.start + by));
  }
  return wish;
}

double quantile(std::vector<double>& values, double share) {
  std::sort(values.begin(), values.end());
  return values.empty() ? 0 : values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

// Why there and where else, of some operations.
void measure_alternatives(const Options& options, const coordinate::Firmed& firmed, const coordinate::Moves& moves) {
  std::vector<double> seconds;
  std::size_t found = 0;
  coordinate::MoveLimits limits = options.limits;
  limits.search.search = false;
  for (std::uint64_t number = 0; number < options.questions / 5; ++number) {
    base::Random random(options.seed * 2'000'003 + number);
    const coordinate::Wish wish = random_wish(random, firmed);
    const double asked = now();
    found += coordinate::alternatives(moves, wish, limits).size();
    seconds.push_back(now() - asked);
  }
  std::printf("alternatives of %zu operations: p50 %.3f s, p95 %.3f s; %.1f each\n", seconds.size(),
              quantile(seconds, 0.5), quantile(seconds, 0.95),
              static_cast<double>(found) / static_cast<double>(std::max<std::size_t>(1, seconds.size())));
}

// What would make late orders on time, the latest first.
void measure_fixes(const Options& options, const coordinate::Firmed& firmed, const coordinate::Moves& moves) {
  std::vector<plan::Delivery> late;
  for (const plan::Delivery& delivery : moves.nothing_done().deliveries) {
    if (delivery.late() > 0) late.push_back(delivery);
  }
  std::sort(late.begin(), late.end(), [](const auto& a, const auto& b) { return a.late() > b.late(); });
  if (late.size() > options.questions / 10) late.resize(options.questions / 10);
  std::vector<double> seconds;
  std::size_t mended = 0;
  for (const plan::Delivery& delivery : late) {
    const double asked = now();
    const auto found = coordinate::late_fixes(firmed.live, {firmed.live, firmed.plan}, delivery.order, {});
    seconds.push_back(now() - asked);
    const auto by_us = [](const coordinate::LateFix& fix) {
      return fix.in_time && fix.fixes.front().kind != coordinate::FixKind::accept_date;
    };
    const bool any = found && (std::any_of(found->singles.begin(), found->singles.end(), by_us) ||
                               std::any_of(found->pairs.begin(), found->pairs.end(), by_us));
    mended += any ? 1U : 0U;
  }
  std::printf("fixes of %zu late orders: p50 %.3f s, p95 %.3f s; %zu can be on time without another date\n",
              seconds.size(), quantile(seconds, 0.5), quantile(seconds, 0.95), mended);
}

}  // namespace

int main(int argc, char** argv) {
  const Options options = parse(argc, argv);
  if (options.folder.empty()) return std::fputs("usage: moves FOLDER [--questions N] [--seed N]\n", stderr), 2;
  const model::Plant plant = bench::large_plant(options.folder, options.size);
  coordinate::OrderNumbers numbers = coordinate::OrderNumbers::after(plant);
  const coordinate::Outcome outcome = coordinate::make_plan(plant, {.seconds = 1});
  const coordinate::Firmed firmed = coordinate::firm(model::draft_of(plant), plant, outcome.plan, {}, numbers).value();
  const coordinate::Published published{.plant = firmed.live, .plan = firmed.plan};
  const double begin = now();
  const coordinate::Moves moves(firmed.live, published);
  std::printf("%zu units, %zu people, %zu operations; what all questions share: %.3f s\n", plant.work_units.size(),
              plant.people.size(), firmed.plan.placements.size(), now() - begin);
  std::vector<double> seconds;
  std::size_t feasible = 0;
  std::size_t elsewhere = 0;
  std::size_t violations = 0;
  std::size_t wrong_money = 0;
  std::map<std::string, int> why_not;
  for (std::uint64_t number = 0; number < options.questions; ++number) {
    base::Random random(options.seed * 1'000'003 + number);
    const coordinate::Wish wish = random_wish(random, firmed);
    const double asked = now();
    const coordinate::MoveAnswer answer = moves.ask({&wish, 1}, options.limits);
    seconds.push_back(now() - asked);
    feasible += answer.feasible ? 1U : 0U;
    if (!answer.way) {
      for (const coordinate::Hindrance& each : answer.places.front().hindrances)
        ++why_not[std::string(word(each.obstacle))];
      for (const std::string& rule : answer.refused) ++why_not["rule " + rule];
      continue;
    }
    elsewhere += answer.feasible ? 0U : 1U;
    violations += check::verify(firmed.live, answer.way->plan).size();
    base::Money lines;
    for (const plan::CostLine& line : answer.way->plan.costs) lines += line.amount;
    const base::Money difference = lines - moves.nothing_done().objective.total();
    wrong_money += difference == coordinate::total(answer.way->money) ? 0U : 1U;
  }
  std::printf("%zu questions: p50 %.3f s, p95 %.3f s, max %.3f s; %zu as wished, %zu at another start, %zu without\n",
              seconds.size(), quantile(seconds, 0.5), quantile(seconds, 0.95), quantile(seconds, 1), feasible,
              elsewhere, seconds.size() - feasible - elsewhere);
  measure_alternatives(options, firmed, moves);
  measure_fixes(options, firmed, moves);
  for (const auto& [why, count] : why_not) std::printf("  without: %s %d\n", why.c_str(), count);
  std::printf("violations %zu, wrong money %zu\n", violations, wrong_money);
  return violations + wrong_money == 0 ? 0 : 1;
}
