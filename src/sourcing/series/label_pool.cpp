#include "sourcing/series/label_pool.hpp"

#include <algorithm>

namespace kilter::sourcing {

void LabelPool::reset(std::size_t buckets, std::size_t breadth, base::UnitPrice unit_value) {
  labels_.clear();
  heads_.assign(buckets, kNoLabel);
  breadth_ = breadth;
  unit_value_ = unit_value;
}

// What a label cost less what its coverage is worth: smaller is better.
MicroCents LabelPool::merit(const Label& label) const {
  return label.cost.money - base::mul_div_floor(label.position, unit_value_.raw() * 100, base::kMicro);
}

void LabelPool::add(std::size_t bucket, const Label& label) {
  std::size_t waiting = 0;
  std::uint32_t worst = kNoLabel;
  for (std::uint32_t i = heads_[bucket]; i != kNoLabel; i = labels_[i].next) {
    Label& other = labels_[i];
    if (other.expanded) continue;
    if (other.position == label.position && other.usage == label.usage) {
      // The later a demand in part is charged already, the less its rest can cost.
      if (other.cost <= label.cost && other.partial >= label.partial) return;
      if (label.cost <= other.cost && label.partial >= other.partial) {
        const std::uint32_t next = other.next;
        other = label;
        other.next = next;
        return;
      }
    }
    ++waiting;
    if (worst == kNoLabel || merit(other) > merit(labels_[worst])) worst = i;
  }
  if (waiting >= breadth_) {
    if (merit(label) >= merit(labels_[worst])) return;
    const std::uint32_t next = labels_[worst].next;
    labels_[worst] = label;
    labels_[worst].next = next;
    return;
  }
  labels_.push_back(label);
  labels_.back().next = heads_[bucket];
  heads_[bucket] = static_cast<std::uint32_t>(labels_.size() - 1);
}

std::uint32_t LabelPool::take(std::size_t bucket) {
  std::uint32_t first = kNoLabel;
  for (std::uint32_t i = heads_[bucket]; i != kNoLabel; i = labels_[i].next) {
    if (labels_[i].expanded) continue;
    if (first == kNoLabel || labels_[i].position < labels_[first].position) first = i;
  }
  if (first != kNoLabel) labels_[first].expanded = true;
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
