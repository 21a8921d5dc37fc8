#include "codec/import/frepple/calendars.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <iterator>

namespace kilter::codec::frepple {
namespace {

using time::Interval;
using time::Tick;
using time::WorkingCalendar;

constexpr std::int32_t kDay = 86'400;
constexpr std::int32_t kLastSecond = kDay - 1;  // "23:59:59" means the day's end

constexpr std::array<std::string_view, 7> kDays = {"monday", "tuesday",  "wednesday", "thursday",
                                                   "friday", "saturday", "sunday"};

}  // namespace

Calendars::Bucket Calendars::read_bucket(const SourceRow& row) {
  Bucket bucket;
  bucket.from = row.instant("startdate");
  bucket.until = row.instant("enddate");
  bucket.value = row.micros("value").value_or(0);
  bucket.priority = row.whole("priority").value_or(0);
  for (std::size_t day = 0; day < kDays.size(); ++day) {
    if (row.truth(kDays[day]).value_or(true)) bucket.days = static_cast<std::uint8_t>(bucket.days | (1U << day));
  }
  bucket.start = row.time_of_day("starttime").value_or(0);
  bucket.end = row.time_of_day("endtime").value_or(kLastSecond);
  if (bucket.end == kLastSecond) bucket.end = kDay;
  return bucket;
}

Calendars::Calendars(Session& session) : session_(session) {
  for (const SourceRow row : session.table("calendar")) {
    sources_[std::string(row.text("name"))].default_value = row.micros("defaultvalue").value_or(0);
  }
  for (const SourceRow row : session.table("calendarbucket")) {
    const Bucket bucket = read_bucket(row);
    if (bucket.end <= bucket.start) {
      session.not_carried(row.place("endtime"), "The bucket ends before it starts: it holds at no time.");
      continue;
    }
    sources_[std::string(row.text("calendar"))].buckets.push_back(bucket);
  }
  for (auto& [name, source] : sources_) {
    std::ranges::stable_sort(source.buckets, std::ranges::greater{}, &Bucket::priority);
  }
}

WorkingCalendar Calendars::expand(const Bucket& bucket) const {
  const time::Frame frame(session_.origin);
  const time::Instant from = std::max(bucket.from.value_or(session_.span_begin), session_.span_begin);
  const time::Instant until = std::min(bucket.until.value_or(session_.span_end), session_.span_end);
  std::vector<Interval> open;
  for (auto day = std::chrono::floor<std::chrono::days>(from); day < until; day += std::chrono::days(1)) {
    const unsigned weekday = std::chrono::weekday(day).iso_encoding() - 1;
    if ((bucket.days >> weekday & 1U) == 0) continue;
    const time::Instant begin = std::max<time::Instant>(day + time::Duration(bucket.start), from);
    const time::Instant end = std::min<time::Instant>(day + time::Duration(bucket.end), until);
    if (begin < end) open.push_back({frame.tick(begin), frame.tick(end)});
  }
  return WorkingCalendar(std::move(open));
}

WorkingCalendar Calendars::expand(const Source& source) const {
  const time::Frame frame(session_.origin);
  WorkingCalendar open;
  if (source.default_value > 0) {
    open = WorkingCalendar::always(frame.tick(session_.span_begin), frame.tick(session_.span_end));
  }
  for (const Bucket& bucket : source.buckets) {
    open = bucket.value > 0 ? WorkingCalendar::unite(open, expand(bucket))
                            : WorkingCalendar::subtract(open, expand(bucket));
  }
  return open;
}

void Calendars::write_shift(model::Text id, const Bucket& bucket) {
  session_.draft.calendar_shifts.push_back({.calendar = id,
                                            .days = bucket.days,
                                            .start = bucket.start,
                                            .end = bucket.end,
                                            .from = bucket.from,
                                            .until = bucket.until});
}

void Calendars::write_closed(model::Text id, const WorkingCalendar& closed, model::Text reason) {
  const time::Frame frame(session_.origin);
  for (const Interval& interval : closed.intervals()) {
    session_.draft.calendar_exceptions.push_back({.calendar = id,
                                                  .from = frame.instant(interval.open),
                                                  .until = frame.instant(interval.close),
                                                  .reason = reason});
  }
}

// From the most important bucket down: a closing one closes what no more important one opens. The least important of
// all has nothing to close unless the calendar is open by default.
void Calendars::write_closing_buckets(model::Text id, const Source& source) {
  WorkingCalendar opened;
  auto last = source.buckets.rend();
  while (source.default_value <= 0 && last != source.buckets.rbegin() && std::prev(last)->value <= 0) --last;
  for (auto bucket = source.buckets.rbegin(); bucket != last; ++bucket) {
    if (bucket->value > 0) {
      opened = WorkingCalendar::unite(opened, expand(*bucket));
    } else {
      write_closed(id, WorkingCalendar::subtract(expand(*bucket), opened), "closed in the source");
    }
  }
}

void Calendars::write(model::Text id, const Source& source) {
  session_.draft.calendars.push_back({.id = id});
  if (source.default_value > 0) {
    session_.draft.calendar_shifts.push_back({.calendar = id, .days = model::kDaily, .end = kDay});
  }
  for (const Bucket& bucket : source.buckets) {
    if (bucket.value > 0) write_shift(id, bucket);
  }
  write_closing_buckets(id, source);
}

model::Text Calendars::carry(std::string_view name) {
  if (name.empty()) return {};
  if (const auto found = carried_.find(name); found != carried_.end()) return found->second;
  const model::Text id = session_.draft.keep(std::string(name));
  carried_.emplace(std::string(name), id);
  if (const auto source = sources_.find(name); source != sources_.end()) write(id, source->second);
  return id;
}

model::Text Calendars::both(std::string_view first, std::string_view second) {
  if (first.empty() || second.empty() || first == second) return carry(first.empty() ? second : first);
  const std::string name = std::string(first) + " and " + std::string(second);
  if (const auto found = carried_.find(name); found != carried_.end()) return found->second;
  const auto a = sources_.find(first);
  const auto b = sources_.find(second);
  if (a == sources_.end() || b == sources_.end()) return carry(a == sources_.end() ? first : second);
  const model::Text id = session_.draft.keep(name);
  carried_.emplace(name, id);
  write(id, a->second);
  const time::Frame frame(session_.origin);
  const auto always = WorkingCalendar::always(frame.tick(session_.span_begin), frame.tick(session_.span_end));
  write_closed(id, WorkingCalendar::subtract(always, expand(b->second)), "closed in the second calendar");
  return id;
}

Calendars::Peak Calendars::peak(std::string_view name) const {
  const auto source = sources_.find(name);
  if (source == sources_.end()) return {};
  Peak peak{.micros = source->second.default_value};
  for (const Bucket& bucket : source->second.buckets) peak.micros = std::max(peak.micros, bucket.value);
  const auto other = [&](std::int64_t value) { return value > 0 && value != peak.micros; };
  peak.varies = other(source->second.default_value);
  for (const Bucket& bucket : source->second.buckets) peak.varies = peak.varies || other(bucket.value);
  return peak;
}

}  // namespace kilter::codec::frepple
