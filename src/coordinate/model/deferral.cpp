#include "coordinate/model/deferral.hpp"

#include <span>
#include <vector>

#include "plan/served/served_orders.hpp"

namespace kilter::coordinate {
namespace {

using plan::Deferral;

// By customer order, and that of work for stock last: the latest that is decided for it, null when none is.
class Latest {
 public:
  Latest(const model::Plant& plant, const plan::Plan& plan) : latest_(plant.orders.size() + 1, nullptr) {
    for (const Deferral& deferral : plan.deferrals) {
      const Deferral*& known = latest_[place(deferral.order)];
      if (known == nullptr || known->until < deferral.until) known = &deferral;
    }
  }
  [[nodiscard]] const Deferral* of(model::OrderId order) const { return latest_[place(order)]; }

 private:
  [[nodiscard]] std::size_t place(model::OrderId order) const {
    return order.valid() ? order.index() : latest_.size() - 1;
  }
  std::vector<const Deferral*> latest_;
};

const Deferral* wait_of(const Latest& latest, std::span<const plan::Served> served) {
  if (served.empty() || !served.front().order.valid()) return latest.of(model::OrderId::none());
  const Deferral* first = nullptr;
  for (const plan::Served& part : served) {
    if (!part.order.valid()) continue;  // what is left over of the lot
    const Deferral* deferral = latest.of(part.order);
    if (deferral == nullptr) return nullptr;
    if (first == nullptr || deferral->until < first->until) first = deferral;
  }
  return first;
}

}  // namespace

Deferrals::Deferrals(const model::Plant& plant, const plan::Plan& plan) {
  if (plan.deferrals.empty()) return;
  const Latest latest(plant, plan);
  const plan::ServedOrders served(plan, plan::PegIndex(plant, plan));
  for (const plan::ProductionOrderId id : base::ids_of(plan.production_orders)) {
    waits_.push_back(wait_of(latest, served.of(id)));
  }
}

}  // namespace kilter::coordinate
