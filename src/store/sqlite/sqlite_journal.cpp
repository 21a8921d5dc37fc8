#include "store/sqlite/sqlite_journal.hpp"

#include <utility>

#include "store/schema.hpp"
#include "store/signed.hpp"
#include "store/sqlite/statement.hpp"

namespace kilter::store {
namespace {

using service::Done;
using service::Entry;
using service::Head;
using service::Kept;
using service::PlantHead;
using service::Snapshot;
using service::Stretch;
using service::Trouble;

constexpr int kPatience = 5'000;  // milliseconds to wait for whoever holds the file locked
constexpr std::string_view kColumns = "SELECT sequence, at, kind, author, key, reason, body, hash FROM entries ";

Trouble trouble_of(int code) {
  switch (code & 0xFF) {
    case SQLITE_FULL:
      return Trouble::full;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_ERROR:     // a table or column is not there
    case SQLITE_MISMATCH:  // a value is of another type
      return Trouble::damaged;
    default:
      return Trouble::unreachable;
  }
}

// One connection; statements are prepared once.
class SqliteJournal final : public service::Journal {
 public:
  explicit SqliteJournal(sqlite3* database) : database_(database) {}

  Kept<Done> prepare() {
    sqlite3_busy_timeout(database_.get(), kPatience);
    sqlite3_extended_result_codes(database_.get(), 1);
    for (const std::string_view pragma : {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL"}) {
      if (const int code = Statement(database_.get(), pragma).run(); code != SQLITE_OK) return failed<Done>(code);
    }
    return in_transaction([this] { return bring_up_to_date(); });
  }

  Kept<std::vector<PlantHead>> plants() override {
    std::vector<PlantHead> found;
    Statement query(database_.get(), "SELECT id, sequence, hash FROM plants ORDER BY id");
    int code = query.step();
    for (; code == SQLITE_ROW; code = query.step()) {
      found.push_back({.plant = query.text(0)});
      if (!read_head(query, 1, found.back().head)) return damaged<std::vector<PlantHead>>("a hash of another length");
    }
    return code == SQLITE_DONE ? found : failed<std::vector<PlantHead>>(code);
  }

  Kept<Head> head(std::string_view plant) override {
    Statement query(database_.get(), "SELECT sequence, hash FROM plants WHERE id = ?1");
    const int code = query.bind(1, plant).step();
    Head head;
    if (code == SQLITE_DONE) return head;
    if (code != SQLITE_ROW) return failed<Head>(code);
    return read_head(query, 0, head) ? Kept<Head>(head) : damaged<Head>("a hash of another length");
  }

  Kept<Done> append(std::string_view plant, const Head& before, std::span<const Entry> entries,
                    std::span<const service::ReadTable> read) override {
    if (entries.empty()) return Done();
    if (!service::follows(before, entries)) return Kept<Done>::failure(service::unsealed());
    return in_transaction([&]() -> Kept<Done> {
      const Kept<Head> now = head(plant);
      if (!now) return Kept<Done>::failure(now.error());
      if (now.value() != before) return Kept<Done>::failure({Trouble::moved, "the journal does not end there"});
      if (Kept<Done> inserted = insert(plant, entries); !inserted) return inserted;
      Statement update(database_.get(),
                       "INSERT INTO plants VALUES (?1, ?2, ?3)"
                       " ON CONFLICT (id) DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash");
      const Entry& last = entries.back();
      update.bind(1, plant).bind(2, signed_of(last.sequence)).bind(3, last.hash);
      if (Kept<Done> updated = outcome(update.run()); !updated) return updated;
      for (const service::ReadTable& table : read) {
        if (Kept<Done> replaced = replace(plant, table); !replaced) return replaced;
      }
      return Done();
    });
  }

  Kept<Done> read(std::string_view plant, const Stretch& stretch,
                  const std::function<bool(const Entry&)>& visit) override {
    Statement query(database_.get(),
                    std::string(kColumns) + "WHERE plant = ?1 AND sequence > ?2 AND sequence <= ?3 ORDER BY sequence");
    query.bind(1, plant);
    query.bind(2, signed_of(stretch.after)).bind(3, signed_of(stretch.until));
    int code = query.step();
    for (; code == SQLITE_ROW; code = query.step()) {
      Entry entry;
      if (!read_entry(query, entry)) return damaged<Done>("a hash of another length");
      if (!visit(entry)) return Done();
    }
    return code == SQLITE_DONE ? Kept<Done>(Done()) : failed<Done>(code);
  }

  Kept<std::optional<Entry>> with_key(std::string_view plant, std::string_view key) override {
    using Found = std::optional<Entry>;
    Statement query(database_.get(), std::string(kColumns) + "WHERE plant = ?1 AND key = ?2 AND key <> ''");
    const int code = query.bind(1, plant).bind(2, key).step();
    if (code == SQLITE_DONE) return Found();
    if (code != SQLITE_ROW) return failed<Found>(code);
    Entry entry;
    return read_entry(query, entry) ? Kept<Found>(std::move(entry)) : damaged<Found>("a hash of another length");
  }

  Kept<Done> keep(std::string_view plant, const Snapshot& snapshot) override {
    Statement insert(database_.get(), "INSERT OR REPLACE INTO snapshots VALUES (?1, ?2, ?3)");
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(snapshot.bytes.data());
    insert.bind(1, plant).bind(2, signed_of(snapshot.sequence));
    return outcome(insert.bind(3, std::span(bytes, snapshot.bytes.size())).run());
  }

  Kept<std::optional<Snapshot>> latest(std::string_view plant, std::uint64_t at_most) override {
    using Found = std::optional<Snapshot>;
    Statement query(database_.get(),
                    "SELECT sequence, bytes FROM snapshots WHERE plant = ?1 AND sequence <= ?2"
                    " ORDER BY sequence DESC LIMIT 1");
    const int code = query.bind(1, plant).bind(2, signed_of(at_most)).step();
    if (code == SQLITE_DONE) return Found();
    if (code != SQLITE_ROW) return failed<Found>(code);
    return Found({.sequence = static_cast<std::uint64_t>(query.number(0)), .bytes = query.text(1)});
  }

  Kept<Done> forget_snapshots(std::string_view plant, std::uint32_t count) override {
    Statement remove(database_.get(),
                     "DELETE FROM snapshots WHERE plant = ?1 AND sequence NOT IN"
                     " (SELECT sequence FROM snapshots WHERE plant = ?1 ORDER BY sequence DESC LIMIT ?2)");
    return outcome(remove.bind(1, plant).bind(2, std::int64_t{count}).run());
  }

 private:
  struct Close {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
  };

  template <class T>
  Kept<T> failed(int code) const {
    return Kept<T>::failure({trouble_of(code), sqlite3_errmsg(database_.get())});
  }
  template <class T>
  static Kept<T> damaged(const char* text) {
    return Kept<T>::failure({Trouble::damaged, text});
  }
  [[nodiscard]] Kept<Done> outcome(int code) const {
    return code == SQLITE_OK ? Kept<Done>(Done()) : failed<Done>(code);
  }

  // All that `work` does, or nothing of it. Nobody else writes meanwhile.
  template <class Work>
  Kept<Done> in_transaction(const Work& work) {
    if (const int code = Statement(database_.get(), "BEGIN IMMEDIATE").run(); code != SQLITE_OK) {
      return failed<Done>(code);
    }
    Kept<Done> result = work();
    if (result) result = outcome(Statement(database_.get(), "COMMIT").run());
    // A failed statement may have ended the transaction by itself.
    if (sqlite3_get_autocommit(database_.get()) == 0) Statement(database_.get(), "ROLLBACK").run();
    return result;
  }

  Kept<Done> bring_up_to_date() {
    Statement version(database_.get(), "PRAGMA user_version");
    if (const int code = version.step(); code != SQLITE_ROW) return failed<Done>(code);
    const std::int64_t present = version.number(0);
    version.rewind();
    if (present < 0 || present > std::int64_t{kSchema.size()}) {
      return Kept<Done>::failure({Trouble::too_new, "tables of version " + std::to_string(present)});
    }
    for (auto step = static_cast<std::size_t>(present); step < kSchema.size(); ++step) {
      const std::string sql = std::string(kSchema[step].sqlite) + "PRAGMA user_version = " + std::to_string(step + 1);
      const int code = sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr);
      if (code != SQLITE_OK) return failed<Done>(code);
    }
    return Done();
  }

  Kept<Done> insert(std::string_view plant, std::span<const Entry> entries) {
    Statement insert(database_.get(), "INSERT INTO entries VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
    for (const Entry& entry : entries) {
      const service::Command& command = entry.command;
      insert.bind(1, plant).bind(2, signed_of(entry.sequence)).bind(3, entry.at);
      insert.bind(4, command.kind).bind(5, command.author).bind(6, command.key);
      insert.bind(7, command.reason).bind(8, command.body).bind(9, entry.hash);
      const int code = insert.run();
      if (code == SQLITE_CONSTRAINT_UNIQUE) {
        return Kept<Done>::failure({Trouble::doubled, "the key " + command.key + " is known"});
      }
      if (code != SQLITE_OK) return failed<Done>(code);
    }
    return Done();
  }

  // The plant's rows of a read table.
  Kept<Done> replace(std::string_view plant, const service::ReadTable& table) {
    const std::string name(table.name);
    Statement remove(database_.get(), "DELETE FROM " + name + " WHERE plant = ?1");
    if (Kept<Done> removed = outcome(remove.bind(1, plant).run()); !removed) return removed;
    if (table.rows.empty()) return Done();
    std::string places = "?1";
    for (std::size_t i = 0; i < table.rows.front().size(); ++i)
      places += ", nullif(?" + std::to_string(i + 2) + ", '')";
    Statement insert(database_.get(), "INSERT INTO " + name + " VALUES (" + places + ")");
    for (const std::vector<std::string>& row : table.rows) {
      insert.bind(1, plant);
      for (std::size_t i = 0; i < row.size(); ++i) insert.bind(static_cast<int>(i) + 2, row[i]);
      if (Kept<Done> inserted = outcome(insert.run()); !inserted) return inserted;
    }
    return Done();
  }

  static bool read_head(const Statement& row, int column, Head& head) {
    head.sequence = static_cast<std::uint64_t>(row.number(column));
    return row.copy(column + 1, head.hash);
  }

  static bool read_entry(const Statement& row, Entry& entry) {
    entry.sequence = static_cast<std::uint64_t>(row.number(0));
    entry.at = row.number(1);
    service::Command& command = entry.command;
    int column = 2;
    for (std::string* text : {&command.kind, &command.author, &command.key, &command.reason, &command.body}) {
      *text = row.text(column++);
    }
    return row.copy(column, entry.hash);
  }

  std::unique_ptr<sqlite3, Close> database_;
};

}  // namespace

Kept<std::unique_ptr<service::Journal>> open_sqlite(const std::string& file) {
  using Opened = Kept<std::unique_ptr<service::Journal>>;
  sqlite3* database = nullptr;
  const int code = sqlite3_open_v2(file.c_str(), &database,
                                   SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
  auto journal = std::make_unique<SqliteJournal>(database);
  if (code != SQLITE_OK) return Opened::failure({trouble_of(code), file + ": " + sqlite3_errstr(code)});
  if (Kept<Done> ready = journal->prepare(); !ready) {
    return Opened::failure({ready.error().trouble, file + ": " + ready.error().text});
  }
  return std::unique_ptr<service::Journal>(std::move(journal));
}

}  // namespace kilter::store
