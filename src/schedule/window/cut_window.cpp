#include <algorithm>
#include <unordered_map>

#include "schedule/window/members.hpp"
#include "schedule/window/window.hpp"
#include "schedule/window/window_jobs.hpp"

namespace kilter::schedule {
namespace {

constexpr Tick kMargin = 8 * 7 * 86'400;  // of calendars behind the window; operations pushed out further do not fit

class Cutter {
 public:
  Cutter(const Trial& whole, std::vector<Index>& member_of, std::vector<Index>& lane_of)
      : trial_(whole),
        network_(whole.network()),
        whole_(network_.problem()),
        state_(whole.state()),
        calendars_(whole.calendars()),
        member_of_(member_of),
        lane_of_(lane_of) {}

  Window cut(const DelayValue& value, std::span<const Index> free, bool between) {
    members_ = find_members(network_, state_, free, between, lane_of_);
    set_span_of_time();
    add_lanes();
    begin_arrays();
    for (Index lane = 0; lane < window_.parts.size(); ++lane) add_stub(lane, window_.parts[lane].after);
    for (Index i = 0; i < members_.operations.size(); ++i) add_shadows(i);
    const std::vector<Index> ghosts = find_ghosts();
    for (const Index op : ghosts) add_ghost(op);
    const auto first_member = static_cast<Index>(window_.operations.size());
    for (Index i = 0; i < members_.operations.size(); ++i)
      member_of_[members_.operations[i].operation] = first_member + i;
    for (Index i = 0; i < members_.operations.size(); ++i) add_member(i);
    add_jobs(trial_, value, member_of_, window_);
    finish();
    for (const auto& member : members_.operations) member_of_[member.operation] = kNone;
    for (const Index op : ghosts) member_of_[op] = kNone;
    for (const auto& bounds : members_.lanes) lane_of_[bounds.lane] = kNone;
    return std::move(window_);
  }

 private:
  // What calendars must cover.
  void set_span_of_time() {
    from_ = kNever;
    Tick until = kLongAgo;
    for (const auto& member : members_.operations) {
      const Index op = member.operation;
      for_each_wait(network_, state_, op,
                    [&](const Wait& wait) { from_ = std::min(from_, state_.start[wait.operation]); });
      from_ = std::min({from_, state_.start[op], network_.row(op).release});
      if (state_.end[op] != kNever) until = std::max(until, state_.end[op]);
    }
    const std::int64_t length = std::max<std::int64_t>(0, std::int64_t{until} - from_);
    until_ = static_cast<Tick>(std::min<std::int64_t>(kNever, std::max(from_, until) + 2 * length + kMargin));
    from_ = std::max(kLongAgo, from_ - kMargin / 4);
  }

  // The hours of a calendar of the cache around the window.
  Index calendar(Index index) {
    const auto [found, is_new] = calendar_of_.try_emplace(index, static_cast<Index>(window_.problem.calendars.size()));
    if (is_new) {
      const auto all = calendars_[index].intervals();
      const auto first =
          std::partition_point(all.begin(), all.end(), [this](const auto& i) { return i.close <= from_; });
      const auto last = std::partition_point(first, all.end(), [this](const auto& i) { return i.open < until_; });
      window_.problem.calendars.emplace_back(std::vector<time::Interval>(first, last));
    }
    return found->second;
  }

  Index setup_matrix(Index index) {
    if (index == kNone) return kNone;
    const auto [found, is_new] =
        matrix_of_.try_emplace(index, static_cast<Index>(window_.problem.setup_matrices.size()));
    if (is_new) window_.problem.setup_matrices.push_back(whole_.setup_matrices[index]);
    return found->second;
  }

  void add_lanes() {
    for (const auto& bounds : members_.lanes) {
      add_lane(bounds.lane);
      window_.parts.push_back({.lane = bounds.lane, .after = bounds.before, .until = bounds.anchor, .nodes = {}});
      Index node = bounds.before == kNone ? state_.first[bounds.lane] : state_.next[bounds.before];
      for (; node != bounds.anchor; node = state_.next[node]) window_.parts.back().nodes.push_back(node);
    }
  }

  // A copy of a lane of the whole, and a group for it alone with the same number.
  void add_lane(Index lane) {
    Problem& problem = window_.problem;
    const Lane& whole = whole_.lanes[lane];
    problem.groups.push_back({.first_lane = static_cast<Index>(problem.lanes.size()), .lane_count = 1});
    problem.lanes.push_back({.calendar = calendar(whole.calendar),
                             .setup_matrix = setup_matrix(whole.setup_matrix),
                             .initial_family = whole.initial_family,
                             .cost_per_second = whole.cost_per_second,
                             .overtime = overtime(whole.overtime)});
  }

  Index overtime(Index index) {
    if (index == kNone) return kNone;
    Overtime mine = whole_.overtimes[index];
    mine.calendar = calendar(mine.calendar);
    window_.problem.overtimes.push_back(mine);
    return static_cast<Index>(window_.problem.overtimes.size()) - 1;
  }

  // Lanes for what members do outside the parts: nothing is decided there. What stands directly behind another member
  // shares its lane.
  void add_shadows(Index i) {
    for_each_node(network_, members_.operations[i].operation, [&](Index node) {
      if (state_.lane[node] == kNone) return;
      Index lane = kNone;
      if (is_real(i, node)) {
        lane = lane_of_[state_.lane[node]];
      } else if (const auto before = lane_of_node_.find(state_.previous[node]); before != lane_of_node_.end()) {
        lane = before->second;
      } else {
        lane = static_cast<Index>(window_.problem.lanes.size());
        add_lane(state_.lane[node]);
        add_stub(lane, state_.previous[node]);
      }
      lane_of_node_.emplace(node, lane);
    });
  }

  // The lane of the window for a member's node.
  [[nodiscard]] Index lane_of_node(Index node) const {
    return state_.lane[node] == kNone ? kNone : lane_of_node_.at(node);
  }

  void begin_arrays() {
    window_.problem.mode_begin.push_back(0);
    window_.problem.slot_begin.push_back(0);
    window_.problem.predecessor_begin.push_back(0);
    window_.problem.horizon = whole_.horizon;
    window_.problem.setup_overlaps_waiting = whole_.setup_overlaps_waiting;
  }

  // An operation's fixed data; its modes, slots and arcs have been added.
  struct Body {
    Index operation = kNone;
    Tick release = 0;
    Index family = kNone;
    Tick own_setup = 0;
    std::uint8_t pausable = 1;
    Fixed fixed = Fixed::free;
    Index fixed_lane = kNone;
    Held held = Held::no;
    Index chosen_mode = 0;  // of the window
    Index lane = kNone;
  };
  void close_operation(const Body& body) {
    Problem& problem = window_.problem;
    problem.release.push_back(body.release);
    problem.family.push_back(body.family);
    problem.own_setup.push_back(body.own_setup);
    problem.pausable.push_back(body.pausable);
    problem.fixed.push_back(body.fixed);
    problem.fixed_lane.push_back(body.fixed_lane);
    problem.held.push_back(body.held);
    problem.mode_begin.push_back(static_cast<Index>(problem.modes.size()));
    problem.slot_begin.push_back(static_cast<Index>(problem.slots.size()));
    problem.predecessor_begin.push_back(static_cast<Index>(problem.predecessors.size()));
    window_.start.mode.push_back(body.chosen_mode);
    window_.start.lane.push_back(body.lane);
    window_.operations.push_back(body.operation);
    window_.start.order.push_back(problem.operation_count++);
  }

  Index add_mode(const Mode& mode, Index of_whole) {
    window_.problem.modes.push_back(mode);
    window_.modes.push_back(of_whole);
    return static_cast<Index>(window_.modes.size()) - 1;
  }

  // When a node leaves its lane.
  [[nodiscard]] Tick lane_free_after(Index node) const {
    return node < network_.operation_count() ? state_.end[node] : state_.busy_until[node - network_.operation_count()];
  }

  // Of what stands before `lane` of the window, in nodes of the whole.
  void add_stub(Index lane, Index before) {
    if (before == kNone) return;
    Body body{.release = lane_free_after(before), .fixed = Fixed::running};
    if (before < network_.operation_count()) {
      body.family = network_.row(before).family;
      body.lane = body.fixed_lane = lane;
      body.chosen_mode = add_mode({.group = lane}, kNone);
    } else {  // a person or a tool: held by a slot
      const Index hours = window_.problem.lanes[lane].calendar;
      body.chosen_mode = add_mode({.calendar = hours}, kNone);
      add_slot({.lanes = static_cast<Index>(window_.problem.lane_sets.size())}, lane, lane);
      window_.problem.lane_sets.push_back({{.lane = lane, .calendar = hours}});
    }
    close_operation(body);
  }

  // Predecessors outside whose end alone does not say when a member may start.
  std::vector<Index> find_ghosts() {
    std::vector<Index> ghosts;
    for (const auto& member : members_.operations) member_of_[member.operation] = 0;
    for (const auto& member : members_.operations) {
      for (const Arc& arc : network_.predecessors_of(member.operation)) {
        if (member_of_[arc.operation] != kNone || state_.end[arc.operation] == kNever) continue;
        if (arc.transfer == kNone && arc.maximum_lag == kNever) continue;
        member_of_[arc.operation] = 0;
        ghosts.push_back(arc.operation);
      }
    }
    const auto count = static_cast<Index>(window_.operations.size());
    for (Index i = 0; i < ghosts.size(); ++i) member_of_[ghosts[i]] = count + i;
    return ghosts;
  }

  void add_ghost(Index op) {
    const Mode& mode = whole_.modes[state_.mode[op]];
    const Index mine =
        add_mode({.work = mode.work + state_.setup[op], .calendar = calendar(state_.calendar[op])}, kNone);
    close_operation({.release = state_.start[op],
                     .own_setup = whole_.own_setup[op] + state_.setup[op],
                     .fixed = Fixed::running,
                     .chosen_mode = mine});
  }

  // Stands the node of the i-th member in a part, or does it bound one?
  [[nodiscard]] bool is_real(Index i, Index node) const {
    const Index lane = state_.lane[node];
    if (lane == kNone || lane_of_[lane] == kNone) return false;
    const Members::Kind kind = members_.operations[i].kind;
    return kind == Members::Kind::free || kind == Members::Kind::held ||
           (kind == Members::Kind::anchor && members_.lanes[lane_of_[lane]].anchor == node);
  }

  void add_member(Index i) {
    const auto [op, kind] = members_.operations[i];
    const Row& row = network_.row(op);
    Body body{.operation = op,
              .release = row.release,
              .family = row.family,
              .own_setup = whole_.own_setup[op],
              .pausable = row.pausable,
              .fixed = row.fixed,
              .held = kind == Members::Kind::held ? Held::in_place : Held::last};
    if (kind == Members::Kind::free) {
      body.held = Held::no;
      add_choices(op, body);
    } else {
      add_present(body);
    }
    if (row.fixed == Fixed::free && is_delayed_from_outside(op))
      body.release = std::max(body.release, state_.not_before[op]);
    add_arcs(op, body);
    close_operation(body);
  }

  // Does it wait because a successor outside could not follow soon enough?
  [[nodiscard]] bool is_delayed_from_outside(Index op) const {
    if (state_.not_before.empty() || state_.not_before[op] == kLongAgo) return false;
    const auto successors = network_.successors_of(op);
    return std::any_of(successors.begin(), successors.end(), [this](const Successor& successor) {
      return !is_member(successor.operation) && whole_.predecessors[successor.arc].maximum_lag != kNever;
    });
  }

  void add_choices(Index op, Body& body) {
    for (Index mode = network_.row(op).first_mode; mode < network_.row(op + 1).first_mode; ++mode) {
      Mode mine = whole_.modes[mode];
      if (mine.group == kNone) {
        mine.calendar = calendar(mine.calendar);
      } else {
        mine.group = group(mine.group);
      }
      const Index added = add_mode(mine, mode);
      if (mode == state_.mode[op]) body.chosen_mode = added;
    }
    body.lane = state_.lane[op] == kNone ? kNone : lane_of_[state_.lane[op]];
    for (Index slot = network_.row(op).first_slot; slot < network_.row(op + 1).first_slot; ++slot) {
      const Index only = whole_.fixed_slot_lane[slot];
      const Index lane = state_.lane[network_.node_of_slot(slot)];
      add_slot({.lanes = lane_set(whole_.slots[slot].lanes), .attended_run = whole_.slots[slot].attended_run},
               only == kNone ? kNone : lane_of_[only], lane == kNone ? kNone : lane_of_[lane]);
    }
  }

  void add_slot(const Slot& slot, Index fixed_lane, Index lane) {
    window_.problem.slots.push_back(slot);
    window_.problem.fixed_slot_lane.push_back(fixed_lane);
    window_.start.slot_lane.push_back(lane);
  }

  Index group(Index index) {
    const auto [found, is_new] = group_of_.try_emplace(index, static_cast<Index>(window_.problem.groups.size()));
    const Group& whole = whole_.groups[index];
    if (is_new) window_.problem.groups.push_back({lane_of_[whole.first_lane], whole.lane_count});
    return found->second;
  }

  // The candidates that have a lane in the window: all, but for slots that are bound to one.
  Index lane_set(Index index) {
    const auto [found, is_new] = set_of_.try_emplace(index, static_cast<Index>(window_.problem.lane_sets.size()));
    if (!is_new) return found->second;
    std::vector<Candidate> set;
    for (const Candidate& candidate : whole_.lane_sets[index]) {
      if (lane_of_[candidate.lane] != kNone)
        set.push_back({.lane = lane_of_[candidate.lane], .calendar = calendar(candidate.calendar)});
    }
    window_.problem.lane_sets.push_back(std::move(set));
    return found->second;
  }

  // Only the mode and the lanes that it has now; outside the parts on lanes of their own.
  void add_present(Body& body) {
    const Index op = body.operation;
    Mode mode = whole_.modes[state_.mode[op]];
    if (mode.group == kNone) {
      mode.calendar = calendar(mode.calendar);
    } else {
      body.lane = mode.group = lane_of_node(op);
    }
    if (body.fixed != Fixed::free) body.fixed_lane = body.lane;
    body.chosen_mode = add_mode(mode, state_.mode[op]);
    for (Index slot = network_.row(op).first_slot; slot < network_.row(op + 1).first_slot; ++slot) add_held_slot(slot);
  }

  void add_held_slot(Index slot) {
    const Index node = network_.node_of_slot(slot);
    const Index lane = state_.lane[node];
    const Index hours = calendar(slot_calendar(whole_, slot, lane));
    const Index mine = lane_of_node(node);
    add_slot({.lanes = static_cast<Index>(window_.problem.lane_sets.size()),
              .attended_run = whole_.slots[slot].attended_run},
             kNone, mine);
    window_.problem.lane_sets.push_back({{.lane = mine, .calendar = hours}});
  }

  // Inside, ghosts included.
  [[nodiscard]] bool is_member(Index op) const { return member_of_[op] != kNone; }

  void add_arcs(Index op, Body& body) {
    for (const Arc& arc : network_.predecessors_of(op)) {
      if (is_member(arc.operation)) {
        Arc mine = arc;
        mine.operation = member_of_[arc.operation];
        if (arc.transfer != kNone) {
          mine.transfer = static_cast<Index>(window_.problem.transfers.size());
          window_.problem.transfers.push_back(whole_.transfers[arc.transfer]);
        }
        window_.problem.predecessors.push_back(mine);
      } else if (body.fixed == Fixed::free) {
        const Tick end = state_.end[arc.operation];
        body.release = end == kNever ? kNever : std::max(body.release, end + arc.minimum_lag);
      }
    }
  }

  void finish() {
    const std::size_t count = window_.problem.operation_count;
    window_.problem.serves.assign(count, kNone);
    window_.problem.latest_end.assign(count, kNever);
    window_.start.start.assign(count, kNever);
    window_.start.end.assign(count, kNever);
    window_.start.setup.assign(count, 0);
    add_baselines();
  }

  // A lane that is not in the window is as good as any: what leaving it costs is the same for all.
  void add_baselines() {
    if (whole_.baselines.empty()) return;
    window_.problem.baselines.resize(window_.problem.operation_count);
    for (Index op = 0; op < window_.operations.size(); ++op) {
      if (window_.operations[op] == kNone) continue;
      Baseline& mine = window_.problem.baselines[op];
      mine = whole_.baselines[window_.operations[op]];
      if (mine.lane != kNone) mine.lane = lane_of_[mine.lane];
    }
  }

  const Trial& trial_;
  const Network& network_;
  const Problem& whole_;
  const State& state_;
  const CalendarCache& calendars_;
  std::vector<Index>& member_of_;
  std::vector<Index>& lane_of_;
  Members members_;
  Window window_;
  Tick from_ = 0;
  Tick until_ = 0;
  std::unordered_map<Index, Index> calendar_of_;  // these: index of the whole -> of the window; looked up only
  std::unordered_map<Index, Index> matrix_of_;
  std::unordered_map<Index, Index> group_of_;
  std::unordered_map<Index, Index> set_of_;
  std::unordered_map<Index, Index> lane_of_node_;  // node of the whole -> lane of the window
};

}  // namespace

WindowCutter::WindowCutter(const Network& network)
    : member_(network.operation_count(), kNone), lane_(network.problem().lanes.size(), kNone) {}

Window WindowCutter::cut(const Trial& whole, const DelayValue& value, std::span<const Index> free, Between between) {
  return Cutter(whole, member_, lane_).cut(value, free, between == Between::kept);
}

}  // namespace kilter::schedule
