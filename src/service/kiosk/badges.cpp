#include "service/kiosk/badges.hpp"

#include <algorithm>
#include <utility>

#include "service/access/secrets.hpp"
#include "service/enterprise/access_rows.hpp"

namespace kilter::service {
namespace {

constexpr const char* kTable = "badges.csv";

bool is_badge(std::string_view text) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
           c == '_';
  };
  return !text.empty() && text.size() <= 60 && std::all_of(text.begin(), text.end(), fits);
}

void check_pin(std::string_view pin, base::Issues& issues) {
  const std::string_view weak = why_weak_pin(pin);
  if (weak.empty()) return;
  issues.push_back({.code = "weak-pin",
                    .where = {.column = "pin"},
                    .message = "the PIN will not do: " + std::string(weak),
                    .way_out = "Choose 4 to 12 digits that are not easily guessed."});
}

// A few digits are too weak a proof for those who decide for everybody.
void check_role(Role role, base::Issues& issues) {
  if (!may(role, Permission::publish) && !may(role, Permission::administer)) return;
  issues.push_back(
      {.code = "role-too-strong",
       .where = {.column = "role", .value = std::string(word(role))},
       .message = "a " + std::string(word(role)) + " may publish plans; a PIN is too weak a proof for that",
       .way_out = "Give the badge another role, operator or supervisor for instance; who decides signs in "
                  "with a password."});
}

void check_person(const PlantTables& tables, const NewBadge& badge, base::Issues& issues) {
  const Table* people = tables.find("people.csv");
  if (people != nullptr && !people->rows_of(badge.person).empty()) return;
  issues.push_back({.code = "unknown-person",
                    .where = {.column = "person", .value = badge.person},
                    .message = badge.plant + " has nobody " + badge.person,
                    .way_out = "Name somebody of people.csv, or add them there first."});
}

Answer unknown(std::string_view badge) {
  return Answer::failure({RefusalKind::unknown, {unknown_access("badge", badge)}});
}

}  // namespace

base::Issues why_no_badge(const Directory& directory, const PlantTables* tables, const NewBadge& badge) {
  base::Issues issues;
  if (!is_badge(badge.badge)) {
    issues.push_back({.code = "bad-badge",
                      .where = {.column = "badge", .value = badge.badge},
                      .message = "'" + badge.badge + "' cannot be a badge",
                      .way_out = "Use 1 to 60 letters, digits, points, - and _."});
  }
  if (directory.badge(badge.badge) != nullptr) {
    issues.push_back({.code = "badge-exists",
                      .where = {.column = "badge", .value = badge.badge},
                      .message = "badge " + badge.badge + " is " + directory.badge(badge.badge)->person + "'s already",
                      .way_out = "Use another badge, or change that one."});
  }
  if (tables == nullptr) {
    issues.push_back(unknown_plant(badge.plant));
  } else {
    check_person(*tables, badge, issues);
  }
  check_role(badge.role, issues);
  check_pin(badge.pin, issues);
  return issues;
}

Answer add_badge(Enterprise& enterprise, const Actor& actor, const NewBadge& badge) {
  if (auto denied = enterprise.why_not(actor, {}, Permission::administer, "add-badge")) {
    return Answer::failure(std::move(*denied));
  }
  const LivePlant* live = enterprise.plant(actor, badge.plant);
  const auto state = live == nullptr ? nullptr : live->desk->state();
  const PlantTables* tables = state == nullptr ? nullptr : &state->tables();
  if (base::Issues faults = why_no_badge(*enterprise.directory(), tables, badge); !faults.empty()) {
    return Answer::failure({RefusalKind::faults, std::move(faults)});
  }
  return keep_access_rows(enterprise, actor, "badge.add",
                          {{.change = RowChange::add,
                            .table = kTable,
                            .cells = {{"badge", badge.badge},
                                      {"plant", badge.plant},
                                      {"person", badge.person},
                                      {"role", std::string(word(badge.role))},
                                      {"pin", password_hash(badge.pin)},
                                      {"state", "active"}}}});
}

Answer change_badge(Enterprise& enterprise, const Actor& actor, const BadgeChange& change) {
  if (auto denied = enterprise.why_not(actor, {}, Permission::administer, "change-badge")) {
    return Answer::failure(std::move(*denied));
  }
  const auto directory = enterprise.directory();
  const Badge* badge = directory->badge(change.badge);
  if (badge == nullptr) return unknown(change.badge);
  base::Issues faults;
  if (change.role) check_role(*change.role, faults);
  if (change.pin) check_pin(*change.pin, faults);
  if (!faults.empty()) return Answer::failure({RefusalKind::faults, std::move(faults)});
  RowEdit edit{.change = RowChange::change, .table = kTable, .row = badge->row};
  if (change.role) edit.cells.push_back({"role", std::string(word(*change.role))});
  if (change.pin) edit.cells.push_back({"pin", password_hash(*change.pin)});
  if (change.active) edit.cells.push_back({"state", *change.active ? "active" : "inactive"});
  return keep_access_rows(enterprise, actor, "badge.change", {edit});
}

Answer drop_badge(Enterprise& enterprise, const Actor& actor, std::string_view badge) {
  if (auto denied = enterprise.why_not(actor, {}, Permission::administer, "drop-badge")) {
    return Answer::failure(std::move(*denied));
  }
  const auto directory = enterprise.directory();
  const Badge* known = directory->badge(badge);
  if (known == nullptr) return unknown(badge);
  return keep_access_rows(enterprise, actor, "badge.drop",
                          {{.change = RowChange::remove, .table = kTable, .row = known->row}});
}

}  // namespace kilter::service
