// From an order and modes to a schedule: serial generation, then forward-backward improvement (Li and Willis 1992;
// double justification: Valls, Ballestin, Quintanilla 2005) as long as it shortens, with other modes where they end
// sooner (Van Peteghem and Vanhoucke 2010).
#pragma once

#include <memory>
#include <vector>

#include "base/random.hpp"
#include "schedule/project/decode/decoder.hpp"
#include "schedule/project/decode/time_order.hpp"
#include "schedule/project/search/budgets.hpp"
#include "schedule/project/search/plan.hpp"

namespace kilter::schedule {

class Builder {
 public:
  explicit Builder(const ProjectNetwork& network);

  // Fills `plan` from its order and modes; afterwards its order is that of its starts and its modes may be others.
  // Three passes, or two more for every improvement.
  void build(ProjectPlan& plan, base::Random& random);

 private:
  void justify(base::Random& random);
  void keep(ProjectPlan& plan);

  const ProjectNetwork& network_;
  std::unique_ptr<Decoder> decoder_;
  TimeOrder time_order_;
  Budgets budgets_;
  Pass pass_;
  std::vector<Index> order_;
  std::vector<Index> mode_;
  std::vector<Word> wanted_;
  std::vector<std::int64_t> slack_;
  std::vector<std::uint8_t> open_;
};

}  // namespace kilter::schedule
