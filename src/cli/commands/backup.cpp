#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "cli/commands/commands.hpp"
#include "cli/server/backup_file.hpp"
#include "cli/server/database.hpp"
#include "cli/text/complaint.hpp"

namespace kilter::cli {
namespace {

using service::Entry;
using service::Head;
using service::Journal;

constexpr std::size_t kAtOnce = 5'000;  // entries in one append

base::Issue cannot_write(const std::string& path) {
  return {.code = "cannot-write",
          .where = {.file = path},
          .message = path + " cannot be written",
          .way_out = "Name a file in a folder with room that you may write to."};
}

base::Issue bad_line(const std::string& path, std::uint32_t line, const char* what) {
  return {.code = "bad-backup",
          .where = {.file = path, .row = line},
          .message = fmt::format("line {} of {} {}", line, path, what),
          .way_out = "Take another backup; nothing of a broken one is taken in beyond what stands before the line."};
}

// Brings entries back, so many at a time.
class Restoring {
 public:
  Restoring(Journal& journal, std::string path) : journal_(journal), path_(std::move(path)) {}

  // Nothing, or why the line cannot be taken.
  std::optional<base::Issue> take(std::string_view line) {
    ++line_;
    if (line_ == 1) {
      if (is_backup_head(line)) return std::nullopt;
      return bad_line(path_, line_, "is not the beginning of a backup");
    }
    auto read = read_backup_line(line);
    if (!read) return bad_line(path_, line_, "is not an entry");
    if (!waiting_.empty() && (read->plant != plant_ || waiting_.size() >= kAtOnce)) {
      if (auto issue = flush()) return issue;
    }
    plant_ = read->plant;
    if (!follows(waiting_.empty() ? heads_[plant_] : head_of(waiting_.back()), read->entry)) {
      return bad_line(path_, line_, "does not follow the one before it: something is missing or was changed");
    }
    waiting_.push_back(std::move(read->entry));
    return std::nullopt;
  }
  std::optional<base::Issue> flush() {
    if (waiting_.empty()) return std::nullopt;
    const auto done = journal_.append(plant_, heads_[plant_], waiting_);
    if (!done)
      return base::Issue{.code = "cannot-restore",
                         .where = {.file = path_, .row = line_},
                         .message = "the database does not take the entries: " + done.error().text,
                         .way_out = "Restore into an empty database."};
    heads_[plant_] = head_of(waiting_.back());
    count_ += waiting_.size();
    waiting_.clear();
    return std::nullopt;
  }
  [[nodiscard]] std::size_t count() const { return count_; }
  [[nodiscard]] std::size_t plants() const { return heads_.size(); }

 private:
  Journal& journal_;
  std::string path_;
  std::uint32_t line_ = 0;
  std::size_t count_ = 0;
  std::string plant_;
  std::map<std::string, Head> heads_;
  std::vector<Entry> waiting_;
};

}  // namespace

ExitCode run_backup(const Invocation& call, Console& console) {
  const Complaint complaint(call, console);
  const std::unique_ptr<Journal> journal = open_journals(call.text("--db"), complaint);
  if (!journal) return ExitCode::cannot_write;
  const std::string& path = call.text("FILE");
  const std::string part = path + ".part";
  std::ofstream out(part, std::ios::binary | std::ios::trunc);
  out << backup_head() << "\n";
  const auto heads = journal->plants();
  std::size_t count = 0;
  if (heads) {
    for (const service::PlantHead& head : heads.value()) {
      const auto done = journal->read(head.plant, {.after = 0, .until = head.head.sequence}, [&](const Entry& entry) {
        out << backup_line(head.plant, entry) << "\n";
        ++count;
        return out.good();
      });
      if (!done) complaint.say({issue_of(call.text("--db"), done.error())});
      if (!done) return ExitCode::cannot_write;
    }
  }
  out.close();
  std::error_code moved;
  if (out.good() && heads) std::filesystem::rename(part, path, moved);
  if (!out.good() || !heads || moved) {
    std::filesystem::remove(part, moved);
    complaint.say({heads ? cannot_write(path) : issue_of(call.text("--db"), heads.error())});
    return ExitCode::cannot_write;
  }
  console.out << fmt::format("{} entries of {} journals written to {}\n", count, heads.value().size(), path);
  return ExitCode::ok;
}

ExitCode run_restore(const Invocation& call, Console& console) {
  const Complaint complaint(call, console);
  const std::unique_ptr<Journal> journal = open_journals(call.text("--db"), complaint);
  if (!journal) return ExitCode::cannot_write;
  const auto heads = journal->plants();
  if (!heads || !heads.value().empty()) {
    complaint.say({heads ? base::Issue{.code = "database-not-empty",
                                       .where = {.file = call.text("--db")},
                                       .message = "the database holds journals already",
                                       .way_out = "Restore into an empty one."}
                         : issue_of(call.text("--db"), heads.error())});
    return heads ? ExitCode::usage : ExitCode::cannot_write;
  }
  std::ifstream in(call.text("FILE"), std::ios::binary);
  Restoring restoring(*journal, call.text("FILE"));
  std::string line;
  std::optional<base::Issue> issue;
  bool begun = false;
  while (!issue && std::getline(in, line)) {
    begun = true;
    issue = restoring.take(line);
  }
  if (!issue && !begun) issue = bad_line(call.text("FILE"), 1, "is not the beginning of a backup");
  if (!issue) issue = restoring.flush();
  if (issue) {
    complaint.say({*issue});
    return ExitCode::faults;
  }
  console.out << fmt::format("{} entries of {} journals restored\n", restoring.count(), restoring.plants());
  return ExitCode::ok;
}

}  // namespace kilter::cli
