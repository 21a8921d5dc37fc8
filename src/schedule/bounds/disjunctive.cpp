#include "schedule/bounds/disjunctive.hpp"

#include <algorithm>
#include <map>

#include "schedule/bounds/relaxation/occupancy.hpp"

namespace kilter::schedule {
namespace {

// Where an operation's own work may lie.
struct Window {
  std::int64_t begin = 0;
  std::int64_t end = 0;
};

struct Link {
  Index from = 0;
  Index to = 0;
  std::int64_t gap = 0;  // from the end of the one to the begin of the other
};

constexpr std::int64_t kNoTime = std::numeric_limits<std::int64_t>::min() / 4;

class Disjunctive {
 public:
  Disjunctive(const Relaxed& relaxed, std::int64_t& steps)
      : problem_(relaxed.relaxation.network.problem()), steps_(steps) {
    const auto& [relaxation, heads, tails, demands] = relaxed;
    std::vector<Index> node(problem_.operation_count, kNone);
    std::map<Index, std::vector<Index>> on_lane;
    for (const Index op : tails.needed()) {
      node[op] = static_cast<Index>(first_.size());
      Tick setup = kNever;
      Tick work = kNever;
      for (const Mode& mode : problem_.modes_of(op)) {
        setup = std::min(setup, problem_.fixed[op] == Fixed::free ? relaxation.setup_before(op, mode) : 0);
        work = std::min(work, mode.work);
      }
      work_.push_back(work);
      first_.push_back(std::int64_t{heads.start[op]} + setup);
      tail_.push_back(tails.of(op));
      add_links(op, setup, node);
      for (const Demand& demand : demands.of(op)) {
        const std::vector<Index>& lanes = demands.classes[demand.lanes];
        const bool shares = may_share_any(problem_, op) && problem_.batch_capacity[lanes.front()] > 0;
        if (demand.is_machine && lanes.size() == 1 && !shares) on_lane[lanes.front()].push_back(node[op]);
      }
    }
    for (auto& [lane, nodes] : on_lane) {
      if (nodes.size() > 1) machines_.push_back(std::move(nodes));
    }
  }

  std::int64_t least_end(EndRange ends) {
    if (machines_.empty()) return ends.from;
    std::int64_t no = ends.from - 1;
    std::int64_t yes = ends.limit + 1;
    for (std::int64_t step = 1; no + step < yes; step *= 2) {
      if (!is_refuted(no + step)) {
        yes = no + step;
      } else {
        no += step;
      }
    }
    while (yes - no > 1) {
      const std::int64_t middle = no + (yes - no) / 2;
      (is_refuted(middle) ? no : yes) = middle;
    }
    return yes;
  }

 private:
  // Running operations wait for nobody; overlapping ones only in a way that heads and tails know already.
  void add_links(Index op, Tick setup, const std::vector<Index>& node) {
    if (problem_.fixed[op] == Fixed::running) return;
    for (const Arc& arc : problem_.predecessors_of(op)) {
      if (arc.transfer != kNone) continue;
      links_.push_back({.from = node[arc.operation], .to = node[op], .gap = std::int64_t{arc.minimum_lag} + setup});
    }
  }

  bool is_refuted(std::int64_t until) {
    std::vector<Window> windows(first_.size());
    for (std::size_t i = 0; i < windows.size(); ++i) windows[i] = {.begin = first_[i], .end = until - tail_[i]};
    return !propagate(windows) || !shave(windows);
  }

  // False: some window is too small. Stops without a result when the steps are used up.
  bool propagate(std::vector<Window>& windows) {
    changed_ = true;
    while (changed_ && steps_ > 0) {
      changed_ = false;
      for (const Link& link : links_) {
        raise(windows[link.to].begin, windows[link.from].begin + work_[link.from] + link.gap);
      }
      for (auto link = links_.rbegin(); link != links_.rend(); ++link) {
        lower(windows[link->from].end, windows[link->to].end - work_[link->to] - link->gap);
      }
      steps_ -= static_cast<std::int64_t>(2 * links_.size() + windows.size());
      for (std::size_t i = 0; i < windows.size(); ++i) {
        if (windows[i].begin + work_[i] > windows[i].end) return false;
      }
      for (const std::vector<Index>& machine : machines_) {
        if (!propagate_machine(windows, machine)) return false;
      }
    }
    return true;
  }

  void raise(std::int64_t& value, std::int64_t to) {
    if (to <= value) return;
    value = to;
    changed_ = true;
  }
  void lower(std::int64_t& value, std::int64_t to) {
    if (to >= value) return;
    value = to;
    changed_ = true;
  }

  // Begins are raised; then ends are lowered as begins of the mirrored windows.
  bool propagate_machine(std::vector<Window>& windows, const std::vector<Index>& machine) {
    for (const bool mirrored : {false, true}) {
      work_here_.clear();
      here_.clear();
      for (const Index node : machine) {
        const Window& window = windows[node];
        here_.push_back(mirrored ? Window{.begin = -window.end, .end = -window.begin} : window);
        work_here_.push_back(work_[node]);
      }
      if (!raise_begins()) return false;
      for (std::size_t i = 0; i < machine.size(); ++i) {
        Window& window = windows[machine[i]];
        if (mirrored) {
          lower(window.end, -raised_[i]);
        } else {
          raise(window.begin, raised_[i]);
        }
      }
    }
    return true;
  }

  // From here_ and work_here_ to raised_.
  bool raise_begins() {
    const std::size_t count = here_.size();
    order_.resize(count);
    for (std::size_t i = 0; i < count; ++i) order_[i] = i;
    std::sort(order_.begin(), order_.end(), [this](std::size_t a, std::size_t b) {
      return here_[a].begin != here_[b].begin ? here_[a].begin < here_[b].begin : a < b;
    });
    raised_.resize(count);
    for (std::size_t i = 0; i < count; ++i) raised_[i] = here_[i].begin;
    steps_ -= static_cast<std::int64_t>(3 * count * count);
    select_immediately();
    for (std::size_t k = 0; k < count; ++k) {
      if (!find_edges(here_[k].end)) return false;
    }
    return true;
  }

  // What must come before i, pair by pair; then i begins when all of that can be done.
  void select_immediately() {
    for (std::size_t i = 0; i < here_.size(); ++i) {
      std::int64_t done = kNoTime;
      for (const std::size_t j : order_) {
        if (j == i || here_[i].begin + work_here_[i] + work_here_[j] <= here_[j].end) continue;
        done = std::max(done, here_[j].begin) + work_here_[j];
      }
      raised_[i] = std::max(raised_[i], done);
    }
  }

  // The sets of all that must be done by `end` and may begin at some operation's begin or later.
  bool find_edges(std::int64_t end) {
    const std::size_t count = here_.size();
    std::int64_t work = 0;
    std::int64_t done = kNoTime;
    done_.resize(count);  // place in order_ -> when the set's operations from there on can be done
    for (std::size_t at = count; at-- > 0;) {
      const std::size_t i = order_[at];
      if (here_[i].end <= end) {
        work += work_here_[i];
        done = std::max(done, here_[i].begin + work);
      }
      done_[at] = done;
    }
    if (done > end) return false;
    std::int64_t earlier = kNoTime;  // the same for sets that begin before the operation looked at
    for (std::size_t at = 0; at < count; ++at) {
      const std::size_t i = order_[at];
      if (here_[i].end <= end) {
        earlier = std::max(earlier, here_[i].begin + work);
        work -= work_here_[i];
        continue;
      }
      if (here_[i].begin + work + work_here_[i] > end) raised_[i] = std::max(raised_[i], done_[at]);
      if (earlier + work_here_[i] > end) raised_[i] = std::max(raised_[i], done);
    }
    return true;
  }

  // Supposes that an operation lies in the first (last) part of its window, in ever smaller parts. False: refuted.
  bool shave(std::vector<Window>& windows) {
    bool shaved = true;
    while (shaved && steps_ > 0) {
      shaved = false;
      for (const std::vector<Index>& machine : machines_) {
        for (const Index node : machine) {
          for (const bool late : {false, true}) {
            const Window before = windows[node];
            if (!shave_side(windows, node, late)) return false;
            shaved = shaved || windows[node].begin != before.begin || windows[node].end != before.end;
          }
        }
      }
    }
    return true;
  }

  bool shave_side(std::vector<Window>& windows, Index node, bool late) {
    for (std::int64_t part = slack(windows[node], node) / 2; part > 0 && steps_ > 0; part /= 2) {
      if (slack(windows[node], node) < part) continue;
      std::vector<Window> trial = windows;
      Window& window = trial[node];
      if (late) {
        window.begin = window.end - work_[node] - part + 1;
      } else {
        window.end = window.begin + work_[node] + part - 1;
      }
      if (propagate(trial)) return true;  // smaller parts seldom do more
      if (late) {
        windows[node].end -= part;
      } else {
        windows[node].begin += part;
      }
      if (!propagate(windows)) return false;
    }
    return true;
  }

  [[nodiscard]] std::int64_t slack(const Window& window, Index node) const {
    return window.end - window.begin - work_[node];
  }

  const Problem& problem_;
  std::int64_t& steps_;
  std::vector<std::int64_t> work_;   // node: a needed operation, in topological order
  std::vector<std::int64_t> first_;  // begin of its own work at the earliest
  std::vector<std::int64_t> tail_;
  std::vector<Link> links_;  // by `to`
  std::vector<std::vector<Index>> machines_;
  bool changed_ = false;
  // Of the machine looked at.
  std::vector<Window> here_;
  std::vector<std::int64_t> work_here_;
  std::vector<std::size_t> order_;
  std::vector<std::int64_t> raised_;
  std::vector<std::int64_t> done_;
};

}  // namespace

std::int64_t disjunctive_bound(const Relaxed& relaxed, EndRange ends, std::int64_t& steps) {
  return Disjunctive(relaxed, steps).least_end(ends);
}

}  // namespace kilter::schedule
