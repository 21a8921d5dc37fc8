// What comes out of operations and orders.
#pragma once

#include "service/floor/effect/work/job.hpp"

namespace kilter::service {

// So much comes out of the job's operation: the order is as large as that leaves it. Nothing left of it: it leaves.
void expect(Ledger& ledger, Job& job, Quantity out);

// Adds to what was counted of a job that has an actual: good, scrap or rework.
void count_more(Ledger& ledger, const Job& job, std::string_view column, Quantity quantity);

// What a finished operation yielded in all.
struct Outcome {
  Quantity good;
  bool counted = false;  // false: believed from the yield
};

// Out of what the event gives and what was counted before; more than went in becomes a conflict.
Outcome outcome_of(Ledger& ledger, const Job& job);

// Most units that can come out of the job's operation.
Quantity limit_of(const Ledger& ledger, const Job& job);

// The order's good quantity is in stock, the order leaves with its progress and its clearances.
void complete(Ledger& ledger, Job& job, Quantity good);

}  // namespace kilter::service
