// Today's facts beside a published plan: what is made and bought now, and the published schedule in terms of today's
// scheduling problem. Repairs, judgements and quotes begin with it.
#pragma once

#include "coordinate/cancel.hpp"
#include "coordinate/live/carry/carried.hpp"
#include "coordinate/live/published.hpp"
#include "coordinate/proposal.hpp"
#include "schedule/repair/facts/disruption.hpp"

namespace kilter::coordinate {

struct Situation {
  Counterparts counterparts;
  Proposal today;      // published lots are firm in it; its own solution is a first schedule without regard to them
  PublishedWork work;  // of `today`
  schedule::Disrupted damage;  // frozen zone pinned, the published schedule beside it
};

// Whether hard caps are kept by giving way (decide/caps.hpp) or are left to the checker, as they were kept by the
// published plan.
enum class Caps : std::uint8_t { as_published, give_way };

// Who gets existing supply: whom the published plan promised it to, or as if planned for the first time.
enum class Pegs : std::uint8_t { as_published, anew };

struct Freedom {
  Caps caps = Caps::as_published;
  Pegs pegs = Pegs::as_published;
};

// `now` is the live plant: published production orders read as firm (live_draft), the origin is now. Who gets scarce
// supply, what is bought that could be made, decided overtime and deferrals are as published. Does not schedule beyond
// a first dispatch; O(n log n) but for caps that give way.
Situation situation(const model::Plant& now, const Published& published, Freedom freedom = {}, Cancel cancel = nullptr);

// The same with other overtime decided, which moves no supply.
Situation with_overtime(const model::Plant& now, const Published& published, const Situation& before,
                        const std::vector<plan::OvertimeWindow>& overtime);

// A whole plan of today with this schedule of its problem; every way to repair is finished so. Unchecked.
plan::Plan finished(const model::Plant& now, const Situation& situation, schedule::Solution solution);

// Costs only.
plan::Plan costed(const model::Plant& now, const Situation& situation, schedule::Solution solution);

}  // namespace kilter::coordinate
