#include "model/report/near_names.hpp"

#include <algorithm>
#include <array>

namespace kilter::model {
namespace {

constexpr std::size_t kLongest = 64;
constexpr std::size_t kMostNames = 3;

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

}  // namespace

namespace {

using Row = std::array<std::size_t, kLongest + 1>;

// One row of the table from the two above it; its smallest entry.
std::size_t fill_row(std::string_view a, std::string_view b, std::size_t i, std::array<Row, 3>& rows) {
  Row& row = rows[i % 3];
  const Row& above = rows[(i + 2) % 3];
  const Row& two_above = rows[(i + 1) % 3];
  row[0] = i;
  std::size_t smallest = row[0];
  for (std::size_t j = 1; j <= b.size(); ++j) {
    row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
    const bool exchanged = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
    if (exchanged) row[j] = std::min(row[j], two_above[j - 2] + 1);
    smallest = std::min(smallest, row[j]);
  }
  return smallest;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  const std::size_t gap = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (gap > limit || a.size() > kLongest || b.size() > kLongest) return limit + 1;
  // Three rows of the table: two steps back (for exchanges), one back, the current one.
  std::array<Row, 3> rows{};
  for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    if (fill_row(a, b, i, rows) > limit) return limit + 1;
  }
  return rows[a.size() % 3][b.size()];
}

NearNames::NearNames(std::string_view wrong)
    : wrong_(lower(wrong.substr(0, kLongest + 1))),
      best_(std::max<std::size_t>(1, std::min<std::size_t>(3, wrong.size() / 3))) {}

void NearNames::consider(std::string_view known) {
  if (known.empty() || known.size() > kLongest || wrong_.size() > kLongest) return;
  if (known.size() > wrong_.size() + best_ || wrong_.size() > known.size() + best_) return;
  const std::size_t distance = edit_distance(wrong_, lower(known), best_);
  if (distance > best_) return;
  if (distance < best_) names_.clear();
  best_ = distance;
  // The first ones by the alphabet, whatever the order in which they come.
  names_.insert(std::lower_bound(names_.begin(), names_.end(), known), std::string(known));
  if (names_.size() > kMostNames) names_.pop_back();
}

std::string NearNames::sentence() const {
  if (names_.empty()) return "";
  std::string text = "Maybe ";
  for (std::size_t i = 0; i < names_.size(); ++i) {
    if (i > 0) text += i + 1 == names_.size() ? " or " : ", ";
    text += "\"" + names_[i] + "\"";
  }
  return text + "?";
}

}  // namespace kilter::model
