#include "model/report/name_index.hpp"

#include <bit>
#include <cstring>

namespace kilter::model {
namespace {

std::uint64_t mixed(std::uint64_t value) {
  value ^= value >> 32U;
  value *= 0xD6E8FEB86659FD93ULL;
  value ^= value >> 32U;
  return value;
}

// Eight bytes at a time; names are short.
std::uint32_t hash_of(std::string_view name, std::uint32_t scope) {
  std::uint64_t hash = mixed(scope + 0x9E3779B97F4A7C15ULL * (name.size() + 1));
  std::size_t at = 0;
  for (; at + 8 <= name.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, name.data() + at, 8);
    hash = mixed(hash ^ word) * 0x9E3779B97F4A7C15ULL;
  }
  if (at < name.size()) {
    std::uint64_t word = 0;
    std::memcpy(&word, name.data() + at, name.size() - at);
    hash = mixed(hash ^ word) * 0x9E3779B97F4A7C15ULL;
  }
  return static_cast<std::uint32_t>(mixed(hash) >> 32U);
}

}  // namespace

void NameIndex::reserve(std::size_t count) {
  entries_.reserve(count);
  if (count * 3 / 2 > slots_.size()) grow(std::bit_ceil(count * 3 / 2 + 8));
}

std::size_t NameIndex::slot_of(std::string_view name, std::uint32_t scope, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].entry != 0) {
    if (slots_[at].hash == hash) {
      const Entry& entry = entries_[slots_[at].entry - 1];
      if (entry.scope == scope && entry.name == name) break;
    }
    at = (at + 1) & mask;
  }
  return at;
}

std::optional<std::uint32_t> NameIndex::insert(std::string_view name, std::uint32_t value, std::uint32_t scope) {
  if ((entries_.size() + 1) * 3 / 2 > slots_.size()) grow(std::bit_ceil((entries_.size() + 8) * 2));
  const std::uint32_t hash = hash_of(name, scope);
  Slot& slot = slots_[slot_of(name, scope, hash)];
  if (slot.entry != 0) return entries_[slot.entry - 1].value;
  entries_.push_back({.name = name, .scope = scope, .value = value});
  slot = {.hash = hash, .entry = static_cast<std::uint32_t>(entries_.size())};
  return std::nullopt;
}

std::optional<std::uint32_t> NameIndex::find(std::string_view name, std::uint32_t scope) const {
  if (slots_.empty()) return std::nullopt;
  const Slot& slot = slots_[slot_of(name, scope, hash_of(name, scope))];
  if (slot.entry == 0) return std::nullopt;
  return entries_[slot.entry - 1].value;
}

void NameIndex::grow(std::size_t slots) {
  const std::vector<Slot> old = std::move(slots_);
  slots_.assign(slots, Slot{});
  const std::size_t mask = slots - 1;
  for (const Slot& slot : old) {
    if (slot.entry == 0) continue;
    std::size_t at = slot.hash & mask;
    while (slots_[at].entry != 0) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

}  // namespace kilter::model
