// An operation waits for those before it, not shorter than they ask and not longer than they allow.
//
//   cut      |==1==|==2==|==3==|                 transfer batches 1, 2, 3
//   weld            |==1==|==2==|==3==|          may begin its k-th when cut has finished its k-th
#include <algorithm>
#include <string>

#include "check/facts/content.hpp"
#include "check/rules.hpp"

namespace kilter::check {
namespace {

// Turns growing amounts of work into ticks by walking intervals once.
class WorkClock {
 public:
  explicit WorkClock(Intervals hours) : hours_(std::move(hours)) {}
  // When `work` seconds are over; kNever when there are not so many. Calls must not decrease.
  Tick over(std::int64_t work) {
    while (at_ < hours_.size() && passed_ + length() < work) {
      passed_ += length();
      ++at_;
    }
    return at_ == hours_.size() ? time::kNever : hours_[at_].open + static_cast<Tick>(work - passed_);
  }
  // The first open tick at which `work` seconds are over: when the next second of work begins.
  Tick begin(std::int64_t work) {
    const Tick end = over(work);
    if (end == time::kNever || end < hours_[at_].close || at_ + 1 == hours_.size()) return end;
    return hours_[at_ + 1].open;
  }

 private:
  [[nodiscard]] std::int64_t length() const { return hours_[at_].close - hours_[at_].open; }
  Intervals hours_;
  std::size_t at_ = 0;
  std::int64_t passed_ = 0;
};

struct Wait {
  plan::PlacementId before;
  plan::PlacementId after;
  const model::Predecessor* rule = nullptr;
};

// The units that move on in `count` batches of `batch`, the last of what is left. A unit that works in cycles needs all
// pieces of a cycle when it starts.
struct Transfer {
  std::int64_t units = 0;
  std::int64_t batch = 0;
  std::int64_t units_after = 0;  // of these pieces, that reach the next operation
  std::int64_t capacity = 0;     // pieces of a cycle there; 0: one piece after the other
  [[nodiscard]] std::int64_t count() const { return batch <= 0 ? 1 : (units + batch - 1) / batch; }
  // Seconds of the run after which batch k is made, rounded up.
  [[nodiscard]] std::int64_t made(std::int64_t run, std::int64_t k) const {
    const base::Int128 moved = std::min(base::Int128(k) * batch, base::Int128(units));
    return static_cast<std::int64_t>((moved * run + units - 1) / units);
  }
  // Seconds of the successor's run before it takes batch k, or begins the cycle with its first piece, rounded down.
  [[nodiscard]] std::int64_t before(std::int64_t run, std::int64_t k) const {
    const base::Int128 first = base::Int128(k - 1) * batch;
    if (capacity <= 0) return static_cast<std::int64_t>(first * run / units);
    const base::Int128 cycles = (base::Int128(units_after) + capacity - 1) / capacity;
    const base::Int128 cycle = first * units_after / units / capacity;
    return static_cast<std::int64_t>(cycle * run / cycles);
  }
};

Transfer transfer_of(const Facts& facts, const Wait& wait) {
  const plan::Placement& placement = facts.plan.placements[wait.before];
  if (is_done(placement)) return {};
  const std::int64_t units = quantity_at(facts.plant, facts.order(wait.before), placement.operation).raw();
  const base::Int128 good = base::Int128(units) * facts.operation(wait.before).yield.raw();
  const model::WorkUnitId next = facts.plan.placements[wait.after].unit;
  return {.units = units,
          .batch = facts.operation(wait.before).transfer_batch.raw(),
          .units_after = static_cast<std::int64_t>((good + base::kMicro - 1) / base::kMicro),
          .capacity = next.valid() ? facts.plant.work_units[next].batch_capacity.raw() : 0};
}

void check_minimum(const Facts& facts, const Wait& wait, Report& report) {
  const plan::Placement& before = facts.plan.placements[wait.before];
  const plan::Placement& after = facts.plan.placements[wait.after];
  const std::int64_t earliest = std::int64_t{before.end} + wait.rule->minimum_wait.count();
  if (after.start >= earliest) return;
  report.add("predecessor", [&] {
    return facts.names.placement(wait.after) + " starts at " + facts.names.when(after.start) + "; " +
           facts.names.placement(wait.before) + " ends at " + facts.names.when(before.end) + " and asks for " +
           text(wait.rule->minimum_wait) + " of waiting";
  });
}

void check_transfer(const Facts& facts, const Wait& wait, const Transfer& transfer, Report& report) {
  const plan::Placement& before = facts.plan.placements[wait.before];
  const plan::Placement& after = facts.plan.placements[wait.after];
  if (before.setup + before.run == 0 || after.setup + after.run == 0) {  // nothing to overlap
    check_minimum(facts, wait, report);
    return;
  }
  WorkClock made(facts.effective(wait.before, std::max<Tick>(before.start, 0), before.end));
  WorkClock used(facts.effective(wait.after, after.start, after.end));
  const std::int64_t minimum = wait.rule->minimum_wait.count();
  for (std::int64_t k = 1; k <= transfer.count(); ++k) {
    const std::int64_t ready = made.over(before.setup + transfer.made(before.run, k)) + minimum;
    const Tick begins = k == 1 ? after.start : used.begin(after.setup + transfer.before(after.run, k));
    if (begins >= ready) continue;
    report.add("transfer-batch", [&] {
      return facts.names.placement(wait.after) + " begins transfer batch " + std::to_string(k) + " of " +
             std::to_string(transfer.count()) + " at " + facts.names.when(begins) + "; " +
             facts.names.placement(wait.before) + " has it ready at " + facts.names.when(static_cast<Tick>(ready));
    });
    return;
  }
}

void check_maximum(const Facts& facts, const Wait& wait, Report& report) {
  const plan::Placement& before = facts.plan.placements[wait.before];
  const plan::Placement& after = facts.plan.placements[wait.after];
  if (!wait.rule->maximum_wait || is_done(before)) return;
  if (after.start <= std::int64_t{before.end} + wait.rule->maximum_wait->count()) return;
  report.add("maximum-wait", [&] {
    return facts.names.placement(wait.after) + " starts at " + facts.names.when(after.start) + ", more than " +
           text(*wait.rule->maximum_wait) + " after " + facts.names.placement(wait.before) + " ended at " +
           facts.names.when(before.end);
  });
}

void check_wait(const Facts& facts, const Wait& wait, Report& report) {
  if (unplaced(facts.plan.placements[wait.before])) {
    report.add("predecessor", [&] {
      return facts.names.placement(wait.after) + " is placed although " + facts.names.placement(wait.before) +
             " before it is not";
    });
    return;
  }
  const Transfer transfer = transfer_of(facts, wait);
  if (transfer.count() > 1) {
    check_transfer(facts, wait, transfer, report);
  } else {
    check_minimum(facts, wait, report);
  }
  check_maximum(facts, wait, report);
}

}  // namespace

void check_waits(const Facts& facts, Report& report) {
  for (const plan::ProductionOrder& order : facts.plan.production_orders) {
    const auto& operations = facts.plant.items[order.item].operations;
    const std::uint32_t first_operation = (*operations.begin()).index();
    const std::uint32_t first_placement = (*order.placements.begin()).index();
    for (const plan::PlacementId id : order.placements) {
      const plan::Placement& placement = facts.plan.placements[id];
      if (!is_live(placement) || placement.status == model::WorkStatus::started) continue;
      for (const model::Predecessor& rule : facts.operation(id).predecessors) {
        const plan::PlacementId before(first_placement + rule.operation.index() - first_operation);
        check_wait(facts, {.before = before, .after = id, .rule = &rule}, report);
      }
    }
  }
}

}  // namespace kilter::check
