// Reads journals while desks write them: entries that are no longer remembered, and plants as they were.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string_view>
#include <vector>

#include "service/journal/journal.hpp"
#include "service/plant/plant_state.hpp"

namespace kilter::service {

using OpenJournal = std::function<Kept<std::unique_ptr<Journal>>()>;

struct EntryFilter {
  std::uint64_t after = 0;
  std::size_t limit = 1'000;
  std::string_view kind = {};    // exactly, or with a point at its end as a beginning; empty: all
  std::string_view author = {};  // empty: all
};

// From any thread; one reads at a time.
class Archive {
 public:
  explicit Archive(OpenJournal open) : open_(std::move(open)) {}

  Kept<std::vector<Entry>> entries(std::string_view plant, const EntryFilter& filter);
  Kept<std::optional<Entry>> entry(std::string_view plant, std::uint64_t sequence);
  // The last entry taken at or before the moment (microseconds since 1970); 0: none was.
  Kept<std::uint64_t> sequence_at(std::string_view plant, std::int64_t moment);
  Kept<PlantState> state(std::string_view plant, std::uint64_t until);

 private:
  Kept<Journal*> journal();

  OpenJournal open_;
  std::mutex mutex_;
  std::unique_ptr<Journal> journal_;
};

}  // namespace kilter::service
