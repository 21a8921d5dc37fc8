#include "store/open_journal.hpp"

#include "store/postgres/postgres_journal.hpp"
#include "store/sqlite/sqlite_journal.hpp"

namespace kilter::store {
namespace {

constexpr std::string_view kFile = "sqlite:";

bool begins_with(std::string_view text, std::string_view beginning) {
  return text.substr(0, beginning.size()) == beginning;
}

}  // namespace

service::Kept<std::unique_ptr<service::Journal>> open_journal(const std::string& url) {
  if (begins_with(url, "postgresql://") || begins_with(url, "postgres://")) return open_postgres(url);
  return open_sqlite(begins_with(url, kFile) ? url.substr(kFile.size()) : url);
}

}  // namespace kilter::store
