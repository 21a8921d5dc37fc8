#include "schedule/proof/timing_twin.hpp"

#include "schedule/search.hpp"
#include "schedule/timing/objective.hpp"

namespace kilter::schedule {
namespace {

std::string both(const char* what, std::int64_t fast, std::int64_t slow) {
  return std::string(what) + " " + std::to_string(fast) + ", by its twin " + std::to_string(slow);
}

std::string at(Index op) { return "operation " + std::to_string(op) + ": "; }

}  // namespace

std::vector<std::string> differences_to_twin(const Network& network, const State& state, std::int64_t unplaced,
                                             Cost cost) {
  std::vector<std::string> found;
  Solution fast = to_solution(network, state);
  fast.score = score_of(network, state);
  if (network.has_maximum_lags() && fast.score.unplaced > 0) return found;
  const Solution slow = retime_slow(network.problem(), fast);
  const auto compare = [&found](const std::string& where, const char* what, std::int64_t a, std::int64_t b) {
    if (a != b) found.push_back(where + both(what, a, b));
  };
  for (Index op = 0; op < fast.start.size(); ++op) {
    compare(at(op), "starts at", fast.start[op], slow.start[op]);
    compare(at(op), "ends at", fast.end[op], slow.end[op]);
  }
  compare("", "unplaced", unplaced, slow.score.unplaced);
  compare("", "tardiness", fast.score.tardiness, slow.score.tardiness);
  compare("", "setup cost", fast.score.setup, slow.score.setup);
  compare("", "mode cost", fast.score.mode, slow.score.mode);
  compare("", "attendance", fast.score.attendance, slow.score.attendance);
  compare("", "overtime", fast.score.overtime, slow.score.overtime);
  compare("", "stability", fast.score.stability, slow.score.stability);
  compare("", "holding", fast.score.holding, slow.score.holding);
  compare("", "cost", cost, slow.score.total());
  return found;
}

}  // namespace kilter::schedule
