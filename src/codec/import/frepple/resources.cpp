#include "codec/import/frepple/resources.hpp"

#include <algorithm>

namespace kilter::codec::frepple {
namespace {

constexpr std::int64_t kMostMachines = 100'000;

bool without_limit(std::string_view type) { return type == "infinite" || type.starts_with("buckets"); }

}  // namespace

Resources::Resources(Session& session, Calendars& calendars) : session_(session), calendars_(calendars) {
  for (const SourceRow row : session.table("resource")) {
    resources_.emplace(row.text("name"), Resource{row, row.text("owner"), {}});
  }
  for (const SourceRow row : session.table("resource")) {
    const auto owner = resources_.find(row.text("owner"));
    if (owner != resources_.end()) owner->second.members.push_back(row.text("name"));
  }
  for (const SourceRow row : session.table("location")) {
    location_calendars_.emplace(row.text("name"), row.text("available"));
  }
  read_shares();
}

// How much of a resource one operation takes. One operation takes a whole lane, so all must take the same share.
void Resources::read_shares() {
  for (const SourceRow row : session_.table("operationresource")) {
    const std::int64_t share = row.micros("quantity").value_or(base::kMicro);
    const auto [entry, is_new] = shares_.emplace(row.text("resource"), share);
    if (!is_new && entry->second != share) {
      session_.not_carried(row.place("quantity"),
                           "Other operations take another share of this resource; one lane is planned.");
      entry->second = base::kMicro;
    }
  }
}

std::string_view Resources::available_at(std::string_view location) const {
  const auto found = location_calendars_.find(location);
  return found == location_calendars_.end() ? std::string_view() : found->second;
}

model::Text Resources::calendar_of(const SourceRow& row) {
  const std::string_view capacity = row.text("maximumcalendar");
  const std::string_view own = row.text("available");
  const std::string_view location = available_at(row.text("location"));
  if (!capacity.empty() && !own.empty()) {
    session_.not_carried(row.place("available"), "The capacity calendar and the location's are kept; this one is not.");
  }
  const std::string_view first = capacity.empty() ? own : capacity;
  return calendars_.both(first, location);
}

std::int32_t Resources::count_of(const SourceRow& row, std::int64_t share) {
  std::int64_t maximum = row.micros("maximum").value_or(base::kMicro);
  if (const std::string_view calendar = row.text("maximumcalendar"); !calendar.empty()) {
    const Calendars::Peak peak = calendars_.peak(calendar);
    maximum = peak.micros;
    if (peak.varies)
      session_.not_carried(row.place("maximumcalendar"), "The capacity changes with time; the largest is planned.");
  }
  const std::int64_t count = share > 0 ? maximum / share : 0;
  if (share > 0 && maximum % share != 0) {
    session_.not_carried(row.place("maximum"), "Only whole lanes are planned: " + std::to_string(count) + ".");
  }
  if (count < 1)
    session_.not_carried(row.place("maximum"), "There is less than one lane of this resource; one is planned.");
  return static_cast<std::int32_t>(std::clamp<std::int64_t>(count, 1, kMostMachines));
}

std::string_view Resources::group_of(std::string_view resource) const {
  const auto found = resources_.find(resource);
  const bool grouped = found != resources_.end() && resources_.contains(found->second.owner);
  return grouped ? found->second.owner : resource;
}

std::vector<std::string_view> Resources::members_of(std::string_view resource) const {
  const auto found = resources_.find(resource);
  if (found == resources_.end() || found->second.members.empty()) return {resource};
  return found->second.members;
}

void Resources::note_double_use(std::string_view name) {
  const auto found = resources_.find(name);
  const int uses = (units_.contains(name) ? 1 : 0) + (tools_.contains(name) ? 1 : 0) + (people_.contains(name) ? 1 : 0);
  if (uses < 2 || found == resources_.end()) return;
  session_.not_carried(
      found->second.row.place("name"),
      "Used alone by some operations and beside another resource by others: each use has its own capacity.");
}

void Resources::write_unit(std::string_view name) {
  const auto found = resources_.find(name);
  if (found == resources_.end() || !units_.insert(name).second) return;
  const SourceRow& row = found->second.row;
  const std::string_view group = group_of(name);
  if (centres_.insert(group).second) {
    session_.draft.work_centres.push_back({.id = group, .site = row.text("location"), .row = row.number()});
  }
  const auto share = shares_.find(name);
  const bool unlimited = without_limit(row.text("type"));
  if (row.text("type").starts_with("buckets")) {
    session_.not_carried(row.place("type"), "Capacity per time bucket; the unit is planned without limit.");
  }
  // Without a maximum it is one, without a cost it is free: frePPLe's own defaults, here and for tools and people.
  session_.draft.work_units.push_back(
      {.id = name,
       .work_centre = group,
       .calendar = calendar_of(row),
       .count = unlimited ? 1 : count_of(row, share == shares_.end() ? base::kMicro : share->second),
       .unlimited = unlimited,
       .cost_per_hour = base::HourlyRate::micros(row.micros("cost").value_or(0)),
       .row = row.number()});
  note_double_use(name);
}

model::Text Resources::work_centre(std::string_view resource) {
  for (const std::string_view member : members_of(resource)) write_unit(member);
  const auto found = resources_.find(resource);
  return found != resources_.end() && !found->second.members.empty() ? resource : group_of(resource);
}

std::vector<model::Text> Resources::units(std::string_view resource) {
  std::vector<model::Text> units;
  for (const std::string_view member : members_of(resource)) {
    write_unit(member);
    units.emplace_back(member);
  }
  return units;
}

base::Ratio Resources::speed(std::string_view unit) const {
  const auto found = resources_.find(unit);
  const std::int64_t percent = found == resources_.end() ? 0 : found->second.row.micros("efficiency").value_or(0);
  return percent > 0 ? base::Ratio::micros(std::max<std::int64_t>(percent / 100, 1)) : base::Ratio::one();
}

model::Text Resources::tool(std::string_view resource) {
  const auto found = resources_.find(resource);
  if (found == resources_.end() || !tools_.insert(resource).second) return resource;
  const SourceRow& row = found->second.row;
  session_.draft.tools.push_back({.id = resource, .count = count_of(row, base::kMicro), .row = row.number()});
  session_.assumed(row.place("name"),
                   "Needed beside another resource: planned as a tool, which has no calendar of its own.");
  note_double_use(resource);
  return resource;
}

void Resources::write_person(std::string_view name) {
  const auto found = resources_.find(name);
  if (found == resources_.end() || !people_.insert(name).second) return;
  const SourceRow& row = found->second.row;
  if (count_of(row, base::kMicro) > 1) {
    session_.not_carried(row.place("maximum"), "A resource with a skill is planned as one person.");
  }
  session_.draft.people.push_back({.id = name,
                                   .calendar = calendar_of(row),
                                   .wage_per_hour = base::HourlyRate::micros(row.micros("cost").value_or(0)),
                                   .row = row.number()});
  note_double_use(name);
}

void Resources::write_skill(std::string_view name) {
  if (skills_.insert(name).second) session_.draft.skills.push_back({.id = name});
}

void Resources::write_person_skill(const SourceRow& row) {
  if (!person_skills_.emplace(row.text("resource"), row.text("skill")).second) return;
  write_person(row.text("resource"));
  session_.draft.person_skills.push_back({.person = row.text("resource"),
                                          .skill = row.text("skill"),
                                          .from = row.instant("effectivestart"),
                                          .until = row.instant("effectiveend"),
                                          .row = row.number()});
}

model::Text Resources::skill(std::string_view skill, std::string_view resource) {
  write_skill(skill);
  const std::vector<std::string_view> members = members_of(resource);
  for (const SourceRow row : session_.table("resourceskill")) {
    const bool member = std::ranges::find(members, row.text("resource")) != members.end();
    if (member && row.text("skill") == skill) write_person_skill(row);
  }
  return skill;
}

void Resources::carry_unused() {
  for (const SourceRow row : session_.table("skill")) write_skill(row.text("name"));
  for (const SourceRow row : session_.table("resourceskill")) {
    if (units_.contains(row.text("resource"))) {
      if (!person_skills_.contains({row.text("resource"), row.text("skill")})) {
        session_.not_carried(row.place("skill"), "The resource is planned as a machine; skills belong to people.");
      }
      continue;
    }
    write_skill(row.text("skill"));
    write_person_skill(row);
  }
  for (const auto& [name, resource] : resources_) {
    const bool used = units_.contains(name) || tools_.contains(name) || people_.contains(name);
    if (!used && resource.members.empty()) write_unit(name);
  }
}

model::Text Resources::open_time(std::string_view location, std::string_view available) {
  const std::string_view local = available_at(location);
  const model::Text calendar = calendars_.both(available, local);
  if (calendar.empty()) return {};
  const std::string key = std::string(location) + '\n' + calendar.str();
  if (const auto found = open_times_.find(key); found != open_times_.end()) return found->second;
  const model::Text id = session_.draft.keep("open time: " + calendar.str() + " (" + std::string(location) + ")");
  session_.draft.work_centres.push_back({.id = id, .site = location});
  session_.leave_next_open("work_units.csv", "count");
  session_.leave_next_open("work_units.csv", "cost_per_hour");
  session_.draft.work_units.push_back({.id = id, .work_centre = id, .calendar = calendar, .unlimited = true});
  session_.assumed({"operation.csv", 0, "", ""}, "Operations without a resource keep the open times of '" +
                                                     calendar.str() + "' and have no limit of capacity.");
  open_times_.emplace(key, id);
  return id;
}

}  // namespace kilter::codec::frepple
