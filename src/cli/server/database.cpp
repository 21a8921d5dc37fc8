#include "cli/server/database.hpp"

#include <chrono>
#include <utility>

#include "store/open_journal.hpp"

namespace kilter::cli {
namespace {

// Without the password.
std::string shown(const std::string& url) {
  const std::size_t begin = url.find("://");
  const std::size_t at = url.find('@');
  if (begin == std::string::npos || at == std::string::npos) return url;
  const std::size_t colon = url.find(':', begin + 3);
  return colon < at ? url.substr(0, colon) + url.substr(at) : url;
}

}  // namespace

std::int64_t micros_now() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::microseconds>(now).count();
}

base::Issue issue_of(const std::string& url, const service::JournalError& error) {
  const bool newer = error.trouble == service::Trouble::too_new;
  return {.code = newer ? "database-too-new" : "database-unavailable",
          .where = {.file = shown(url)},
          .message = "the database cannot be used: " + error.text,
          .way_out = newer ? "Use the version of Kilter that wrote it, or a later one."
                           : "Name a file, or postgresql://user@host/database of a server that runs."};
}

std::unique_ptr<service::Journal> open_journals(const std::string& url, const Complaint& complaint) {
  auto journal = store::open_journal(url);
  if (journal) return std::move(journal).value();
  complaint.say({issue_of(url, journal.error())});
  return nullptr;
}

std::unique_ptr<service::Enterprise> open_enterprise(const std::string& url, const Complaint& complaint) {
  auto all = service::Enterprise::open({.open = [url] { return store::open_journal(url); }, .clock = micros_now});
  if (all) return std::move(all).value();
  complaint.say({issue_of(url, all.error())});
  return nullptr;
}

}  // namespace kilter::cli
