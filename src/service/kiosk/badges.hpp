// Badges of the people on the floor, kept by administrators: who it is, what they may do, and their PIN.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "service/enterprise/enterprise.hpp"

namespace kilter::service {

struct NewBadge {
  std::string badge;  // what the reader reads: letters, digits, . - _
  std::string plant;
  std::string person;  // of the plant's people
  Role role = Role::worker;
  std::string pin;
};

// What is given is changed.
struct BadgeChange {
  std::string badge;
  std::optional<Role> role;
  std::optional<std::string> pin;
  std::optional<bool> active;
};

// `tables` of its plant; null: there is no such plant.
base::Issues why_no_badge(const Directory& directory, const PlantTables* tables, const NewBadge& badge);

Answer add_badge(Enterprise& enterprise, const Actor& actor, const NewBadge& badge);
// A badge that is not active lets nobody in, and ends the sessions under it.
Answer change_badge(Enterprise& enterprise, const Actor& actor, const BadgeChange& change);
Answer drop_badge(Enterprise& enterprise, const Actor& actor, std::string_view badge);

}  // namespace kilter::service
