// A part of a table as somebody asks for it: rows that fit, sorted, one page of them.
//
//   filter=quantity:gt:10&filter=customer:eq:dealer-1&sort=-requested,id&page=2&per_page=50
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "service/tables/table.hpp"

namespace kilter::service {

enum class Comparison : std::uint8_t { eq, ne, lt, le, gt, ge, contains };

struct Filter {
  std::string column;
  Comparison comparison = Comparison::eq;
  std::string text;
};

struct SortKey {
  std::string column;
  bool descending = false;
};

struct ListQuery {
  static constexpr std::size_t kMostPerPage = 10'000;

  std::vector<Filter> filters;  // all must hold
  std::vector<SortKey> sort;    // before the row's number
  std::size_t page = 1;
  std::size_t per_page = 100;
};

// From the parameters filter, sort, page and per_page of a query; others are passed over. Faults name the parameter
// (Place::column).
base::Result<ListQuery> read_list_query(const std::vector<std::pair<std::string, std::string>>& parameters);

struct ListPage {
  std::size_t total = 0;         // rows that fit
  std::vector<const Row*> rows;  // of the page, of the table that was asked
};

// Numbers are compared as numbers, everything else as text; a moment written in one zone sorts right. Fails when the
// query names a column that the table does not have.
base::Result<ListPage> list(const Table& table, const ListQuery& query);

// Changes whenever a cell of the row does.
std::string etag(const Table& table, const Row& row);

}  // namespace kilter::service
