#include "schedule/project/network.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <numeric>

#include "base/require.hpp"
#include "schedule/project/reduction.hpp"

namespace kilter::schedule {
namespace {

constexpr unsigned kWordBits = 64;
constexpr std::size_t kMostListed = 4;  // demands of a mode whose sets are all listed

class Compiler {
 public:
  Compiler(const ProjectProblem& problem, const ProjectReduction& reduction)
      : problem_(problem), reduction_(reduction) {}

  ProjectNetwork run() {
    network_.count = problem_.activity_count;
    number_activities();
    link();
    take_modes();
    scale_times();
    pack_lanes();
    take_budgets();
    if (problem_.worker_count > 0) take_workers();
    return std::move(network_);
  }

 private:
  // Kahn's algorithm; the problem's own order where it is topological.
  void number_activities() {
    std::vector<Index> waiting(network_.count, 0);
    std::vector<std::vector<Index>> after(network_.count);
    for (Index activity = 0; activity < network_.count; ++activity) {
      for (const Index before : problem_.predecessors_of(activity)) after[before].push_back(activity);
      waiting[activity] = static_cast<Index>(problem_.predecessors_of(activity).size());
    }
    for (Index activity = 0; activity < network_.count; ++activity) {
      if (waiting[activity] == 0) network_.original.push_back(activity);
    }
    for (std::size_t at = 0; at < network_.original.size(); ++at) {
      for (const Index next : after[network_.original[at]]) {
        if (--waiting[next] == 0) network_.original.push_back(next);
      }
    }
    KILTER_REQUIRE(network_.original.size() == network_.count);
    number_.resize(network_.count);
    for (Index i = 0; i < network_.count; ++i) number_[network_.original[i]] = i;
  }

  void link() {
    std::vector<std::vector<Index>> after(network_.count);
    network_.before.begin.push_back(0);
    for (Index i = 0; i < network_.count; ++i) {
      for (const Index before : problem_.predecessors_of(network_.original[i])) {
        network_.before.items.push_back(number_[before]);
        after[number_[before]].push_back(i);
      }
      network_.before.begin.push_back(static_cast<Index>(network_.before.items.size()));
    }
    network_.after.begin.push_back(0);
    for (const std::vector<Index>& list : after) {
      network_.after.items.insert(network_.after.items.end(), list.begin(), list.end());
      network_.after.begin.push_back(static_cast<Index>(network_.after.items.size()));
    }
  }

  void take_modes() {
    network_.mode_begin.push_back(0);
    for (const Index activity : network_.original) {
      for (Index mode = problem_.mode_begin[activity]; mode < problem_.mode_begin[activity + 1]; ++mode) {
        if (reduction_.keeps_mode[mode] != 0) network_.original_mode.push_back(mode);
      }
      network_.mode_begin.push_back(static_cast<Index>(network_.original_mode.size()));
    }
  }

  void scale_times() {
    Tick unit = 0;
    for (const Index mode : network_.original_mode) unit = std::gcd(unit, problem_.duration[mode]);
    network_.unit = std::max<Tick>(1, unit);
    for (const Index mode : network_.original_mode)
      network_.duration.push_back(static_cast<Tick>(problem_.duration[mode] / network_.unit));
    std::int64_t horizon = 0;
    for (Index i = 0; i < network_.count; ++i) {
      const auto begin = network_.duration.begin();
      horizon += *std::max_element(begin + network_.mode_begin[i], begin + network_.mode_begin[i + 1]);
    }
    KILTER_REQUIRE(horizon < std::numeric_limits<Tick>::max());
    network_.horizon = static_cast<Tick>(horizon);
  }

  [[nodiscard]] std::int64_t demand(Index mode, std::size_t resource) const {
    return network_.duration[mode] == 0 ? 0 : problem_.demand_of(network_.original_mode[mode])[resource];
  }

  // Units that all activities together could ask for at once: more capacity than this never binds.
  [[nodiscard]] std::int64_t most_at_once(std::size_t resource) const {
    std::int64_t total = 0;
    for (Index i = 0; i < network_.count; ++i) {
      std::int64_t most = 0;
      for (Index mode = network_.mode_begin[i]; mode < network_.mode_begin[i + 1]; ++mode)
        most = std::max(most, demand(mode, resource));
      total += most;
    }
    return total;
  }

  void pack_lanes() {
    std::vector<std::size_t> binding;
    std::int64_t largest = 0;
    for (std::size_t resource = 0; resource < problem_.capacity.size(); ++resource) {
      if (problem_.capacity[resource] >= most_at_once(resource)) continue;
      binding.push_back(resource);
      largest = std::max(largest, problem_.capacity[resource]);
    }
    const unsigned bits = largest < (1LL << 15U) ? 16 : largest < (1LL << 31U) ? 32 : kWordBits;
    const unsigned lanes = kWordBits / bits;
    network_.lane_words = static_cast<unsigned>((binding.size() + lanes - 1) / lanes);
    network_.guard.assign(network_.lane_words, 0);
    network_.empty_cell.assign(network_.lane_words, 0);
    network_.load.assign(network_.duration.size(), 0);
    network_.lane_demand.assign(network_.duration.size() * network_.lane_words, 0);
    for (std::size_t i = 0; i < binding.size(); ++i) {
      const std::size_t word = i / lanes;
      const unsigned shift = static_cast<unsigned>(i % lanes) * bits;
      const Word guard = Word{1} << (shift + bits - 1);
      network_.guard[word] |= guard;
      network_.empty_cell[word] |= guard | (static_cast<Word>(problem_.capacity[binding[i]]) << shift);
      for (Index mode = 0; mode < network_.duration.size(); ++mode) {
        const std::int64_t units = demand(mode, binding[i]);
        network_.lane_demand[std::size_t{mode} * network_.lane_words + word] |= static_cast<Word>(units) << shift;
        network_.load[mode] += static_cast<double>(network_.duration[mode]) * static_cast<double>(units) /
                               static_cast<double>(std::max<std::int64_t>(1, problem_.capacity[binding[i]]));
      }
    }
  }

  void take_budgets() {
    std::vector<std::size_t> binding;
    for (std::size_t i = 0; i < problem_.budget.size(); ++i) {
      if (reduction_.keeps_budget[i] == 0) continue;
      binding.push_back(i);
      network_.budget.push_back(problem_.budget[i]);
    }
    for (const Index mode : network_.original_mode) {
      for (const std::size_t i : binding) network_.budget_demand.push_back(problem_.budget_demand_of(mode)[i]);
    }
  }

  void take_workers() {
    network_.worker_words = (problem_.worker_count + kWordBits - 1) / kWordBits;
    const std::size_t first = network_.empty_cell.size();
    network_.empty_cell.resize(first + network_.worker_words, 0);
    for (Index worker = 0; worker < problem_.worker_count; ++worker)
      network_.empty_cell[first + worker / kWordBits] |= Word{1} << (worker % kWordBits);
    rank_workers();
    network_.seats_begin.push_back(0);
    network_.halls_begin.push_back(0);
    for (const Index mode : network_.original_mode) {
      for (const SkillDemand& demand : problem_.skill_demands_of(mode)) {
        if (demand.workers > 0) network_.seats.push_back({.able = able(demand), .workers = demand.workers});
      }
      network_.seats_begin.push_back(static_cast<Index>(network_.seats.size()));
      list_halls(network_.seats_begin.end()[-2]);
      network_.halls_begin.push_back(static_cast<Index>(network_.halls.size()));
    }
  }

  // A worker is worth the work that could be asked of him: per demand, the work over the number of those who are able.
  void rank_workers() {
    std::vector<double> worth(problem_.worker_count, 0);
    for (Index mode = 0; mode < network_.original_mode.size(); ++mode) {
      for (const SkillDemand& demand : problem_.skill_demands_of(network_.original_mode[mode]))
        add_worth(demand, mode, worth);
    }
    network_.original_worker.resize(problem_.worker_count);
    std::iota(network_.original_worker.begin(), network_.original_worker.end(), Index{0});
    std::stable_sort(network_.original_worker.begin(), network_.original_worker.end(),
                     [&](Index a, Index b) { return worth[a] < worth[b]; });
  }

  void add_worth(const SkillDemand& demand, Index mode, std::vector<double>& worth) const {
    std::vector<Index> able;
    for (Index worker = 0; worker < problem_.worker_count; ++worker) {
      if (problem_.level_of(worker, demand.skill) >= demand.level) able.push_back(worker);
    }
    const double work = static_cast<double>(network_.duration[mode]) * static_cast<double>(demand.workers);
    for (const Index worker : able) worth[worker] += work / static_cast<double>(able.size());
  }

  Index able(const SkillDemand& demand) {
    const auto offset = static_cast<Index>(network_.masks.size());
    network_.masks.resize(offset + network_.worker_words, 0);
    for (Index bit = 0; bit < problem_.worker_count; ++bit) {
      if (problem_.level_of(network_.original_worker[bit], demand.skill) >= demand.level)
        network_.masks[offset + bit / kWordBits] |= Word{1} << (bit % kWordBits);
    }
    return offset;
  }

  // Of the demands from `first` to the last one.
  void list_halls(Index first) {
    const std::size_t demands = network_.seats.size() - first;
    if (demands == 0) return;
    if (demands <= kMostListed) {
      for (unsigned set = 1; set < (1U << demands); ++set)
        add_hall(first, [set](std::size_t i) { return (set >> i) & 1U; });
      return;
    }
    for (std::size_t only = 0; only < demands; ++only) add_hall(first, [only](std::size_t i) { return i == only; });
    add_hall(first, [](std::size_t) { return true; });
  }

  template <class Has>
  void add_hall(Index first, Has has) {
    Seats hall{.able = static_cast<Index>(network_.masks.size()), .workers = 0};
    network_.masks.resize(hall.able + network_.worker_words, 0);
    for (std::size_t i = 0; first + i < network_.seats.size(); ++i) {
      if (!has(i)) continue;
      const Seats& seats = network_.seats[first + i];
      hall.workers += seats.workers;
      for (unsigned word = 0; word < network_.worker_words; ++word)
        network_.masks[hall.able + word] |= network_.masks[seats.able + word];
    }
    network_.halls.push_back(hall);
  }

  const ProjectProblem& problem_;
  const ProjectReduction& reduction_;
  ProjectNetwork network_;
  std::vector<Index> number_;  // the problem's activity -> here
};

}  // namespace

std::optional<ProjectNetwork> compile(const ProjectProblem& problem) {
  const ProjectReduction reduction = reduce(problem);
  if (reduction.infeasible) return std::nullopt;
  return Compiler(problem, reduction).run();
}

}  // namespace kilter::schedule
