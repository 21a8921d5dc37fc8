#include "service/floor/views/dispatch.hpp"

#include <algorithm>
#include <array>

#include "codec/text/human.hpp"
#include "plan/id_texts.hpp"
#include "service/floor/effect/stock.hpp"
#include "service/floor/views/looking.hpp"
#include "time/civil_text.hpp"

namespace kilter::service {
namespace {

using plan::Placement;
using plan::PlacementId;
using time::Tick;

class Dispatching {
 public:
  Dispatching(const Published& published, const PlantTables& tables, const Received& now)
      : plant_(published.plant),
        plan_(published.plan),
        ledger_(look(tables, now)),
        texts_(published.plant),
        civil_(published.plant.frame, now.zone) {}

  std::vector<DispatchJob> list(const Station& station) {
    std::vector<DispatchJob> jobs;
    for (const RowNumber row : running_rows()) {
      if (jobs.size() < station.most && is_here(row, station)) add_running(row, jobs);
    }
    for (const PlacementId id : planned_for(station)) {
      if (jobs.size() >= station.most) break;
      add_waiting(id, jobs);
    }
    return jobs;
  }

 private:
  // --- what runs ---
  std::vector<RowNumber> running_rows() const { return ledger_.rows_with("progress.csv", {"status", "started"}); }

  bool is_here(RowNumber row, const Station& station) const {
    if (!station.work_unit.empty()) return ledger_.cell("progress.csv", row, "work_unit") == station.work_unit;
    const std::string people = ";" + ledger_.cell("progress.csv", row, "people") + ";";
    return people.find(";" + station.person + ";") != std::string::npos;
  }

  void add_running(RowNumber row, std::vector<DispatchJob>& jobs) {
    const auto found = find_job(ledger_, ledger_.cell("progress.csv", row, "production_order"),
                                ledger_.cell("progress.csv", row, "operation"));
    if (!found) return;
    DispatchJob job = describe(*found);
    job.work_unit = ledger_.cell("progress.csv", row, "work_unit");
    job.people = ledger_.cell("progress.csv", row, "people");
    job.start = ledger_.moment("progress.csv", row, "start", DateOnly::start_of_day).value_or(ledger_.at());
    job.end = job.start;
    if (const PlacementId id = placement_of(job); id.valid()) plan_terms(id, job);
    const std::string paused =
        found->actual == 0 ? std::string() : ledger_.cell("actuals.csv", found->actual, "paused_since");
    job.status = paused.empty() ? JobStatus::running : JobStatus::paused;
    const auto since = paused.empty()
                           ? job.start
                           : *ledger_.moment("actuals.csv", found->actual, "paused_since", DateOnly::start_of_day);
    job.why = (paused.empty() ? "under way since " : "rests since ") + moment(since);
    job.kit = taken_kit(*found);
    jobs.push_back(std::move(job));
  }

  std::vector<KitLine> taken_kit(const Job& job) const {
    std::vector<KitLine> kit;
    for (const RowNumber row : ledger_.rows_of("consumption.csv", job.order)) {
      if (ledger_.cell("consumption.csv", row, "operation") != job.operation()) continue;
      const std::string item = ledger_.cell("consumption.csv", row, "item");
      if (kit.empty() || kit.back().item != item)
        kit.push_back({.item = item, .unit = unit_of(ledger_, item), .parts = {}});
      const Quantity quantity = ledger_.amount("consumption.csv", row, "quantity");
      kit.back().need += quantity;
      kit.back().parts.push_back(
          {.item = item, .lot = ledger_.cell("consumption.csv", row, "lot"), .location = {}, .quantity = quantity});
    }
    return kit;
  }

  // --- what is planned ---
  std::vector<PlacementId> planned_for(const Station& station) const {
    std::vector<PlacementId> ids;
    for (const PlacementId id : base::ids_of(plan_.placements)) {
      if (!station.work_unit.empty() ? on_unit(id, station.work_unit) : with_person(id, station.person)) {
        ids.push_back(id);
      }
    }
    std::stable_sort(ids.begin(), ids.end(), [&](PlacementId a, PlacementId b) {
      return plan_.placements[a].start < plan_.placements[b].start;
    });
    return ids;
  }

  bool on_unit(PlacementId id, const std::string& unit) const {
    const Placement& placement = plan_.placements[id];
    return placement.unit.valid() && plant_.work_units[placement.unit].id == unit;
  }

  bool with_person(PlacementId id, const std::string& person) const {
    for (const plan::AssignmentId at : plan_.placements[id].assignments) {
      const plan::Assignment& assignment = plan_.assignments[at];
      const bool is_person = assignment.kind == plan::AssigneeKind::person;
      if (is_person && plant_.people[model::PersonId(assignment.index)].id == person) return true;
    }
    return false;
  }

  void add_waiting(PlacementId id, std::vector<DispatchJob>& jobs) {
    const plan::OperationText text = texts_.operation(plan_, id);
    const auto found = find_job(ledger_, text.order.str(), text.operation);
    if (!found || state_of(ledger_, *found) != WorkPhase::waiting) return;
    DispatchJob job = describe(*found);
    plan_terms(id, job);
    const Placement& placement = plan_.placements[id];
    job.start = plant_.frame.instant(placement.start);
    if (placement.unit.valid()) job.work_unit = plant_.work_units[placement.unit].id;
    job.people = people_of(placement);
    job.kit = needed_kit(*found);
    judge(*found, id, job);
    jobs.push_back(std::move(job));
  }

  std::string people_of(const Placement& placement) const {
    std::string people;
    for (const plan::AssignmentId at : placement.assignments) {
      const plan::Assignment& assignment = plan_.assignments[at];
      if (assignment.kind != plan::AssigneeKind::person) continue;
      people += (people.empty() ? "" : ";") + plant_.people[model::PersonId(assignment.index)].id;
    }
    return people;
  }

  // Each list is looked at by itself: what two jobs need of one lot is shown for both.
  std::vector<KitLine> needed_kit(const Job& job) const {
    Ledger trial = ledger_;
    std::vector<KitLine> kit;
    for (const Component& component : take_components(trial, job)) {
      KitLine line{.item = component.item,
                   .unit = unit_of(ledger_, component.item),
                   .need = component.need,
                   .parts = {},
                   .missing = component.missing};
      for (const Taken& part : component.taken) {
        line.parts.push_back(
            {.item = part.item, .lot = part.lot, .location = part.location, .quantity = part.quantity});
      }
      kit.push_back(std::move(line));
    }
    return kit;
  }

  // --- why ---
  void judge(const Job& found, PlacementId id, DispatchJob& job) const {
    const auto short_line =
        std::find_if(job.kit.begin(), job.kit.end(), [](const KitLine& line) { return line.missing.positive(); });
    if (const std::string hold = hold_on(ledger_, found); !hold.empty()) {
      job.status = JobStatus::held;
      job.why = "held: " + hold;
    } else if (const std::string earlier = waits_for(ledger_, found); !earlier.empty()) {
      job.status = JobStatus::waiting;
      job.why = "waits for " + earlier;
    } else if (short_line != job.kit.end()) {
      job.status = JobStatus::short_of;
      job.why = missing_text(*short_line);
    } else {
      job.status = JobStatus::ready;
      job.why = purpose(id);
    }
  }

  std::string missing_text(const KitLine& line) const {
    std::string text = text_of(line.missing) + " " + line.unit + " of " + line.item + " are missing";
    for (const RowNumber row : ledger_.rows_with("purchase_orders.csv", {"item", line.item})) {
      const auto expected = ledger_.moment("purchase_orders.csv", row, "current", DateOnly::end_of_day);
      if (!expected) continue;
      return text + ", " + ledger_.cell("purchase_orders.csv", row, "id") + " is expected by " + deadline(*expected);
    }
    return text;
  }

  // Whom it is for, and how much time that leaves.
  std::string purpose(PlacementId id) const {
    const Placement& placement = plan_.placements[id];
    const plan::ProductionOrder& order = plan_.production_orders[placement.order];
    std::string text = order.for_order.valid() ? "for " + plant_.orders[order.for_order].id : "for stock";
    if (order.need != time::kNever && order.end != time::kNever) {
      const Tick spare = order.need - order.end;
      text +=
          spare >= 0 ? ": " + codec::human_duration(spare) + " to spare" : ": late by " + codec::human_duration(-spare);
    }
    const bool set_up = placement.setup == 0 && plant_.operations[placement.operation].family.valid();
    return set_up ? text + ", no set-up" : text;
  }

  // --- all ---
  DispatchJob describe(const Job& found) const {
    DispatchJob job{
        .production_order = found.order,
        .operation = found.operation(),
        .name = of_step(ledger_, found.route.steps[found.step], "name"),
        .item = found.route.item,
        .for_order = found.left() ? "" : ledger_.cell("production_orders.csv", found.order_row, "for_order"),
        .quantity = reached(ledger_, found)};
    if (job.name.empty()) job.name = job.operation;
    return job;
  }

  PlacementId placement_of(const DispatchJob& job) const {
    for (const plan::ProductionOrderId id : base::ids_of(plan_.production_orders)) {
      if (texts_.production_order(plan_, id).str() != job.production_order) continue;
      for (const PlacementId at : plan_.production_orders[id].placements) {
        if (plant_.operations[plan_.placements[at].operation].id == job.operation) return at;
      }
    }
    return PlacementId::none();
  }

  void plan_terms(PlacementId id, DispatchJob& job) const {
    const Placement& placement = plan_.placements[id];
    job.end = plant_.frame.instant(placement.end);
    job.setup = time::Duration(placement.setup);
    job.run = time::Duration(placement.run);
  }

  std::string moment(Instant at) const { return codec::human_moment(civil_, plant_.frame.tick(at)); }
  std::string deadline(Instant at) const { return codec::human_deadline_day(civil_, plant_.frame.tick(at)); }

  const model::Plant& plant_;
  const plan::Plan& plan_;
  Ledger ledger_;
  plan::IdTexts texts_;
  time::CivilText civil_;
};

}  // namespace

std::vector<DispatchJob> dispatch(const Published& published, const PlantTables& tables, const Received& now,
                                  const Station& station) {
  return Dispatching(published, tables, now).list(station);
}

std::string_view word(JobStatus status) {
  static constexpr std::array<std::string_view, 6> kWords{"running", "paused", "ready", "waiting", "held", "short"};
  return kWords[static_cast<std::size_t>(status)];
}

}  // namespace kilter::service
