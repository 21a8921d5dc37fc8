#include "service/access/directory.hpp"

#include <date/date.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <sstream>

#include "service/access/secrets.hpp"

namespace kilter::service {
namespace {

constexpr std::array<std::string_view, 4> kTokenKinds{"program", "session", "station", "kiosk"};

TokenKind kind_named(std::string_view word) {
  for (std::size_t i = 0; i < kTokenKinds.size(); ++i) {
    if (kTokenKinds[i] == word) return static_cast<TokenKind>(i);
  }
  return TokenKind::program;
}

// A row's cells by the names of their columns.
class Cells {
 public:
  Cells(const Table& table, const Row& row) : table_(table), row_(row) {}
  [[nodiscard]] const std::string& operator[](std::string_view column) const {
    return table_.cell(row_, table_.column(column));
  }

 private:
  const Table& table_;
  const Row& row_;
};

template <class Read>
void each_row(const PlantTables& tables, std::string_view name, Read read) {
  const Table* table = tables.find(name);
  if (table == nullptr) return;
  for (const Row& row : table->rows()) read(Cells(*table, row), row.number);
}

User user_of(const Cells& cells, RowNumber row) {
  return {.id = cells["id"],
          .name = cells["name"],
          .role = role_named(cells["role"]).value_or(Role::viewer),
          .plants = words_of(cells["plants"]),
          .password = cells["password"],
          .active = cells["state"] != "inactive",
          .row = row};
}

Token token_of(const Cells& cells, RowNumber row) {
  return {.id = cells["id"],
          .name = cells["name"],
          .role = role_named(cells["role"]).value_or(Role::viewer),
          .plants = words_of(cells["plants"]),
          .user = cells["user"],
          .kind = kind_named(cells["kind"]),
          .created = cells["created"],
          .expires = utc_micros(cells["expires"]).value_or(0),
          .row = row};
}

KioskStation station_of(const Cells& cells, RowNumber row) {
  return {.id = cells["id"],
          .name = cells["name"],
          .plant = cells["plant"],
          .work_centre = cells["work_centre"],
          .work_units = words_of(cells["work_units"]),
          .token = cells["token"],
          .row = row};
}

Badge badge_of(const Cells& cells, RowNumber row) {
  return {.badge = cells["badge"],
          .plant = cells["plant"],
          .person = cells["person"],
          .role = role_named(cells["role"]).value_or(Role::viewer),
          .pin = cells["pin"],
          .active = cells["state"] != "inactive",
          .row = row};
}

// The one of that name; null when there is none.
template <class Thing>
const Thing* find_by(const std::vector<Thing>& all, std::string Thing::*name, std::string_view wanted) {
  const auto at = std::find_if(all.begin(), all.end(), [&](const Thing& thing) { return thing.*name == wanted; });
  return at == all.end() ? nullptr : &*at;
}

}  // namespace

bool is_access_table(std::string_view name) {
  static constexpr std::array<std::string_view, 4> kNames{"badges.csv", "stations.csv", "tokens.csv", "users.csv"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

bool Actor::sees(std::string_view plant) const {
  return plants.empty() || std::find(plants.begin(), plants.end(), plant) != plants.end();
}

Directory::Directory(const PlantTables& tables) {
  each_row(tables, "users.csv", [this](const Cells& cells, RowNumber row) { users_.push_back(user_of(cells, row)); });
  each_row(tables, "stations.csv",
           [this](const Cells& cells, RowNumber row) { stations_.push_back(station_of(cells, row)); });
  each_row(tables, "badges.csv",
           [this](const Cells& cells, RowNumber row) { badges_.push_back(badge_of(cells, row)); });
  each_row(tables, "tokens.csv", [this](const Cells& cells, RowNumber row) {
    by_digest_.emplace(cells["digest"], tokens_.size());
    tokens_.push_back(token_of(cells, row));
  });
}

const User* Directory::user(std::string_view id) const { return find_by(users_, &User::id, id); }

const Token* Directory::token(std::string_view id) const { return find_by(tokens_, &Token::id, id); }

const KioskStation* Directory::station(std::string_view id) const { return find_by(stations_, &KioskStation::id, id); }

const Badge* Directory::badge(std::string_view badge) const { return find_by(badges_, &Badge::badge, badge); }

const Token* Directory::shown(std::string_view secret) const {
  const auto at = by_digest_.find(digest(secret));
  return at == by_digest_.end() ? nullptr : &tokens_[at->second];
}

std::optional<Actor> Directory::who(std::string_view secret, std::int64_t now) const {
  const Token* token = shown(secret);
  if (token == nullptr || token->kind == TokenKind::kiosk) return std::nullopt;
  if (token->expires != 0 && token->expires <= now) return std::nullopt;
  Actor actor{.id = token->user.empty() ? token->id : token->user,
              .role = token->role,
              .plants = token->plants,
              .token = token->id,
              .session = token->kind == TokenKind::session};
  if (token->kind == TokenKind::station) {
    const KioskStation* at = station(token->name);
    if (at == nullptr || at->token != token->id) return std::nullopt;
    actor.id = "station " + at->id;
    actor.plants = {at->plant};
    actor.station = at->id;
    return actor;
  }
  if (token->user.empty()) return actor;
  const User* owner = user(token->user);
  if (owner == nullptr || !owner->active) return std::nullopt;
  actor.role = owner->role;
  actor.plants = owner->plants;
  return actor;
}

std::vector<std::string> words_of(std::string_view list) {
  std::vector<std::string> words;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(';'), list.size());
    if (end > 0) words.emplace_back(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return words;
}

std::string_view word(TokenKind kind) { return kTokenKinds[static_cast<std::size_t>(kind)]; }

std::string utc_text(std::int64_t micros) {
  const std::chrono::sys_seconds at{
      std::chrono::duration_cast<std::chrono::seconds>(std::chrono::microseconds(micros))};
  return date::format("%FT%TZ", at);
}

std::optional<std::int64_t> utc_micros(std::string_view text) {
  std::istringstream in{std::string(text)};
  std::chrono::sys_seconds at;
  in >> date::parse("%FT%TZ", at);
  if (in.fail()) return std::nullopt;
  return std::chrono::duration_cast<std::chrono::microseconds>(at.time_since_epoch()).count();
}

}  // namespace kilter::service
