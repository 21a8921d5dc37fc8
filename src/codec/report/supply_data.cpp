#include <map>
#include <numeric>
#include <utility>

#include "codec/report/page_data.hpp"
#include "plan/words.hpp"

namespace kilter::codec {
namespace {

using kilter::plan::Load;
using kilter::plan::LoadKind;
using kilter::plan::Purchase;
using kilter::plan::PurchaseId;

constexpr std::size_t kShownPurchases = 500;
constexpr std::size_t kShownLoadRows = 150;
constexpr std::size_t kShownWeeks = 10;

std::string name_of(const model::Plant& plant, const Load& load) {
  const auto named = [](const auto& entity) {
    return entity.name.empty() || entity.name == entity.id ? entity.id : entity.name + " (" + entity.id + ")";
  };
  switch (load.kind) {
    case LoadKind::work_centre:
      return named(plant.work_centres[model::WorkCentreId(load.index)]);
    case LoadKind::unit:
      return named(plant.work_units[model::WorkUnitId(load.index)]);
    case LoadKind::skill:
      return named(plant.skills[model::SkillId(load.index)]);
  }
  return {};
}

struct LoadRow {
  std::string name;
  std::int64_t planned = 0;
  std::map<time::Tick, const Load*> weeks;
};
using LoadKey = std::pair<LoadKind, std::uint32_t>;

// Rows with the most planned time per kind come first; the weeks are the first ones with anything planned.
std::vector<std::pair<LoadKey, LoadRow>> load_rows(const PlanView& view) {
  std::map<LoadKey, LoadRow> rows;
  for (const Load& load : view.plan.loads) {
    LoadRow& row = rows[{load.kind, load.index}];
    if (row.name.empty()) row.name = name_of(view.plant, load);
    row.planned += load.planned;
    row.weeks[load.week] = &load;
  }
  std::vector<std::pair<LoadKey, LoadRow>> list(rows.begin(), rows.end());
  std::erase_if(list, [](const auto& row) { return row.second.planned == 0; });
  std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) {
    if (a.first.first != b.first.first) return a.first.first < b.first.first;
    return a.second.planned > b.second.planned;
  });
  return list;
}

void write_load_row(PageData& page, const std::pair<LoadKey, LoadRow>& row, const std::vector<time::Tick>& weeks) {
  page.json.begin_object();
  page.member("kind", kilter::plan::word(row.first.first));
  page.member("name", row.second.name);
  page.json.key("cells").begin_array();
  for (std::size_t i = 0; i < std::min(weeks.size(), kShownWeeks); ++i) {
    const auto load = row.second.weeks.find(weeks[i]);
    if (load == row.second.weeks.end()) {
      page.json.null();
    } else {
      page.json.begin_array().integer(load->second->planned).integer(load->second->capacity).end_array();
    }
  }
  page.json.end_array().end_object();
}

void write_load(PageData& page) {
  std::vector<time::Tick> weeks;
  for (const Load& load : page.view.plan.loads) {
    if (load.planned > 0) weeks.push_back(load.week);
  }
  std::sort(weeks.begin(), weeks.end());
  weeks.erase(std::unique(weeks.begin(), weeks.end()), weeks.end());
  const auto rows = load_rows(page.view);
  const std::size_t shown = page.begin_list("load", rows.size(), kShownLoadRows);
  for (std::size_t i = 0; i < shown; ++i) write_load_row(page, rows[i], weeks);
  page.json.end_array();
  page.json.key("weeks").begin_array();
  for (const time::Tick week : weeks) page.json.integer(page.wall(week));
  page.json.end_array().end_object();
}

void write_purchase(PageData& page, PurchaseId id) {
  const Purchase& purchase = page.view.plan.purchases[id];
  const model::Plant& plant = page.view.plant;
  page.json.begin_object();
  page.member("id", page.view.ids.purchase(id).str());
  page.member("item", plant.items[purchase.item].id);
  page.member("vendor", plant.vendors[plant.offers[purchase.offer].vendor].id);
  page.decimal_text("quantity", purchase.quantity.raw(), 6);
  page.member("order_at", page.wall(purchase.order_at));
  page.member("receipt_at", page.wall(purchase.receipt_at));
  page.decimal_text("price", purchase.unit_price.raw(), 6);
  page.member("total", purchase.goods.raw());
  page.member("freight", purchase.freight.raw());
  page.member("why", kilter::plan::explain(purchase.reason));
  page.json.end_object();
}

void write_purchases(PageData& page) {
  const auto& purchases = page.view.plan.purchases;
  std::vector<std::uint32_t> order(purchases.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return purchases[PurchaseId(a)].order_at < purchases[PurchaseId(b)].order_at;
  });
  const std::size_t shown = page.begin_list("purchases", order.size(), kShownPurchases);
  for (std::size_t i = 0; i < shown; ++i) write_purchase(page, PurchaseId(order[i]));
  page.end_list();
}

void write_cap(PageData& page, std::string_view name, const std::optional<base::Money>& cap) {
  page.json.key(name);
  cap ? page.json.integer(cap->raw()) : page.json.null();
}

void write_budget(PageData& page) {
  page.json.key("budget").begin_array();
  for (const kilter::plan::BudgetLine& line : page.view.plan.budgets) {
    const model::Budget& budget = page.view.plant.budgets[line.budget];
    const model::Account& account = page.view.plant.accounts[budget.account];
    page.json.begin_object();
    page.member("account", account.name.empty() ? account.id : account.name);
    page.member("from", page.wall(page.view.plant.frame.tick(budget.from)));
    page.member("until", page.wall(page.view.plant.frame.tick(budget.until)));
    page.member("spent", budget.spent.raw());
    page.member("committed", budget.committed.raw());
    page.member("planned", line.planned.raw());
    write_cap(page, "soft", budget.soft_cap);
    write_cap(page, "hard", budget.hard_cap);
    page.json.end_object();
  }
  page.json.end_array();
}

void write_costs(PageData& page) {
  page.json.key("costs").begin_array();
  for (std::size_t kind = 0; kind < kilter::plan::kCostKindCount; ++kind) {
    page.json.begin_array().text(kilter::plan::word(static_cast<kilter::plan::CostKind>(kind)));
    page.json.integer(page.view.plan.objective.parts[kind].raw()).end_array();
  }
  page.json.end_array();
}

}  // namespace

void write_supply(PageData& page) {
  write_load(page);
  write_purchases(page);
  write_budget(page);
  write_costs(page);
}

}  // namespace kilter::codec
