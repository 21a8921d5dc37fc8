// No one works more hours in a local day or an ISO week than the law or the contract allows.
#include <map>
#include <string>
#include <utility>

#include "check/rules.hpp"

namespace kilter::check {
namespace {

using Booked = std::map<std::pair<std::uint32_t, std::size_t>, std::int64_t>;  // person, local day -> seconds

void book(const model::Plant& plant, std::uint32_t person, const Intervals& hours, Booked& booked) {
  for (Interval rest : hours) {
    while (rest.open < rest.close) {
      const std::size_t day = plant.days.day_of(rest.open);
      const bool last = day + 1 >= plant.days.count();
      const Tick close =
          last ? rest.close : std::min(rest.close, std::max(plant.days.start_of(day + 1), rest.open + 1));
      booked[{person, day}] += close - rest.open;
      rest.open = close;
    }
  }
}

Booked booked_hours(const Facts& facts) {
  Booked booked;
  for (const plan::Assignment& assignment : facts.plan.assignments) {
    if (assignment.kind != plan::AssigneeKind::person || !is_live(facts.plan.placements[assignment.placement]))
      continue;
    const model::Person& person = facts.plant.people[model::PersonId(assignment.index)];
    if (!person.hours_per_day && !person.hours_per_week) continue;
    const Tick from = std::max<Tick>(assignment.start, 0);
    book(facts.plant, assignment.index, facts.effective(assignment.placement, from, assignment.end), booked);
  }
  return booked;
}

void check_limit(const Facts& facts, const char* rule, const Booked::value_type& entry,
                 const std::optional<time::Duration>& limit, Report& report) {
  if (!limit || entry.second <= limit->count()) return;
  report.add(rule, [&] {
    return facts.names.person(model::PersonId(entry.first.first)) + " works " +
           text(std::chrono::seconds(entry.second)) + " in the " +
           (std::string(rule) == "hours-per-day" ? "day" : "week") + " from " +
           facts.names.when(facts.plant.days.start_of(entry.first.second)) + "; the limit is " + text(*limit);
  });
}

}  // namespace

void check_hours(const Facts& facts, Report& report) {
  Booked per_week;
  for (const auto& entry : booked_hours(facts)) {
    const auto [person, day] = entry.first;
    const model::Person& who = facts.plant.people[model::PersonId(person)];
    check_limit(facts, "hours-per-day", entry, who.hours_per_day, report);
    per_week[{person, facts.plant.days.week_of_day(day)}] += entry.second;
  }
  for (const auto& entry : per_week) {
    const model::Person& who = facts.plant.people[model::PersonId(entry.first.first)];
    check_limit(facts, "hours-per-week", entry, who.hours_per_week, report);
  }
}

}  // namespace kilter::check
