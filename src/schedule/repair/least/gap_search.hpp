// Puts a few operations into the gaps between others that stay where they were published.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "schedule/dispatch/place/placer.hpp"
#include "schedule/repair/ways/repairs.hpp"

namespace kilter::schedule {

class GapSearch {
 public:
  // Borrows. Every planned operation that could stay is promised its published place.
  GapSearch(Damage& damage, const std::vector<Index>& without_place);

  // Operations that give way from now on, and those that stay after all.
  void free(Index op);
  void keep(Index op);
  // Tries orders, machines and people of what has given way, each operation at its earliest, at most `tries` placements
  // (counted down; timing the whole schedule counts for as many as it takes), until all of them and everything kept
  // have a place. The first try takes them in their published order, each where it ends first. Complete for problems
  // that is_plain(). Exact times; nothing else is left out.
  std::optional<Solution> place(const std::vector<Index>& operations, Cost tardiness_limit, std::int64_t& tries);

  // No setups that depend on sequence, limited waits, transfer batches, batch machines or work of no length: an
  // operation is never better off for starting later, so placements at the earliest are enough.
  static bool is_plain(const Problem& problem);

 private:
  bool put(std::size_t done);
  bool put_anywhere(Index op, std::size_t done);
  bool put_with(Index op, Choice& choice, Index slot, std::size_t done);
  [[nodiscard]] bool is_ready(Index op) const;
  [[nodiscard]] bool is_in_time(Index op, Tick end) const;
  [[nodiscard]] Tick published_work(Index op) const;
  bool confirm();
  bool place_greedily();

  Damage& damage_;
  const Problem& problem_;
  const Solution& plan_;
  State state_;
  Placer placer_;
  std::vector<Index> batch_;  // operation -> the first of its published batch; empty without batch machines
  std::vector<std::uint8_t> is_kept_;
  std::vector<Index> people_;  // slot -> lane that is tried
  std::vector<Index> operations_;
  Cost limit_ = 0;
  std::int64_t* tries_ = nullptr;
  std::optional<Solution> found_;
};

}  // namespace kilter::schedule
