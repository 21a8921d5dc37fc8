// What the journal of a plant consists of: commands in the order in which they were taken, each sealed by a hash over
// itself and the hash before it, so that nothing can be changed, left out or put in between unseen.
//
//   head 0: zeros  <-  entry 1: H(zeros, fields)  <-  entry 2: H(hash 1, fields)  <-  ...
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>

namespace kilter::service {

// BLAKE2b, 256 bits (RFC 7693).
using Hash = std::array<std::uint8_t, 32>;

// What somebody, or a device, wants kept. All texts are UTF-8 without NUL.
struct Command {
  std::string kind;    // what it does, as in "floor.start"
  std::string author;  // id of the user, token or station
  std::string key;     // chosen by the sender, kept once in a plant's journal however often it is sent; empty: none
  std::string reason;  // may be empty
  std::string body;    // JSON
  friend bool operator==(const Command&, const Command&) = default;
};

struct Entry {
  std::uint64_t sequence = 0;  // 1, 2, 3 ... in a plant's journal
  std::int64_t at = 0;         // when it was taken: microseconds since 1970-01-01 UTC
  Command command;
  Hash hash{};
  friend bool operator==(const Entry&, const Entry&) = default;
};

// Where a journal ends: sequence 0 and zeros when nothing is in it.
struct Head {
  std::uint64_t sequence = 0;
  Hash hash{};
  friend bool operator==(const Head&, const Head&) = default;
};

inline Head head_of(const Entry& entry) { return {.sequence = entry.sequence, .hash = entry.hash}; }

// The command as the entry that follows `before`.
Entry seal(const Head& before, std::int64_t at, Command command);

// Whether the entry stands right behind `before` and is as it was sealed.
bool follows(const Head& before, const Entry& entry);

// Whether all do, one behind the other.
bool follows(const Head& before, std::span<const Entry> entries);

// 64 lower-case hexadecimal digits.
std::string hex(const Hash& hash);

}  // namespace kilter::service
