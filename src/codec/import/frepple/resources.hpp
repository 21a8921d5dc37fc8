// frePPLe's resources: machines become work units of a work centre, those asked for by skill become people, and what an
// operation needs beside its machine becomes a tool.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "codec/import/frepple/calendars.hpp"
#include "codec/import/frepple/session.hpp"

namespace kilter::codec::frepple {

class Resources {
 public:
  Resources(Session& session, Calendars& calendars);

  // The work centre of a resource: its own, or its owner's when it is one of a group. The unit is written on first use.
  model::Text work_centre(std::string_view resource);
  // True when the resource is one of several in its work centre, so that an operation has to name it.
  [[nodiscard]] bool in_group(std::string_view resource) const { return group_of(resource) != resource; }
  // The unit itself, or all units of a group.
  std::vector<model::Text> units(std::string_view resource);
  // Its speed: efficiency / 100.
  [[nodiscard]] base::Ratio speed(std::string_view unit) const;
  // A second resource of an operation.
  model::Text tool(std::string_view resource);
  // The skill, with the people among `resource` (itself or its group) who have it.
  model::Text skill(std::string_view skill, std::string_view resource);
  // For operations without a resource: a unit without limit that keeps the open times of the calendars. Empty: no
  // calendar.
  model::Text open_time(std::string_view location, std::string_view available);
  // The resources and skills that no operation asked for.
  void carry_unused();

 private:
  struct Resource {
    SourceRow row;
    std::string_view owner;
    std::vector<std::string_view> members;
  };
  [[nodiscard]] model::Text calendar_of(const SourceRow& row);
  [[nodiscard]] std::int32_t count_of(const SourceRow& row, std::int64_t share);
  [[nodiscard]] std::vector<std::string_view> members_of(std::string_view resource) const;
  [[nodiscard]] std::string_view group_of(std::string_view resource) const;
  [[nodiscard]] std::string_view available_at(std::string_view location) const;
  void read_shares();
  void write_unit(std::string_view name);
  void write_skill(std::string_view name);
  void write_person(std::string_view name);
  void write_person_skill(const SourceRow& row);
  void note_double_use(std::string_view name);

  Session& session_;
  Calendars& calendars_;
  std::map<std::string_view, Resource> resources_;
  std::map<std::string_view, std::string_view> location_calendars_;
  std::map<std::string_view, std::int64_t> shares_;  // millionths of the resource that each operation takes
  std::set<std::string_view> centres_;
  std::set<std::string_view> units_;
  std::set<std::string_view> tools_;
  std::set<std::string_view> people_;
  std::set<std::string_view> skills_;
  std::set<std::pair<std::string_view, std::string_view>> person_skills_;
  std::map<std::string, model::Text> open_times_;
};

}  // namespace kilter::codec::frepple
