#include "service/tables/plant_tables.hpp"

#include <gtest/gtest.h>

#include <map>

#include "base/random.hpp"
#include "codec/plant/plant_text.hpp"

namespace kilter::service {
namespace {

using codec::plant::join_text;
using codec::plant::split_text;

constexpr std::string_view kPlant = R"(
== plant.csv ==
name,origin
Hello,2026-11-23
== orders.csv ==
id,item,quantity,requested,our_note
A,bike,2,2026-11-30,"blue, please"
B,bike,1,2026-12-01,
C,bike,5,2026-12-02,"say ""hello"""
)";

PlantTables hello() { return PlantTables::from(split_text(kPlant)).value(); }

std::string_view cell(const PlantTables& tables, RowNumber row, std::string_view column) {
  const Table* orders = tables.find("orders.csv");
  return orders->cell(*orders->find(row), orders->column(column));
}

TEST(PlantTables, KeepWhatTheFolderHolds) {
  const PlantTables tables = hello();
  EXPECT_EQ(cell(tables, 1, "our_note"), "blue, please");
  EXPECT_EQ(cell(tables, 3, "our_note"), "say \"hello\"");
  EXPECT_EQ(cell(tables, 2, "penalty_per_day"), "");
  EXPECT_EQ("\n" + join_text(tables.files()), kPlant);
}

TEST(PlantTables, EditsCanBeUndone) {
  PlantTables tables = hello();
  const std::vector<RowEdit> edits{
      {.table = "orders.csv", .row = 2, .cells = {{"quantity", "7"}, {"penalty_per_day", "30"}, {"quantity", "8"}}},
      {.change = RowChange::remove, .table = "orders.csv", .row = 1},
      {.change = RowChange::add, .table = "orders.csv", .cells = {{"id", "D"}, {"item", "bike"}}},
      {.change = RowChange::add, .table = "items.csv", .cells = {{"id", "bike"}}},
  };
  const auto back = tables.apply(edits);
  ASSERT_TRUE(back.ok());
  EXPECT_EQ(cell(tables, 2, "quantity"), "8");
  EXPECT_EQ(cell(tables, 4, "id"), "D");
  EXPECT_EQ(tables.find("orders.csv")->find(1), nullptr);
  EXPECT_EQ(tables.rows_with("orders.csv", std::vector<CellText>{{"item", "bike"}}), (std::vector<RowNumber>{2, 3, 4}));
  ASSERT_NE(tables.find("items.csv"), nullptr);
  EXPECT_EQ(tables.files()[1].bytes.substr(0, 53), "id,item,quantity,requested,our_note,penalty_per_day\nB");
  const auto again = tables.apply(back.value());
  ASSERT_TRUE(again.ok());
  EXPECT_EQ("\n" + join_text(tables.files()), kPlant);
  EXPECT_EQ(tables.find("items.csv"), nullptr);
  // And the undoing can be undone, under the same numbers.
  ASSERT_TRUE(tables.apply(again.value()).ok());
  EXPECT_EQ(cell(tables, 4, "id"), "D");
}

TEST(PlantTables, AllFaultsComeBackAndNothingIsChanged) {
  PlantTables tables = hello();
  const auto failed = tables.apply(std::vector<RowEdit>{
      {.table = "orders.csv", .row = 1, .cells = {{"quantity", "9"}}},
      {.table = "orders.csv", .row = 9, .cells = {{"quantity", "9"}}},
      {.table = "orders.csv", .row = 2, .cells = {{"colour", "red"}, {"size", "L"}}},
      {.change = RowChange::restore, .table = "orders.csv", .row = 1},
      {.change = RowChange::restore, .table = "orders.csv", .row = 4},
      {.change = RowChange::add, .table = "secrets.csv"},
      {.change = RowChange::remove, .table = "items.csv", .row = 1},
  });
  ASSERT_FALSE(failed.ok());
  std::vector<std::string> codes;
  for (const base::Issue& issue : failed.error()) codes.push_back(issue.code);
  EXPECT_EQ(codes, (std::vector<std::string>{"unknown-row", "unknown-column", "unknown-column", "unknown-row",
                                             "unknown-row", "unknown-table", "unknown-row"}));
  EXPECT_EQ(failed.error()[1].where, (base::Place{.file = "orders.csv", .row = 2, .column = "colour", .value = "red"}));
  EXPECT_EQ("\n" + join_text(tables.files()), kPlant);
}

TEST(PlantTables, LaterEditsSeeEarlierOnes) {
  PlantTables tables = hello();
  ASSERT_TRUE(tables
                  .apply(std::vector<RowEdit>{{.change = RowChange::add, .table = "orders.csv", .cells = {{"id", "D"}}},
                                              {.table = "orders.csv", .row = 4, .cells = {{"quantity", "3"}}}})
                  .ok());
  EXPECT_EQ(cell(tables, 4, "quantity"), "3");
}

TEST(PlantTables, ACopyDoesNotSeeLaterEdits) {
  PlantTables tables = hello();
  const PlantTables copy = tables;
  const Table* shared = copy.find("plant.csv");
  ASSERT_TRUE(tables.apply(std::vector<RowEdit>{{.table = "orders.csv", .row = 1, .cells = {{"id", "Z"}}}}).ok());
  EXPECT_EQ(cell(copy, 1, "id"), "A");
  EXPECT_EQ(tables.find("plant.csv"), shared);
}

TEST(PlantTables, FilesThatAreNoTablesAreAllNamed) {
  const std::vector<codec::plant::SourceFile> files{{"orders.csv", "id,item\nA,bike,3\n"},
                                                    {"items.csv", "id\n\"bike\n"}};
  const auto tables = PlantTables::from(files);
  ASSERT_FALSE(tables.ok());
  ASSERT_EQ(tables.error().size(), 2U);
  EXPECT_EQ(tables.error()[0].code, "too-many-cells");
  EXPECT_EQ(tables.error()[0].where.row, 2U);
  EXPECT_EQ(tables.error()[1].code, "unclosed-quote");
}

// Some edit of some row that may or may not be there.
RowEdit random_edit(base::Random& random) {
  RowEdit edit{.change = static_cast<RowChange>(random.below(4)),
               .table = random.chance(0.8) ? "orders.csv" : "items.csv",
               .row = random.below(12)};
  const std::vector<std::string> columns{"id", "quantity", "item", "our_note", "penalty_per_day", "nonsense"};
  for (std::uint32_t left = random.below(3); left > 0; --left) {
    edit.cells.push_back({columns[random.below(random.chance(0.9) ? 5 : 6)], std::to_string(random.below(100))});
  }
  return edit;
}

// The slow twin: every row as a map from columns to texts.
using Rows = std::map<RowNumber, std::map<std::string, std::string>>;

Rows rows_of(const PlantTables& tables, std::string_view name) {
  Rows rows;
  const Table* table = tables.find(name);
  if (table == nullptr) return rows;
  for (const Row& row : table->rows()) {
    auto& cells = rows[row.number];
    for (std::size_t i = 0; i < table->columns().size(); ++i) {
      if (!table->cell(row, i).empty()) cells[table->columns()[i]] = table->cell(row, i);
    }
  }
  return rows;
}

void edit_twin(const RowEdit& edit, RowNumber added, Rows& rows) {
  if (edit.change == RowChange::remove) {
    rows.erase(edit.row);
    return;
  }
  auto& cells = rows[edit.change == RowChange::add ? added : edit.row];
  for (const CellText& text : edit.cells) cells[text.column] = text.text;
}

// By key as by looking at every row.
void expect_same_by_key(const PlantTables& tables, std::string_view name, std::string_view key) {
  const Table* table = tables.find(name);
  if (table == nullptr) return;
  std::map<std::string, std::vector<RowNumber>> by_key;
  for (const Row& row : table->rows()) by_key[table->cell(row, key)].push_back(row.number);
  for (const auto& [text, rows] : by_key) ASSERT_EQ(table->rows_with(key, text), rows) << key << " " << text;
  ASSERT_TRUE(table->rows_with(key, "nobody").empty());
}

TEST(PlantTables, RandomEditsAgreeWithTheSlowTwinAndUndoToTheStart) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    base::Random random(seed);
    PlantTables tables = hello();
    const std::vector<codec::plant::TargetFile> start = tables.files();
    std::vector<std::vector<RowEdit>> undo;
    int taken = 0;
    for (int step = 0; step < 40; ++step) {
      const RowEdit edit = random_edit(random);
      Rows twin = rows_of(tables, edit.table);
      auto done = tables.apply({&edit, 1});
      if (done.ok()) {
        ++taken;
        edit_twin(edit, done.value().front().row, twin);
        undo.push_back(std::move(done).value());
      }
      ASSERT_EQ(rows_of(tables, edit.table), twin) << "seed " << seed << " step " << step;
      expect_same_by_key(tables, edit.table, "id");
    }
    ASSERT_GT(taken, 5) << seed;
    ASSERT_EQ(PlantTables::from_bytes(tables.bytes()), tables) << seed;
    for (auto last = undo.rbegin(); last != undo.rend(); ++last) ASSERT_TRUE(tables.apply(*last).ok());
    EXPECT_EQ(join_text(tables.files()), join_text(start)) << seed;
  }
}

TEST(PlantTables, ManyRowsAreFoundByTheirKeyAndSharedByCopies) {
  PlantTables tables = hello();
  std::vector<RowEdit> edits;
  for (int i = 0; i < 1'000; ++i) {
    edits.push_back({.change = RowChange::add,
                     .table = "progress.csv",
                     .cells = {{"production_order", "MO-" + std::to_string(i / 4)},
                               {"operation", std::to_string(10 * (i % 4))},
                               {"status", i % 5 == 0 ? "started" : "waiting"}}});
  }
  ASSERT_TRUE(tables.apply(edits).ok());
  expect_same_by_key(tables, "progress.csv", "production_order");
  expect_same_by_key(tables, "progress.csv", "status");
  expect_same_by_key(tables, "progress.csv", "operation");  // no key: every row is looked at
  const PlantTables copy = tables;
  ASSERT_TRUE(
      tables
          .apply(std::vector<RowEdit>{{.table = "progress.csv", .row = 500, .cells = {{"production_order", "MO-1"}}},
                                      {.change = RowChange::remove, .table = "progress.csv", .row = 6}})
          .ok());
  EXPECT_EQ(tables.find("progress.csv")->rows_of("MO-1"), (std::vector<RowNumber>{5, 7, 8, 500}));
  EXPECT_EQ(copy.find("progress.csv")->rows_of("MO-1"), (std::vector<RowNumber>{5, 6, 7, 8}));
  EXPECT_EQ(tables.find("progress.csv")->find(900), copy.find("progress.csv")->find(900));
  EXPECT_EQ(tables.find("progress.csv")->rows().size(), 999U);
  EXPECT_EQ(PlantTables::from_bytes(tables.bytes()).value().find("progress.csv")->rows_of("MO-1").size(), 4U);
}

TEST(PlantTables, TheDesksTablesAreNotInTheFolder) {
  PlantTables tables = hello();
  const RowEdit call{.change = RowChange::add, .table = "andons.csv", .cells = {{"id", "a1"}, {"topic", "help"}}};
  ASSERT_TRUE(tables.apply({&call, 1}).ok());
  EXPECT_EQ("\n" + join_text(tables.files()), kPlant);
  EXPECT_EQ(tables.find("andons.csv")->rows_of("a1").size(), 1U);
  PlantTables anew = hello();
  anew.keep_desk_of(tables);
  EXPECT_EQ(anew.find("andons.csv")->rows_of("a1").size(), 1U);
  const RowEdit odd{.change = RowChange::add, .table = "andons.csv", .cells = {{"colour", "red"}}};
  EXPECT_FALSE(tables.apply({&odd, 1}).ok());
  const std::vector<codec::plant::SourceFile> files{{"andons.csv", "id\n"}};
  EXPECT_EQ(PlantTables::from(files).error().front().code, "reserved-file");
}

TEST(PlantTables, BytesThatAreCutOrOfSomebodyElseAreRefused) {
  PlantTables tables = hello();
  ASSERT_TRUE(tables.apply(std::vector<RowEdit>{{.change = RowChange::remove, .table = "orders.csv", .row = 2}}).ok());
  const std::string bytes = tables.bytes();
  ASSERT_TRUE(PlantTables::from_bytes(bytes).has_value());
  EXPECT_FALSE(PlantTables::from_bytes("").has_value());
  EXPECT_FALSE(PlantTables::from_bytes("something else that is long enough").has_value());
  int accepted = 0;  // cut between two tables it is the bytes of fewer tables
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    accepted += PlantTables::from_bytes(std::string_view(bytes).substr(0, size)).has_value() ? 1 : 0;
  }
  EXPECT_EQ(accepted, 2);
  base::Random random(5);
  for (int i = 0; i < 2'000; ++i) {  // whatever comes out, nothing is read beyond the end
    std::string broken = bytes;
    broken[16 + random.below(static_cast<std::uint32_t>(broken.size() - 16))] = static_cast<char>(random.below(256));
    (void)PlantTables::from_bytes(broken);
  }
}

}  // namespace
}  // namespace kilter::service
