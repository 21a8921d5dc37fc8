#include "service/enterprise/archive.hpp"

#include "service/plant/recover.hpp"

namespace kilter::service {
namespace {

bool wanted(const Entry& entry, const EntryFilter& filter) {
  const std::string& kind = entry.command.kind;
  const bool prefix = !filter.kind.empty() && filter.kind.back() == '.';
  const bool of_kind = filter.kind.empty() || (prefix ? kind.starts_with(filter.kind) : kind == filter.kind);
  return of_kind && (filter.author.empty() || entry.command.author == filter.author);
}

Kept<std::optional<Entry>> read_one(Journal& journal, std::string_view plant, std::uint64_t sequence) {
  std::optional<Entry> found;
  const Kept<Done> done = journal.read(plant, {.after = sequence - 1, .until = sequence}, [&](const Entry& entry) {
    found = entry;
    return true;
  });
  if (!done) return Kept<std::optional<Entry>>::failure(done.error());
  return found;
}

}  // namespace

// Opened when it is first needed, and again after it was lost.
Kept<Journal*> Archive::journal() {
  if (!journal_) {
    auto opened = open_();
    if (!opened) return Kept<Journal*>::failure(opened.error());
    journal_ = std::move(opened).value();
  }
  return journal_.get();
}

Kept<std::vector<Entry>> Archive::entries(std::string_view plant, const EntryFilter& filter) {
  const std::lock_guard lock(mutex_);
  const Kept<Journal*> opened = journal();
  if (!opened) return Kept<std::vector<Entry>>::failure(opened.error());
  std::vector<Entry> found;
  if (filter.limit == 0) return found;
  const Kept<Done> done = opened.value()->read(plant, {.after = filter.after}, [&](const Entry& entry) {
    if (wanted(entry, filter)) found.push_back(entry);
    return found.size() < filter.limit;
  });
  if (done) return found;
  journal_.reset();
  return Kept<std::vector<Entry>>::failure(done.error());
}

Kept<std::optional<Entry>> Archive::entry(std::string_view plant, std::uint64_t sequence) {
  const std::lock_guard lock(mutex_);
  const Kept<Journal*> opened = journal();
  if (!opened) return Kept<std::optional<Entry>>::failure(opened.error());
  if (sequence == 0 || sequence > kTheEnd) return std::optional<Entry>();
  auto found = read_one(*opened.value(), plant, sequence);
  if (!found) journal_.reset();
  return found;
}

// By halving: times do not go back but for a clock that was set.
Kept<std::uint64_t> Archive::sequence_at(std::string_view plant, std::int64_t moment) {
  const std::lock_guard lock(mutex_);
  const Kept<Journal*> opened = journal();
  if (!opened) return Kept<std::uint64_t>::failure(opened.error());
  const Kept<Head> head = opened.value()->head(plant);
  if (!head) return Kept<std::uint64_t>::failure(head.error());
  std::uint64_t low = 0;
  std::uint64_t high = head.value().sequence;
  while (low < high) {
    const std::uint64_t middle = low + (high - low + 1) / 2;
    const auto found = read_one(*opened.value(), plant, middle);
    if (!found) return Kept<std::uint64_t>::failure(found.error());
    if (found.value() && found.value()->at <= moment) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}

Kept<PlantState> Archive::state(std::string_view plant, std::uint64_t until) {
  const std::lock_guard lock(mutex_);
  const Kept<Journal*> opened = journal();
  if (!opened) return Kept<PlantState>::failure(opened.error());
  return recover(*opened.value(), plant, until);
}

}  // namespace kilter::service
