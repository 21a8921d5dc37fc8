#include <algorithm>

#include "schedule/window/window.hpp"

namespace kilter::schedule {
namespace {

// The sequences that `solution` gives to the lanes of the window, in nodes of the whole, without stubs and anchors.
class Sequences {
 public:
  Sequences(const Network& whole, const Window& window, const Solution& solution)
      : whole_(whole),
        window_(window),
        solution_(solution),
        nodes_(window.parts.size()),
        closed_(window.parts.size(), false) {
    for (const Index op : solution.order) {
      if (window.operations[op] != kNone) append(op);
    }
  }
  [[nodiscard]] const std::vector<Index>& of(Index lane) const { return nodes_[lane]; }

 private:
  void append(Index op) {
    append(solution_.lane[op], window_.operations[op]);
    const Index first = window_.problem.slot_begin[op];
    const Index first_node = whole_.node_of_slot(whole_.row(window_.operations[op]).first_slot);
    for (Index slot = first; slot < window_.problem.slot_begin[op + 1]; ++slot)
      append(solution_.slot_lane[slot], first_node + (slot - first));
  }
  void append(Index lane, Index node) {
    if (lane == kNone || lane >= nodes_.size() || closed_[lane]) return;
    closed_[lane] = window_.parts[lane].until == node;
    if (!closed_[lane]) nodes_[lane].push_back(node);
  }

  const Network& whole_;
  const Window& window_;
  const Solution& solution_;
  std::vector<std::vector<Index>> nodes_;
  std::vector<bool> closed_;  // lane -> its anchor has been met
};

bool places_everything(const Trial& whole, const Window& window, const Solution& solution) {
  for (Index op = 0; op < window.operations.size(); ++op) {
    const bool was_placed = window.operations[op] != kNone && whole.state().end[window.operations[op]] != kNever;
    if (was_placed && solution.end[op] == kNever) return false;
  }
  return true;
}

// Is the part of the whole still what it was when the window was cut?
bool is_current(const State& state, const Window::Part& part) {
  Index before = part.after;
  const auto follows = [&](Index node) {
    const bool linked = before == kNone ? state.first[part.lane] == node : state.next[before] == node;
    before = node;
    return linked;
  };
  if (part.after != kNone && state.lane[part.after] != part.lane) return false;
  return std::all_of(part.nodes.begin(), part.nodes.end(), follows) && follows(part.until);
}

}  // namespace

bool put_back(Trial& whole, const Window& window, const Solution& solution) {
  if (!places_everything(whole, window, solution)) return false;
  const Sequences sequences(whole.network(), window, solution);
  std::vector<Lineup> lineups;
  for (Index lane = 0; lane < window.parts.size(); ++lane) {
    const Window::Part& part = window.parts[lane];
    if (sequences.of(lane) == part.nodes) continue;
    if (!is_current(whole.state(), part)) return false;
    lineups.push_back({.lane = part.lane, .after = part.after, .until = part.until, .nodes = sequences.of(lane)});
  }
  std::vector<ModeChange> modes;
  for (Index op = 0; op < window.operations.size(); ++op) {
    if (window.operations[op] == kNone || solution.end[op] == kNever) continue;
    const Index mode = window.modes[solution.mode[op]];
    if (mode != whole.state().mode[window.operations[op]]) modes.push_back({window.operations[op], mode});
  }
  if (lineups.empty() && modes.empty()) return false;
  const Worth before = whole.worth();
  const Cost limit = before.unplaced > 0 ? Trial::kNoLimit : before.cost;
  if (whole.rearrange(lineups, modes) && whole.settle(limit) && whole.worth().better_than(before)) {
    whole.keep();
    return true;
  }
  whole.undo();
  return false;
}

}  // namespace kilter::schedule
