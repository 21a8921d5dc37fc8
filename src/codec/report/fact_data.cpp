#include <utility>

#include "codec/plan/lamps/lamp_words.hpp"
#include "codec/plan/lamps/next_step.hpp"
#include "codec/report/page_data.hpp"
#include "codec/text/human.hpp"
#include "coordinate/brief/owners.hpp"
#include "plan/words.hpp"

namespace kilter::codec {
namespace {

using kilter::plan::LampReading;
using kilter::plan::LampState;
using kilter::plan::Readiness;

constexpr std::size_t kShownReadiness = 400;
constexpr std::size_t kShownAssumptions = 300;

bool blocked(const Readiness& ready) {
  return std::any_of(ready.lamps.begin(), ready.lamps.end(),
                     [](const LampReading& lamp) { return lamp.state == LampState::blocked; });
}

void write_ready(PageData& page, const Readiness& ready) {
  const PlanView& view = page.view;
  const kilter::plan::Placement& placement = view.plan.placements[ready.placement];
  const kilter::plan::ProductionOrder& order = view.plan.production_orders[placement.order];
  const model::Operation& operation = view.plant.operations[placement.operation];
  page.json.begin_object();
  page.json.key("start");
  page.moment(placement.start, kilter::plan::kNever);
  page.member("operation", view.ids.operation(view.plan, ready.placement).str());
  page.member("what",
              (operation.name.empty() ? operation.id : operation.name) + ", " + view.plant.items[order.item].id);
  page.member("order", order.for_order.valid() ? view.plant.orders[order.for_order].id : std::string("stock"));
  page.json.key("lamps").begin_array();
  for (const LampReading& lamp : ready.lamps) {
    page.json.begin_array().integer(static_cast<std::int64_t>(lamp.state));
    page.json.integer(static_cast<std::int64_t>(page.strings.index(lamp_words(view, lamp)))).end_array();
  }
  page.json.end_array();
  page.json.key("full_kit");
  if (ready.full_kit <= 0) {
    page.json.text("ready");
  } else {
    page.moment(ready.full_kit, kilter::plan::kNever);
  }
  const std::optional<model::Lamp> lamp = coordinate::deciding_lamp(ready);
  const NextStep step = lamp ? next_step(view, ready.lamps[static_cast<std::size_t>(*lamp)]) : NextStep();
  page.member("owner", step.owner);
  page.member("next_step", step.text);
  page.json.end_object();
}

void write_readiness(PageData& page) {
  std::vector<const Readiness*> list;
  for (const Readiness& ready : page.view.plan.readiness) list.push_back(&ready);
  const auto start = [&](const Readiness* ready) { return page.view.plan.placements[ready->placement].start; };
  std::stable_sort(list.begin(), list.end(), [&](const Readiness* a, const Readiness* b) {
    return std::make_pair(!blocked(*a), start(a)) < std::make_pair(!blocked(*b), start(b));
  });
  const std::size_t shown = page.begin_list("readiness", list.size(), kShownReadiness);
  for (std::size_t i = 0; i < shown; ++i) write_ready(page, *list[i]);
  page.end_list();
}

void write_issue(PageData& page, const base::Issue& issue) {
  std::string where = issue.where.file;
  if (issue.where.row > 0) where += " row " + std::to_string(issue.where.row);
  if (!issue.where.column.empty()) where += (where.empty() ? "" : ", ") + issue.where.column;
  page.json.begin_object();
  page.member("severity", kilter::plan::word(issue.severity));
  page.member("where", where);
  page.member("message", issue.message);
  page.member("way_out", issue.way_out);
  page.json.end_object();
}

void write_assumptions(PageData& page) {
  std::vector<const base::Issue*> list;
  for (const base::Issue& issue : page.view.plan.assumptions) list.push_back(&issue);
  for (const base::Issue& issue : page.view.plant.notes) list.push_back(&issue);
  std::stable_sort(list.begin(), list.end(),
                   [](const base::Issue* a, const base::Issue* b) { return a->severity < b->severity; });
  const std::size_t shown = page.begin_list("assumptions", list.size(), kShownAssumptions);
  for (std::size_t i = 0; i < shown; ++i) write_issue(page, *list[i]);
  page.end_list();
}

}  // namespace

void write_facts(PageData& page) {
  write_readiness(page);
  write_assumptions(page);
}

}  // namespace kilter::codec
