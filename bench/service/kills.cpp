// Kills a server under load at random moments, on both kinds of database, and counts what was lost or kept twice.
//
//   kills KILTER PLANT [N [SEED [sqlite|postgresql]]]        1,000 kills per database unless said
#include <cstdlib>
#include <iostream>
#include <string_view>

#include "support/servers/kill_harness.hpp"

namespace {

using kilter::support::KillReport;

bool print(const char* database, const KillReport& report) {
  std::cout << database << ": " << report.kills << " kills, " << report.acknowledged << " events acknowledged, "
            << report.lost << " lost, " << report.doubled << " doubled, " << report.refused << " refused, chain "
            << (report.sound ? "sound" : "BROKEN") << ", replay " << (report.replays ? "equal" : "DIFFERENT")
            << (report.trouble.empty() ? "" : ", trouble: " + report.trouble) << std::endl;
  return report.trouble.empty() && report.lost == 0 && report.doubled == 0 && report.sound && report.replays;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: kills KILTER PLANT [N [SEED [sqlite|postgresql]]]\n";
    return 64;
  }
  const int kills = argc > 3 ? std::atoi(argv[3]) : 1'000;
  const auto seed = static_cast<std::uint64_t>(argc > 4 ? std::atoll(argv[4]) : 1);
  const std::string_view only = argc > 5 ? argv[5] : "";
  bool good = true;
  if (only != "postgresql") {
    const kilter::support::ScratchFolder folder;
    good = print("SQLite",
                 kilter::support::kill_at_random(
                     {.binary = argv[1], .plant = argv[2], .url = folder / "kilter.db", .kills = kills, .seed = seed}));
  }
  if (only == "sqlite") return good ? 0 : 1;
  std::string why;
  auto database = kilter::support::PostgresServer::start(why);
  if (!database) {
    std::cout << "PostgreSQL: skipped, " << why << std::endl;
    return good ? 0 : 1;
  }
  const std::string url = database->new_database();
  good = print("PostgreSQL", kilter::support::kill_at_random({.binary = argv[1],
                                                              .plant = argv[2],
                                                              .url = url,
                                                              .database = &*database,
                                                              .kills = kills,
                                                              .seed = seed})) &&
         good;
  return good ? 0 : 1;
}
