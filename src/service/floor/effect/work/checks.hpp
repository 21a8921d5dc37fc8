// What speaks against an operation beginning.
#pragma once

#include <string>
#include <vector>

#include "service/floor/effect/work/job.hpp"

namespace kilter::service {

// Operations before it that are not done, nor far enough for its transfer batch.
std::vector<Job> blockers(const Ledger& ledger, const Job& job);
// Rows of clearances.csv that are not cleared: of its order, of the customer order that it is made for, of the
// operation.
std::vector<RowNumber> holds_of(const Ledger& ledger, const Job& job);

// Each of them as a conflict, and what else runs, or does not, on the unit.
void check_beginning(Ledger& ledger, const Job& job, const std::string& unit);

}  // namespace kilter::service
