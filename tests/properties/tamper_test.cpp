// A plan folder in which one cell says something else is refused: by reading it, or by the checker.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/random.hpp"
#include "check/verify.hpp"
#include "codec/plan/read/read_plan.hpp"
#include "codec/plan/write.hpp"
#include "codec/text/csv.hpp"
#include "coordinate/make_plan.hpp"
#include "support/random_plant.hpp"

namespace kilter::properties {
namespace {

using Rows = std::vector<std::vector<std::string>>;

// Cells that may say something else, and why.
const std::map<std::string, std::string>& free_cells() {
  static const std::map<std::string, std::string> kFree = {
      {"assignments.reason", "why this person and not another: a choice, not a fact"},
      {"purchases.reason", "why this offer and date: a choice, not a fact"},
      {"production_orders.need", "an order planned to be late may be wanted later than its due date"},
      {"purchases.need", "an order planned to be late may be wanted later than its due date"},
      {"production_orders.rank", "any ranks will do that put the same orders in the same sequence"},
      {"operations.lane", "another of the identical machines that is free does as well"},
      {"assignments.copy", "another of the copies of a tool that is free does as well"},
      {"purchases.earliest", "bounds only where a cap or a vendor's week holds the purchase where it is"},
      {"overtime.calendar", "overtime that nobody works changes nothing"},
      {"purchases.order_date", "may be sent sooner"},
      {"unplanned.reason", "several reasons may be possible"},
      {"unplanned.item", "several components may be short"},
      {"assumptions.severity", "a note"},
      {"assumptions.code", "a note"},
      {"assumptions.message", "a note"},
      {"assumptions.way_out", "a note"},
      {"assumptions.file", "a note"},
      {"assumptions.row", "a note"},
      {"assumptions.column", "a note"},
      {"assumptions.value", "a note"},
      {"overtime.from", "a window may be wider than the work in it"},
      {"overtime.until", "a window may be wider than the work in it"},
  };
  return kFree;
}

using Files = std::vector<std::pair<std::string, std::string>>;

Rows rows_of(const std::string& bytes) {
  Rows rows;
  codec::text::CsvReader reader(bytes);
  while (reader.next()) rows.emplace_back(reader.cells().begin(), reader.cells().end());
  return rows;
}

std::string bytes_of(const Rows& rows) {
  std::string bytes;
  for (const std::vector<std::string>& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) bytes += ',';
      codec::text::append_cell(bytes, row[i]);
    }
    bytes += '\n';
  }
  return bytes;
}

// What another row says in that column, or one digit more or less.
std::string changed(const Rows& rows, std::size_t row, std::size_t column, base::Random& random) {
  std::string cell = rows[row][column];
  if (random.below(2) == 0) return rows[1 + random.below(static_cast<std::uint32_t>(rows.size() - 1))][column];
  std::vector<std::size_t> digits;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    if (cell[i] >= '0' && cell[i] <= '9') digits.push_back(i);
  }
  if (digits.empty()) return {};
  char& digit = cell[digits[random.below(static_cast<std::uint32_t>(digits.size()))]];
  digit = digit == '9' ? '8' : static_cast<char>(digit + 1);
  return cell;
}

class Tamper : public ::testing::Test {
 protected:
  void load(std::uint64_t seed) {
    plant_ = support::random_plant(seed, 1 + static_cast<int>(seed % 3));
    coordinate::PlanOptions options;
    options.seconds = 0;
    plan_ = coordinate::make_plan(plant_, options).plan;
    codec::MemoryFolder folder;
    codec::write_plan(codec::PlanView(plant_, plan_), {.version = "test"}, folder);
    files_ = folder.files();
  }

  // Changes one cell of the file; says what it was when that passes for a plan that holds.
  std::string change(std::size_t file, base::Random& random) {
    Files files = files_;
    auto& [name, content] = files[file];
    Rows rows = rows_of(content);
    if (rows.size() < 2) return {};
    const std::size_t row = 1 + random.below(static_cast<std::uint32_t>(rows.size() - 1));
    const std::size_t column = random.below(static_cast<std::uint32_t>(rows[0].size()));
    const std::string cell = name.substr(0, name.size() - 4) + "." + rows[0][column];
    const std::string before = rows[row][column];
    rows[row][column] = changed(rows, row, column, random);
    if (free_cells().contains(cell) || rows[row][column] == before) return {};
    content = bytes_of(rows);
    std::vector<codec::PlanFile> sources;
    for (const auto& [each, bytes] : files) sources.push_back({each, bytes});
    const auto again = codec::read_plan(plant_, sources);
    if (!again.ok()) return {};
    ++read_;
    if (again.value() == plan_ || !check::verify(plant_, again.value()).empty()) return {};
    return cell + " row " + std::to_string(row) + ": '" + before + "' became '" + rows[row][column] + "'";
  }

  model::Plant plant_;
  plan::Plan plan_;
  Files files_;
  int read_ = 0;
};

TEST_F(Tamper, NoChangedCellPasses) {
  for (std::uint64_t seed = 0; seed < 12; ++seed) {
    load(seed);
    base::Random random(seed);
    for (std::size_t file = 0; file < files_.size(); ++file) {
      if (!files_[file].first.ends_with(".csv")) continue;
      for (int times = 0; times < 25; ++times) {
        const std::string passed = change(file, random);
        EXPECT_EQ(passed, "") << "seed " << seed;
      }
    }
  }
  EXPECT_GT(read_, 100);  // the rest is refused by reading
}

}  // namespace
}  // namespace kilter::properties
