// Lots that wait for late material though those who want them first could do with what is there sooner.
#pragma once

#include "coordinate/proposal.hpp"

namespace kilter::coordinate {

// Two kinds of lots are tried in two. Lots of items made by period or in economic lots serve several customer orders;
// one that makes a late order wait for material that only the others need is divided between them, with the lots below
// it that wait for that, too. And a late customer order that may be shipped in parts gets as a first part what is there
// sooner does for, within the rules of lot sizing, and the rest as a second. Each split is tried, those that should
// spare the most lateness first, and kept when the whole plan costs less and as many orders are planned whole. At most
// `trials` plans are tried; none where no such lot waits.
void split_lots(const model::Plant& plant, int trials, Cancel cancel, Proposal& proposal);

}  // namespace kilter::coordinate
