// A plan that a person may publish: whole, checked, with the rows that it changes in the plant's tables.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "coordinate/make_plan.hpp"
#include "model/draft.hpp"
#include "service/plant/plant_state.hpp"
#include "time/instant.hpp"

namespace kilter::service {

struct Proposal {
  std::string name;                            // "plan", "Least change, least cost"
  std::string words;                           // one line: what it does
  std::string figures;                         // JSON object of what it is judged by
  std::string changes;                         // JSON object of what a repair changes (changes_json.hpp); empty: a plan
  std::uint64_t based_on = 0;                  // the last command that it knows
  PlantTables base;                            // the tables then
  std::vector<RowEdit> edits;                  // of publishing it
  std::vector<codec::plant::TargetFile> plan;  // the plan folder, of the plant after the edits
};

struct PlanningOptions {
  double seconds = 1;
  std::uint64_t steps = 0;
  std::uint64_t seed = 1;
  const std::atomic<bool>* cancel = nullptr;
  std::function<void(const coordinate::Progress&)> progress;
};

// A plan from scratch for the plant as it is `now`, by the plant's clock.
base::Result<Proposal> propose_plan(const PlantState& state, time::Instant now, const PlanningOptions& options);

// The rows that publishing changes, and the plan folder for the plant with these rows. `plan` is of `plant`, which was
// built from `draft`. Fails when the published form does not pass the checker.
base::Result<Proposal> to_proposal(const PlantState& state, const model::PlantDraft& draft, const model::Plant& plant,
                                   plan::Plan plan);

// What the journal keeps of publishing it, with more rows.
std::string publication_body(const Proposal& proposal, const std::vector<RowEdit>& more);

// Nothing, or why the proposal is no plan of the state's plant as it is now: somebody changed what it depends on.
base::Issues why_overtaken(const Proposal& proposal, const PlantState& state);

}  // namespace kilter::service
