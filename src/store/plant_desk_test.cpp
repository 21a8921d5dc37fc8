// The desk on real databases: groups, keys sent twice, other writers, databases that go away.
#include "service/desk/plant_desk.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <thread>

#include "codec/plant/plant_text.hpp"
#include "service/commands/resolve.hpp"
#include "service/plant/recover.hpp"
#include "store/open_journal.hpp"

namespace kilter::store {
namespace {

using service::Answer;
using service::Command;
using service::Done;
using service::Entry;
using service::Head;
using service::Journal;
using service::JournalError;
using service::Kept;
using service::PlantDesk;
using service::PlantState;
using service::RefusalKind;
using service::Snapshot;
using service::Trouble;

constexpr std::string_view kPlant = R"(
== plant.csv ==
name,origin
Hello,2026-11-23
== items.csv ==
id,cost
bike,900
== stock.csv ==
item,quantity
bike,900
== orders.csv ==
id,item,quantity,requested
A,bike,2,2026-11-30
)";

Command import() {
  std::vector<codec::plant::TargetFile> files;
  for (const auto& file : codec::plant::split_text(kPlant)) files.push_back({file.name, std::string(file.bytes)});
  return {.kind = "import", .author = "ana", .body = service::import_json(files)};
}

Command quantity(const std::string& text, std::string key = {}) {
  return {
      .kind = "edit",
      .author = "ana",
      .key = std::move(key),
      .body = R"({"edits":[{"change":"change","table":"orders.csv","row":1,"cells":{"quantity":")" + text + R"("}}]})"};
}

// A journal whose appends fail as told, before or after they went through.
class Faulty : public Journal {
 public:
  struct Plan {
    std::atomic<int> before{0};  // appends that fail and are not kept
    std::atomic<int> after{0};   // appends that are kept and reported as lost
  };
  Faulty(std::unique_ptr<Journal> real, Plan& plan) : real_(std::move(real)), plan_(plan) {}

  Kept<std::vector<service::PlantHead>> plants() override { return real_->plants(); }
  Kept<Head> head(std::string_view plant) override { return real_->head(plant); }
  Kept<Done> append(std::string_view plant, const Head& before, std::span<const Entry> entries,
                    std::span<const service::ReadTable> read) override {
    if (plan_.before > 0 && plan_.before-- > 0) return lost();
    const auto done = real_->append(plant, before, entries, read);
    if (done && plan_.after > 0 && plan_.after-- > 0) return lost();
    return done;
  }
  Kept<Done> read(std::string_view plant, const service::Stretch& stretch,
                  const std::function<bool(const Entry&)>& visit) override {
    return real_->read(plant, stretch, visit);
  }
  Kept<std::optional<Entry>> with_key(std::string_view plant, std::string_view key) override {
    return real_->with_key(plant, key);
  }
  Kept<Done> keep(std::string_view plant, const Snapshot& snapshot) override { return real_->keep(plant, snapshot); }
  Kept<std::optional<Snapshot>> latest(std::string_view plant, std::uint64_t at_most) override {
    return real_->latest(plant, at_most);
  }
  Kept<Done> forget_snapshots(std::string_view plant, std::uint32_t count) override {
    return real_->forget_snapshots(plant, count);
  }

 private:
  static Kept<Done> lost() { return Kept<Done>::failure({Trouble::unreachable, "the connection is lost"}); }
  std::unique_ptr<Journal> real_;
  Plan& plan_;
};

class PlantDeskTest : public ::testing::Test {
 protected:
  PlantDeskTest() : folder_(std::filesystem::temp_directory_path() / ("kilter-desk-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(folder_);
    reopen();
  }
  ~PlantDeskTest() override {
    desk_.reset();
    std::filesystem::remove_all(folder_);
  }

  std::unique_ptr<Journal> open() { return std::move(open_journal((folder_ / "kilter.db").string())).value(); }
  std::unique_ptr<PlantDesk> desk_on(std::unique_ptr<Journal> journal) {
    PlantState state = service::recover(*journal, "p").value();
    auto faulty = std::make_unique<Faulty>(std::move(journal), plan_);
    return std::make_unique<PlantDesk>("p", std::move(state), std::move(faulty), service::resolve,
                                       [this] { return ++now_; });
  }
  void reopen() {
    desk_.reset();
    desk_ = desk_on(open());
  }
  std::string shown() {
    const auto state = desk_->state();
    const service::Table* orders = state->tables().find("orders.csv");
    return orders->cell(*orders->find(1), orders->column("quantity"));
  }

  std::filesystem::path folder_;
  Faulty::Plan plan_;
  std::atomic<std::int64_t> now_{1'000};
  std::unique_ptr<PlantDesk> desk_;
};

TEST_F(PlantDeskTest, WhatIsAnsweredIsKeptAndShown) {
  ASSERT_TRUE(desk_->submit(import()).ok());
  const Answer answer = desk_->submit(quantity("7"));
  ASSERT_TRUE(answer.ok());
  EXPECT_EQ(answer.value().sequence, 2U);
  EXPECT_EQ(shown(), "7");
  reopen();
  EXPECT_EQ(shown(), "7");
  EXPECT_EQ(desk_->state()->head().sequence, 2U);
}

TEST_F(PlantDeskTest, ACommandWithFaultsIsRefusedWhole) {
  ASSERT_TRUE(desk_->submit(import()).ok());
  const Answer answer = desk_->submit(quantity("seven"));
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.error().kind, RefusalKind::faults);
  ASSERT_FALSE(answer.error().issues.empty());
  EXPECT_EQ(answer.error().issues.front().where.file, "orders.csv");
  EXPECT_EQ(answer.error().issues.front().where.value, "seven");
  EXPECT_EQ(desk_->state()->head().sequence, 1U);
}

TEST_F(PlantDeskTest, TheSameKeyIsKeptOnce) {
  ASSERT_TRUE(desk_->submit(import()).ok());
  std::vector<std::uint64_t> sequences;
  std::vector<bool> repeated;
  std::mutex mutex;
  std::condition_variable done;
  for (int i = 0; i < 5; ++i) {
    desk_->submit(quantity("8", "once"), [&](const Answer& answer) {
      const std::lock_guard lock(mutex);
      ASSERT_TRUE(answer.ok());
      sequences.push_back(answer.value().sequence);
      repeated.push_back(answer.value().repeated);
      done.notify_one();
    });
  }
  std::unique_lock lock(mutex);
  done.wait(lock, [&] { return sequences.size() == 5; });
  EXPECT_EQ(sequences, std::vector<std::uint64_t>(5, 2));
  EXPECT_EQ(std::count(repeated.begin(), repeated.end(), false), 1);
  EXPECT_EQ(desk_->state()->head().sequence, 2U);
}

TEST_F(PlantDeskTest, ManyThreadsKeepEveryCommandOnce) {
  ASSERT_TRUE(desk_->submit(import()).ok());
  std::vector<std::thread> threads;
  std::atomic<int> kept{0};
  for (int thread = 0; thread < 4; ++thread) {
    threads.emplace_back([&, thread] {
      for (int i = 0; i < 50; ++i) {
        const std::string key = std::to_string(thread) + "/" + std::to_string(i);
        if (desk_->submit(quantity(std::to_string(i + 1), key)).ok()) ++kept;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(kept, 200);
  EXPECT_EQ(desk_->state()->head().sequence, 201U);
  const PlantState live = *desk_->state();
  desk_.reset();
  EXPECT_EQ(service::recover(*open(), "p").value(), live);
}

TEST_F(PlantDeskTest, WhatAnotherWriterKeptIsTakenIn) {
  ASSERT_TRUE(desk_->submit(import()).ok());
  const auto other = desk_on(open());
  ASSERT_TRUE(other->submit(quantity("11")).ok());
  EXPECT_EQ(shown(), "2");
  ASSERT_TRUE(desk_->refresh());
  EXPECT_EQ(shown(), "11");
  ASSERT_TRUE(other->submit(quantity("12")).ok());
  const Answer answer = desk_->submit(quantity("13"));
  ASSERT_TRUE(answer.ok());
  EXPECT_EQ(answer.value().sequence, 4U);
}

TEST_F(PlantDeskTest, AConnectionLostBeforeOrAfterTheAppendLosesAndDoublesNothing) {
  ASSERT_TRUE(desk_->submit(import()).ok());
  plan_.before = 2;
  ASSERT_TRUE(desk_->submit(quantity("5")).ok());
  EXPECT_EQ(desk_->state()->head().sequence, 2U);
  plan_.after = 1;
  const Answer answer = desk_->submit(quantity("6"));
  ASSERT_TRUE(answer.ok());
  EXPECT_EQ(answer.value().sequence, 3U);
  EXPECT_EQ(desk_->state()->head().sequence, 3U);
  reopen();
  EXPECT_EQ(desk_->state()->head().sequence, 3U);
  EXPECT_EQ(shown(), "6");
}

}  // namespace
}  // namespace kilter::store
