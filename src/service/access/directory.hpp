// Who is known: users, the badges of people on the floor, kiosk stations, and the tokens that programs, stations and
// signed-in browsers show. Read from the tables of the access journal; a value that readers share until the next
// command changes it.
//
//   users.csv      id, name, role, plants, password, state
//   tokens.csv     id, name, role, plants, user, digest, kind, created, expires
//   stations.csv   id, name, plant, work_centre, work_units, token
//   badges.csv     badge, plant, person, role, pin, state
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "service/access/roles.hpp"
#include "service/tables/plant_tables.hpp"

namespace kilter::service {

// The journal in which users and tokens are kept; no plant's id.
inline constexpr std::string_view kAccessJournal = "@access";

// Those four.
bool is_access_table(std::string_view name);

// Somebody, or something, that asks.
struct Actor {
  std::string id;  // user or token, as journals keep it
  Role role = Role::viewer;
  std::vector<std::string> plants;  // that it may see; empty: all
  std::string token;                // id of the token shown
  bool session = false;             // a browser's, which must show that a page of ours asks
  std::string station;              // id of the kiosk station that asks; it may ask for nothing but what kiosks need
  [[nodiscard]] bool sees(std::string_view plant) const;
};

struct User {
  std::string id;
  std::string name;
  Role role = Role::viewer;
  std::vector<std::string> plants;
  std::string password;  // hash
  bool active = true;
  RowNumber row = 0;
};

// station: of a kiosk station, `name` is its id. kiosk: of a person who signed in at one with badge and PIN: `name` is
// the station, `user` the badge; it says who reports, and lets nobody in without the station's own.
enum class TokenKind : std::uint8_t { program, session, station, kiosk };

struct Token {
  std::string id;
  std::string name;
  Role role = Role::viewer;
  std::vector<std::string> plants;
  std::string user;  // whose session
  TokenKind kind = TokenKind::program;
  std::string created;       // ISO 8601, UTC
  std::int64_t expires = 0;  // microseconds since 1970; 0: never
  RowNumber row = 0;
};

// A screen on the floor, enrolled by an administrator.
struct KioskStation {
  std::string id;
  std::string name;
  std::string plant;
  std::string work_centre;              // the area that it stands in; empty: none in particular
  std::vector<std::string> work_units;  // that it serves; empty: all of the work centre
  std::string token;                    // id of the one it shows
  RowNumber row = 0;
};

// What somebody on the floor holds before a reader.
struct Badge {
  std::string badge;
  std::string plant;
  std::string person;  // of the plant's people
  Role role = Role::worker;
  std::string pin;  // hash
  bool active = true;
  RowNumber row = 0;
};

class Directory {
 public:
  Directory() = default;
  explicit Directory(const PlantTables& tables);

  [[nodiscard]] const std::vector<User>& users() const { return users_; }
  [[nodiscard]] const std::vector<Token>& tokens() const { return tokens_; }
  [[nodiscard]] const std::vector<KioskStation>& stations() const { return stations_; }
  [[nodiscard]] const std::vector<Badge>& badges() const { return badges_; }
  [[nodiscard]] const User* user(std::string_view id) const;
  [[nodiscard]] const Token* token(std::string_view id) const;
  [[nodiscard]] const KioskStation* station(std::string_view id) const;
  [[nodiscard]] const Badge* badge(std::string_view badge) const;
  // Who shows this secret now; none when it is unknown, expired, its user no longer active or its station gone. A
  // person's at a kiosk is nobody's by itself.
  [[nodiscard]] std::optional<Actor> who(std::string_view secret, std::int64_t now) const;
  // The token that this secret is of, expired or not; null when there is none.
  [[nodiscard]] const Token* shown(std::string_view secret) const;

 private:
  std::vector<User> users_;
  std::vector<Token> tokens_;
  std::vector<KioskStation> stations_;
  std::vector<Badge> badges_;
  std::unordered_map<std::string, std::size_t> by_digest_;
};

// "a;b" as {"a", "b"}.
std::vector<std::string> words_of(std::string_view list);
std::string_view word(TokenKind kind);

// Seconds since 1970 as ISO 8601 in UTC, and back; none when the text is no such moment.
std::string utc_text(std::int64_t micros);
std::optional<std::int64_t> utc_micros(std::string_view text);

}  // namespace kilter::service
