#include "schedule/dispatch/place/choice_sets.hpp"

#include <algorithm>
#include <unordered_map>

namespace kilter::schedule {
namespace {

struct KeyHash {
  std::size_t operator()(const std::vector<Index>& key) const {
    std::size_t hash = key.size();
    for (const Index part : key) hash = (hash ^ part) * 0x9E3779B97F4A7C15ULL;
    return hash;
  }
};

}  // namespace

ChoiceSets::ChoiceSets(const Network& network)
    : problem_(network.problem()),
      tickets_(network.operation_count()),
      services_(problem_.groups.size() + problem_.lane_sets.size()),
      lane_groups_(problem_.lanes.size()) {
  std::unordered_map<std::vector<Index>, Index, KeyHash> known;
  std::vector<Index> key;
  for (Index op = 0; op < network.operation_count(); ++op) {
    Tick least = kNever;
    for (const Mode& mode : problem_.modes_of(op)) least = std::min(least, mode.work);
    tickets_[op].least_work = std::max<Tick>(1, least);
    if (problem_.fixed[op] != Fixed::free) continue;
    key_of(op, key);
    if (key.empty()) continue;
    auto found = known.find(key);
    if (found == known.end()) found = known.emplace(key, add_queue(op)).first;
    tickets_[op].queue = found->second;
    const bool batches = std::any_of(problem_.predecessors_of(op).begin(), problem_.predecessors_of(op).end(),
                                     [](const Arc& arc) { return arc.transfer != kNone; });
    if (problem_.pausable[op] == 0 || batches) irregular_[tickets_[op].queue] = 1;
  }
  link_lanes();
  number_bits();
  average_work();
}

// Empty: needs no lane.
void ChoiceSets::key_of(Index op, std::vector<Index>& key) const {
  key.clear();
  key.push_back(static_cast<Index>(problem_.modes_of(op).size()));  // a mode without a machine looks like the end
  bool setups = false;
  bool machine = false;
  for (const Mode& mode : problem_.modes_of(op)) {
    key.push_back(mode.group);
    if (mode.group == kNone) continue;
    machine = true;
    setups = setups || problem_.lanes[problem_.groups[mode.group].first_lane].setup_matrix != kNone;
  }
  if (!machine && problem_.slots_of(op).empty()) return key.clear();
  key.push_back(kNone);
  for (Index slot = problem_.slot_begin[op]; slot < problem_.slot_begin[op + 1]; ++slot) {
    key.push_back(problem_.slots[slot].lanes);
    key.push_back(problem_.fixed_slot_lane[slot]);
  }
  if (setups) key.push_back(problem_.family[op]);
  if (problem_.may_share(op)) key.push_back(problem_.batch_family[op]);
}

Index ChoiceSets::add_queue(Index op) {
  const auto queue = static_cast<Index>(queue_groups_.size());
  std::vector<Index> groups;
  const auto modes = problem_.modes_of(op);
  for (Index offset = 0; offset < modes.size(); ++offset) {
    if (modes[offset].group == kNone) continue;
    services_[modes[offset].group].push_back({.queue = queue, .mode_offset = offset});
    if (std::count(groups.begin(), groups.end(), modes[offset].group) == 0) groups.push_back(modes[offset].group);
  }
  if (groups.empty()) {
    groups.push_back(static_cast<Index>(problem_.groups.size()) + problem_.slots_of(op).front().lanes);
    services_[groups.front()].push_back({.queue = queue});
  }
  irregular_.push_back(modes.size() > 1 ? 1 : 0);
  queue_groups_.push_back(std::move(groups));
  return queue;
}

void ChoiceSets::link_lanes() {
  const auto real = static_cast<Index>(problem_.groups.size());
  for (Index group = 0; group < services_.size(); ++group) {
    if (services_[group].empty()) continue;
    if (group >= real) {
      for (const Candidate& candidate : problem_.lane_sets[group - real]) lane_groups_[candidate.lane].push_back(group);
      continue;
    }
    const Group& lanes = problem_.groups[group];
    for (Index i = 0; i < lanes.lane_count; ++i) lane_groups_[lanes.first_lane + i].push_back(group);
  }
}

void ChoiceSets::number_bits() {
  first_word_.push_back(0);
  queue_bits_.resize(queue_groups_.size());
  for (const auto& services : services_) {
    const Index first_bit = first_word_.back() * 64;
    for (Index i = 0; i < services.size(); ++i) queue_bits_[services[i].queue].push_back(first_bit + i);
    first_word_.push_back(first_word_.back() + static_cast<Index>((services.size() + 63) / 64));
  }
}

void ChoiceSets::average_work() {
  std::vector<double> sum(services_.size(), 0);
  std::vector<double> count(services_.size(), 0);
  for (Index op = 0; op < tickets_.size(); ++op) {
    if (tickets_[op].queue == kNone) continue;
    for (const Index group : queue_groups_[tickets_[op].queue]) {
      sum[group] += tickets_[op].least_work;
      count[group] += 1;
    }
  }
  for (const auto& groups : queue_groups_) {
    double total = 0;
    double number = 0;
    for (const Index group : groups) {
      total += sum[group];
      number += count[group];
    }
    mean_work_.push_back(number > 0 ? std::max(1.0, total / number) : 1.0);
  }
}

}  // namespace kilter::schedule
