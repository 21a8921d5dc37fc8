#include "codec/plan/read/plan_rows.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "codec/text/human.hpp"
#include "codec/text/values/decimal.hpp"
#include "time/civil_text.hpp"

namespace kilter::codec {

std::optional<time::Tick> parse_moment(std::string_view text, const time::Frame& frame) {
  if (text == "never") return time::kNever;
  if (text == "long ago") return time::kLongAgo;
  return time::parse_civil(text, frame);
}

PlanRows::PlanRows(std::string_view table, std::string_view bytes, const std::vector<std::string_view>& columns,
                   base::Issues& issues)
    : file_(std::string(table) + ".csv"), reader_(bytes), issues_(issues), names_(columns) {
  read_header(columns);
}

void PlanRows::add(base::Issue issue) {
  ++faults_;
  issue.severity = base::Severity::error;
  issue.where.file = file_;
  if (faults_ <= kMostFaults) issues_.push_back(std::move(issue));
  if (faults_ != kMostFaults + 1) return;
  issues_.push_back({.code = "more-faults",
                     .where = {.file = file_},
                     .message = "there are more faults in this file than the " + human_count(kMostFaults) + " above",
                     .way_out = "Mend those first, or write the plan anew with kilter plan."});
}

void PlanRows::read_header(const std::vector<std::string_view>& columns) {
  if (!reader_.next()) {
    add({.code = "no-header",
         .message = file_ + " is empty or not a table",
         .way_out = "Write the plan anew with kilter plan."});
    return;
  }
  const auto header = reader_.cells();
  width_ = header.size();
  usable_ = true;
  for (const std::string_view column : columns) {
    const auto found = std::find(header.begin(), header.end(), column);
    places_.push_back(static_cast<std::size_t>(found - header.begin()));
    if (found != header.end()) continue;
    usable_ = false;
    add({.code = "missing-column",
         .where = {.row = 1, .column = std::string(column)},
         .message = file_ + " has no column " + std::string(column),
         .way_out = "Put it back, or write the plan anew with kilter plan."});
  }
}

bool PlanRows::next() {
  if (!usable_) return false;
  while (reader_.next()) {
    if (reader_.cells().size() == width_) return true;
    add({.code = "wrong-width",
         .where = {.row = reader_.row()},
         .message =
             "the row has " + std::to_string(reader_.cells().size()) + " cells, the header " + std::to_string(width_),
         .way_out = "Check commas and quotes in this row."});
  }
  if (const text::Fault* fault = reader_.fault()) {
    add({.code = fault->code, .where = {.row = reader_.row()}, .message = fault->message, .way_out = fault->way_out});
    usable_ = false;
  }
  return false;
}

std::string_view PlanRows::text(std::size_t column) const { return text::unguarded(reader_.cells()[places_[column]]); }

void PlanRows::fault(std::size_t column, std::string code, const std::string& what) {
  const std::string name(names_[column]);
  add({.code = std::move(code),
       .where = {.row = row(), .column = name, .value = std::string(text(column))},
       .message = name + " '" + std::string(text(column)) + "' " + what,
       .way_out = "Put back what was there, or write the plan anew with kilter plan."});
}

void PlanRows::fault_of_file(std::string code, const std::string& what) {
  add({.code = std::move(code), .message = file_ + " " + what, .way_out = "Write the plan anew with kilter plan."});
}

std::int64_t PlanRows::decimal(std::size_t column, unsigned decimals) {
  const text::Parsed<std::int64_t> parsed = text::parse_decimal(reader_.cells()[places_[column]], decimals);
  if (!parsed.ok()) fault(column, parsed.fault->code, parsed.fault->message);
  return parsed.ok() ? parsed.value : 0;
}

std::int64_t PlanRows::integer(std::size_t column, std::int64_t least, std::int64_t most) {
  const std::int64_t value = decimal(column, 0);
  if (value >= least && value <= most) return value;
  fault(column, "out-of-range", "is not from " + std::to_string(least) + " to " + std::to_string(most));
  return least;
}

time::Tick PlanRows::moment(std::size_t column, const time::Frame& frame, time::Tick unset) {
  const std::string_view cell = text(column);
  if (cell.empty()) return unset;
  const std::optional<time::Tick> tick = parse_moment(cell, frame);
  if (!tick) fault(column, "no-moment", "is not a date and time with offset");
  return tick.value_or(unset);
}

}  // namespace kilter::codec
