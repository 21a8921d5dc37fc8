#include "service/journal/entry.hpp"

#include <sodium.h>

#include <string_view>
#include <utility>

namespace kilter::service {
namespace {

// Hashes fields one after another; lengths stand before texts, so that no two entries feed the same bytes.
class Sealer {
 public:
  Sealer() { crypto_generichash_init(&state_, nullptr, 0, sizeof(Hash)); }

  void number(std::uint64_t value) {
    std::array<std::uint8_t, 8> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::uint8_t>(value >> (8 * i));
    crypto_generichash_update(&state_, bytes.data(), bytes.size());
  }
  void text(std::string_view value) {
    number(value.size());
    std::array<std::uint8_t, 256> part{};
    while (!value.empty()) {
      const std::size_t length = value.copy(reinterpret_cast<char*>(part.data()), part.size());
      crypto_generichash_update(&state_, part.data(), length);
      value.remove_prefix(length);
    }
  }
  void hash(const Hash& value) { crypto_generichash_update(&state_, value.data(), value.size()); }

  Hash finish() {
    Hash result{};
    crypto_generichash_final(&state_, result.data(), result.size());
    return result;
  }

 private:
  crypto_generichash_state state_{};
};

Hash hash_of(const Hash& before, const Entry& entry) {
  Sealer sealer;
  sealer.hash(before);
  sealer.number(entry.sequence);
  sealer.number(static_cast<std::uint64_t>(entry.at));
  const Command& command = entry.command;
  for (const std::string* text : {&command.kind, &command.author, &command.key, &command.reason, &command.body}) {
    sealer.text(*text);
  }
  return sealer.finish();
}

}  // namespace

Entry seal(const Head& before, std::int64_t at, Command command) {
  Entry entry{.sequence = before.sequence + 1, .at = at, .command = std::move(command)};
  entry.hash = hash_of(before.hash, entry);
  return entry;
}

bool follows(const Head& before, const Entry& entry) {
  return entry.sequence == before.sequence + 1 && entry.hash == hash_of(before.hash, entry);
}

bool follows(const Head& before, std::span<const Entry> entries) {
  Head head = before;
  for (const Entry& entry : entries) {
    if (!follows(head, entry)) return false;
    head = head_of(entry);
  }
  return true;
}

std::string hex(const Hash& hash) {
  std::string text(2 * hash.size() + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
  text.pop_back();
  return text;
}

}  // namespace kilter::service
