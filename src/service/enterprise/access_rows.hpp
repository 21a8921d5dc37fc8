// What changes of the access journal share: ids, tokens in the making, rows kept as one command.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "service/enterprise/enterprise.hpp"

namespace kilter::service {

// A token in the making; its secret is shown once and kept nowhere.
struct TokenRow {
  std::string name;
  Role role = Role::viewer;
  std::vector<std::string> plants;
  std::string user;
  TokenKind kind = TokenKind::program;
  std::int64_t seconds = 0;  // until it expires; 0: never
};

struct MintedToken {
  std::string id;
  std::string secret;
  RowEdit edit;
};

MintedToken mint_token(const TokenRow& token, std::int64_t now);
// Takes away the tokens of a kind that expired before.
std::vector<RowEdit> without_expired(const Directory& directory, TokenKind kind, std::int64_t before);

Answer keep_access_rows(Enterprise& enterprise, const Actor& actor, const char* kind,
                        const std::vector<RowEdit>& edits);

// Whether it is 1 to 60 of a to z, 0 to 9, point, - and _.
bool is_access_id(std::string_view id);
// "a;b".
std::string joined(const std::vector<std::string>& words);
// That there is no user, token, ... of that name.
base::Issue unknown_access(const char* what, std::string_view id);

}  // namespace kilter::service
