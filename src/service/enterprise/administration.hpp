// What administrators do: users and tokens made, changed and taken away. Each is a command of the access journal.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/enterprise/enterprise.hpp"

namespace kilter::service {

struct NewUser {
  std::string id;    // a-z, 0-9, . - _
  std::string name;  // shown
  Role role = Role::viewer;
  std::vector<std::string> plants;  // empty: all
  std::string password;
};

// What is given is changed.
struct UserChange {
  std::string id;
  std::optional<std::string> name;
  std::optional<Role> role;
  std::optional<std::vector<std::string>> plants;
  std::optional<std::string> password;
  std::optional<bool> active;
};

struct NewToken {
  std::string name;
  Role role = Role::viewer;
  std::vector<std::string> plants;  // empty: all
  std::int64_t seconds = 0;         // until it expires; 0: never
};

struct MadeToken {
  std::string id;
  std::string secret;  // shown once, kept nowhere
  Receipt receipt;
};

base::Issues why_no_user(const Directory& directory, const NewUser& user);

Answer add_user(Enterprise& enterprise, const Actor& actor, const NewUser& user);
Answer change_user(Enterprise& enterprise, const Actor& actor, const UserChange& change);
base::Result<MadeToken, Refusal> add_token(Enterprise& enterprise, const Actor& actor, const NewToken& token);
// One's own, or anybody's for an administrator.
Answer drop_token(Enterprise& enterprise, const Actor& actor, std::string_view id);

// Takes as long for users that nobody knows.
bool is_password_of(const Directory& directory, std::string_view user, std::string_view password);
// A token for the user's browser. Expired ones go with it.
base::Result<MadeToken, Refusal> open_session(Enterprise& enterprise, const std::string& user, std::int64_t seconds);

}  // namespace kilter::service
