// The apparent tardiness cost of a policy in numbers: keys of waiting operations, their value at a time, and what setup
// and slow machines take from it.
#pragma once

#include <vector>

#include "schedule/dispatch/place/choice_sets.hpp"
#include "schedule/dispatch/place/placer.hpp"
#include "schedule/dispatch/queue/atc_queue.hpp"
#include "schedule/search.hpp"

namespace kilter::schedule {

class AtcRule {
 public:
  AtcRule(const Network& network, const ChoiceSets& sets, const DispatchPolicy& policy);

  [[nodiscard]] Waiting waiting(Index op) const;
  [[nodiscard]] const AtcScale& scale(Index queue) const { return scales_[queue]; }
  // The index of starting `op` as `choice` says, from the value that its queue gives it.
  [[nodiscard]] double adjusted(Index op, double value, const Choice& choice) const;

 private:
  void weigh_jobs();
  void average_setups();

  const Problem& problem_;
  const ChoiceSets& sets_;
  DispatchPolicy policy_;
  std::vector<AtcScale> scales_;   // queue
  std::vector<float> log_weight_;  // job
  float log_no_weight_ = 0;
  std::vector<double> mean_setup_;  // setup matrix: of what it asks for when it asks
};

}  // namespace kilter::schedule
