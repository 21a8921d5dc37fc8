// From a draft to a plant, or every reason why not.
//
// Ids are resolved, children grouped by parent, calendars compiled (weekly shifts in the plant's time zone, exceptions,
// regular and overtime) from 400 days before the origin until the horizon plus the longer of its length and 400 days.
#pragma once

#include "base/issue.hpp"
#include "base/result.hpp"
#include "model/draft.hpp"
#include "model/plant.hpp"

namespace kilter::model {

// The plant, with warnings and assumptions in `Plant::notes`; or all issues, of which at least one is an error.
// `found` are the issues that reading the draft brought up; they are part of either answer, and an error among them
// is enough to fail. The plant owns all its text; the draft is not needed any more.
base::Result<Plant> build(const PlantDraft& draft, base::Issues found = {});

}  // namespace kilter::model
