// Names to numbers: open addressing with linear probing over hashes, no copy of the text. A name may live in a scope
// (an operation's id within its item), so that one index serves all items.
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
  std::optional<std::uint32_t> insert(std::string_view name, std::uint32_t value, std::uint32_t scope = kNoScope);
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view name, std::uint32_t scope = kNoScope) const;

  struct Entry {
    std::string_view name;
    std::uint32_t scope = 0;
    std::uint32_t value = 0;
  };
  // In order of insertion.
  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t entry = 0;  // index + 1; 0 = free
  };
  [[nodiscard]] std::size_t slot_of(std::string_view name, std::uint32_t scope, std::uint32_t hash) const;
  void grow(std::size_t slots);

  std::vector<Slot> slots_;
  std::vector<Entry> entries_;
};

}  // namespace kilter::model
