// What a station or a person does next, from the published plan and what has happened since: what runs, then what the
// plan has next, each with why it stands there and where its components lie.
//
//   const auto jobs = dispatch({plant, plan}, tables, {.at = now, .zone = zone}, {.work_unit = "weld-1"});
//   jobs.front().why    ->  "for SO-1007: 2 d 4 h to spare"
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/fixed.hpp"
#include "codec/json/writer.hpp"
#include "plan/plan.hpp"
#include "service/floor/effect.hpp"

namespace kilter::service {

// The plan that holds; both live as long as what is made of them.
struct Published {
  const model::Plant& plant;
  const plan::Plan& plan;
};

// Whose list: exactly one of them.
struct Station {
  std::string work_unit;
  std::string person;
  std::size_t most = 20;  // jobs
};

enum class JobStatus : std::uint8_t {
  running,
  paused,
  ready,    // may begin
  waiting,  // for work before it
  held,     // by a clearance
  short_of  // components
};

struct KitPart {
  std::string item;  // the component, or its substitute
  std::string lot;
  std::string location;
  base::Quantity quantity;
};

struct KitLine {
  std::string item;
  std::string unit;  // of measure
  base::Quantity need;
  std::vector<KitPart> parts;  // where it lies; of a running job where it was taken
  base::Quantity missing;
};

struct DispatchJob {
  std::string production_order;
  std::string operation;
  std::string name;
  std::string item;
  std::string for_order;  // empty: stock
  base::Quantity quantity;
  std::string work_unit;
  std::string people;  // `;` between them
  JobStatus status = JobStatus::ready;
  std::string why;
  time::Instant start;  // planned; of running ones as it was
  time::Instant end;    // planned
  time::Duration setup{0};
  time::Duration run{0};
  std::vector<KitLine> kit;
};

std::vector<DispatchJob> dispatch(const Published& published, const PlantTables& tables, const Received& now,
                                  const Station& station);

std::string_view word(JobStatus status);
// {"jobs":[...]}, times as ISO 8601 with offset.
std::string dispatch_json(std::span<const DispatchJob> jobs, const time::Zone& zone);
// One row per job, the kit in one cell.
// The members of one, without braces.
void dispatch_job_members(const DispatchJob& job, const time::Zone& zone, codec::JsonWriter& json);
std::string dispatch_csv(std::span<const DispatchJob> jobs, const time::Zone& zone);

}  // namespace kilter::service
