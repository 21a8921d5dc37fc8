#include "service/kiosk/session.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

#include "codec/text/values/civil_time.hpp"
#include "service/access/secrets.hpp"
#include "service/enterprise/access_rows.hpp"
#include "service/floor/effect.hpp"
#include "service/kiosk/stations.hpp"
#include "service/plant/plant_clock.hpp"

namespace kilter::service {
namespace {

constexpr std::int64_t kSecond = 1'000'000;
constexpr std::int64_t kLasts = kKioskSessionSeconds * kSecond;

Actor actor_of(const KioskStation& station, const Badge& badge) {
  return {
      .id = badge.person + "@" + station.id, .role = badge.role, .plants = {station.plant}, .token = {}, .station = {}};
}

base::Issue session_ended(const KioskPerson& person) {
  return {.code = "session-ended",
          .where = {.column = "at"},
          .message = person.badge.person + " was no longer signed in when this happened",
          .way_out = "Sign in with badge and PIN, then report it again."};
}

}  // namespace

bool is_pin_of(const Directory& directory, const KioskStation& station, std::string_view badge, std::string_view pin) {
  static const std::string nobodys = password_hash("a PIN that nobody has");
  const Badge* known = directory.badge(badge);
  const bool there = known != nullptr && known->active && known->plant == station.plant && !known->pin.empty();
  return is_password(there ? known->pin : nobodys, pin) && there;
}

base::Result<MadeToken, Refusal> open_kiosk_session(Enterprise& enterprise, const KioskStation& station,
                                                    std::string_view badge) {
  using Made = base::Result<MadeToken, Refusal>;
  const auto directory = enterprise.directory();
  const Badge* known = directory->badge(badge);
  if (known == nullptr) return Made::failure({RefusalKind::unknown, {unknown_access("badge", badge)}});
  const std::int64_t now = enterprise.now();
  const MintedToken token = mint_token({.name = station.id,
                                        .role = known->role,
                                        .plants = {station.plant},
                                        .user = known->badge,
                                        .kind = TokenKind::kiosk,
                                        .seconds = kKioskSessionSeconds},
                                       now);
  std::vector<RowEdit> edits = without_expired(*directory, TokenKind::kiosk, now - kKioskDeliverySeconds * kSecond);
  edits.push_back(token.edit);
  const Actor author = actor_of(station, *known);
  Answer answer = keep_access_rows(enterprise, author, "kiosk.begin", edits);
  // Another station may have taken the old ones away meanwhile.
  if (!answer && edits.size() > 1) answer = keep_access_rows(enterprise, author, "kiosk.begin", {token.edit});
  if (!answer) return Made::failure(answer.error());
  return MadeToken{.id = token.id, .secret = token.secret, .receipt = answer.value()};
}

Answer close_kiosk_session(Enterprise& enterprise, const KioskPerson& person) {
  return keep_access_rows(enterprise, person.actor, "kiosk.end",
                          {{.change = RowChange::remove, .table = "tokens.csv", .row = person.row}});
}

Answer prolong(Enterprise& enterprise, const KioskPerson& person, std::int64_t reported) {
  const std::int64_t until = reported + kLasts;
  if (until - person.expires < kLasts / 4) return Receipt{};
  return keep_access_rows(enterprise, person.actor, "kiosk.prolong",
                          {{.change = RowChange::change,
                            .table = "tokens.csv",
                            .row = person.row,
                            .cells = {{"expires", utc_text(until)}}}});
}

std::optional<KioskPerson> kiosk_person(const Directory& directory, const KioskStation& station,
                                        std::string_view secret, std::int64_t now) {
  if (secret.empty()) return std::nullopt;
  const Token* token = directory.shown(secret);
  if (token == nullptr || token->kind != TokenKind::kiosk || token->name != station.id) return std::nullopt;
  if (token->expires + kKioskDeliverySeconds * kSecond <= now) return std::nullopt;
  const Badge* badge = directory.badge(token->user);
  if (badge == nullptr || !badge->active || badge->plant != station.plant) return std::nullopt;
  KioskPerson person{.badge = *badge,
                     .actor = actor_of(station, *badge),
                     .token = token->id,
                     .expires = token->expires,
                     .row = token->row};
  person.actor.token = token->id;
  return person;
}

std::int64_t happened(const Event& event, const PlantTables& tables, std::int64_t now) {
  if (event.at.empty()) return now;
  const time::Zone zone = zone_of(tables);
  const time::Instant at = codec::text::parse_instant(event.at, zone, codec::text::DateOnly::start_of_day).value;
  const auto ago = plant_time(tables, now) - at;
  return now - std::max<std::int64_t>(0, std::chrono::duration_cast<std::chrono::microseconds>(ago).count());
}

base::Issues why_not_said(const KioskPerson& person, const KioskStation& station, const Event& event,
                          const PlantTables& tables, std::int64_t now) {
  base::Issues issues;
  if (happened(event, tables, now) > person.expires) issues.push_back(session_ended(person));
  if (!event.person.empty() && event.person != person.badge.person) {
    issues.push_back({.code = "another-person",
                      .where = {.column = "person", .value = event.person},
                      .message = person.badge.person + " is signed in, the report is " + event.person + "'s",
                      .way_out = "Leave person out, or let " + event.person + " sign in."});
  }
  const std::vector<std::string> units = units_of(station, tables);
  const std::string& unit = event.field(Field::work_unit);
  if (!unit.empty() && std::find(units.begin(), units.end(), unit) == units.end()) {
    issues.push_back({.code = "another-station",
                      .where = {.column = "work_unit", .value = unit},
                      .message = "work unit " + unit + " is not one of station " + station.id,
                      .way_out = "Report it at the station of that unit, or let an administrator add the unit."});
  }
  return issues;
}

}  // namespace kilter::service
