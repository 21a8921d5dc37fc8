#include "support/live/random_facts.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace kilter::support {
namespace {

using model::Duration;
using model::Instant;

constexpr std::int64_t kHour = 3'600;
constexpr std::int64_t kDay = 24 * kHour;

class Happening {
 public:
  Happening(base::Random& random, const model::Plant& plant, const plan::Plan& plan, model::PlantDraft& draft)
      : random_(random), plant_(plant), plan_(plan), draft_(draft), now_(*draft.plant.origin) {}

  void add(Fact fact) {
    switch (fact) {
      case Fact::unit_down:
        return stop_unit();
      case Fact::person_away:
        return send_away();
      case Fact::purchase_late:
        return delay_purchase();
      case Fact::rush_order:
        return add_order();
      case Fact::scrap:
        return scrap();
      case Fact::order_moved:
        return move_order();
      case Fact::order_cancelled:
        return cancel_order();
      case Fact::quantity_changed:
        return change_quantity();
      case Fact::not_begun:
        return forget_start();
    }
  }

 private:
  std::size_t pick(std::size_t count) { return random_.below(static_cast<std::uint32_t>(count)); }
  Duration between(std::int64_t low, std::int64_t high) { return Duration(random_.between(low, high)); }

  // A placement that is worked on soon; none when there is none.
  template <class Fits>
  plan::PlacementId soon(Fits fits) {
    std::vector<plan::PlacementId> found;
    const time::Tick now = plant_.frame.tick(now_);
    for (const plan::PlacementId id : base::ids_of(plan_.placements)) {
      const plan::Placement& placement = plan_.placements[id];
      const bool is_soon = placement.end > now && placement.start < now + 2 * kDay;
      if (is_soon && fits(placement)) found.push_back(id);
    }
    return found.empty() ? plan::PlacementId::none() : found[pick(found.size())];
  }

  void stop_unit() {
    const plan::PlacementId id = soon([](const plan::Placement& placement) { return placement.unit.valid(); });
    if (!id.valid()) return;
    const Instant from = now_ - (random_.chance(0.5) ? between(0, kHour) : Duration(0));
    draft_.closures.push_back({.work_unit = plant_.work_units[plan_.placements[id].unit].id,
                               .from = from,
                               .until = now_ + between(kHour, 16 * kHour),
                               .reason = "down"});
  }

  void send_away() {
    const plan::PlacementId id = soon([this](const plan::Placement& placement) {
      return !placement.assignments.empty() &&
             plan_.assignments[placement.assignments.first()].kind == plan::AssigneeKind::person;
    });
    if (!id.valid()) return stop_unit();
    const plan::Assignment& assignment = plan_.assignments[plan_.placements[id].assignments.first()];
    draft_.absences.push_back({.person = plant_.people[model::PersonId(assignment.index)].id,
                               .from = now_,
                               .until = now_ + between(4 * kHour, 2 * kDay),
                               .reason = "ill"});
  }

  void delay_purchase() {
    if (draft_.purchase_orders.empty()) return stop_unit();
    model::PurchaseOrderRow& row = draft_.purchase_orders[pick(draft_.purchase_orders.size())];
    row.current = std::max(row.current, now_) + between(kDay, 5 * kDay);
  }

  model::OrderRow* open_order() {
    std::vector<model::OrderRow*> open;
    for (model::OrderRow& row : draft_.orders) {
      if (row.status == model::OrderStatus::firm) open.push_back(&row);
    }
    return open.empty() ? nullptr : open[pick(open.size())];
  }

  void add_order() {
    const model::OrderRow* const like = open_order();
    if (like == nullptr) return stop_unit();
    model::OrderRow row = *like;
    row.id = draft_.keep("RUSH-" + std::to_string(draft_.orders.size()));
    row.promised.reset();
    row.requested = now_ + between(kDay, 4 * kDay);
    row.priority = 4;
    draft_.orders.push_back(row);
  }

  // A lot of stock is held.
  void scrap() {
    std::vector<model::StockRow*> lots;
    for (model::StockRow& row : draft_.stock) {
      if (!row.held) lots.push_back(&row);
    }
    if (lots.empty()) return stop_unit();
    model::StockRow& lot = *lots[pick(lots.size())];
    lot.held = true;
    lot.hold_reason = "scratches";
  }

  void move_order() {
    model::OrderRow* const row = open_order();
    if (row == nullptr) return stop_unit();
    row->promised = row->promised.value_or(row->requested) + between(-3 * kDay, 3 * kDay);
  }

  void cancel_order() {
    model::OrderRow* const row = open_order();
    if (row == nullptr) return stop_unit();
    row->status = model::OrderStatus::closed;
  }

  void change_quantity() {
    model::OrderRow* const row = open_order();
    if (row == nullptr) return stop_unit();
    row->quantity =
        base::Quantity::units(std::max<std::int64_t>(1, row->quantity.raw() / base::kMicro + random_.between(-2, 3)));
  }

  // Somebody has not begun what was to run by now.
  void forget_start() {
    std::vector<std::size_t> begun;
    for (std::size_t i = 0; i < draft_.progress.size(); ++i) {
      if (draft_.progress[i].status == model::WorkStatus::started && is_last(draft_.progress[i])) begun.push_back(i);
    }
    if (begun.empty()) return stop_unit();
    draft_.progress.erase(draft_.progress.begin() + static_cast<std::ptrdiff_t>(begun[pick(begun.size())]));
  }

  // No later operation of the order has begun.
  [[nodiscard]] bool is_last(const model::ProgressRow& row) const {
    return std::none_of(draft_.progress.begin(), draft_.progress.end(), [&](const model::ProgressRow& other) {
      return other.production_order == row.production_order && other.start > row.start;
    });
  }

  base::Random& random_;
  const model::Plant& plant_;
  const plan::Plan& plan_;
  model::PlantDraft& draft_;
  Instant now_;
};

}  // namespace

void add_fact(base::Random& random, Fact fact, const model::Plant& plant, const plan::Plan& plan,
              model::PlantDraft& draft) {
  Happening(random, plant, plan, draft).add(fact);
}

}  // namespace kilter::support
