#include "schedule/large/window_search.hpp"

#include "schedule/large/window_pick.hpp"
#include "schedule/search/annealing.hpp"

namespace kilter::schedule {
namespace {

constexpr int kWindowsPerEpoch = 4;
constexpr std::uint64_t kStepsPerOperation = 50;
constexpr double kHeat = 0.02;              // of the median worsening: little more than a descent
constexpr int kSamples = 64;                // for that median
constexpr std::uint64_t kStaleShare = 100;  // assess delays anew when one operation in so many has moved

}  // namespace

struct WindowSearch::Worker {
  struct Find {
    Window window;
    Solution solution;
    std::uint64_t operations = 0;
  };
  explicit Worker(const Network& network) : cutter(network) {}
  WindowCutter cutter;
  std::vector<Find> found;
};

WindowSearch::WindowSearch(const Network& network, const Solution& start, std::uint64_t seed, unsigned threads)
    : network_(network), seed_(seed), whole_(network, start), value_(network) {
  for (unsigned i = 0; i < threads; ++i) workers_.push_back(std::make_unique<Worker>(network));
  value_.assess(whole_.state(), whole_.calendars());
}

WindowSearch::~WindowSearch() = default;

void WindowSearch::work(unsigned thread, std::uint64_t epoch, const Halt& halt) {
  Worker& worker = *workers_[thread];
  worker.found.clear();
  base::Random random(seed_ * 1'000'003 + epoch * 1'009 + thread);
  for (int i = 0; i < kWindowsPerEpoch && !halt.asked(); ++i) {
    const std::vector<Index> free = pick_window(whole_, value_, {}, random);
    if (!free.empty()) search(worker, free, random, halt);
  }
}

void WindowSearch::search(Worker& worker, const std::vector<Index>& free, base::Random& random, const Halt& halt) {
  Window window = worker.cutter.cut(whole_, value_, free, WindowCutter::Between::left_out);
  const Network network(window.problem);
  Trial trial(network, window.start);
  const Worth before = trial.worth();
  const double scale = kHeat * median_worsening(trial, kSamples, random.next());
  Annealing annealing(trial, {.hottest = scale, .coldest = scale * 0.01}, random.next());
  const auto steps = static_cast<double>(free.size() * kStepsPerOperation);
  double made = 0;
  annealing.run([&](std::uint64_t count) {
    made += static_cast<double>(count);
    return halt.asked() ? 1.0 : made / steps;
  });
  if (!annealing.best_worth().better_than(before)) return;
  Solution solution = to_solution(network, annealing.best());
  worker.found.push_back({.window = std::move(window), .solution = std::move(solution), .operations = free.size()});
}

bool WindowSearch::merge() {
  bool better = false;
  for (const auto& worker : workers_) {
    for (const Worker::Find& find : worker->found) {
      if (!put_back(whole_, find.window, find.solution)) continue;
      better = true;
      moved_ += find.operations;
    }
  }
  if (moved_ * kStaleShare >= network_.operation_count() && moved_ > 0) {
    value_.assess(whole_.state(), whole_.calendars());
    moved_ = 0;
  }
  return better;
}

}  // namespace kilter::schedule
