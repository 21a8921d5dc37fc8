// Plans random plants with every feature mixed and lets the checker judge each plan.
//
//   random_plants [--plants 10000] [--first 0] [--seconds 0] [--steps 0] [--show 20]
//
// Prints how many plants, plans, violations by rule, and late chains; exit code 1 when there is a violation.
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>

#include "coordinate/make_plan.hpp"
#include "plan/words.hpp"
#include "support/random_plant.hpp"

namespace {

using namespace kilter;

coordinate::PlanOptions without_search() {
  coordinate::PlanOptions options;
  options.seconds = 0;
  return options;
}

struct Options {
  std::uint64_t plants = 10'000;
  std::uint64_t first = 0;
  coordinate::PlanOptions plan = without_search();
  std::uint64_t show = 20;
};

Options parse(int argc, char** argv) {
  Options options;
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string_view name = argv[i];
    const std::uint64_t value = std::strtoull(argv[i + 1], nullptr, 10);
    if (name == "--plants") options.plants = value;
    if (name == "--first") options.first = value;
    if (name == "--show") options.show = value;
    if (name == "--steps") options.plan.steps = value;
    if (name == "--seconds") options.plan.seconds = static_cast<double>(value);
  }
  return options;
}

struct Tally {
  std::uint64_t plants = 0;
  std::uint64_t bad_plans = 0;
  std::uint64_t violations = 0;
  std::uint64_t orders = 0;
  std::uint64_t whole = 0;
  std::uint64_t late = 0;
  std::uint64_t chains = 0;
  std::uint64_t exact_chains = 0;
  std::uint64_t placements = 0;
  std::uint64_t purchases = 0;
  std::map<std::string, std::uint64_t> by_rule;
  std::map<std::string, std::uint64_t> by_reason;
};

bool sums_exactly(const plan::LateChain& chain) {
  std::int64_t counted = 0;
  for (const plan::LateLink& link : chain.links) counted += link.counted;
  return counted == chain.lateness;
}

void count(const coordinate::Outcome& outcome, Tally& tally) {
  ++tally.plants;
  tally.bad_plans += outcome.violations.empty() ? 0U : 1U;
  tally.violations += outcome.violations.size();
  tally.placements += outcome.plan.placements.size();
  tally.purchases += outcome.plan.purchases.size();
  for (const check::Violation& violation : outcome.violations) ++tally.by_rule[violation.rule];
  for (const plan::Delivery& delivery : outcome.plan.deliveries) {
    ++tally.orders;
    tally.whole += delivery.planned() ? 1U : 0U;
    tally.late += delivery.late() > 0 ? 1U : 0U;
  }
  for (const plan::Unplanned& gone : outcome.plan.unplanned) {
    ++tally.by_reason[std::string(plan::words_of(gone.reason)[static_cast<std::size_t>(gone.reason)])];
  }
  for (const plan::LateChain& chain : outcome.plan.late_chains) {
    ++tally.chains;
    tally.exact_chains += sums_exactly(chain) ? 1U : 0U;
  }
}

void print(const Tally& tally) {
  const auto show = [](const char* what, std::uint64_t number) {
    std::printf("%-36s %llu\n", what, static_cast<unsigned long long>(number));
  };
  show("plants planned", tally.plants);
  show("customer orders", tally.orders);
  show("  delivered whole", tally.whole);
  show("  late", tally.late);
  for (const auto& [reason, number] : tally.by_reason) show(("  not planned: " + reason).c_str(), number);
  show("operations", tally.placements);
  show("purchases", tally.purchases);
  show("late chains", tally.chains);
  show("  that sum exactly to the lateness", tally.exact_chains);
  show("plans with violations", tally.bad_plans);
  show("violations", tally.violations);
  for (const auto& [rule, number] : tally.by_rule) show(("  " + rule).c_str(), number);
}

}  // namespace

int main(int argc, char** argv) {
  const Options options = parse(argc, argv);
  Tally tally;
  std::uint64_t shown = 0;
  for (std::uint64_t seed = options.first; seed < options.first + options.plants; ++seed) {
    const int size = 1 + static_cast<int>(seed % 6);
    const model::Plant plant = support::random_plant(seed, size);
    const coordinate::Outcome outcome = coordinate::make_plan(plant, options.plan);
    count(outcome, tally);
    for (const check::Violation& violation : outcome.violations) {
      if (shown++ >= options.show) break;
      std::printf("seed %llu size %d %s: %s\n", static_cast<unsigned long long>(seed), size, violation.rule.c_str(),
                  violation.message.c_str());
    }
  }
  print(tally);
  return tally.violations == 0 && tally.chains == tally.exact_chains && tally.chains == tally.late ? 0 : 1;
}
