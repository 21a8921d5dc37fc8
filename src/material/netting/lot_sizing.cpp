#include "material/netting/lot_sizing.hpp"

#include <algorithm>
#include <cmath>

#include "material/network/route_times.hpp"
#include "plan/work_content.hpp"

namespace kilter::material {
namespace {

using base::Quantity;
using model::Item;
using model::LotPolicy;

constexpr double kYear = 365.0 * 86'400.0;

Quantity shaped(const Item& item, Quantity wanted) {
  const Quantity raised = std::max(wanted, item.lot_minimum);
  const Quantity step = item.lot_step();
  return step.positive() ? raised.round_up_to(step) : raised;
}

// The largest allowed lot; zero: no limit.
Quantity largest(const Item& item) {
  const Quantity step = item.lot_step();
  if (!item.lot_maximum.positive() || !step.positive()) return item.lot_maximum;
  return std::max(step, Quantity::micros(item.lot_maximum.raw() / step.raw() * step.raw()));
}

}  // namespace

void append_lots(const model::Plant& plant, model::ItemId item, Quantity good, std::vector<Quantity>& started) {
  const Item& made = plant.items[item];
  const Quantity most = largest(made);
  Quantity left = good;
  while (left.positive()) {
    Quantity lot = shaped(made, plan::start_for(plant, item, left));
    if (most.positive() && lot > most) lot = most;
    started.push_back(lot);
    const Quantity yielded = plan::good_of(plant, item, lot);
    if (!yielded.positive()) return;  // lots too small to yield anything: the rest stays uncovered
    left -= yielded;
  }
}

Quantity economic_quantity(const model::Plant& plant, model::ItemId item, Quantity demand) {
  const Item& made = plant.items[item];
  const double horizon = static_cast<double>((plant.policy.horizon - plant.policy.origin).count()) / kYear;
  const double setup = static_cast<double>(made.order_cost.raw()) / 100.0;
  const double holding = static_cast<double>(made.cost.raw()) / base::kMicro *
                         static_cast<double>(plant.policy.holding_per_year.raw()) / base::kMicro * horizon;
  const double units = static_cast<double>(demand.raw()) / base::kMicro;
  if (!(holding > 0) || !(setup > 0) || !(units > 0)) return Quantity::zero();
  return Quantity::units(std::llround(std::sqrt(2.0 * units * setup / holding)));
}

time::Tick lot_window(const Item& item) {
  if (item.lot_policy != LotPolicy::period) return 0;
  const time::Tick days = later(0, std::int64_t{item.lot_days} * 86'400);
  return item.shelf_life ? std::min(days, later(0, item.shelf_life->count())) : days;
}

}  // namespace kilter::material
