// How long a start takes with a long journal: fills one with events through the desk, as a server does, then recovers
// the plant from it, from its snapshot and from its first entry on.
//
//   start FOLDER [ENTRIES [PLANT]]        1,000,000 entries of examples/hello-plant unless said; FOLDER is for the
//   database
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "service/commands/resolve.hpp"
#include "service/desk/plant_desk.hpp"
#include "service/plant/recover.hpp"
#include "store/open_journal.hpp"

namespace {

using namespace kilter;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point begun) { return std::chrono::duration<double>(Clock::now() - begun).count(); }

std::vector<codec::plant::TargetFile> folder_files(const std::filesystem::path& folder) {
  std::vector<codec::plant::TargetFile> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".csv") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    std::ostringstream all;
    all << in.rdbuf();
    files.push_back({entry.path().filename().string(), all.str()});
  }
  return files;
}

// Events in flight at once, as from many kiosks.
void fill(service::PlantDesk& desk, std::uint64_t entries) {
  std::atomic<std::uint64_t> answered{0};
  for (std::uint64_t number = 1; number < entries; ++number) {
    while (number - answered > 20'000) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    const std::string id = std::to_string(number);
    desk.submit({.kind = "order.changed",
                 .author = "bench",
                 .key = id,
                 .body = R"({"id":")" + id + R"(","kind":"order.changed","order":"O-1","priority":)" +
                         std::to_string(number % 9 + 1) + "}"},
                [&answered](const service::Answer& answer) {
                  if (!answer) std::cerr << answer.error().issues.front().message << std::endl;
                  ++answered;
                });
  }
  while (answered + 1 < entries) std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: start FOLDER [ENTRIES [PLANT]]\n";
    return 64;
  }
  const std::uint64_t entries = argc > 2 ? static_cast<std::uint64_t>(std::atoll(argv[2])) : 1'000'000;
  const std::string file = (std::filesystem::path(argv[1]) / "start.db").string();
  std::filesystem::remove(file);
  const auto open = [&file] { return std::move(store::open_journal(file)).value(); };
  {
    std::int64_t now = 1'764'000'000'000'000;
    service::PlantDesk desk("p", service::PlantState(), open(), service::resolve, [&now] { return now += 1'000; });
    const auto plant = folder_files(argc > 3 ? argv[3] : "examples/hello-plant");
    if (!desk.submit({.kind = "import", .author = "bench", .body = service::import_json(plant)})) return 1;
    const auto begun = Clock::now();
    fill(desk, entries);
    std::cout << entries << " entries kept in " << seconds_since(begun) << " s" << std::endl;
  }
  const auto killed = Clock::now();
  const bool found = service::recover(*open(), "p", entries - 1).ok();  // not from the snapshot of a proper end
  std::cout << "start after a kill: " << seconds_since(killed) << " s" << (found ? "" : ", NOT FOUND") << std::endl;
  const auto begun = Clock::now();
  const auto state = service::recover(*open(), "p");
  std::cout << "start: " << seconds_since(begun) << " s, at entry " << (state ? state.value().head().sequence : 0)
            << std::endl;
  return state && state.value().head().sequence == entries ? 0 : 1;
}
