// Projects of PSPLIB and MMLIB (Kolisch and Sprecher 1996), one mode per job (.sm) or several (.mm). Text between the
// numbers is passed over; what is used:
//
//   jobs (incl. supersource/sink ):  4
//     - renewable                 :  1   R
//     - nonrenewable              :  0   N
//   PRECEDENCE RELATIONS:
//      1        1          2           2   3          job, modes, number of successors, successors
//   REQUESTS/DURATIONS:
//     1      1     0       0                          job (on its first mode only), mode, duration, demands
//   RESOURCEAVAILABILITIES:
//      4
#include <fmt/format.h>

#include "codec/benchmark/read/project_draft.hpp"
#include "codec/benchmark/read/readers.hpp"

namespace kilter::codec::benchmark {
namespace {

struct ProjectSize {
  std::int64_t jobs = 0;
  std::int64_t renewable = 0;
  std::int64_t budgets = 0;
};

std::int64_t read_header(TokenReader& reader, std::string_view key, const Wanted& wanted) {
  if (!reader.seek(key) || !reader.seek(":")) return wanted.least;
  return reader.whole(wanted);
}

ProjectSize read_size(TokenReader& reader) {
  ProjectSize size;
  size.jobs = read_header(reader, "(incl.", {.what = "number of jobs", .least = 1});
  size.renewable =
      read_header(reader, "- renewable", {.what = "number of renewable resources", .most = kMostResources});
  size.budgets =
      read_header(reader, "- nonrenewable", {.what = "number of nonrenewable resources", .most = kMostResources});
  return size;
}

void read_part(TokenReader& reader, std::string_view title) {
  if (!reader.seek(title)) return;
  reader.skip_line();
  reader.skip_to_numbers();
}

// Returns the number of modes of each job.
std::vector<std::int64_t> read_successors(TokenReader& reader, const ProjectSize& size, ProjectDraft& draft) {
  std::vector<std::int64_t> modes;
  read_part(reader, "PRECEDENCE RELATIONS");
  for (std::int64_t job = 1; job <= size.jobs && reader.going(); ++job) {
    reader.whole({.what = "number of the job", .least = job, .most = job});
    modes.push_back(reader.whole({.what = "number of modes", .least = 1}));
    const std::int64_t successors = reader.whole({.what = "number of successors", .most = size.jobs});
    for (std::int64_t i = 0; i < successors && reader.going(); ++i) {
      const std::int64_t after = reader.whole({.what = "successor", .least = 1, .most = size.jobs});
      draft.add_precedence(static_cast<Index>(job - 1), static_cast<Index>(after - 1));
    }
  }
  return modes;
}

void read_modes(TokenReader& reader, const ProjectSize& size, std::int64_t modes, ProjectDraft& draft) {
  for (std::int64_t mode = 1; mode <= modes && reader.going(); ++mode) {
    reader.whole({.what = "number of the mode", .least = mode, .most = mode});
    draft.add_mode(static_cast<Tick>(reader.whole({.what = "duration"})));
    read_numbers(reader, size.renewable, "demand", draft.problem().demand);
    read_numbers(reader, size.budgets, "demand on a budget", draft.problem().budget_demand);
  }
}

}  // namespace

ProjectInstance read_psplib(TokenReader& reader) {
  ProjectDraft draft;
  const ProjectSize size = read_size(reader);
  const std::vector<std::int64_t> modes = read_successors(reader, size, draft);
  if (reader.going()) read_part(reader, "REQUESTS/DURATIONS");
  for (std::int64_t job = 1; job <= size.jobs && reader.going(); ++job) {
    draft.begin_activity(reader.whole({.what = "number of the job", .least = job, .most = job}));
    read_modes(reader, size, modes[static_cast<std::size_t>(job - 1)], draft);
  }
  if (reader.going()) read_part(reader, "AVAILABILITIES");
  read_numbers(reader, size.renewable, "capacity", draft.problem().capacity);
  read_numbers(reader, size.budgets, "budget", draft.problem().budget);
  return draft.take(reader);
}

}  // namespace kilter::codec::benchmark
