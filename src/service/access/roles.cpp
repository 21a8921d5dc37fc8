#include "service/access/roles.hpp"

#include <array>
#include <initializer_list>

namespace kilter::service {
namespace {

using Set = std::uint32_t;

constexpr Set bit(Permission permission) { return Set{1} << static_cast<unsigned>(permission); }

constexpr Set set(std::initializer_list<Permission> permissions) {
  Set all = 0;
  for (const Permission permission : permissions) all |= bit(permission);
  return all;
}

using enum Permission;

struct Row {
  std::string_view word;
  std::string_view meaning;
  Set allowed;
};

constexpr std::array<Row, kRoleCount> kRoles{{
    {"coordinator", "runs the day: everything but users and tokens",
     set({read, plan, publish, release, edit_plant, edit_orders, work, units, people, receive, purchase, inspect,
          maintain, spend, call})},
    {"planner", "plans and publishes, keeps master data and orders",
     set({read, plan, publish, release, edit_plant, edit_orders, call})},
    {"supervisor", "leads an area: work, machines, people, calls",
     set({read, plan, release, work, units, people, receive, maintain, call})},
    {"operator", "does the work and says how far it is", set({read, work, units, call})},
    {"buyer", "orders from vendors and chases them", set({read, plan, receive, purchase, call})},
    {"stores", "receives and hands out material", set({read, receive, call})},
    {"sales", "takes orders and promises dates", set({read, plan, edit_orders, call})},
    {"finance", "watches budgets and books money", set({read, spend, call})},
    {"quality", "inspects, holds and releases", set({read, inspect, work, call})},
    {"maintenance", "keeps the machines running", set({read, units, maintain, call})},
    {"viewer", "reads", set({read})},
    {"administrator", "keeps users, tokens, webhooks and plants; everything a coordinator may",
     set({read, plan, publish, release, edit_plant, edit_orders, work, units, people, receive, purchase, inspect,
          maintain, spend, call, administer})},
}};

constexpr std::array<std::string_view, kPermissionCount> kPermissions{
    "read",   "plan",    "publish",  "release", "edit-plant", "edit-orders", "work", "units",
    "people", "receive", "purchase", "inspect", "maintain",   "spend",       "call", "administer"};

}  // namespace

std::string_view word(Role role) { return kRoles[static_cast<std::size_t>(role)].word; }
std::string_view word(Permission permission) { return kPermissions[static_cast<std::size_t>(permission)]; }
std::string_view meaning(Role role) { return kRoles[static_cast<std::size_t>(role)].meaning; }

std::optional<Role> role_named(std::string_view word) {
  for (std::size_t i = 0; i < kRoles.size(); ++i) {
    if (kRoles[i].word == word) return static_cast<Role>(i);
  }
  return std::nullopt;
}

bool may(Role role, Permission permission) {
  return (kRoles[static_cast<std::size_t>(role)].allowed & bit(permission)) != 0;
}

}  // namespace kilter::service
