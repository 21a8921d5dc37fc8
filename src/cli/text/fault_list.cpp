#include "cli/text/fault_list.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "codec/text/human.hpp"
#include "plan/words.hpp"

namespace kilter::cli {
namespace {

constexpr std::size_t kShownValue = 120;  // characters of a value that are shown
constexpr std::size_t kShownMessage = 4000;

auto place_key(const base::Issue& issue) {
  return std::tie(issue.severity, issue.where.file, issue.where.row, issue.where.column, issue.code, issue.message);
}

std::string place(const base::Place& where) {
  std::string text = where.file.empty() ? std::string() : where.file + ":";
  if (where.row > 0) text += fmt::format("{}:", where.row);
  if (!where.column.empty()) text += where.column + ":";
  return text.empty() ? text : text + " ";
}

// One line without control characters, cut at `most`: a terminal must not be driven by input.
std::string printable(const std::string& value, std::size_t most) {
  std::string text;
  for (const char c : value) {
    if (text.size() >= most) return text + "...";
    text += static_cast<unsigned char>(c) < 0x20U || c == 0x7F ? '?' : c;
  }
  return text;
}

std::size_t count_of(const base::Issues& issues, base::Severity severity) {
  return static_cast<std::size_t>(std::count_if(issues.begin(), issues.end(),
                                                [&](const base::Issue& issue) { return issue.severity == severity; }));
}

}  // namespace

void sort_by_place(base::Issues& issues) {
  std::stable_sort(issues.begin(), issues.end(),
                   [](const base::Issue& a, const base::Issue& b) { return place_key(a) < place_key(b); });
}

void sort_gravest_last(base::Issues& issues) {
  sort_by_place(issues);
  std::stable_sort(issues.begin(), issues.end(),
                   [](const base::Issue& a, const base::Issue& b) { return a.severity > b.severity; });
}

void print_issues(const base::Issues& issues, std::ostream& out, Assumptions assumptions) {
  for (const base::Issue& issue : issues) {
    out << place(issue.where) << plan::word(issue.severity) << ": " << printable(issue.message, kShownMessage) << " ["
        << issue.code << "]\n";
    if (issue.severity == base::Severity::assumption && assumptions == Assumptions::brief) continue;
    if (!issue.where.value.empty()) out << "    value:   " << printable(issue.where.value, kShownValue) << "\n";
    if (!issue.way_out.empty()) out << "    way out: " << printable(issue.way_out, kShownMessage) << "\n";
  }
}

std::string count_issues(const base::Issues& issues) {
  std::string text;
  for (const base::Severity severity : {base::Severity::error, base::Severity::warning, base::Severity::assumption}) {
    const std::size_t count = count_of(issues, severity);
    if (!text.empty()) text += ", ";
    text += fmt::format("{} {}{}", codec::human_count(count), plan::word(severity), count == 1 ? "" : "s");
  }
  return text;
}

}  // namespace kilter::cli
