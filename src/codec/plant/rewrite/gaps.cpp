#include "codec/plant/rewrite/gaps.hpp"

namespace kilter::codec::plant {

void Gaps::add_cell(const Column& column, std::size_t index) {
  std::vector<bool>& empty = empty_[&column];
  if (empty.size() <= index) empty.resize(index + 1);
  empty[index] = true;
}

bool Gaps::at(const Column& column, std::size_t index) const {
  if (absent_.find(&column) != absent_.end()) return true;
  const auto found = empty_.find(&column);
  return found != empty_.end() && index < found->second.size() && found->second[index];
}

}  // namespace kilter::codec::plant
