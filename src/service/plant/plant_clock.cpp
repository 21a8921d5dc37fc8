#include "service/plant/plant_clock.hpp"

#include <charconv>
#include <chrono>
#include <string>

namespace kilter::service {
namespace {

constexpr std::int64_t kSameDay = 36 * 3'600;
constexpr const char* kClock = "clock.csv";
constexpr const char* kOffset = "offset_seconds";

time::Instant whole_seconds(std::int64_t micros) {
  return time::Instant(std::chrono::floor<std::chrono::seconds>(std::chrono::microseconds(micros)));
}

}  // namespace

std::int64_t clock_offset_for(time::Instant origin, std::int64_t at) {
  const std::int64_t ahead = (origin - whole_seconds(at)).count();
  return ahead < -kSameDay || ahead > kSameDay ? ahead : 0;
}

time::Instant plant_time(const PlantTables& tables, std::int64_t at) {
  const time::Instant now = whole_seconds(at);
  const Table* clock = tables.find(kClock);
  if (clock == nullptr || clock->rows().empty()) return now;
  const std::string& text = clock->cell(*clock->rows().begin(), clock->column(kOffset));
  std::int64_t offset = 0;
  std::from_chars(text.data(), text.data() + text.size(), offset);
  return now + std::chrono::seconds(offset);
}

std::vector<RowEdit> clock_edits(const PlantTables& tables, std::int64_t offset) {
  RowEdit edit{.change = RowChange::add, .table = kClock, .cells = {{kOffset, std::to_string(offset)}}};
  const Table* clock = tables.find(kClock);
  if (clock != nullptr && !clock->rows().empty()) {
    edit.change = RowChange::change;
    edit.row = clock->rows().begin()->number;
  }
  return {edit};
}

}  // namespace kilter::service
