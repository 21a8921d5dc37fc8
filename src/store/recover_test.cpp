// A plant comes back from a real database as it was: from its journal alone, from snapshots, and up to a moment.
#include "service/plant/recover.hpp"

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <unistd.h>

#include <filesystem>

#include "base/random.hpp"
#include "codec/plant/plant_text.hpp"
#include "codec/plant/read.hpp"
#include "codec/plant/write.hpp"
#include "service/tables/edits_json.hpp"
#include "store/open_journal.hpp"

namespace kilter::store {
namespace {

using service::Command;
using service::Entry;
using service::Head;
using service::Journal;
using service::PlantState;
using service::recover;
using service::RowEdit;
using service::Trouble;

constexpr std::string_view kPlant = R"(
== plant.csv ==
name,origin
Hello,2026-11-23
== items.csv ==
id,source,cost
bike,make,900
== work_centres.csv ==
id
bench
== work_units.csv ==
id,work_centre
bench-1,bench
== operations.csv ==
item,operation,work_centre,run_per_unit
bike,10,bench,1h
== orders.csv ==
id,item,quantity,requested
A,bike,2,2026-11-30
B,bike,1,2026-12-01
)";

Command import() {
  std::vector<codec::plant::TargetFile> files;
  for (const auto& file : codec::plant::split_text(kPlant)) files.push_back({file.name, std::string(file.bytes)});
  return {.kind = "import", .author = "ana", .body = service::import_json(files)};
}

std::string body_of(std::span<const RowEdit> edits) { return R"({"edits":)" + service::edits_json(edits) + "}"; }

Command edit(const RowEdit& edit) { return {.kind = "edit", .author = "ana", .body = body_of({&edit, 1})}; }

// The plan is any text: what is in it is not looked at here.
Command publish(const std::string& text) {
  return {.kind = "publish", .body = R"({"edits":[],"plan":{"plan.json":")" + text + R"("}})"};
}

// Applies, keeps and takes commands as a server does.
class Plant {
 public:
  explicit Plant(Journal& journal) : journal_(journal) {}

  bool run(const Command& command) {
    const auto inverse = state_.apply(command);
    if (!inverse) return false;
    const Entry entry = service::seal(state_.head(), 1'000, command);
    EXPECT_TRUE(journal_.append("p", state_.head(), {&entry, 1}).ok());
    inverse_ = body_of(inverse.value());
    state_.sealed(entry);
    return true;
  }
  [[nodiscard]] const PlantState& state() const { return state_; }
  [[nodiscard]] const std::string& inverse() const { return inverse_; }
  void snapshot() { EXPECT_TRUE(journal_.keep("p", {state_.head().sequence, state_.bytes()}).ok()); }

 private:
  Journal& journal_;
  PlantState state_;
  std::string inverse_;
};

class RecoverTest : public ::testing::Test {
 protected:
  std::unique_ptr<Journal> journal_ = std::move(open_journal(":memory:")).value();
  Plant plant_{*journal_};
};

TEST_F(RecoverTest, APlantThatNothingIsKnownOfIsEmpty) { EXPECT_EQ(recover(*journal_, "p").value(), PlantState()); }

TEST_F(RecoverTest, RandomCommandsComeBackAtEveryMoment) {
  base::Random random(11);
  ASSERT_TRUE(plant_.run(import()));
  std::vector<PlantState> after{PlantState(), plant_.state()};
  while (after.size() < 200) {
    RowEdit change{.change = static_cast<service::RowChange>(random.below(4)),
                   .table = "orders.csv",
                   .row = random.below(8),
                   .cells = {{"quantity", std::to_string(random.below(50))}}};
    if (change.change == service::RowChange::add) change.row = 0;
    if (change.change == service::RowChange::remove) change.cells.clear();
    if (!plant_.run(random.chance(0.1) ? publish(std::to_string(after.size())) : edit(change))) continue;
    after.push_back(plant_.state());
    if (random.chance(0.05)) plant_.snapshot();
  }
  for (std::size_t sequence = 0; sequence < after.size(); ++sequence) {
    ASSERT_EQ(recover(*journal_, "p", sequence).value(), after[sequence]) << sequence;
  }
  EXPECT_EQ(recover(*journal_, "p").value(), plant_.state());
}

TEST_F(RecoverTest, AnEditIsUndoneByItsInverse) {
  ASSERT_TRUE(plant_.run(import()));
  const auto before = codec::plant::join_text(plant_.state().tables().files());
  ASSERT_TRUE(plant_.run(edit({.table = "orders.csv", .row = 2, .cells = {{"quantity", "9"}, {"priority", "7"}}})));
  EXPECT_NE(codec::plant::join_text(plant_.state().tables().files()), before);
  ASSERT_TRUE(plant_.run({.kind = "edit", .author = "ana", .reason = "undo", .body = plant_.inverse()}));
  EXPECT_EQ(codec::plant::join_text(plant_.state().tables().files()), before);
}

TEST_F(RecoverTest, WhatDoesNotFitIsRefusedBeforeItIsKept) {
  EXPECT_FALSE(plant_.run({.kind = "import", .body = "[]"}));
  EXPECT_FALSE(plant_.run({.kind = "import", .body = R"({"files":{"items.csv":7}})"}));
  EXPECT_FALSE(plant_.run({.kind = "explode"}));
  EXPECT_FALSE(plant_.run(edit({.table = "orders.csv", .row = 1})));
  EXPECT_EQ(journal_->head("p").value(), Head());
}

TEST_F(RecoverTest, ASnapshotThatCannotBeReadIsPassedOver) {
  ASSERT_TRUE(plant_.run(import()));
  ASSERT_TRUE(journal_->keep("p", {.sequence = 1, .bytes = "of another version"}).ok());
  EXPECT_EQ(recover(*journal_, "p").value(), plant_.state());
}

// By the database's own tools.
TEST(Recover, AnEntryThatWasChangedIsFound) {
  const auto folder = std::filesystem::temp_directory_path() / ("kilter-recover-" + std::to_string(::getpid()));
  std::filesystem::create_directories(folder);
  const std::string file = (folder / "journal.db").string();
  const std::unique_ptr<Journal> journal = std::move(open_journal(file)).value();
  Plant plant(*journal);
  ASSERT_TRUE(plant.run(import()));
  const PlantState imported = plant.state();
  ASSERT_TRUE(plant.run(edit({.table = "orders.csv", .row = 1, .cells = {{"quantity", "5"}}})));
  sqlite3* database = nullptr;
  ASSERT_EQ(sqlite3_open(file.c_str(), &database), SQLITE_OK);
  EXPECT_EQ(sqlite3_exec(database, "UPDATE entries SET author = 'eve' WHERE sequence = 2", nullptr, nullptr, nullptr),
            SQLITE_OK);
  sqlite3_close(database);
  const auto found = recover(*journal, "p");
  ASSERT_FALSE(found.ok());
  EXPECT_EQ(found.error().trouble, Trouble::damaged);
  EXPECT_NE(found.error().text.find("entry 2"), std::string::npos);
  EXPECT_EQ(recover(*journal, "p", 1).value(), imported);
  std::filesystem::remove_all(folder);
}

// The tables of a recovered plant read to the plant that was imported.
TEST_F(RecoverTest, ReadsToTheSamePlant) {
  ASSERT_TRUE(plant_.run(import()));
  const PlantState state = recover(*journal_, "p").value();
  const auto files = state.tables().files();
  std::vector<codec::plant::SourceFile> sources;
  for (const auto& file : files) sources.push_back({file.name, file.bytes});
  const auto plant = codec::plant::read(sources);
  ASSERT_TRUE(plant.ok());
  const auto text = [](const model::Plant& read) { return codec::plant::join_text(codec::plant::write(read)); };
  EXPECT_EQ(text(plant.value()), text(codec::plant::read_text(kPlant).value()));
}

}  // namespace
}  // namespace kilter::store
