// The port behind which plants' journals are kept durably. Implementations stand in `store`; all keep this contract.
//
// An object serves one thread at a time. Several, in several processes too, may be open on the same database: `append`
// compares heads, so whoever comes second is told. Nothing throws; what fails leaves the database as it was, but for an
// `append` that ends with `unreachable`: it may or may not have gone through, and `head` tells which.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.hpp"
#include "service/journal/entry.hpp"
#include "service/journal/read_tables.hpp"

namespace kilter::service {

enum class Trouble : std::uint8_t {
  unreachable,  // no such place, no permission, connection lost, somebody holds it locked: trying again may help
  full,         // no room
  moved,        // the journal does not end where the caller thought
  doubled,      // a key stands in the journal already
  unfit,        // what was to be kept does not fit: not sealed behind what is there, or no text
  too_new,      // written by a later version
  damaged       // not what we wrote
};

struct JournalError {
  Trouble trouble = Trouble::unreachable;
  std::string text;  // what the database says
};

inline JournalError unsealed() { return {Trouble::unfit, "the entries are not sealed behind each other"}; }

template <class T>
using Kept = base::Result<T, JournalError>;
using Done = std::monostate;

// The state of a plant after the entry `sequence`, as bytes that the journal does not look into.
struct Snapshot {
  std::uint64_t sequence = 0;
  std::string bytes;
};

struct PlantHead {
  std::string plant;
  Head head;
  friend bool operator==(const PlantHead&, const PlantHead&) = default;
};

// Beyond every sequence number.
inline constexpr std::uint64_t kTheEnd = std::uint64_t{1} << 62U;

// Entries after `after` up to and with `until`.
struct Stretch {
  std::uint64_t after = 0;
  std::uint64_t until = kTheEnd;
};

class Journal {
 public:
  Journal() = default;
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;
  virtual ~Journal() = default;

  // All plants with at least one entry, by id.
  virtual Kept<std::vector<PlantHead>> plants() = 0;
  // Sequence 0 for a plant that nothing is known of.
  virtual Kept<Head> head(std::string_view plant) = 0;
  // All entries or none, on disk when it returns. `unfit` when they do not follow `before` and each other as `seal`
  // makes them, `moved` when the journal ends elsewhere.
  // With them come the plant's rows of read tables, in place of those that it had there; none: these stay.
  virtual Kept<Done> append(std::string_view plant, const Head& before, std::span<const Entry> entries,
                            std::span<const ReadTable> read) = 0;
  Kept<Done> append(std::string_view plant, const Head& before, std::span<const Entry> entries) {
    return append(plant, before, entries, {});
  }
  // In order, until `visit` returns false.
  virtual Kept<Done> read(std::string_view plant, const Stretch& stretch,
                          const std::function<bool(const Entry&)>& visit) = 0;
  // The entry whose command has this key, which is not empty.
  virtual Kept<std::optional<Entry>> with_key(std::string_view plant, std::string_view key) = 0;

  // Replaces one of the same sequence.
  virtual Kept<Done> keep(std::string_view plant, const Snapshot& snapshot) = 0;
  // The latest whose sequence is at most so high.
  virtual Kept<std::optional<Snapshot>> latest(std::string_view plant, std::uint64_t at_most) = 0;
  // All but the latest `count`.
  virtual Kept<Done> forget_snapshots(std::string_view plant, std::uint32_t count) = 0;
};

}  // namespace kilter::service
