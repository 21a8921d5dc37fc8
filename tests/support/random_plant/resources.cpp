#include "support/random_plant/maker.hpp"

namespace kilter::support {
namespace {

using model::HourlyRate;
using model::Money;

constexpr std::size_t kFamilies = 3;
constexpr std::size_t kSkills = 3;
constexpr std::size_t kTools = 2;

void add_matrices(Maker& maker) {
  for (const char* matrix : {"colours", "moulds"}) {
    for (std::size_t from = 0; from < kFamilies; ++from) {
      for (std::size_t to = 0; to < kFamilies; ++to) {
        const bool first_pair = from + to == 1;  // always there, so that the matrix is
        if (from == to || (maker.chance(0.2) && !first_pair)) continue;
        maker.draft.setup_matrices.push_back({.matrix = matrix,
                                              .from_family = maker.name("family-", from),
                                              .to_family = maker.name("family-", to),
                                              .time = maker.minutes(0, 40),
                                              .cost = Money::minor(maker.random.between(0, 30) * 100)});
      }
    }
  }
}

HourlyRate rate(Maker& maker, int low, int high) {
  return HourlyRate::micros(maker.random.between(low, high) * 1'000'000 + maker.random.between(0, 3) * 250'000);
}

void add_unit(Maker& maker, Centre& centre, std::size_t number, bool batches) {
  model::WorkUnitRow row;
  row.id = maker.draft.keep(centre.id.str() + "-" + std::to_string(number + 1));
  row.work_centre = centre.id;
  row.calendar =
      centre.staffed ? (maker.chance(0.7) ? "two-shifts" : "early") : (maker.chance(0.5) ? "always" : "two-shifts");
  if (centre.pins) row.calendar = "always";
  row.count = maker.chance(0.3) ? static_cast<std::int32_t>(maker.random.between(2, 3)) : 1;
  row.unlimited = !centre.pins && maker.chance(0.05);
  row.cost_per_hour = rate(maker, 0, 60);
  if (maker.chance(0.5)) row.overtime_cost_per_hour = rate(maker, 60, 90);
  if (maker.chance(0.5)) row.setup_matrix = maker.chance(0.5) ? "colours" : "moulds";
  if (maker.chance(0.5)) row.initial_family = maker.name("family-", maker.pick(kFamilies));
  if (batches) row.batch_capacity = model::Quantity::units(maker.random.between(5, 20));
  if (!centre.pins && maker.chance(0.3)) {
    const std::int64_t day = maker.random.between(0, 14);
    const Instant from = maker.at(day, maker.minutes(6 * 60, 12 * 60));
    maker.draft.closures.push_back(
        {.work_unit = row.id, .from = from, .until = from + maker.minutes(30, 600), .reason = "maintenance"});
  }
  centre.units.push_back(row.id);
  maker.draft.work_units.push_back(row);
}

void add_centres(Maker& maker) {
  for (int site = 0; site < maker.sites; ++site) {
    const std::size_t count = 2 + maker.pick(3);
    for (std::size_t i = 0; i <= count; ++i) {
      Centre centre;
      centre.id = maker.draft.keep(maker.site_name(site).str() + "-centre-" + std::to_string(i + 1));
      centre.site = site;
      centre.pins = i == count;
      centre.staffed = !centre.pins && (i == 0 || maker.chance(0.5));
      maker.draft.work_centres.push_back({.id = centre.id, .site = maker.site_name(site)});
      const bool batches = !centre.pins && maker.chance(0.2);
      const std::size_t units = 1 + maker.pick(3);
      for (std::size_t unit = 0; unit < units; ++unit) add_unit(maker, centre, unit, batches);
      maker.centres.push_back(centre);
    }
  }
}

void add_skill(Maker& maker, Text person, std::size_t skill, std::int32_t level, bool dated) {
  model::PersonSkillRow row;
  row.person = person;
  row.skill = maker.name("skill-", skill);
  row.level = level;
  if (dated && maker.chance(0.5)) row.from = maker.at(-200, {});
  if (dated) row.until = maker.at(maker.random.between(2, 25), 12 * kHour);
  maker.draft.person_skills.push_back(row);
}

void add_person(Maker& maker, std::size_t number, bool anchor) {
  model::PersonRow row;
  row.id = maker.name("person-", number);
  row.calendar = anchor || maker.chance(0.6) ? "two-shifts" : (maker.chance(0.5) ? "early" : "office");
  row.wage_per_hour = rate(maker, 18, 35);
  if (maker.chance(0.5)) row.overtime_wage_per_hour = rate(maker, 36, 50);
  if (!anchor && maker.chance(0.4)) row.hours_per_day = Duration(3'600 * maker.random.between(6, 10));
  if (!anchor && maker.chance(0.4)) row.hours_per_week = Duration(3'600 * maker.random.between(24, 40));
  maker.draft.people.push_back(row);
  if (!anchor && maker.chance(0.4)) {
    const std::int64_t day = maker.random.between(-1, 10);
    maker.draft.absences.push_back({.person = row.id,
                                    .from = maker.at(day, {}),
                                    .until = maker.at(day + maker.random.between(1, 5), maker.minutes(0, 720)),
                                    .reason = "holiday"});
  }
  for (std::size_t skill = 0; skill < kSkills; ++skill) {
    if (anchor) {
      add_skill(maker, row.id, skill, 3, false);
    } else if (maker.chance(0.5)) {
      add_skill(maker, row.id, skill, static_cast<std::int32_t>(maker.random.between(1, 3)), maker.chance(0.3));
    }
  }
}

}  // namespace

void add_resources(Maker& maker) {
  for (std::size_t family = 0; family < kFamilies; ++family) {
    maker.draft.families.push_back({.id = maker.name("family-", family)});
  }
  add_matrices(maker);
  add_centres(maker);
  for (std::size_t tool = 0; tool < kTools; ++tool) {
    maker.draft.tools.push_back({.id = maker.name("tool-", tool), .count = 2});
  }
  for (std::size_t skill = 0; skill < kSkills; ++skill)
    maker.draft.skills.push_back({.id = maker.name("skill-", skill)});
  const std::size_t people = 6 + maker.pick(4) + static_cast<std::size_t>(maker.size) / 3;
  for (std::size_t i = 0; i < people; ++i) add_person(maker, i, i < 4);  // the first four can do all, always
}

}  // namespace kilter::support
