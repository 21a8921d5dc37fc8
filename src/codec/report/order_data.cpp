#include <map>
#include <utility>

#include "codec/plan/figures.hpp"
#include "codec/report/cause_titles.hpp"
#include "codec/report/page_data.hpp"
#include "plan/words.hpp"

namespace kilter::codec {
namespace {

using kilter::plan::Delivery;
using kilter::plan::LateChain;
using kilter::plan::LateLink;

constexpr std::size_t kShownOrders = 500;
constexpr std::size_t kShownChains = 200;

// Not whole first, then the latest, then by due date.
std::vector<const Delivery*> by_urgency(const kilter::plan::Plan& plan) {
  std::vector<const Delivery*> list;
  for (const Delivery& delivery : plan.deliveries) list.push_back(&delivery);
  std::stable_sort(list.begin(), list.end(), [](const Delivery* a, const Delivery* b) {
    if (a->planned() != b->planned()) return b->planned();
    if (a->late() != b->late()) return a->late() > b->late();
    return a->due < b->due;
  });
  return list;
}

std::vector<const LateChain*> by_lateness(const kilter::plan::Plan& plan) {
  std::vector<const LateChain*> list;
  for (const LateChain& chain : plan.late_chains) list.push_back(&chain);
  std::stable_sort(list.begin(), list.end(),
                   [](const LateChain* a, const LateChain* b) { return a->lateness > b->lateness; });
  return list;
}

// Why an order is late or not whole, in a few words.
std::map<model::OrderId, std::string> reasons(const PlanView& view) {
  std::map<model::OrderId, std::string> reasons;
  for (const LateChain& chain : view.plan.late_chains) reasons[chain.order] = main_cause(view, chain);
  for (const kilter::plan::Unplanned& gap : view.plan.unplanned) {
    reasons[gap.order] = view.plant.items[gap.item].id + ": " + std::string(kilter::plan::explain(gap.reason));
  }
  return reasons;
}

// What the table of orders says of one beside its delivery.
struct Remark {
  std::string why;
  bool has_chain = false;
  bool blocked = false;
};

void write_order(PageData& page, const Delivery& delivery, const Remark& remark) {
  const model::Plant& plant = page.view.plant;
  const model::CustomerOrder& order = plant.orders[delivery.order];
  page.json.begin_object();
  page.member("id", order.id);
  page.member("customer", order.customer.valid() ? plant.customers[order.customer].id : std::string());
  page.member("item", plant.items[order.item].id);
  page.decimal_text("quantity", order.quantity.raw(), 6);
  page.member("priority", order.priority);
  page.member("due", page.wall(delivery.due));
  page.json.key("delivered");
  page.moment(delivery.delivered, kilter::plan::kNever);
  page.member("late", delivery.late());
  page.member("why", remark.why);
  page.json.key("chain").boolean(remark.has_chain);
  page.json.key("blocked").boolean(remark.blocked);
  page.json.end_object();
}

// The links of a chain from the beginning to delivery, those of one cause together.
void write_parts(PageData& page, const LateChain& chain) {
  std::vector<std::pair<const LateLink*, std::int64_t>> parts;
  std::map<std::string, std::size_t> place;
  for (auto link = chain.links.rbegin(); link != chain.links.rend(); ++link) {
    if (link->counted == 0) continue;
    const auto [known, added] = place.try_emplace(cause_title(page.view, *link), parts.size());
    if (added) parts.emplace_back(&*link, 0);
    parts[known->second].second += link->counted;
  }
  page.json.key("parts").begin_array();
  for (const auto& [link, seconds] : parts) {
    page.json.begin_array().text(kilter::plan::word(link->cause)).integer(seconds);
    page.json.integer(static_cast<std::int64_t>(page.strings.index(cause_title(page.view, *link)))).end_array();
  }
  page.json.end_array();
}

}  // namespace

void write_orders(PageData& page) {
  const std::vector<const Delivery*> list = by_urgency(page.view.plan);
  const std::map<model::OrderId, std::string> why = reasons(page.view);
  const std::vector<bool> blocked = blocked_orders(page.view.plant, page.view.plan);
  std::map<model::OrderId, bool> has_chain;
  const std::vector<const LateChain*> chains = by_lateness(page.view.plan);
  for (std::size_t i = 0; i < std::min(chains.size(), kShownChains); ++i) has_chain[chains[i]->order] = true;
  page.order_shown.assign(page.view.plant.orders.size(), false);
  const std::size_t shown = page.begin_list("orders", list.size(), kShownOrders);
  for (std::size_t i = 0; i < shown; ++i) {
    const auto reason = why.find(list[i]->order);
    page.order_shown[list[i]->order.index()] = true;
    write_order(page, *list[i],
                {.why = reason == why.end() ? std::string() : reason->second,
                 .has_chain = has_chain.count(list[i]->order) > 0,
                 .blocked = blocked[list[i]->order.index()]});
  }
  page.end_list();
  page.json.key("order_ids").begin_object();
  for (std::size_t i = 0; i < shown; ++i) page.member(page.view.plant.orders[list[i]->order].id, 1);
  page.json.end_object();
}

void write_late(PageData& page) {
  const std::vector<const LateChain*> list = by_lateness(page.view.plan);
  const std::size_t shown = page.begin_list("late", list.size(), kShownChains);
  for (std::size_t i = 0; i < shown; ++i) {
    const model::CustomerOrder& order = page.view.plant.orders[list[i]->order];
    page.json.begin_object();
    page.member("id", order.id);
    page.member("item", page.view.plant.items[order.item].id);
    page.member("late", list[i]->lateness);
    write_parts(page, *list[i]);
    page.json.end_object();
  }
  page.end_list();
}

}  // namespace kilter::codec
