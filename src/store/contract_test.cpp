// What every journal promises, asked of each implementation on a real database.
#include <gtest/gtest.h>
#include <libpq-fe.h>
#include <sqlite3.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <functional>
#include <thread>

#include "store/open_journal.hpp"
#include "support/servers/postgres_server.hpp"

namespace kilter::store {
namespace {

using service::Command;
using service::Entry;
using service::Head;
using service::Journal;
using service::PlantHead;
using service::Trouble;

// One server for the whole program; each test has a database of its own.
support::PostgresServer* postgres_server() {
  static std::string why;
  static std::optional<support::PostgresServer> server = support::PostgresServer::start(why);
  if (!server) std::fprintf(stderr, "%s\n", why.c_str());
  return server ? &*server : nullptr;
}

std::vector<Entry> sealed(const Head& before, const std::vector<Command>& commands) {
  std::vector<Entry> entries;
  Head head = before;
  for (const Command& command : commands) {
    entries.push_back(service::seal(head, 1'700'000'000'000'000 + static_cast<std::int64_t>(head.sequence), command));
    head = service::head_of(entries.back());
  }
  return entries;
}

Command named(const std::string& kind, const std::string& key = {}) {
  return {.kind = kind, .author = "ana", .key = key, .reason = "because", .body = "{}"};
}

class JournalContract : public ::testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() /
              ("kilter-journal-" + std::to_string(::getpid()) + "-" + std::to_string(++tests));
    std::filesystem::create_directories(folder_);
    if (std::string(GetParam()) == "sqlite") {
      url_ = "sqlite:" + (folder_ / "journal.db").string();
    } else {
      ASSERT_NE(postgres_server(), nullptr) << "PostgreSQL did not start";
      url_ = postgres_server()->new_database();
    }
    journal_ = opened();
    ASSERT_NE(journal_, nullptr);
  }
  void TearDown() override {
    journal_.reset();
    std::filesystem::remove_all(folder_);
  }

  std::unique_ptr<Journal> opened() {
    auto result = open_journal(url_);
    if (!result) {
      ADD_FAILURE() << result.error().text;
      return nullptr;
    }
    return std::move(result).value();
  }
  std::vector<Entry> all(const std::string& plant, service::Stretch stretch = {}) {
    std::vector<Entry> entries;
    const auto done = journal_->read(plant, stretch, [&](const Entry& entry) {
      entries.push_back(entry);
      return true;
    });
    EXPECT_TRUE(done.ok());
    return entries;
  }
  Head head(const std::string& plant) { return journal_->head(plant).value(); }

  std::filesystem::path folder_;
  std::string url_;
  std::unique_ptr<Journal> journal_;
  static inline int tests = 0;
};

TEST_P(JournalContract, IsEmptyAtFirst) {
  EXPECT_EQ(head("veloria"), Head{});
  EXPECT_TRUE(all("veloria").empty());
  EXPECT_TRUE(journal_->plants().value().empty());
  EXPECT_FALSE(journal_->latest("veloria", 100).value().has_value());
  EXPECT_FALSE(journal_->with_key("veloria", "k").value().has_value());
}

TEST_P(JournalContract, GivesBackWhatWasAppendedAlsoAfterOpeningAgain) {
  std::vector<Entry> entries = sealed({}, {named("a", "k1"), named("b"), named("c")});
  entries[1] = service::seal(service::head_of(entries[0]), -5,
                             {.kind = "odd",
                              .author = "Jürgen \\ \"O'Neil\"",
                              .key = "tab\there",
                              .reason = "line\nbreak\r\nand \\N and \\x00",
                              .body = "{\"größe\":\"→ 𝔘\"}"});
  entries[2] = service::seal(service::head_of(entries[1]), 7, {});
  ASSERT_TRUE(journal_->append("veloria", {}, entries).ok());
  journal_ = opened();
  EXPECT_EQ(all("veloria"), entries);
  EXPECT_EQ(head("veloria"), service::head_of(entries.back()));
  EXPECT_EQ(journal_->with_key("veloria", "tab\there").value(), entries[1]);
}

TEST_P(JournalContract, ReadsAStretchAndStopsWhenAsked) {
  ASSERT_TRUE(journal_->append("p", {}, sealed({}, {named("a"), named("b"), named("c"), named("d")})).ok());
  const std::vector<Entry> middle = all("p", {.after = 1, .until = 3});
  ASSERT_EQ(middle.size(), 2U);
  EXPECT_EQ(middle[0].command.kind, "b");
  int seen = 0;
  ASSERT_TRUE(journal_->read("p", {}, [&](const Entry&) { return ++seen < 2; }).ok());
  EXPECT_EQ(seen, 2);
}

TEST_P(JournalContract, ReadsMoreThanItFetchesAtOnce) {
  Head last;
  for (int batch = 0; batch < 3; ++batch) {
    const std::vector<Entry> entries = sealed(last, std::vector<Command>(4'000, named("e")));
    ASSERT_TRUE(journal_->append("p", last, entries).ok());
    last = service::head_of(entries.back());
  }
  Head now;
  const auto done = journal_->read("p", {}, [&](const Entry& entry) {
    EXPECT_TRUE(service::follows(now, entry));
    now = service::head_of(entry);
    return !::testing::Test::HasFailure();
  });
  ASSERT_TRUE(done.ok());
  EXPECT_EQ(now, last);
}

TEST_P(JournalContract, RefusesWhoDoesNotKnowTheEnd) {
  const std::vector<Entry> first = sealed({}, {named("a")});
  ASSERT_TRUE(journal_->append("p", {}, first).ok());
  const std::vector<Entry> rival = sealed({}, {named("rival")});
  EXPECT_EQ(journal_->append("p", {}, rival).error().trouble, Trouble::moved);
  Head forged = service::head_of(first.back());
  forged.hash[0] ^= 1;
  EXPECT_EQ(journal_->append("p", forged, sealed(forged, {named("b")})).error().trouble, Trouble::moved);
  EXPECT_EQ(journal_->append("q", service::head_of(first.back()), sealed(service::head_of(first.back()), {named("b")}))
                .error()
                .trouble,
            Trouble::moved);
  EXPECT_EQ(all("p"), first);
}

TEST_P(JournalContract, TakesOnlyWhatIsSealedBehindWhatIsThere) {
  std::vector<Entry> entries = sealed({}, {named("a"), named("b")});
  entries[1].command.body = "[]";
  EXPECT_EQ(journal_->append("p", {}, entries).error().trouble, Trouble::unfit);
  entries = sealed({}, {named("a"), named("b")});
  std::swap(entries[0], entries[1]);
  EXPECT_EQ(journal_->append("p", {}, entries).error().trouble, Trouble::unfit);
  EXPECT_EQ(head("p"), Head{});
}

TEST_P(JournalContract, KeepsAKeyOnceAndThenNothingOfTheBatch) {
  const std::vector<Entry> first = sealed({}, {named("a", "k")});
  ASSERT_TRUE(journal_->append("p", {}, first).ok());
  const Head end = service::head_of(first.back());
  EXPECT_EQ(journal_->append("p", end, sealed(end, {named("new"), named("again", "k")})).error().trouble,
            Trouble::doubled);
  EXPECT_EQ(journal_->append("p", end, sealed(end, {named("x", "twice"), named("y", "twice")})).error().trouble,
            Trouble::doubled);
  EXPECT_EQ(head("p"), end);
  EXPECT_EQ(all("p"), first);
  // Empty keys and other plants' keys do not count.
  EXPECT_TRUE(journal_->append("p", end, sealed(end, {named("b"), named("c")})).ok());
  EXPECT_TRUE(journal_->append("q", {}, sealed({}, {named("a", "k")})).ok());
  EXPECT_FALSE(journal_->with_key("p", "").value().has_value());
}

TEST_P(JournalContract, KeepsPlantsApart) {
  const std::vector<Entry> north = sealed({}, {named("a"), named("b")});
  const std::vector<Entry> south = sealed({}, {named("c")});
  ASSERT_TRUE(journal_->append("north", {}, north).ok());
  ASSERT_TRUE(journal_->append("south", {}, south).ok());
  EXPECT_EQ(all("north"), north);
  EXPECT_EQ(all("south"), south);
  const std::vector<PlantHead> expected{{"north", service::head_of(north.back())},
                                        {"south", service::head_of(south.back())}};
  EXPECT_EQ(journal_->plants().value(), expected);
}

TEST_P(JournalContract, FindsTheLatestSnapshotNotBeyond) {
  const std::string odd = std::string("\0\x01\xFF'\n", 5);
  ASSERT_TRUE(journal_->keep("p", {.sequence = 10, .bytes = "ten"}).ok());
  ASSERT_TRUE(journal_->keep("p", {.sequence = 20, .bytes = "no"}).ok());
  ASSERT_TRUE(journal_->keep("p", {.sequence = 20, .bytes = odd}).ok());
  ASSERT_TRUE(journal_->keep("p", {.sequence = 30, .bytes = ""}).ok());
  EXPECT_FALSE(journal_->latest("p", 9).value().has_value());
  EXPECT_EQ(journal_->latest("p", 19).value()->bytes, "ten");
  EXPECT_EQ(journal_->latest("p", 29).value()->bytes, odd);
  EXPECT_EQ(journal_->latest("p", ~std::uint64_t{0}).value()->sequence, 30U);
  ASSERT_TRUE(journal_->forget_snapshots("p", 1).ok());
  EXPECT_FALSE(journal_->latest("p", 29).value().has_value());
  EXPECT_EQ(journal_->latest("p", 30).value()->bytes, "");
}

// Several writers that follow the contract, each on a connection of its own: nobody's entry is lost or doubled.
TEST_P(JournalContract, LetsWritersTakeTurns) {
  constexpr int kWriters = 3;
  constexpr int kEach = 20;
  std::atomic<int> lost = 0;
  const auto write = [&](int writer) {
    const std::unique_ptr<Journal> own = opened();
    for (int i = 0; i < kEach;) {
      const Head end = own->head("p").value();
      const auto done = own->append("p", end, sealed(end, {named(std::to_string(writer) + "/" + std::to_string(i))}));
      if (done.ok()) {
        ++i;
      } else if (done.error().trouble != Trouble::moved) {
        ++lost;
        return;
      }
    }
  };
  std::vector<std::thread> writers;
  for (int writer = 0; writer < kWriters; ++writer) writers.emplace_back(write, writer);
  for (std::thread& writer : writers) writer.join();
  EXPECT_EQ(lost, 0);
  std::vector<int> next(kWriters, 0);
  Head end;
  for (const Entry& entry : all("p")) {
    ASSERT_TRUE(service::follows(end, entry));
    end = service::head_of(entry);
    const int writer = entry.command.kind[0] - '0';
    EXPECT_EQ(entry.command.kind,
              std::to_string(writer) + "/" + std::to_string(next[static_cast<std::size_t>(writer)]++));
  }
  EXPECT_EQ(next, std::vector<int>(kWriters, kEach));
}

// Several times what is sent at once.
TEST_P(JournalContract, KeepsEntriesOfManyMegabytes) {
  Command large = named("import");
  large.body.assign(std::size_t{5} << 20U, '\\');
  const std::vector<Entry> entries = sealed({}, {large, named("b")});
  ASSERT_TRUE(journal_->append("p", {}, entries).ok());
  EXPECT_EQ(all("p"), entries);
}

// What a tool would ask: SQL on the read tables.
std::string asked(const std::string& url, const std::string& sql) {
  std::string answer;
  if (url.starts_with("sqlite:")) {
    sqlite3* database = nullptr;
    EXPECT_EQ(sqlite3_open(url.substr(7).c_str(), &database), SQLITE_OK);
    const auto add = [](void* into, int count, char** cells, char**) {
      for (int i = 0; i < count; ++i)
        *static_cast<std::string*>(into) += std::string(cells[i] ? cells[i] : "NULL") + " ";
      return 0;
    };
    EXPECT_EQ(sqlite3_exec(database, sql.c_str(), add, &answer, nullptr), SQLITE_OK) << sqlite3_errmsg(database);
    sqlite3_close(database);
    return answer;
  }
  PGconn* connection = PQconnectdb(url.c_str());
  PGresult* result = PQexec(connection, sql.c_str());
  EXPECT_EQ(PQresultStatus(result), PGRES_TUPLES_OK) << PQerrorMessage(connection);
  for (int row = 0; row < PQntuples(result); ++row) {
    for (int column = 0; column < PQnfields(result); ++column) {
      answer += std::string(PQgetisnull(result, row, column) ? "NULL" : PQgetvalue(result, row, column)) + " ";
    }
  }
  PQclear(result);
  PQfinish(connection);
  return answer;
}

// Cells that fit their columns, one row; the second column is `mark`.
service::ReadTable one_row(const service::ReadSchema& schema, const std::string& mark) {
  service::ReadTable table{.name = schema.name, .rows = {{}}};
  for (const service::ReadColumn& column : schema.columns) {
    const bool moment = column.type == service::ReadType::moment;
    table.rows.front().push_back(moment ? "2026-11-24T14:30:00+01:00"
                                        : (column.type == service::ReadType::number ? "12.5" : "a\tb\\c"));
  }
  table.rows.front().front() = schema.columns.front().type == service::ReadType::text ? mark : "1";
  table.rows.front().back() = "";
  return table;
}

TEST_P(JournalContract, ReadTablesComeWithTheEntriesOrNotAtAll) {
  const std::vector<Entry> first = sealed({}, {named("publish")});
  std::vector<service::ReadTable> rows;
  for (const service::ReadSchema& schema : service::read_schemas()) rows.push_back(one_row(schema, "first"));
  ASSERT_TRUE(journal_->append("p", {}, first, rows).ok());
  EXPECT_EQ(asked(url_, "SELECT order_id, quantity, late_seconds FROM plan_orders WHERE plant = 'p'"),
            "first 12.5 NULL ");
  EXPECT_EQ(asked(url_, "SELECT item FROM plan_operations WHERE plant = 'p'"), "a\tb\\c ");
  EXPECT_EQ(asked(url_, "SELECT sum(amount) FROM plan_costs"), "12.5 ");
  // An append that fails leaves them as they are; one without them, too.
  rows.front() = one_row(service::read_schemas().front(), "second");
  EXPECT_FALSE(journal_->append("p", {}, first, rows).ok());
  EXPECT_EQ(asked(url_, "SELECT order_id FROM plan_orders"), "first ");
  const std::vector<Entry> next = sealed(service::head_of(first.back()), {named("edit"), named("publish")});
  ASSERT_TRUE(journal_->append("p", service::head_of(first.back()), {next.data(), 1}).ok());
  EXPECT_EQ(asked(url_, "SELECT order_id FROM plan_orders"), "first ");
  ASSERT_TRUE(journal_->append("q", {}, first, std::vector<service::ReadTable>{rows.front()}).ok());
  ASSERT_TRUE(journal_->append("p", service::head_of(next.front()), {next.data() + 1, 1}, rows).ok());
  EXPECT_EQ(asked(url_, "SELECT plant, order_id FROM plan_orders ORDER BY plant"), "p second q second ");
}

INSTANTIATE_TEST_SUITE_P(Stores, JournalContract, ::testing::Values("sqlite", "postgres"),
                         [](const auto& store) { return std::string(store.param); });

TEST(PostgresJournal, ComesBackAfterTheServerWasKilled) {
  ASSERT_NE(postgres_server(), nullptr);
  const std::string url = postgres_server()->new_database();
  const std::unique_ptr<Journal> journal = std::move(open_journal(url)).value();
  const std::vector<Entry> first = sealed({}, {named("a")});
  ASSERT_TRUE(journal->append("p", {}, first).ok());
  ASSERT_TRUE(postgres_server()->kill_and_restart());
  const Head end = service::head_of(first.back());
  // The connection was lost with the server: at most one call finds that out.
  auto again = journal->append("p", end, sealed(end, {named("b")}));
  if (!again) {
    EXPECT_EQ(again.error().trouble, Trouble::unreachable);
    ASSERT_EQ(journal->head("p").value(), end);
    again = journal->append("p", end, sealed(end, {named("b")}));
  }
  EXPECT_TRUE(again.ok());
  EXPECT_EQ(journal->head("p").value().sequence, 2U);
}

TEST(PostgresJournal, RefusesTextThatIsNone) {
  ASSERT_NE(postgres_server(), nullptr);
  const std::unique_ptr<Journal> journal = std::move(open_journal(postgres_server()->new_database())).value();
  EXPECT_EQ(journal->append("p", {}, sealed({}, {named("\xFF\xFE")})).error().trouble, Trouble::unfit);
  EXPECT_EQ(journal->head("p").value(), Head{});
}

TEST(OpenJournal, NamesWhatCannotBeOpened) {
  const auto folder = std::filesystem::temp_directory_path() / ("kilter-open-" + std::to_string(::getpid()));
  std::filesystem::create_directories(folder);
  const auto missing = open_journal((folder / "none" / "journal.db").string());
  ASSERT_FALSE(missing.ok());
  EXPECT_EQ(missing.error().trouble, Trouble::unreachable);
  EXPECT_NE(missing.error().text.find("none/journal.db"), std::string::npos);
  std::ofstream(folder / "text.db") << std::string(5'000, 'x');
  EXPECT_EQ(open_journal((folder / "text.db").string()).error().trouble, Trouble::damaged);
  EXPECT_EQ(open_journal("postgresql://nobody@127.0.0.1:1/none").error().trouble, Trouble::unreachable);
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace kilter::store
