// Who may do what: one table, asked by every use case before it does anything.
//
//   may(Role::buyer, Permission::purchase)   ->  true
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace kilter::service {

enum class Role : std::uint8_t {
  coordinator,
  planner,
  supervisor,
  worker,  // written "operator"
  buyer,
  stores,
  sales,
  finance,
  quality,
  maintenance,
  viewer,
  administrator
};
inline constexpr std::size_t kRoleCount = 12;

enum class Permission : std::uint8_t {
  read,         // everything of a plant but its people's secrets
  plan,         // make proposals, repairs, quotes; open branches
  publish,      // make a plan the one that everybody works by; release orders against a lamp
  release,      // let production orders begin on the floor, when every lamp is ready
  edit_plant,   // master data, imports, undo of any command
  edit_orders,  // customer orders
  work,         // report work done: operations, quantities
  units,        // report machines down and up
  people,       // report absences
  receive,      // book receipts
  purchase,     // order from vendors, change dates
  inspect,      // hold, release, inspection results
  maintain,     // maintenance asked and done
  spend,        // book money
  call,         // raise and answer calls from the floor
  administer    // users, tokens, webhooks, plants
};
inline constexpr std::size_t kPermissionCount = 16;

// "coordinator", "operator", ...; "edit-plant", ...
std::string_view word(Role role);
std::string_view word(Permission permission);
std::optional<Role> role_named(std::string_view word);
// What the role is for, one line.
std::string_view meaning(Role role);

bool may(Role role, Permission permission);

}  // namespace kilter::service
