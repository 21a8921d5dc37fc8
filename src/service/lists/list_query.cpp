#include "service/lists/list_query.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>

#include "service/access/secrets.hpp"

namespace kilter::service {
namespace {

constexpr std::array<std::string_view, 7> kComparisons{"eq", "ne", "lt", "le", "gt", "ge", "contains"};

std::optional<Comparison> comparison_named(std::string_view word) {
  for (std::size_t i = 0; i < kComparisons.size(); ++i) {
    if (kComparisons[i] == word) return static_cast<Comparison>(i);
  }
  return std::nullopt;
}

base::Issue bad(std::string parameter, const std::string& value, std::string message, std::string way_out) {
  return {.code = "bad-query",
          .where = {.column = std::move(parameter), .value = value},
          .message = std::move(message),
          .way_out = std::move(way_out)};
}

void read_filter(const std::string& text, ListQuery& query, base::Issues& issues) {
  const std::size_t first = text.find(':');
  const std::size_t second = first == std::string::npos ? first : text.find(':', first + 1);
  std::optional<Comparison> comparison;
  if (second != std::string::npos)
    comparison = comparison_named(std::string_view(text).substr(first + 1, second - first - 1));
  if (!comparison) {
    issues.push_back(bad("filter", text, "'" + text + "' is no filter",
                         "Write column:comparison:text with eq, ne, lt, le, gt, ge or contains."));
    return;
  }
  query.filters.push_back(
      {.column = text.substr(0, first), .comparison = *comparison, .text = text.substr(second + 1)});
}

void read_sort(std::string_view text, ListQuery& query) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(','), text.size());
    std::string_view column = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const bool descending = column.starts_with('-');
    if (descending) column.remove_prefix(1);
    if (!column.empty()) query.sort.push_back({.column = std::string(column), .descending = descending});
  }
}

void read_count(const std::string& name, const std::string& text, std::size_t most, std::size_t& count,
                base::Issues& issues) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc() && end == text.data() + text.size() && value >= 1 && value <= most) {
    count = value;
  } else {
    issues.push_back(bad(name, text, name + " is not a whole number from 1 to " + std::to_string(most),
                         "Leave it out for the default."));
  }
}

std::optional<double> number_in(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// Below 0: a before b. Numbers come before texts.
int compare(std::string_view a, std::string_view b) {
  const auto x = number_in(a);
  const auto y = number_in(b);
  if (x && y) return *x < *y ? -1 : (*x > *y ? 1 : 0);
  if (x.has_value() != y.has_value()) return x ? -1 : 1;
  return a.compare(b);
}

bool holds(Comparison comparison, std::string_view cell, std::string_view text) {
  if (comparison == Comparison::contains) return cell.find(text) != std::string_view::npos;
  const int order = compare(cell, text);
  switch (comparison) {
    case Comparison::eq:
      return order == 0;
    case Comparison::ne:
      return order != 0;
    case Comparison::lt:
      return order < 0;
    case Comparison::le:
      return order <= 0;
    case Comparison::gt:
      return order > 0;
    default:
      return order >= 0;
  }
}

// Places of the columns that a query names.
class Columns {
 public:
  explicit Columns(const Table& table) : table_(table) {}
  std::size_t find(const char* parameter, const std::string& column) {
    const std::size_t at = table_.column(column);
    if (at < table_.columns().size()) return at;
    issues_.push_back(
        bad(parameter, column, table_.name() + " has no column " + column, "The list names its columns."));
    return at;
  }
  [[nodiscard]] base::Issues take() { return std::move(issues_); }

 private:
  const Table& table_;
  base::Issues issues_;
};

}  // namespace

base::Result<ListQuery> read_list_query(const std::vector<std::pair<std::string, std::string>>& parameters) {
  ListQuery query;
  base::Issues issues;
  for (const auto& [name, text] : parameters) {
    if (name == "filter") read_filter(text, query, issues);
    if (name == "sort") read_sort(text, query);
    if (name == "page") read_count(name, text, 1'000'000'000, query.page, issues);
    if (name == "per_page") read_count(name, text, ListQuery::kMostPerPage, query.per_page, issues);
  }
  if (!issues.empty()) return base::Result<ListQuery>::failure(std::move(issues));
  return query;
}

base::Result<ListPage> list(const Table& table, const ListQuery& query) {
  Columns columns(table);
  std::vector<std::size_t> filtered;
  std::vector<std::size_t> sorted;
  for (const Filter& filter : query.filters) filtered.push_back(columns.find("filter", filter.column));
  for (const SortKey& key : query.sort) sorted.push_back(columns.find("sort", key.column));
  if (base::Issues issues = columns.take(); !issues.empty()) return base::Result<ListPage>::failure(std::move(issues));

  ListPage page;
  for (const Row& row : table.rows()) {
    bool fits = true;
    for (std::size_t i = 0; fits && i < filtered.size(); ++i) {
      fits = holds(query.filters[i].comparison, table.cell(row, filtered[i]), query.filters[i].text);
    }
    if (fits) page.rows.push_back(&row);
  }
  std::stable_sort(page.rows.begin(), page.rows.end(), [&](const Row* a, const Row* b) {
    for (std::size_t i = 0; i < sorted.size(); ++i) {
      const int order = compare(table.cell(*a, sorted[i]), table.cell(*b, sorted[i]));
      if (order != 0) return (order < 0) != query.sort[i].descending;
    }
    return false;
  });
  page.total = page.rows.size();
  const std::size_t begin = std::min(page.total, (query.page - 1) * query.per_page);
  const std::size_t end = std::min(page.total, begin + query.per_page);
  page.rows = {page.rows.begin() + static_cast<std::ptrdiff_t>(begin),
               page.rows.begin() + static_cast<std::ptrdiff_t>(end)};
  return page;
}

std::string etag(const Table& table, const Row& row) {
  std::string all = std::to_string(row.number);
  for (std::size_t i = 0; i < table.columns().size(); ++i) {
    const std::string& cell = table.cell(row, i);
    if (!cell.empty()) all += '\0' + table.columns()[i] + '\0' + cell;
  }
  return "\"" + digest(all).substr(0, 24) + "\"";
}

}  // namespace kilter::service
