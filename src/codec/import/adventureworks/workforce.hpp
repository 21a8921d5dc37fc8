// Shifts, work centres and the technicians who work there.
#pragma once

#include "codec/import/adventureworks/session.hpp"

namespace kilter::codec::adventureworks {

// Calendars, work centres and units, skills, people.
void import_workforce(Session& session);

}  // namespace kilter::codec::adventureworks
