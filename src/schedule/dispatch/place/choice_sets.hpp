// Operations that need the same things (the same groups of machines in the same order of modes, the same people and
// tools, the same setup family and batch family) wait in one queue; a lane serves the queues of its groups. Built once
// per problem, shared by all policies.
//
// An operation without a machine that needs people or tools is driven by the lanes of its first slot instead: they form
// a group of their own.
#pragma once

#include <span>
#include <vector>

#include "schedule/timing/network.hpp"

namespace kilter::schedule {

// Where an operation queues and the least work over its modes, at least 1.
struct Ticket {
  Index queue = kNone;  // kNone: the operation never waits for a lane (fixed, or neither machine nor slots)
  Tick least_work = 1;
};

// A queue as seen from a group: which of its operations' modes run there.
struct Service {
  Index queue = 0;
  Index mode_offset = kNone;  // from Problem::mode_begin; kNone: no machine
};

class ChoiceSets {
 public:
  explicit ChoiceSets(const Network& network);

  [[nodiscard]] const Ticket& ticket(Index op) const { return tickets_[op]; }
  [[nodiscard]] Index queue_count() const { return static_cast<Index>(mean_work_.size()); }
  [[nodiscard]] Index group_count() const { return static_cast<Index>(services_.size()); }
  [[nodiscard]] std::span<const Service> services_of(Index group) const { return services_[group]; }
  // Bits for the services of all groups: `first_bit` of a group begins a word; its services follow one by one.
  [[nodiscard]] Index word_count() const { return first_word_.back(); }
  [[nodiscard]] Index first_word(Index group) const { return first_word_[group]; }
  // The bits of a queue: in each of its groups, once for every mode there.
  [[nodiscard]] std::span<const Index> bits_of_queue(Index queue) const { return queue_bits_[queue]; }
  [[nodiscard]] std::span<const Index> groups_of_queue(Index queue) const { return queue_groups_[queue]; }
  [[nodiscard]] std::span<const Index> groups_of_lane(Index lane) const { return lane_groups_[lane]; }
  // Mean work of what the queue's groups do, seconds, at least 1.
  [[nodiscard]] double mean_work(Index queue) const { return mean_work_[queue]; }
  // Several modes, breaks that matter or batches: the best one may not be able to start, so more than one is looked at.
  [[nodiscard]] bool is_irregular(Index queue) const { return irregular_[queue] != 0; }

 private:
  void key_of(Index op, std::vector<Index>& key) const;
  Index add_queue(Index op);
  void link_lanes();
  void number_bits();
  void average_work();

  const Problem& problem_;
  std::vector<Ticket> tickets_;
  std::vector<std::vector<Service>> services_;  // per group; real groups first, then one per lane set
  std::vector<std::vector<Index>> queue_groups_;
  std::vector<std::vector<Index>> lane_groups_;
  std::vector<Index> first_word_;  // group -> its first word; one more at the end
  std::vector<std::vector<Index>> queue_bits_;
  std::vector<double> mean_work_;
  std::vector<std::uint8_t> irregular_;
};

}  // namespace kilter::schedule
