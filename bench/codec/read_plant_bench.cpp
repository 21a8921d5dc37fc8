// How fast a plant folder becomes a plant: bytes of CSV per second, everything checked and resolved.
//   read_plant_bench --benchmark_filter=ReadPlant/10     tenths of: 70,000 items, 50,000 operations, 300,000 orders
#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include "cli/memory.hpp"
#include "codec/plant/read.hpp"
#include "codec/plant/write.hpp"
#include "generated_folder.hpp"

namespace kilter::bench {
namespace {

std::vector<codec::plant::SourceFile> views_of(const Folder& folder, std::int64_t& bytes) {
  std::vector<codec::plant::SourceFile> files;
  for (const auto& [name, text] : folder) {
    files.push_back({name, text});
    bytes += static_cast<std::int64_t>(text.size());
  }
  return files;
}

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

void ReadPlant(benchmark::State& state) {
  cli::keep_freed_memory();  // as the program does
  const Folder folder = FolderMaker(static_cast<double>(state.range(0)) / 10).make();
  std::int64_t bytes = 0;
  const std::vector<codec::plant::SourceFile> files = views_of(folder, bytes);
  const double before = peak_megabytes();
  for (auto _ : state) {
    const auto plant = codec::plant::read(files);
    if (!plant.ok()) {
      state.SkipWithError(plant.error().front().message.c_str());
      break;
    }
    benchmark::DoNotOptimize(plant);
  }
  state.SetBytesProcessed(state.iterations() * bytes);
  state.counters["MB"] = static_cast<double>(bytes) / 1e6;
  state.counters["added_peak_MB"] = peak_megabytes() - before;
}
BENCHMARK(ReadPlant)->Arg(1)->Arg(10)->Unit(benchmark::kMillisecond);

void ReadRows(benchmark::State& state) {
  const Folder folder = FolderMaker(static_cast<double>(state.range(0)) / 10).make();
  std::int64_t bytes = 0;
  const std::vector<codec::plant::SourceFile> files = views_of(folder, bytes);
  for (auto _ : state) benchmark::DoNotOptimize(codec::plant::read_draft(files));
  state.SetBytesProcessed(state.iterations() * bytes);
}
BENCHMARK(ReadRows)->Arg(10)->Unit(benchmark::kMillisecond);

void WritePlant(benchmark::State& state) {
  const Folder folder = FolderMaker(static_cast<double>(state.range(0)) / 10).make();
  std::int64_t bytes = 0;
  const auto plant = codec::plant::read(views_of(folder, bytes));
  std::int64_t written = 0;
  for (auto _ : state) {
    for (const codec::plant::TargetFile& file : codec::plant::write(plant.value())) {
      written += static_cast<std::int64_t>(file.bytes.size());
    }
  }
  state.SetBytesProcessed(written);
}
BENCHMARK(WritePlant)->Arg(10)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace kilter::bench
