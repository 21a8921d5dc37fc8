#include "schedule/bounds/assignment.hpp"

#include <limits>
#include <vector>

namespace kilter::schedule {
namespace {

constexpr std::int64_t kInfinite = std::numeric_limits<std::int64_t>::max() / 4;

// Rows and columns count from 1; 0 stands for "none".
class Assignment {
 public:
  Assignment(std::span<const std::int64_t> cost, std::size_t rows)
      : cost_(cost), rows_(rows), row_price_(rows + 1), column_price_(rows + 1), row_of_(rows + 1), from_(rows + 1) {}

  std::int64_t run() {
    for (std::size_t row = 1; row <= rows_; ++row) assign(row);
    std::int64_t total = 0;
    for (std::size_t column = 1; column <= rows_; ++column) total += cost(row_of_[column], column);
    return total;
  }

 private:
  [[nodiscard]] std::int64_t cost(std::size_t row, std::size_t column) const {
    return cost_[(row - 1) * rows_ + column - 1];
  }

  void assign(std::size_t row) {
    distance_.assign(rows_ + 1, kInfinite);
    done_.assign(rows_ + 1, false);
    row_of_[0] = row;
    std::size_t column = 0;
    do {
      column = extend(column);
    } while (row_of_[column] != 0);
    while (column != 0) {
      row_of_[column] = row_of_[from_[column]];
      column = from_[column];
    }
  }

  // One more column of the shortest path tree, which `column` was the last of.
  std::size_t extend(std::size_t column) {
    done_[column] = true;
    const std::size_t row = row_of_[column];
    std::int64_t step = kInfinite;
    std::size_t nearest = 0;
    for (std::size_t other = 1; other <= rows_; ++other) {
      if (done_[other]) continue;
      const std::int64_t reduced = cost(row, other) - row_price_[row] - column_price_[other];
      if (reduced < distance_[other]) {
        distance_[other] = reduced;
        from_[other] = column;
      }
      if (distance_[other] < step) {
        step = distance_[other];
        nearest = other;
      }
    }
    for (std::size_t other = 0; other <= rows_; ++other) {
      if (done_[other]) {
        row_price_[row_of_[other]] += step;
        column_price_[other] -= step;
      } else {
        distance_[other] -= step;
      }
    }
    return nearest;
  }

  std::span<const std::int64_t> cost_;
  std::size_t rows_;
  std::vector<std::int64_t> row_price_;
  std::vector<std::int64_t> column_price_;
  std::vector<std::size_t> row_of_;  // column -> row
  std::vector<std::size_t> from_;    // column -> the one before it on the path
  std::vector<std::int64_t> distance_;
  std::vector<bool> done_;
};

}  // namespace

std::int64_t least_assignment(std::span<const std::int64_t> cost, std::size_t rows) {
  return Assignment(cost, rows).run();
}

}  // namespace kilter::schedule
