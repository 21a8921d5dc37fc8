// The tables of a database as steps from nothing to the present version. A step that was released is never changed:
// a later version adds steps.
#pragma once

#include <array>
#include <string_view>

namespace kilter::store {

// One step in the words of each database; several statements with semicolons between.
struct SchemaStep {
  std::string_view sqlite;
  std::string_view postgres;
};

// plants     where each journal ends
// entries    the journals; entries_by_key finds a command sent twice
// snapshots  states to start from
inline constexpr std::array kSchema{SchemaStep{.sqlite = R"sql(
CREATE TABLE plants (
  id TEXT PRIMARY KEY, sequence INTEGER NOT NULL, hash BLOB NOT NULL) WITHOUT ROWID, STRICT;
CREATE TABLE entries (
  plant TEXT NOT NULL, sequence INTEGER NOT NULL, at INTEGER NOT NULL, kind TEXT NOT NULL, author TEXT NOT NULL,
  key TEXT NOT NULL, reason TEXT NOT NULL, body TEXT NOT NULL, hash BLOB NOT NULL,
  PRIMARY KEY (plant, sequence)) WITHOUT ROWID, STRICT;
CREATE UNIQUE INDEX entries_by_key ON entries (plant, key) WHERE key <> '';
CREATE TABLE snapshots (
  plant TEXT NOT NULL, sequence INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (plant, sequence)) STRICT;
)sql",
                                               .postgres = R"sql(
CREATE TABLE plants (
  id text COLLATE "C" PRIMARY KEY, sequence bigint NOT NULL, hash bytea NOT NULL);
CREATE TABLE entries (
  plant text COLLATE "C" NOT NULL, sequence bigint NOT NULL, at bigint NOT NULL, kind text NOT NULL,
  author text NOT NULL, key text COLLATE "C" NOT NULL, reason text NOT NULL, body text NOT NULL, hash bytea NOT NULL,
  PRIMARY KEY (plant, sequence));
CREATE UNIQUE INDEX entries_by_key ON entries (plant, key) WHERE key <> '';
CREATE TABLE snapshots (
  plant text COLLATE "C" NOT NULL, sequence bigint NOT NULL, bytes bytea NOT NULL, PRIMARY KEY (plant, sequence));
)sql"}};

}  // namespace kilter::store
