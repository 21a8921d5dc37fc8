#include "schedule/dispatch/queue/atc_queue.hpp"

#include <algorithm>

namespace kilter::schedule {
namespace {

bool better_early(const Waiting& a, const Waiting& b) {
  if (a.early_key != b.early_key) return a.early_key > b.early_key;
  if (a.latest_start != b.latest_start) return a.latest_start < b.latest_start;
  return a.operation < b.operation;
}

bool better_late(const Waiting& a, const Waiting& b) {
  if (a.late_key != b.late_key) return a.late_key > b.late_key;
  if (a.latest_start != b.latest_start) return a.latest_start < b.latest_start;
  return a.operation < b.operation;
}

// std heaps put the greatest first: "less" is "worse".
bool worse_early(const Waiting& a, const Waiting& b) { return better_early(b, a); }
bool worse_late(const Waiting& a, const Waiting& b) { return better_late(b, a); }

template <class Better>
void remove_at(std::vector<Waiting>& heap, std::size_t at, Better better) {
  const Waiting moved = heap.back();
  heap.pop_back();
  if (at == heap.size()) return;
  while (at > 0 && better(moved, heap[(at - 1) / 2])) {
    heap[at] = heap[(at - 1) / 2];
    at = (at - 1) / 2;
  }
  for (std::size_t child = 2 * at + 1; child < heap.size(); child = 2 * at + 1) {
    if (child + 1 < heap.size() && better(heap[child + 1], heap[child])) ++child;
    if (!better(heap[child], moved)) break;
    heap[at] = heap[child];
    at = child;
  }
  heap[at] = moved;
}

}  // namespace

void AtcQueue::push(const Waiting& waiting) {
  early_.push_back(waiting);
  std::push_heap(early_.begin(), early_.end(), worse_early);
}

void AtcQueue::advance(Tick now) {
  while (!early_.empty() && early_.front().latest_start <= now) {
    late_.push_back(early_.front());
    std::push_heap(late_.begin(), late_.end(), worse_late);
    remove_at(early_, 0, better_early);
  }
}

AtcHead AtcQueue::head(const AtcScale& scale) const {
  AtcHead head{.scale = scale};
  if (!late_.empty()) head.late_key = late_.front().late_key;
  if (early_.empty()) return head;
  head.early_key = early_.front().early_key;
  head.stale_from = early_.front().latest_start;
  return head;
}

void AtcQueue::best(std::uint32_t limit, std::vector<Place>& places) const {
  for (std::uint32_t at = 0; at < std::min<std::size_t>(limit, late_.size()); ++at)
    places.push_back({.late = true, .at = at});
  for (std::uint32_t at = 0; at < std::min<std::size_t>(limit, early_.size()); ++at)
    places.push_back({.late = false, .at = at});
}

void AtcQueue::remove(Place place) {
  if (place.late) {
    remove_at(late_, place.at, better_late);
  } else {
    remove_at(early_, place.at, better_early);
  }
}

void AtcQueue::drain(std::vector<Index>& operations) {
  for (const Waiting& waiting : late_) operations.push_back(waiting.operation);
  for (const Waiting& waiting : early_) operations.push_back(waiting.operation);
  late_.clear();
  early_.clear();
}

}  // namespace kilter::schedule
