#include "schedule/search/regular/annealing/random_moves.hpp"

#include <algorithm>

namespace kilter::schedule {
namespace {

constexpr int kLongestWalk = 64;
constexpr double kStopHere = 0.35;
constexpr std::uint32_t kReach = 6;  // operations overtaken
constexpr double kAnywhere = 0.1;    // of the moves: not on a late job's path
constexpr double kAnywhereWithPrices = 0.3;

// Shares of the moves, in parts; those behind kPushes only where operations have alternatives.
constexpr std::uint32_t kSwaps = 3;
constexpr std::uint32_t kPulls = kSwaps + 2;
constexpr std::uint32_t kPushes = kPulls + 2;
constexpr std::uint32_t kReassigned = kPushes + 2;
constexpr std::uint32_t kReassignedBlockers = kReassigned + 1;
constexpr std::uint32_t kAll = kReassignedBlockers + 2;

}  // namespace

RandomMoves::RandomMoves(const ShopTrial& trial) : trial_(trial), shop_(trial.shop()) {
  for (Index op = 0; op < shop_.count(); ++op) {
    has_choices_ = has_choices_ || shop_.end_of_alternatives(op) - shop_.first_alternative(op) > 1;
  }
}

std::span<const Insertion> RandomMoves::draw(base::Random& random) {
  const double anywhere = trial_.objective().has_prices() ? kAnywhereWithPrices : kAnywhere;
  const Index job = random.chance(anywhere) ? kNone : late_job(random);
  Index op = job == kNone ? shop_.count() : waiting_on_path(job, random);
  if (op == shop_.count()) op = random.below(shop_.count());
  const Index blocker = trial_.graph().node(op).prev;
  const std::uint32_t kind = random.below(has_choices_ ? kAll : kPushes);
  if (kind < kPulls) return pull(op, kind < kSwaps ? 1 : kReach, random);
  if (kind < kPushes) return push(op, random);
  if (kind < kReassigned) return reassign(op, random);
  if (kind >= kReassignedBlockers) return exchange(op, random);
  return blocker == shop_.count() ? std::span<const Insertion>{} : reassign(blocker, random);
}

// The first late one from a random one on; kNone.
Index RandomMoves::late_job(base::Random& random) const {
  const RegularCost& objective = trial_.objective();
  const Index count = objective.job_count();
  if (count == 0) return kNone;
  Index job = random.below(count);
  for (Index left = count; left > 0; --left) {
    if (objective.lateness_cost(job, objective.completion(job, trial_.ends())) > 0) return job;
    job = job + 1 == count ? 0 : job + 1;
  }
  return kNone;
}

// An operation on the job's critical path that waits for the one before it on its lane; nobody when there is none.
Index RandomMoves::waiting_on_path(Index job, base::Random& random) const {
  const ShopGraph& graph = trial_.graph();
  const Index nobody = shop_.count();
  Index op = nobody;
  for (const Index last : trial_.objective().closing(job)) {
    if (op == nobody || trial_.ends()[last] > trial_.ends()[op]) op = last;
  }
  Index found = nobody;
  for (int i = 0; i < kLongestWalk && op != nobody; ++i) {
    const ShopGraph::Node& node = graph.node(op);
    const Tick begin = node.head();
    const Links& links = shop_.links(op);
    Index before = nobody;
    if (links.before != nobody && graph.node(links.before).end + links.before_lag == begin) before = links.before;
    for (const LaggedArc& arc : shop_.more_before(op)) {
      if (graph.node(arc.operation).end + arc.lag == begin && (before == nobody || random.chance(0.5)))
        before = arc.operation;
    }
    const bool waits = node.prev != nobody && graph.node(node.prev).end + node.gap == begin;
    if (!waits || (before != nobody && random.chance(0.5))) {
      op = before;
      continue;
    }
    found = op;
    if (random.chance(kStopHere)) break;
    op = node.prev;
  }
  return found;
}

std::span<const Insertion> RandomMoves::pull(Index op, std::uint32_t reach, base::Random& random) {
  const ShopGraph& graph = trial_.graph();
  Index target = graph.node(op).prev;
  if (target == shop_.count()) return {};
  for (std::uint32_t left = reach > 1 ? random.below(reach) : 0; left > 0; --left) {
    if (graph.node(target).prev == shop_.count()) break;
    target = graph.node(target).prev;
  }
  return one({op, graph.node(op).alternative, graph.node(target).prev});
}

std::span<const Insertion> RandomMoves::push(Index op, base::Random& random) {
  const ShopGraph& graph = trial_.graph();
  const Index blocker = graph.node(op).prev;
  if (blocker == shop_.count()) return {};
  Index target = op;
  for (std::uint32_t left = random.below(kReach); left > 0; --left) {
    if (graph.node(target).next == shop_.count()) break;
    target = graph.node(target).next;
  }
  return one({blocker, graph.node(blocker).alternative, target});
}

std::span<const Insertion> RandomMoves::reassign(Index op, base::Random& random) {
  const ShopGraph& graph = trial_.graph();
  const Index ways = shop_.end_of_alternatives(op) - shop_.first_alternative(op);
  const Index way = shop_.first_alternative(op) + random.below(ways);
  if (way == graph.node(op).alternative) return {};
  const Links& links = shop_.links(op);
  Tick ready = std::max(links.release, graph.node(links.before).end + links.before_lag);
  for (const LaggedArc& arc : shop_.more_before(op)) ready = std::max(ready, graph.node(arc.operation).end + arc.lag);
  const Tick now = graph.node(op).head();
  Tick time = random.chance(0.5) ? now : ready;
  if (now > ready && random.chance(0.5)) time = static_cast<Tick>(random.between(ready, now));
  return one({op, way, last_before(shop_.alternative(way).lane, time, op)});
}

std::span<const Insertion> RandomMoves::exchange(Index op, base::Random& random) {
  const ShopGraph& graph = trial_.graph();
  const ShopGraph::Node& node = graph.node(op);
  const Index nobody = shop_.count();
  const Index ways = shop_.end_of_alternatives(op) - shop_.first_alternative(op);
  const Index way = shop_.first_alternative(op) + random.below(ways);
  const Index lane = shop_.alternative(way).lane;
  if (lane == node.lane) return {};
  Index other = last_before(lane, node.head() + 1, op);
  for (std::uint32_t left = random.below(3); left > 0 && other != nobody; --left) other = graph.node(other).prev;
  if (other == nobody) return {};
  for (Index back = shop_.first_alternative(other); back < shop_.end_of_alternatives(other); ++back) {
    if (shop_.alternative(back).lane != node.lane) continue;
    moves_ = {Insertion{op, way, graph.node(other).prev}, Insertion{other, back, node.prev}};
    return moves_;
  }
  return {};
}

// The last operation on `lane` that begins before `time`, as if `leaving` were not there; nobody when there is none.
Index RandomMoves::last_before(Index lane, Tick time, Index leaving) const {
  const ShopGraph& graph = trial_.graph();
  Index last = shop_.count();
  for (Index x = graph.first_on(lane); x != shop_.count() && graph.node(x).head() < time; x = graph.node(x).next) {
    if (x != leaving) last = x;
  }
  return last;
}

}  // namespace kilter::schedule
