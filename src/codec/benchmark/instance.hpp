// Benchmark instances as their files state them, before any solver's form: what readers make, what problems are built
// from, and what solutions are checked against.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "codec/benchmark/format.hpp"
#include "schedule/flow/permutation_shop.hpp"
#include "schedule/lots/lot_sizing.hpp"
#include "schedule/problem.hpp"
#include "schedule/project/project.hpp"

namespace kilter::codec::benchmark {

using schedule::Index;
using schedule::Tick;

// `before` ends no later than `after` starts.
struct Precedence {
  Index before = 0;
  Index after = 0;
};

// One way to do an operation: for `duration` on any one of `machines` machines from `first_machine` on.
struct ShopMode {
  Index first_machine = 0;
  Index machines = 1;
  Tick duration = 0;
};

// Any shop: operations with alternatives, precedence inside jobs, setups, due dates. Machines, jobs and operations
// count from 0. Valid: precedence is acyclic, every operation has a mode, sizes agree.
struct ShopInstance {
  Index machine_count = 0;
  Index job_count = 0;
  std::vector<Index> job;         // operation -> job
  std::vector<Index> number;      // operation -> its number as solutions name it, unique inside the job
  std::vector<Index> mode_begin;  // operation -> modes, size operations + 1
  std::vector<ShopMode> modes;
  std::vector<Precedence> precedences;
  // Setups: none when `family` is empty. A setup may run while the job is still elsewhere.
  std::vector<Index> family;  // operation -> family
  Index family_count = 0;
  std::vector<std::vector<Tick>> setups;  // one matrix (row = from) for all machines, or one per machine
  std::vector<Tick> initial_setup;        // family -> before the first operation of a machine; empty: none
  std::vector<Tick> due;                  // job -> due date; empty: the file has none
  std::vector<Tick> weight;               // parallel to `due`

  [[nodiscard]] Index operation_count() const { return static_cast<Index>(job.size()); }
  [[nodiscard]] std::span<const ShopMode> modes_of(Index operation) const {
    return {modes.data() + mode_begin[operation], modes.data() + mode_begin[operation + 1]};
  }
};

struct ProjectInstance {
  schedule::ProjectProblem problem;
  std::vector<std::int64_t> activity;  // activity -> its number in the file
  std::vector<std::int64_t> worker;    // worker -> its number in the file
};

struct Instance {
  std::string name;  // of the file, without its last extension
  Format format = Format::jsp;
  std::variant<ShopInstance, ProjectInstance, schedule::PermutationShop, schedule::LotSizing,
               schedule::DiscreteLotSizing>
      content;
};

}  // namespace kilter::codec::benchmark
