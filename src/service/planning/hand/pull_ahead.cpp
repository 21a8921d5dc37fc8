#include "service/planning/hand/pull_ahead.hpp"

#include <algorithm>
#include <utility>

#include "codec/json/writer.hpp"
#include "coordinate/live/repairs.hpp"
#include "service/planning/changed_facts.hpp"
#include "service/planning/changes_json.hpp"
#include "service/tables/edits_json.hpp"

namespace kilter::service {
namespace {

using coordinate::RepairPlan;
using Proposing = base::Result<std::vector<Proposal>>;

const plan::Delivery* delivery_of(const plan::Plan& plan, model::OrderId order) {
  for (const plan::Delivery& delivery : plan.deliveries) {
    if (delivery.order == order) return &delivery;
  }
  return nullptr;
}

class Pulled {
 public:
  Pulled(const model::Plant& plant, const plan::Plan& without, time::CivilText civil)
      : plant_(plant), without_(without), order_(plant.orders.size() - 1), civil_(std::move(civil)) {}

  [[nodiscard]] time::Tick delivered(const RepairPlan& way) const {
    const plan::Delivery* delivery = delivery_of(way.plan, order_);
    return delivery == nullptr ? time::kNever : delivery->delivered;
  }

  std::string json(const RepairPlan& way) const {
    const plan::Delivery* delivery = delivery_of(way.plan, order_);
    codec::JsonWriter json;
    json.begin_object();
    json.key("order").text(plant_.orders[order_].id);
    moment("due", delivery == nullptr ? time::kNever : delivery->due, json);
    moment("delivered", delivered(way), json);
    json.key("in_time").boolean(delivery != nullptr && delivery->planned() && delivery->late() == 0);
    json.key("cost").decimal((way.plan.objective.total() - without_.objective.total()).raw(), 2);
    json.key("payers").begin_array();
    for (const plan::Delivery& other : way.plan.deliveries) pay(other, json);
    json.end_array().end_object();
    return json.str();
  }

 private:
  void moment(const char* name, time::Tick tick, codec::JsonWriter& json) const {
    json.key(name);
    if (tick == time::kNever) {
      json.null();
    } else {
      json.text(civil_.str(tick));
    }
  }

  // Later than without the order.
  void pay(const plan::Delivery& other, codec::JsonWriter& json) const {
    const plan::Delivery* before = delivery_of(without_, other.order);
    if (other.order == order_ || before == nullptr || !before->planned()) return;
    if (other.planned() && other.late() <= before->late()) return;
    json.begin_object();
    json.key("order").text(plant_.orders[other.order].id);
    moment("due", other.due, json);
    moment("before", before->delivered, json);
    moment("delivered", other.delivered, json);
    json.end_object();
  }

  const model::Plant& plant_;
  const plan::Plan& without_;
  const model::OrderId order_;
  const time::CivilText civil_;
};

}  // namespace

Proposing propose_pull_ahead(const PlantState& state, Today& today, time::Instant now, const Reservation& order,
                             const PlanningOptions& options) {
  const auto edits = reserve_edits(state.tables(), order, {}, now);
  if (!edits) return Proposing::failure(edits.error());
  PlantState ordered = state;
  const auto applied = ordered.apply({.kind = "edit", .body = R"({"edits":)" + edits_json(edits.value().orders) + "}"});
  if (!applied) return Proposing::failure(applied.error());
  const auto live = plant_now(ordered.tables(), now, PublishedOrders::firm);
  if (!live) return Proposing::failure(live.error());
  const model::Plant& plant = live.value()->plant;
  coordinate::Repairs found = coordinate::repairs(
      plant, today.published(),
      {.seconds = options.seconds, .steps = options.steps, .seed = options.seed, .cancel = options.cancel});
  const Pulled pulled(plant, today.moves().nothing_done(), today.civil());
  std::erase_if(found.ways, [](const RepairPlan& way) { return !way.splits.empty(); });
  std::stable_sort(found.ways.begin(), found.ways.end(),
                   [&](const RepairPlan& a, const RepairPlan& b) { return pulled.delivered(a) < pulled.delivered(b); });
  std::vector<Proposal> proposals;
  for (RepairPlan& way : found.ways) {
    std::string changes = changes_json(plant, way);
    changes.back() = ',';
    changes += pulled.json(way).substr(1);
    auto proposal = propose_with(state, edits.value().orders, now, std::move(way.plan));
    if (!proposal) return Proposing::failure(proposal.error());
    proposal.value().name = way.name;
    proposal.value().words = way.words;
    proposal.value().changes = changes;
    proposals.push_back(std::move(proposal).value());
  }
  return proposals;
}

}  // namespace kilter::service
