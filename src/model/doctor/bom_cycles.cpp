// An item that goes, over any number of levels, into itself: strongly connected components of the graph parent ->
// component (Tarjan 1972, without recursion), and of each one shortest cycle, named.
#include <algorithm>
#include <deque>

#include "model/doctor/doctor.hpp"

namespace kilter::model {
namespace {

constexpr std::uint32_t kUnseen = 0xFFFF'FFFF;

// What an item consumes, substitutes included.
std::vector<ItemId> components(const Plant& plant, ItemId item) {
  std::vector<ItemId> result;
  for (const BomLineId id : plant.items[item].bom) {
    const BomLine& line = plant.bom_lines[id];
    if (line.component.valid()) result.push_back(line.component);
    for (const Substitute& substitute : line.substitutes) result.push_back(substitute.item);
  }
  return result;
}

class Tarjan {
 public:
  explicit Tarjan(const Plant& plant)
      : plant_(plant),
        index_(plant.items.size(), kUnseen),
        low_(plant.items.size(), 0),
        on_stack_(plant.items.size(), false) {}

  // Components with more than one item, or one that consumes itself.
  std::vector<std::vector<ItemId>> cyclic() {
    for (const ItemId item : ids_of(plant_.items)) {
      if (index_[item] == kUnseen && !plant_.items[item].bom.empty()) visit(item);
    }
    return std::move(found_);
  }

 private:
  struct Frame {
    ItemId item;
    std::vector<ItemId> next;
    std::size_t at = 0;
  };

  void open(ItemId item) {
    index_[item] = low_[item] = counter_++;
    stack_.push_back(item);
    on_stack_[item.index()] = true;
    calls_.push_back({item, components(plant_, item)});
  }

  void visit(ItemId root) {
    open(root);
    while (!calls_.empty()) {
      Frame& frame = calls_.back();
      if (frame.at < frame.next.size()) {
        const ItemId child = frame.next[frame.at++];
        if (index_[child] == kUnseen) {
          open(child);
        } else if (on_stack_[child.index()]) {
          low_[frame.item] = std::min(low_[frame.item], index_[child]);
        }
        continue;
      }
      const ItemId done = frame.item;
      calls_.pop_back();
      if (!calls_.empty()) low_[calls_.back().item] = std::min(low_[calls_.back().item], low_[done]);
      if (low_[done] == index_[done]) close(done);
    }
  }

  void close(ItemId root) {
    std::vector<ItemId> members;
    do {
      members.push_back(stack_.back());
      on_stack_[stack_.back().index()] = false;
      stack_.pop_back();
    } while (members.back() != root);
    const std::vector<ItemId> next = components(plant_, root);
    const bool own = std::find(next.begin(), next.end(), root) != next.end();
    if (members.size() > 1 || own) found_.push_back(std::move(members));
  }

  const Plant& plant_;
  std::uint32_t counter_ = 0;
  IndexedVector<ItemId, std::uint32_t> index_;
  IndexedVector<ItemId, std::uint32_t> low_;
  std::vector<bool> on_stack_;
  std::vector<ItemId> stack_;
  std::vector<Frame> calls_;
  std::vector<std::vector<ItemId>> found_;
};

// A shortest way from `start` back to itself (breadth first), `start` first and not repeated at the end.
std::vector<ItemId> shortest_cycle(const Plant& plant, ItemId start) {
  IndexedVector<ItemId, ItemId> from(plant.items.size());
  std::deque<ItemId> queue{start};
  while (!queue.empty()) {
    const ItemId item = queue.front();
    queue.pop_front();
    for (const ItemId next : components(plant, item)) {
      if (next == start) {
        std::vector<ItemId> cycle;
        for (ItemId at = item; at != start; at = from[at]) cycle.push_back(at);
        cycle.push_back(start);
        std::reverse(cycle.begin(), cycle.end());
        return cycle;
      }
      if (from[next].valid()) continue;
      from[next] = item;
      queue.push_back(next);
    }
  }
  return {};
}

std::string said(const Plant& plant, const std::vector<ItemId>& cycle) {
  constexpr std::size_t kMostNamed = 20;
  std::string text;
  for (std::size_t i = 0; i < std::min(cycle.size(), kMostNamed); ++i) {
    text += Report::shortened(plant.items[cycle[i]].id) + " > ";
  }
  if (cycle.size() > kMostNamed) text += "... > ";
  return text + Report::shortened(plant.items[cycle.front()].id);
}

// The BOM line by which the first item of the cycle takes in the second.
BomLineId closing_line(const Plant& plant, const std::vector<ItemId>& cycle) {
  const ItemId next = cycle.size() > 1 ? cycle[1] : cycle[0];
  BomLineId line = BomLineId::none();
  for (const BomLineId id : plant.items[cycle.front()].bom) {
    if (!line.valid() || plant.bom_lines[id].component == next) line = id;
  }
  return line;
}

}  // namespace

void find_bom_cycles(Examination& exam) {
  for (const std::vector<ItemId>& members : Tarjan(exam.plant).cyclic()) {
    const Spot kind{.file = BomRow::kFile, .column = "component"};
    if (exam.report.full("bom-cycle", kind)) {
      exam.report.error("bom-cycle", kind, "", "");  // only counted
      continue;
    }
    const ItemId first = *std::min_element(members.begin(), members.end());
    const std::vector<ItemId> cycle = shortest_cycle(exam.plant, first);
    exam.report.error(
        "bom-cycle", spot_of(exam, closing_line(exam.plant, cycle), "component"),
        "item \"" + Report::shortened(exam.plant.items[first].id) + "\" goes into itself: " + said(exam.plant, cycle),
        "Remove one of these BOM lines (or substitutes).");
  }
}

}  // namespace kilter::model
