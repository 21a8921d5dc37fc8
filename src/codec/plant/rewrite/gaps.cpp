#include "codec/plant/rewrite/gaps.hpp"

namespace kilter::codec::plant {

bool Gaps::at(const Column& column, std::size_t index) const {
  if (absent_.find(&column) != absent_.end()) return true;
  const auto found = empty_.find(&column);
  return found != empty_.end() && index < found->second.size() && found->second[index];
}

}  // namespace kilter::codec::plant
