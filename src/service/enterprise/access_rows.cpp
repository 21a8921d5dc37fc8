#include "service/enterprise/access_rows.hpp"

#include <algorithm>

#include "service/access/secrets.hpp"
#include "service/tables/edits_json.hpp"

namespace kilter::service {
namespace {

constexpr std::int64_t kSecond = 1'000'000;

}  // namespace

MintedToken mint_token(const TokenRow& token, std::int64_t now) {
  MintedToken made{.id = {}, .secret = random_secret("kt_"), .edit = {}};
  const std::string kept = digest(made.secret);
  made.id = "t-" + kept.substr(0, 10);
  made.edit = {.change = RowChange::add,
               .table = "tokens.csv",
               .cells = {{"id", made.id},
                         {"name", token.name},
                         {"role", std::string(word(token.role))},
                         {"plants", joined(token.plants)},
                         {"user", token.user},
                         {"digest", kept},
                         {"kind", std::string(word(token.kind))},
                         {"created", utc_text(now)},
                         {"expires", token.seconds == 0 ? "" : utc_text(now + token.seconds * kSecond)}}};
  return made;
}

std::vector<RowEdit> without_expired(const Directory& directory, TokenKind kind, std::int64_t before) {
  std::vector<RowEdit> edits;
  for (const Token& old : directory.tokens()) {
    if (old.kind != kind || old.expires == 0 || old.expires > before) continue;
    edits.push_back({.change = RowChange::remove, .table = "tokens.csv", .row = old.row});
  }
  return edits;
}

Answer keep_access_rows(Enterprise& enterprise, const Actor& actor, const char* kind,
                        const std::vector<RowEdit>& edits) {
  return enterprise.keep_access(actor, {.kind = kind, .body = R"({"edits":)" + edits_json(edits) + "}"});
}

bool is_access_id(std::string_view id) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
  };
  return !id.empty() && id.size() <= 60 && std::all_of(id.begin(), id.end(), fits);
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ";") + word;
  return text;
}

base::Issue unknown_access(const char* what, std::string_view id) {
  return {.code = std::string("unknown-") + what,
          .where = {.value = std::string(id)},
          .message = "there is no " + std::string(what) + " " + std::string(id),
          .way_out = "List them to see which there are."};
}

}  // namespace kilter::service
