#include "schedule/dispatch/place/running_order.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace kilter::schedule {
namespace {

struct Stay {
  Index lane = kNone;
  Tick until = 0;
  Tick from = 0;
  Index operation = kNone;
  [[nodiscard]] auto key() const { return std::tuple(lane, until, from, operation); }
};

std::vector<Stay> stays_of(const Network& network, const State& state, const std::vector<Index>& running) {
  std::vector<Stay> stays;
  for (const Index op : running) {
    if (state.lane[op] != kNone) stays.push_back({state.lane[op], state.end[op], state.start[op], op});
    for (Index slot = network.row(op).first_slot; slot < network.row(op + 1).first_slot; ++slot) {
      stays.push_back({state.lane[network.node_of_slot(slot)], state.busy_until[slot], state.start[op], op});
    }
  }
  std::sort(stays.begin(), stays.end(), [](const Stay& a, const Stay& b) { return a.key() < b.key(); });
  return stays;
}

// The first of its batch that has a place; all of a batch stay equally long.
bool leads(const Network& network, const State& state, Index op) {
  const auto is_placed = [&](Index member) { return state.end[member] != kNever; };
  const auto batch = network.fixed_batch_of(op);
  return is_placed(op) && (batch.empty() || *std::find_if(batch.begin(), batch.end(), is_placed) == op);
}

// The rest of every batch behind its first.
std::vector<Index> with_their_batches(const Network& network, const State& state, const std::vector<Index>& first) {
  std::vector<Index> all;
  for (const Index op : first) {
    all.push_back(op);
    for (const Index member : network.fixed_batch_of(op)) {
      if (member != op && state.end[member] != kNever) all.push_back(member);
    }
  }
  return all;
}

}  // namespace

std::vector<Index> running_order(const Network& network, const State& state) {
  std::vector<Index> running;
  for (Index op = 0; op < network.operation_count(); ++op) {
    if (network.row(op).fixed == Fixed::running && leads(network, state, op)) running.push_back(op);
  }
  std::stable_sort(running.begin(), running.end(), [&](Index a, Index b) { return state.end[a] < state.end[b]; });
  const std::vector<Stay> stays = stays_of(network, state, running);
  std::vector<std::vector<Index>> after(network.operation_count());
  std::vector<Index> waits(network.operation_count(), 0);
  for (std::size_t i = 1; i < stays.size(); ++i) {
    if (stays[i].lane != stays[i - 1].lane) continue;
    after[stays[i - 1].operation].push_back(stays[i].operation);
    ++waits[stays[i].operation];
  }
  std::vector<Index> order;
  for (const Index op : running) {
    if (waits[op] == 0) order.push_back(op);
  }
  for (std::size_t i = 0; i < order.size(); ++i) {
    for (const Index next : after[order[i]]) {
      if (--waits[next] == 0) order.push_back(next);
    }
  }
  std::copy_if(running.begin(), running.end(), std::back_inserter(order), [&](Index op) { return waits[op] > 0; });
  return with_their_batches(network, state, order);
}

}  // namespace kilter::schedule
