// Kills the server, or its database, at random moments under load, and counts what was lost or kept twice.
#pragma once

#include <cstdint>
#include <string>

#include "support/servers/kilter_server.hpp"
#include "support/servers/postgres_server.hpp"

namespace kilter::support {

struct KillOrder {
  std::string binary;                  // kilter
  std::string plant;                   // folder
  std::string url;                     // of an empty database
  PostgresServer* database = nullptr;  // when given it is killed as well, one time in four
  int kills = 5;
  std::uint64_t seed = 1;
  int senders = 4;
};

struct KillReport {
  int kills = 0;
  std::size_t acknowledged = 0;  // events whose sequence number was answered
  std::size_t lost = 0;          // of those: not in the journal under that number
  std::size_t doubled = 0;       // events that stand in it twice
  std::size_t refused = 0;       // answers that said neither yes nor later
  bool sound = false;            // the chain of seals holds
  bool replays = false;          // the state from snapshot and rest equals the one from the first entry on
  std::string trouble;           // why it could not be done; empty
};

// Senders send one event after another, each again until it is answered, as a kiosk does.
KillReport kill_at_random(const KillOrder& order);

}  // namespace kilter::support
