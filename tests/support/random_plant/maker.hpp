// What the parts of the generator share: the dice, the draft and what has been made so far.
#pragma once

#include <string>
#include <vector>

#include "base/random.hpp"
#include "model/draft.hpp"
#include "time/zone.hpp"

namespace kilter::support {

using model::Duration;
using model::Instant;
using model::Text;

inline constexpr Duration kMinute{60};
inline constexpr Duration kHour{3'600};
inline constexpr Duration kDay{86'400};

struct Centre {
  Text id{};
  int site = 0;
  bool staffed = false;  // operations there need people
  bool pins = false;     // kept for pinned work, nothing else is sent there
  std::vector<Text> units{};
};

struct Made {
  Text id{};
  int site = 0;
  int level = 0;  // 0 = from bought components only
  std::vector<Text> operations{};
  std::vector<std::size_t> centre_of{};  // per operation; kNoCentre: waiting or outside
};
inline constexpr std::size_t kNoCentre = static_cast<std::size_t>(-1);

struct Maker {
  Maker(std::uint64_t seed, int plant_size) : random(seed), size(plant_size) {}

  base::Random random;
  int size;
  int sites = 1;
  time::Zone zone;
  Instant origin{};
  model::PlantDraft draft;
  std::vector<Centre> centres;
  std::vector<Made> made;  // children before parents
  std::vector<Text> bought;

  // One of 0 .. count-1.
  std::size_t pick(std::size_t count) { return random.below(static_cast<std::uint32_t>(count)); }
  template <class T>
  const T& any(const std::vector<T>& from) {
    return from[pick(from.size())];
  }
  bool chance(double probability) { return random.chance(probability); }
  Text name(const char* stem, std::size_t number) { return draft.keep(stem + std::to_string(number + 1)); }
  Duration minutes(int low, int high) { return Duration(60 * random.between(low, high)); }
  // Local time of day `day` after the origin's local day.
  [[nodiscard]] Instant at(std::int64_t day, Duration time_of_day) const {
    const auto today = std::chrono::floor<std::chrono::days>(zone.local(origin));
    return zone.instant(time::LocalTime(today + std::chrono::days(day)) + time_of_day);
  }
  Text site_name(int site) { return site == 0 ? "north" : "south"; }
};

// In the order in which they are called.
void add_frame(Maker& maker);      // policy, zone, sites, locations, calendars, currencies
void add_resources(Maker& maker);  // families, matrices, work centres and units, tools, skills, people
void add_products(Maker& maker);   // items, BOMs, substitutes, operations with their needs
void add_supply(Maker& maker);     // vendors, offers, stock, open purchase orders
void add_demand(Maker& maker);     // customers, orders, open production orders, budgets, clearances

}  // namespace kilter::support
