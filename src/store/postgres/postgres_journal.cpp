#include "store/postgres/postgres_journal.hpp"

#include <utility>

#include "store/postgres/connection.hpp"
#include "store/schema.hpp"
#include "store/signed.hpp"

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

constexpr std::int64_t kAtOnce = 5'000;           // rows read in one go
constexpr std::int64_t kSchemaLock = 0x4B494C54;  // held while tables are brought up to date
constexpr std::string_view kColumns = "SELECT sequence, at, kind, author, key, reason, body, hash FROM entries ";

// One column of a row in the text form of COPY.
void add_copied(std::string_view text, std::string& row) {
  for (const char c : text) {
    switch (c) {
      case '\\':
        row += "\\\\";
        break;
      case '\n':
        row += "\\n";
        break;
      case '\r':
        row += "\\r";
        break;
      case '\t':
        row += "\\t";
        break;
      default:
        row += c;
    }
  }
}

void add_copied(std::string_view plant, const Entry& entry, std::string& rows) {
  const service::Command& command = entry.command;
  add_copied(plant, rows);
  rows += '\t' + std::to_string(entry.sequence) + '\t' + std::to_string(entry.at);
  for (const std::string* text : {&command.kind, &command.author, &command.key, &command.reason, &command.body}) {
    rows += '\t';
    add_copied(*text, rows);
  }
  rows += "\t\\\\x" + service::hex(entry.hash) + '\n';
}

class PostgresJournal final : public service::Journal {
 public:
  explicit PostgresJournal(const std::string& url) : connection_(url) {}

  Kept<Done> prepare() {
    if (!connection_.alive()) return Kept<Done>::failure(connection_.error());
    return in_transaction([this] { return bring_up_to_date(); });
  }

  Kept<std::vector<PlantHead>> plants() override {
    std::vector<PlantHead> found;
    const Answer answer = ask("SELECT id, sequence, hash FROM plants ORDER BY id", {});
    if (!answer.ok()) return failed<std::vector<PlantHead>>(answer);
    for (int row = 0; row < answer.rows(); ++row) {
      found.push_back({.plant = answer.text(row, 0)});
      if (!read_head(answer, row, 1, found.back().head)) return damaged<std::vector<PlantHead>>();
    }
    return found;
  }

  Kept<Head> head(std::string_view plant) override {
    const Answer answer = ask("SELECT sequence, hash FROM plants WHERE id = $1", Parameters().add(plant));
    if (!answer.ok()) return failed<Head>(answer);
    Head head;
    if (answer.rows() == 0) return head;
    return read_head(answer, 0, 0, head) ? Kept<Head>(head) : damaged<Head>();
  }

  Kept<Done> append(std::string_view plant, const Head& before, std::span<const Entry> entries,
                    std::span<const service::ReadTable> read) override {
    if (entries.empty()) return Done();
    if (!service::follows(before, entries)) return Kept<Done>::failure(service::unsealed());
    if (!connection_.alive()) return Kept<Done>::failure(connection_.error());
    return in_transaction([&]() -> Kept<Done> {
      if (Kept<Done> moved = move_head(plant, before, head_of(entries.back())); !moved) return moved;
      std::string rows;
      for (const Entry& entry : entries) add_copied(plant, entry, rows);
      const Answer copied = connection_.copy_in("COPY entries FROM STDIN", rows);
      if (!copied.ok()) return failed<Done>(copied);
      if (copied.affected() != static_cast<std::int64_t>(entries.size())) {
        return Kept<Done>::failure({Trouble::unreachable, "not all entries were taken"});
      }
      for (const service::ReadTable& table : read) {
        if (Kept<Done> replaced = replace(plant, table); !replaced) return replaced;
      }
      return Done();
    });
  }

  Kept<Done> read(std::string_view plant, const Stretch& stretch,
                  const std::function<bool(const Entry&)>& visit) override {
    for (std::uint64_t after = stretch.after;;) {
      Parameters parameters;
      parameters.add(plant).add(signed_of(after)).add(signed_of(stretch.until)).add(kAtOnce);
      const Answer answer = ask(
          std::string(kColumns) + "WHERE plant = $1 AND sequence > $2 AND sequence <= $3 ORDER BY sequence LIMIT $4",
          parameters);
      if (!answer.ok()) return failed<Done>(answer);
      for (int row = 0; row < answer.rows(); ++row) {
        Entry entry;
        if (!read_entry(answer, row, entry)) return damaged<Done>();
        after = entry.sequence;
        if (!visit(entry)) return Done();
      }
      if (answer.rows() < kAtOnce) return Done();
    }
  }

  Kept<std::optional<Entry>> with_key(std::string_view plant, std::string_view key) override {
    using Found = std::optional<Entry>;
    const Answer answer =
        ask(std::string(kColumns) + "WHERE plant = $1 AND key = $2 AND key <> ''", Parameters().add(plant).add(key));
    if (!answer.ok()) return failed<Found>(answer);
    if (answer.rows() == 0) return Found();
    Entry entry;
    return read_entry(answer, 0, entry) ? Kept<Found>(std::move(entry)) : damaged<Found>();
  }

  Kept<Done> keep(std::string_view plant, const Snapshot& snapshot) override {
    return outcome(
        ask("INSERT INTO snapshots VALUES ($1, $2, $3)"
            " ON CONFLICT (plant, sequence) DO UPDATE SET bytes = excluded.bytes",
            Parameters().add(plant).add(signed_of(snapshot.sequence)).add(snapshot.bytes)));
  }

  Kept<std::optional<Snapshot>> latest(std::string_view plant, std::uint64_t at_most) override {
    using Found = std::optional<Snapshot>;
    const Answer answer =
        ask("SELECT sequence, bytes FROM snapshots WHERE plant = $1 AND sequence <= $2 ORDER BY sequence DESC LIMIT 1",
            Parameters().add(plant).add(signed_of(at_most)));
    if (!answer.ok()) return failed<Found>(answer);
    if (answer.rows() == 0) return Found();
    return Found({.sequence = static_cast<std::uint64_t>(answer.number(0, 0)), .bytes = answer.text(0, 1)});
  }

  Kept<Done> forget_snapshots(std::string_view plant, std::uint32_t count) override {
    return outcome(
        ask("DELETE FROM snapshots WHERE plant = $1 AND sequence NOT IN"
            " (SELECT sequence FROM snapshots WHERE plant = $1 ORDER BY sequence DESC LIMIT $2)",
            Parameters().add(plant).add(std::int64_t{count})));
  }

 private:
  template <class T>
  Kept<T> failed(const Answer& answer) const {
    return Kept<T>::failure(connection_.error_of(answer));
  }
  template <class T>
  static Kept<T> damaged() {
    return Kept<T>::failure({Trouble::damaged, "a hash of another length"});
  }
  [[nodiscard]] Kept<Done> outcome(const Answer& answer) const {
    return answer.ok() ? Kept<Done>(Done()) : failed<Done>(answer);
  }

  Answer ask(std::string_view statement, const Parameters& parameters) {
    connection_.alive();  // when not, running it says so
    return connection_.run(statement, parameters);
  }

  // All that `work` does, or nothing of it.
  template <class Work>
  Kept<Done> in_transaction(const Work& work) {
    if (const Answer begun = connection_.run("BEGIN"); !begun.ok()) return failed<Done>(begun);
    Kept<Done> result = work();
    if (result) return outcome(connection_.run("COMMIT"));
    connection_.run("ROLLBACK");
    return result;
  }

  // The plant's rows of a read table.
  Kept<Done> replace(std::string_view plant, const service::ReadTable& table) {
    const std::string name(table.name);
    const Answer removed = connection_.run("DELETE FROM " + name + " WHERE plant = $1", Parameters().add(plant));
    if (!removed.ok()) return failed<Done>(removed);
    if (table.rows.empty()) return Done();
    std::string rows;
    for (const std::vector<std::string>& row : table.rows) {
      add_copied(plant, rows);
      for (const std::string& cell : row) {
        rows += '\t';
        if (cell.empty()) rows += "\\N";
        if (!cell.empty()) add_copied(cell, rows);
      }
      rows += '\n';
    }
    return outcome(connection_.copy_in("COPY " + name + " FROM STDIN", rows));
  }

  // Whoever comes second waits for the first one's end, and then finds the head moved.
  Kept<Done> move_head(std::string_view plant, const Head& before, const Head& after) {
    Parameters values;
    values.add(plant).add(signed_of(after.sequence)).add(after.hash);
    const bool first = before == Head{};
    if (!first) values.add(signed_of(before.sequence)).add(before.hash);
    const Answer answer = connection_.run(
        first ? "INSERT INTO plants VALUES ($1, $2, $3) ON CONFLICT DO NOTHING"
              : "UPDATE plants SET sequence = $2, hash = $3 WHERE id = $1 AND sequence = $4 AND hash = $5",
        values);
    if (!answer.ok()) return failed<Done>(answer);
    if (answer.affected() == 1) return Done();
    return Kept<Done>::failure({Trouble::moved, "the journal does not end there"});
  }

  Kept<Done> bring_up_to_date() {
    // Two that come at once do it one after the other.
    for (const std::string& statement :
         {"SELECT pg_advisory_xact_lock(" + std::to_string(kSchemaLock) + ")",
          std::string("CREATE TABLE IF NOT EXISTS schema_version (version bigint NOT NULL)")}) {
      if (const Answer answer = connection_.run(statement); !answer.ok()) return failed<Done>(answer);
    }
    const Answer version = connection_.run("SELECT coalesce(max(version), 0) FROM schema_version", Parameters());
    if (!version.ok()) return failed<Done>(version);
    const std::int64_t present = version.number(0, 0);
    if (present < 0 || present > std::int64_t{kSchema.size()}) {
      return Kept<Done>::failure({Trouble::too_new, "tables of version " + std::to_string(present)});
    }
    for (auto step = static_cast<std::size_t>(present); step < kSchema.size(); ++step) {
      const std::string statements =
          std::string(kSchema[step].postgres) + "INSERT INTO schema_version VALUES (" + std::to_string(step + 1) + ")";
      if (const Answer answer = connection_.run(statements); !answer.ok()) return failed<Done>(answer);
    }
    return Done();
  }

  static bool read_head(const Answer& answer, int row, int column, Head& head) {
    head.sequence = static_cast<std::uint64_t>(answer.number(row, column));
    return answer.copy(row, column + 1, head.hash);
  }

  static bool read_entry(const Answer& answer, int row, Entry& entry) {
    entry.sequence = static_cast<std::uint64_t>(answer.number(row, 0));
    entry.at = answer.number(row, 1);
    service::Command& command = entry.command;
    int column = 2;
    for (std::string* text : {&command.kind, &command.author, &command.key, &command.reason, &command.body}) {
      *text = answer.text(row, column++);
    }
    return answer.copy(row, column, entry.hash);
  }

  Connection connection_;
};

}  // namespace

Kept<std::unique_ptr<service::Journal>> open_postgres(const std::string& url) {
  auto journal = std::make_unique<PostgresJournal>(url);
  if (Kept<Done> ready = journal->prepare(); !ready) {
    return Kept<std::unique_ptr<service::Journal>>::failure(ready.error());
  }
  return std::unique_ptr<service::Journal>(std::move(journal));
}

}  // namespace kilter::store
