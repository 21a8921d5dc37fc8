#include "service/enterprise/administration.hpp"

#include <utility>

#include "service/access/secrets.hpp"
#include "service/enterprise/access_rows.hpp"

namespace kilter::service {
namespace {

Answer refused(RefusalKind kind, base::Issue issue) { return Answer::failure({kind, {std::move(issue)}}); }

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
  std::vector<RowEdit> edits;
  if (kind == TokenKind::session) edits = without_expired(*enterprise.directory(), kind, now);
  const MintedToken made = mint_token({.name = std::move(token.name),
                                       .role = token.role,
                                       .plants = std::move(token.plants),
                                       .user = user,
                                       .kind = kind,
                                       .seconds = token.seconds},
                                      now);
  edits.push_back(made.edit);
  const char* command = kind == TokenKind::session ? "session.begin" : "token.add";
  const Answer answer = keep_access_rows(enterprise, author, command, edits);
  if (!answer) return base::Result<MadeToken, Refusal>::failure(answer.error());
  return MadeToken{.id = made.id, .secret = made.secret, .receipt = answer.value()};
}

}  // namespace

base::Issues why_no_user(const Directory& directory, const NewUser& user) {
  base::Issues issues;
  if (!is_access_id(user.id)) {
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
  return keep_access_rows(enterprise, actor, "user.add",
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
  if (user == nullptr) return refused(RefusalKind::unknown, unknown_access("user", change.id));
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
  return keep_access_rows(enterprise, actor, "user.change", {edit});
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
  if (token == nullptr) return refused(RefusalKind::unknown, unknown_access("token", id));
  return keep_access_rows(enterprise, actor, "token.drop",
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
