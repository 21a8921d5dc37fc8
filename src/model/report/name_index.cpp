#include "model/report/name_index.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

namespace kilter::model {
namespace {

static_assert(std::endian::native == std::endian::little, "words of text are put together low byte first");

constexpr std::size_t kInside = 16;  // bytes of a name that fit into its slot

constexpr std::uint64_t kGolden = 0x9E3779B97F4A7C15ULL;

// Takes eight more bytes into a hash: folding first, so that the last characters reach every bit of the product.
std::uint64_t mixed(std::uint64_t hash, std::uint64_t bytes) {
  hash ^= bytes;
  hash ^= hash >> 32U;
  return hash * 0xD6E8FEB86659FD93ULL;
}

template <class Word>
std::uint64_t loaded(const char* at) {
  Word word = 0;
  std::memcpy(&word, at, sizeof word);
  return word;
}

// Up to eight bytes as a number, the rest zero: two overlapping loads instead of a loop.
std::uint64_t word(const char* at, std::size_t size) {
  if (size >= 8) return loaded<std::uint64_t>(at);
  if (size >= 4) return loaded<std::uint32_t>(at) | loaded<std::uint32_t>(at + size - 4) << ((size - 4) * 8);
  if (size == 0) return 0;
  const std::size_t middle = size / 2;
  return loaded<std::uint8_t>(at) | loaded<std::uint8_t>(at + middle) << (middle * 8) |
         loaded<std::uint8_t>(at + size - 1) << ((size - 1) * 8);
}

}  // namespace

NameIndex::Slot NameIndex::slot_for(std::string_view name, std::uint32_t scope, std::uint32_t value) {
  const char* const at = name.data();
  const std::size_t size = name.size();
  Slot slot{.first = word(at, size), .size = static_cast<std::uint32_t>(size), .scope = scope, .value = value};
  if (size > 8) slot.second = word(at + 8, size - 8);
  std::uint64_t hash = mixed(mixed(scope + kGolden * (size + 1), slot.first), slot.second);
  for (std::size_t done = kInside; done < size; done += 8) hash = mixed(hash, word(at + done, size - done));
  if (size > kInside) std::memcpy(&slot.second, &at, sizeof at);
  slot.hash = static_cast<std::uint32_t>(hash >> 32U);
  return slot;
}

std::string_view NameIndex::text(const Slot& slot) {
  if (slot.size <= kInside) return {reinterpret_cast<const char*>(&slot.first), slot.size};
  const char* at = nullptr;
  std::memcpy(&at, &slot.second, sizeof at);
  return {at, slot.size};
}

bool NameIndex::same(const Slot& a, const Slot& b) {
  if (a.hash != b.hash || a.size != b.size || a.scope != b.scope || a.first != b.first) return false;
  return a.size <= kInside ? a.second == b.second : text(a) == text(b);
}

std::size_t NameIndex::place_of(const Slot& wanted) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = wanted.hash & mask;
  while (slots_[at].value != kFree && !same(slots_[at], wanted)) at = (at + 1) & mask;
  return at;
}

void NameIndex::reserve(std::size_t count) {
  if (count * 3 / 2 > slots_.size()) grow(std::bit_ceil(count * 3 / 2 + 8));
}

std::optional<std::uint32_t> NameIndex::insert(std::string_view name, std::uint32_t value, std::uint32_t scope) {
  if ((count_ + 1) * 3 / 2 > slots_.size()) grow(std::bit_ceil((count_ + 8) * 2));
  const Slot wanted = slot_for(name, scope, value);
  Slot& slot = slots_[place_of(wanted)];
  if (slot.value != kFree) return slot.value;
  slot = wanted;
  ++count_;
  return std::nullopt;
}

std::optional<std::uint32_t> NameIndex::find(std::string_view name, std::uint32_t scope) const {
  if (slots_.empty()) return std::nullopt;
  const Slot& slot = slots_[place_of(slot_for(name, scope, kFree))];
  if (slot.value == kFree) return std::nullopt;
  return slot.value;
}

void NameIndex::prefetch(std::string_view name, std::uint32_t scope) const {
  if (!slots_.empty()) __builtin_prefetch(&slots_[slot_for(name, scope, kFree).hash & (slots_.size() - 1)]);
}

void NameIndex::grow(std::size_t slots) {
  const std::vector<Slot> old = std::move(slots_);
  slots_.assign(slots, Slot{});
  for (const Slot& slot : old) {
    if (slot.value != kFree) slots_[place_of(slot)] = slot;
  }
}

}  // namespace kilter::model
