#include "sourcing/series/label_pool.hpp"

#include <algorithm>

namespace kilter::sourcing {

void LabelPool::reset(std::size_t buckets, std::size_t breadth, base::UnitPrice unit_value) {
  labels_.clear();
  heads_.assign(buckets, kNoLabel);
  breadth_ = breadth;
  unit_value_ = unit_value;
}

void LabelPool::add(std::size_t bucket, Label label) {
  label.merit = label.cost.money - base::mul_div_floor(label.position, unit_value_.raw() * 100, base::kMicro);
  std::size_t waiting = 0;
  for (std::uint32_t i = heads_[bucket]; i != kNoLabel; i = labels_[i].next) {
    const Label& other = labels_[i];
    ++waiting;
    if (other.position != label.position || other.usage != label.usage) continue;
    // The later a demand in part is charged already, the less its rest can cost.
    if (other.cost <= label.cost && other.partial >= label.partial) return;
    if (label.cost <= other.cost && label.partial >= other.partial) return replace(i, label);
  }
  if (waiting >= breadth_) {
    const std::uint32_t worst = worst_of(bucket);
    if (label.merit < labels_[worst].merit) replace(worst, label);
    return;
  }
  labels_.push_back(label);
  labels_.back().next = heads_[bucket];
  heads_[bucket] = static_cast<std::uint32_t>(labels_.size() - 1);
}

void LabelPool::replace(std::uint32_t index, const Label& label) {
  const std::uint32_t next = labels_[index].next;
  labels_[index] = label;
  labels_[index].next = next;
}

std::uint32_t LabelPool::worst_of(std::size_t bucket) const {
  std::uint32_t worst = kNoLabel;
  for (std::uint32_t i = heads_[bucket]; i != kNoLabel; i = labels_[i].next) {
    if (worst == kNoLabel || labels_[i].merit > labels_[worst].merit) worst = i;
  }
  return worst;
}

std::uint32_t LabelPool::take(std::size_t bucket) {
  std::uint32_t first = kNoLabel;
  std::uint32_t before_first = kNoLabel;
  std::uint32_t before = kNoLabel;
  for (std::uint32_t i = heads_[bucket]; i != kNoLabel; before = i, i = labels_[i].next) {
    if (first != kNoLabel && labels_[i].position >= labels_[first].position) continue;
    first = i;
    before_first = before;
  }
  if (first == kNoLabel) return first;
  (before_first == kNoLabel ? heads_[bucket] : labels_[before_first].next) = labels_[first].next;
  return first;
}

std::uint32_t LabelPool::best() const {
  std::uint32_t best = kNoLabel;
  for (std::uint32_t i = 0; i < labels_.size(); ++i) {
    const Label& label = labels_[i];
    if (best == kNoLabel || label.position > labels_[best].position ||
        (label.position == labels_[best].position && label.cost < labels_[best].cost)) {
      best = i;
    }
  }
  return best;
}

}  // namespace kilter::sourcing
