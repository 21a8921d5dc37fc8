#include "service/enterprise/administration.hpp"

#include <algorithm>
#include <utility>

#include "service/access/secrets.hpp"
#include "service/tables/edits_json.hpp"

namespace kilter::service {
namespace {

constexpr std::int64_t kSecond = 1'000'000;

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ";") + word;
  return text;
}

Answer keep(Enterprise& enterprise, const Actor& actor, const char* kind, const std::vector<RowEdit>& edits) {
  return enterprise.keep_access(actor, {.kind = kind, .body = R"({"edits":)" + edits_json(edits) + "}"});
}

Answer refused(RefusalKind kind, base::Issue issue) { return Answer::failure({kind, {std::move(issue)}}); }

base::Issue unknown(const char* what, std::string_view id) {
  return {.code = std::string("unknown-") + what,
          .where = {.value = std::string(id)},
          .message = "there is no " + std::string(what) + " " + std::string(id),
          .way_out = "List them to see which there are."};
}

bool is_user_id(std::string_view id) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
  };
  return !id.empty() && id.size() <= 60 && std::all_of(id.begin(), id.end(), fits);
}

void check_password(std::string_view password, base::Issues& issues) {
  const std::string_view weak = why_weak(password);
  if (weak.empty()) return;
  issues.push_back({.code = "weak-password",
                    .where = {.column = "password"},
                    .message = "the password will not do: " + std::string(weak),
                    .way_out = "Choose a longer one, for instance four words."});
}

base::Result<MadeToken, Refusal> make_token(Enterprise& enterprise, const Actor& author, NewToken token,
                                            const std::string& user, TokenKind kind) {
  const std::int64_t now = enterprise.now();
  const std::string secret = random_secret("kt_");
  const std::string id = "t-" + digest(secret).substr(0, 10);
  std::vector<RowEdit> edits;
  for (const Token& old : enterprise.directory()->tokens()) {
    if (kind == TokenKind::session && old.kind == kind && old.expires != 0 && old.expires <= now) {
      edits.push_back({.change = RowChange::remove, .table = "tokens.csv", .row = old.row});
    }
  }
  const std::string expires = token.seconds == 0 ? "" : utc_text(now + token.seconds * kSecond);
  edits.push_back({.change = RowChange::add,
                   .table = "tokens.csv",
                   .cells = {{"id", id},
                             {"name", token.name},
                             {"role", std::string(word(token.role))},
                             {"plants", joined(token.plants)},
                             {"user", user},
                             {"digest", digest(secret)},
                             {"kind", std::string(word(kind))},
                             {"created", utc_text(now)},
                             {"expires", expires}}});
  const Answer answer = keep(enterprise, author, kind == TokenKind::session ? "session.begin" : "token.add", edits);
  if (!answer) return base::Result<MadeToken, Refusal>::failure(answer.error());
  return MadeToken{.id = id, .secret = secret, .receipt = answer.value()};
}

}  // namespace

base::Issues why_no_user(const Directory& directory, const NewUser& user) {
  base::Issues issues;
  if (!is_user_id(user.id)) {
    issues.push_back({.code = "bad-user-id",
                      .where = {.column = "id", .value = user.id},
                      .message = "'" + user.id + "' cannot be a user's id",
                      .way_out = "Use 1 to 60 of a to z, 0 to 9, point, - and _."});
  }
  if (directory.user(user.id) != nullptr) {
    issues.push_back({.code = "user-exists",
                      .where = {.column = "id", .value = user.id},
                      .message = "there is a user " + user.id + " already",
                      .way_out = "Choose another id, or change that user."});
  }
  check_password(user.password, issues);
  return issues;
}

Answer add_user(Enterprise& enterprise, const Actor& actor, const NewUser& user) {
  if (auto denied = enterprise.why_not(actor, {}, Permission::administer, "add-user")) {
    return Answer::failure(std::move(*denied));
  }
  if (base::Issues faults = why_no_user(*enterprise.directory(), user); !faults.empty()) {
    return Answer::failure({RefusalKind::faults, std::move(faults)});
  }
  return keep(enterprise, actor, "user.add",
              {{.change = RowChange::add,
                .table = "users.csv",
                .cells = {{"id", user.id},
                          {"name", user.name},
                          {"role", std::string(word(user.role))},
                          {"plants", joined(user.plants)},
                          {"password", password_hash(user.password)},
                          {"state", "active"}}}});
}

Answer change_user(Enterprise& enterprise, const Actor& actor, const UserChange& change) {
  if (auto denied = enterprise.why_not(actor, {}, Permission::administer, "change-user")) {
    return Answer::failure(std::move(*denied));
  }
  const auto directory = enterprise.directory();
  const User* user = directory->user(change.id);
  if (user == nullptr) return refused(RefusalKind::unknown, unknown("user", change.id));
  RowEdit edit{.change = RowChange::change, .table = "users.csv", .row = user->row};
  base::Issues faults;
  if (change.name) edit.cells.push_back({"name", *change.name});
  if (change.role) edit.cells.push_back({"role", std::string(word(*change.role))});
  if (change.plants) edit.cells.push_back({"plants", joined(*change.plants)});
  if (change.active) edit.cells.push_back({"state", *change.active ? "active" : "inactive"});
  if (change.password) {
    check_password(*change.password, faults);
    if (faults.empty()) edit.cells.push_back({"password", password_hash(*change.password)});
  }
  if (!faults.empty()) return Answer::failure({RefusalKind::faults, std::move(faults)});
  return keep(enterprise, actor, "user.change", {edit});
}

base::Result<MadeToken, Refusal> add_token(Enterprise& enterprise, const Actor& actor, const NewToken& token) {
  if (auto denied = enterprise.why_not(actor, {}, Permission::administer, "add-token")) {
    return base::Result<MadeToken, Refusal>::failure(std::move(*denied));
  }
  return make_token(enterprise, actor, token, {}, TokenKind::program);
}

Answer drop_token(Enterprise& enterprise, const Actor& actor, std::string_view id) {
  if (id != actor.token) {
    if (auto denied = enterprise.why_not(actor, {}, Permission::administer, "drop-token")) {
      return Answer::failure(std::move(*denied));
    }
  }
  const auto directory = enterprise.directory();
  const Token* token = directory->token(id);
  if (token == nullptr) return refused(RefusalKind::unknown, unknown("token", id));
  return keep(enterprise, actor, "token.drop",
              {{.change = RowChange::remove, .table = "tokens.csv", .row = token->row}});
}

bool is_password_of(const Directory& directory, std::string_view user, std::string_view password) {
  static const std::string nobodys = password_hash("a password that nobody has");
  const User* known = directory.user(user);
  const bool there = known != nullptr && known->active && !known->password.empty();
  return is_password(there ? known->password : nobodys, password) && there;
}

base::Result<MadeToken, Refusal> open_session(Enterprise& enterprise, const std::string& user, std::int64_t seconds) {
  return make_token(enterprise, {.id = user}, {.name = "browser", .seconds = seconds}, user, TokenKind::session);
}

}  // namespace kilter::service
