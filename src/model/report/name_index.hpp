// Names to numbers: open addressing with linear probing, in one cache line per look-up for names of up to 16 bytes,
// which lie in the table itself. A name may live in a scope (an operation's id within its item), so that one index
// serves all items.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace kilter::model {

class NameIndex {
 public:
  static constexpr std::uint32_t kNoScope = 0;

  // Room for `count` names without growing.
  void reserve(std::size_t count);
  // The value that the name already has, or none after giving it `value`. The text must outlive the index.
  // value < 2^32 - 1.
  std::optional<std::uint32_t> insert(std::string_view name, std::uint32_t value, std::uint32_t scope = kNoScope);
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view name, std::uint32_t scope = kNoScope) const;
  // Says that `name` will be looked up soon.
  void prefetch(std::string_view name, std::uint32_t scope = kNoScope) const;

  // Calls `visit` with the names of a scope, in no useful but always the same order, looking at most at `most` places.
  template <class Visit>
  void for_each_name(std::uint32_t scope, std::size_t most, Visit visit) const {
    for (std::size_t i = 0; i < slots_.size() && most > 0; ++i) {
      if (slots_[i].value == kFree) continue;
      --most;
      if (slots_[i].scope == scope) visit(text(slots_[i]));
    }
  }

 private:
  static constexpr std::uint32_t kFree = 0xFFFF'FFFF;
  // `first` holds the first eight bytes, padded with zeros; `second` the next eight, or the address of the text when it
  // is longer than 16 bytes.
  struct alignas(32) Slot {
    std::uint64_t first = 0;
    std::uint64_t second = 0;
    std::uint32_t size = 0;
    std::uint32_t scope = 0;
    std::uint32_t hash = 0;
    std::uint32_t value = kFree;
  };
  static Slot slot_for(std::string_view name, std::uint32_t scope, std::uint32_t value);
  static bool same(const Slot& a, const Slot& b);
  static std::string_view text(const Slot& slot);
  [[nodiscard]] std::size_t place_of(const Slot& wanted) const;
  void grow(std::size_t slots);

  std::vector<Slot> slots_;
  std::size_t count_ = 0;
};

}  // namespace kilter::model
