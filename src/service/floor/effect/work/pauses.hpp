// Pauses of running operations.
#pragma once

#include "service/floor/effect/work/job.hpp"

namespace kilter::service {

[[nodiscard]] bool is_paused(const Ledger& ledger, const Job& job);
// Of a running job that has an actual and is not paused.
void pause(Ledger& ledger, const Job& job);
// Adds the pause up to now to those before; nothing when it is not paused.
void resume(Ledger& ledger, const Job& job);

// A row of work_log.csv for the event.
void log_work(Ledger& ledger, const Job& job, std::string_view what, Quantity quantity = {});

}  // namespace kilter::service
