// Load against capacity, counted again week by week: one row per work centre, unit, skill and ISO week that has either.
//
//   week 1 |  week 2            work of 6 h over 8 h of open time, 4 h of them in week 1: 3 h in each
//      |===|====|
#include <algorithm>
#include <limits>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "check/capacity/week_rows.hpp"
#include "check/rules.hpp"

namespace kilter::check {
namespace {

Intervals both(IntervalSpan a, IntervalSpan b) {
  Intervals all(a.begin(), a.end());
  all.insert(all.end(), b.begin(), b.end());
  return merged(std::move(all));
}

class Counter {
 public:
  explicit Counter(const Facts& facts)
      : facts_(facts),
        plant_(facts.plant),
        rows_(facts.plant, last_tick(facts)),
        always_{{plant_.span_begin, plant_.span_end}} {
    for (const model::WorkUnit& unit : plant_.work_units) {
      regular_.push_back(without(facts.open.regular(unit.calendar), closed_times(plant_, unit.closures)));
    }
  }

  Loads count() {
    for (const model::WorkUnitId id : ids_of(plant_.work_units)) unit_capacity(id);
    for (const model::Person& person : plant_.people) skill_capacity(person);
    for (const plan::PlacementId id : ids_of(facts_.plan.placements)) planned(id);
    for (const plan::ProductionOrder& order : facts_.plan.production_orders) required(order);
    for (const auto& [key, load] : Loads(rows_.loads())) {
      if (load.kind != plan::LoadKind::unit) continue;
      rows_.add_to_centre(plant_.work_units[model::WorkUnitId(load.index)].work_centre, load);
    }
    return rows_.loads();
  }

 private:
  static Tick last_tick(const Facts& facts) {
    Tick last = 0;
    for (const plan::Placement& placement : facts.plan.placements) {
      if (placement.end != time::kNever) last = std::max(last, placement.end);
    }
    for (const plan::ProductionOrder& order : facts.plan.production_orders) {
      if (order.need != time::kNever) last = std::max(last, order.need);
    }
    return last;
  }

  [[nodiscard]] bool queues(model::WorkUnitId unit) const { return unit.valid() && !plant_.work_units[unit].unlimited; }

  void unit_capacity(model::WorkUnitId id) {
    if (!queues(id)) return;
    const model::WorkUnit& unit = plant_.work_units[id];
    const model::Calendar& calendar = plant_.calendars[unit.calendar];
    const Intervals all =
        without(both(calendar.regular.intervals(), calendar.overtime.intervals()), closed_times(plant_, unit.closures));
    rows_.add_capacity({plan::LoadKind::unit, id.index()}, unit.count, regular_[id.index()], all);
  }

  // A person counts once in every skill held, at whatever level, while the certificate is valid.
  void skill_capacity(const model::Person& person) {
    const model::PersonId id(static_cast<std::size_t>(&person - plant_.people.raw().data()));
    const model::Calendar& calendar = plant_.calendars[person.calendar];
    const Intervals away = closed_times(plant_, person.absences);
    const Intervals& regular = regular_people_.of(person, without(calendar.regular.intervals(), away));
    const Intervals& all =
        all_people_.of(person, without(both(calendar.regular.intervals(), calendar.overtime.intervals()), away));
    for (const model::SkillId skill : ids_of(plant_.skills)) {
      const model::SkillNeed any{.skill = skill, .level = std::numeric_limits<std::int32_t>::min()};
      const Intervals valid = facts_.open.certified(id, any);
      if (valid.empty()) continue;
      rows_.add_capacity({plan::LoadKind::skill, skill.index()}, 1, common(regular, valid), common(all, valid));
    }
  }

  // What is left of work that began before now is no more than fits in.
  static std::int64_t work_from_now(const plan::Placement& placement, IntervalSpan hours) {
    const std::int64_t work = std::int64_t{placement.setup} + placement.run;
    return placement.start >= 0 ? work : std::min(work, total(clipped(hours, 0, placement.end)));
  }

  void planned(plan::PlacementId id) {
    const plan::Placement& placement = facts_.plan.placements[id];
    if (!is_live(placement) || placement.end <= 0) return;
    const bool started = placement.status == model::WorkStatus::started;
    const Tick from = started ? facts_.resumed(id) : placement.start;
    if (queues(placement.unit)) {
      const IntervalSpan hours = facts_.open.unit(placement.unit);
      rows_.spread({plan::LoadKind::unit, placement.unit.index()}, &plan::Load::planned,
                   {.work = work_from_now(placement, hours),
                    .span = {.open = std::max<Tick>(0, from), .close = placement.end},
                    .hours = hours});
    }
    for (const plan::AssignmentId at : placement.assignments) {
      const plan::Assignment& assignment = facts_.plan.assignments[at];
      if (assignment.kind == plan::AssigneeKind::person) attended(placement, assignment);
    }
  }

  void attended(const plan::Placement& placement, const plan::Assignment& assignment) {
    const Interval span{.open = std::max<Tick>(0, assignment.start), .close = assignment.end};
    if (span.open >= span.close || !assignment.skill.valid()) return;
    const IntervalSpan hours = facts_.open.within_limits(model::PersonId(assignment.index));
    const bool whole = assignment.start == placement.start && assignment.end == placement.end;
    const std::int64_t most = std::int64_t{placement.setup} + placement.run;
    const std::int64_t work =
        whole ? work_from_now(placement, hours) : std::min(total(clipped(hours, span.open, span.close)), most);
    rows_.spread({plan::LoadKind::skill, assignment.skill.index()}, &plan::Load::planned,
                 {.work = work, .span = span, .hours = hours});
  }

  // Hours in which a placement would be made just in time: regular ones; null: any.
  [[nodiscard]] const Intervals* regular_of(const plan::Placement& placement) {
    if (placement.unit.valid()) return &regular_[placement.unit.index()];
    const model::VendorId vendor = plant_.operations[placement.operation].vendor;
    if (!vendor.valid() || !plant_.vendors[vendor].calendar.valid()) return nullptr;
    const IntervalSpan hours = facts_.open.regular(plant_.vendors[vendor].calendar);
    vendor_.assign(hours.begin(), hours.end());
    return &vendor_;
  }

  // The latest start for the work to be over at `end`, pauses allowed.
  [[nodiscard]] Tick latest_start(const plan::Placement& placement, Tick end) {
    std::int64_t work = std::int64_t{placement.setup} + placement.run;
    const auto plain = static_cast<Tick>(std::max<std::int64_t>(time::kLongAgo, std::int64_t{end} - work));
    const Intervals* hours = regular_of(placement);
    if (hours == nullptr) return plain;
    if (work == 0 && open_at(*hours, end)) return end;
    auto part = std::partition_point(hours->begin(), hours->end(), [end](Interval each) { return each.open < end; });
    while (part != hours->begin()) {
      --part;
      const Tick close = std::min(part->close, end);
      if (work <= close - part->open) return close - static_cast<Tick>(work);
      work -= close - part->open;
    }
    return plain;
  }

  void required(const plan::ProductionOrder& order) {
    if (order.need == time::kNever || order.placements.empty()) return;
    const std::uint32_t first = plant_.items[order.item].operations.first().index();
    std::vector<Tick> end(order.placements.size(), order.need);
    for (std::size_t i = end.size(); i-- > 0;) {
      const plan::Placement& placement = facts_.plan.placements[order.placements.at(i)];
      const Tick start = latest_start(placement, end[i]);
      for (const model::Predecessor& rule : plant_.operations[placement.operation].predecessors) {
        const std::size_t at = rule.operation.index() - first;
        const std::int64_t asked = std::max<std::int64_t>(time::kLongAgo, start - rule.minimum_wait.count());
        if (at < i) end[at] = std::min(end[at], static_cast<Tick>(asked));
      }
      if (!is_done(placement)) require(placement, {.open = start, .close = end[i]});
    }
  }

  void require(const plan::Placement& placement, const Interval& span) {
    const IntervalSpan hours = placement.unit.valid() ? IntervalSpan(regular_[placement.unit.index()]) : always_;
    if (queues(placement.unit)) {
      rows_.spread({plan::LoadKind::unit, placement.unit.index()}, &plan::Load::required,
                   {.work = work_from_now(placement, hours), .span = span, .hours = hours});
    }
    for (const model::SkillNeed& need : plant_.operations[placement.operation].skills) {
      rows_.spread({plan::LoadKind::skill, need.skill.index()}, &plan::Load::required,
                   {.work = attended_work(placement, need) * need.head_count, .span = span, .hours = hours});
    }
  }

  const Facts& facts_;
  const model::Plant& plant_;
  WeekRows rows_;
  Intervals always_;
  LimitedHours regular_people_{plant_};
  LimitedHours all_people_{plant_};
  std::vector<Intervals> regular_;  // by unit
  Intervals vendor_;                // of the vendor asked for last
};

std::string name_of(const Facts& facts, const plan::Load& load) {
  const model::Plant& plant = facts.plant;
  std::string name = load.kind == plan::LoadKind::unit ? "unit " + plant.work_units[model::WorkUnitId(load.index)].id
                     : load.kind == plan::LoadKind::skill
                         ? "skill " + plant.skills[model::SkillId(load.index)].id
                         : "work centre " + plant.work_centres[model::WorkCentreId(load.index)].id;
  return name + " in the week from " + facts.names.when(load.week);
}

std::string numbers(const plan::Load* load) {
  if (load == nullptr) return "no row";
  const auto hours = [](std::int64_t seconds) { return text(std::chrono::seconds(seconds)); };
  return "capacity " + hours(load->capacity) + ", overtime " + hours(load->overtime) + ", planned " +
         hours(load->planned) + ", required " + hours(load->required);
}

}  // namespace

void check_loads(const Facts& facts, Report& report) {
  const Loads expected = Counter(facts).count();
  Loads told;
  for (const plan::Load& load : facts.plan.loads) told.emplace(key_of(load), load);
  const auto differ = [&](const plan::Load& row, const plan::Load* says, const plan::Load* is) {
    report.add("load", [&] { return name_of(facts, row) + ": " + numbers(says) + "; counted again: " + numbers(is); });
  };
  for (const auto& [key, load] : expected) {
    const auto found = told.find(key);
    if (found == told.end()) differ(load, nullptr, &load);
    if (found != told.end() && !(found->second == load)) differ(load, &found->second, &load);
  }
  for (const auto& [key, load] : told) {
    if (!expected.contains(key)) differ(load, &load, nullptr);
  }
  const bool sorted = std::is_sorted(facts.plan.loads.begin(), facts.plan.loads.end(),
                                     [](const plan::Load& a, const plan::Load& b) { return key_of(a) < key_of(b); });
  if (sorted && told.size() == facts.plan.loads.size()) return;
  report.add("load", [] { return std::string("rows of load stand twice or not in their turn"); });
}

}  // namespace kilter::check
