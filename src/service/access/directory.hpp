// Who is known: users, and the tokens that programs, stations and signed-in browsers show. Read from the tables of the
// access journal; a value that readers share until the next command changes it.
//
//   users.csv    id, name, role, plants, password, state
//   tokens.csv   id, name, role, plants, user, digest, kind, created, expires
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

// users.csv and tokens.csv.
bool is_access_table(std::string_view name);

// Somebody, or something, that asks.
struct Actor {
  std::string id;  // user or token, as journals keep it
  Role role = Role::viewer;
  std::vector<std::string> plants;  // that it may see; empty: all
  std::string token;                // id of the token shown
  bool session = false;             // a browser's, which must show that a page of ours asks
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

enum class TokenKind : std::uint8_t { program, session, station };

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

class Directory {
 public:
  Directory() = default;
  explicit Directory(const PlantTables& tables);

  [[nodiscard]] const std::vector<User>& users() const { return users_; }
  [[nodiscard]] const std::vector<Token>& tokens() const { return tokens_; }
  [[nodiscard]] const User* user(std::string_view id) const;
  [[nodiscard]] const Token* token(std::string_view id) const;
  // Who shows this secret now; none when it is unknown, expired, or its user no longer active.
  [[nodiscard]] std::optional<Actor> who(std::string_view secret, std::int64_t now) const;

 private:
  std::vector<User> users_;
  std::vector<Token> tokens_;
  std::unordered_map<std::string, std::size_t> by_digest_;
};

// "a;b" as {"a", "b"}.
std::vector<std::string> words_of(std::string_view list);
std::string_view word(TokenKind kind);

// Seconds since 1970 as ISO 8601 in UTC, and back; none when the text is no such moment.
std::string utc_text(std::int64_t micros);
std::optional<std::int64_t> utc_micros(std::string_view text);

}  // namespace kilter::service
