// Partial solutions of the dynamic programme: how far the series is covered, what that cost, and by which purchase
// last.
#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <vector>

#include "sourcing/offers/terms.hpp"

namespace kilter::sourcing {

inline constexpr std::uint32_t kNoLabel = std::numeric_limits<std::uint32_t>::max();

// What is minimised, in this order.
struct SeriesCost {
  MicroCents money = 0;
  std::int64_t late = 0;    // seconds, over all demands
  std::int64_t early = 0;   // thousandths of a unit x days held: decides where holding costs nothing
  std::int64_t pieces = 0;  // purchases
  friend auto operator<=>(const SeriesCost&, const SeriesCost&) = default;
};

struct Label {
  std::int64_t position = 0;  // covered so far
  SeriesCost cost;
  MicroCents merit = 0;           // what it cost less what its coverage is worth, smaller is better; set by the pool
  Tick partial = time::kLongAgo;  // last receipt for the demand that is covered in part
  std::uint32_t parent = kNoLabel;
  std::uint32_t next = kNoLabel;  // waiting in its bucket
  std::uint32_t terms = 0;        // of the last purchase
  Lot lot;
  Tick receipt = 0;
  Tick order_at = 0;
  bool limited = false;     // by a vendor's week or a cap
  std::uint64_t usage = 0;  // fingerprint of what the purchases so far use up of limits
};

// Labels by the demand they have to cover next (bucket), reused from series to series.
class LabelPool {
 public:
  // `buckets` empty ones. `breadth`: labels not yet expanded that a bucket keeps; beyond it the dearest for its
  // position goes, where a covered unit is worth `unit_value` (plant currency). Of two labels alike (same position,
  // same usage) the better one is kept.
  void reset(std::size_t buckets, std::size_t breadth, base::UnitPrice unit_value);

  void add(std::size_t bucket, Label label);
  // The label of the bucket with the smallest position that was not taken yet, marked as taken; kNoLabel when there is
  // none.
  std::uint32_t take(std::size_t bucket);
  // The label that covers most, at least cost among those; kNoLabel in an empty pool.
  [[nodiscard]] std::uint32_t best() const;
  [[nodiscard]] const Label& operator[](std::uint32_t index) const { return labels_[index]; }

 private:
  void replace(std::uint32_t index, const Label& label);
  // Of the labels that wait in a bucket (at least one).
  [[nodiscard]] std::uint32_t worst_of(std::size_t bucket) const;

  std::vector<Label> labels_;
  std::vector<std::uint32_t> heads_;  // of the labels that wait, by bucket
  std::size_t breadth_ = 1;
  base::UnitPrice unit_value_;
};

}  // namespace kilter::sourcing
