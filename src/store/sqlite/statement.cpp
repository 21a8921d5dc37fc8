#include "store/sqlite/statement.hpp"

#include <algorithm>

namespace kilter::store {

Statement::Statement(sqlite3* database, std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  error_ = sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
  statement_.reset(statement);
}

Statement& Statement::bind(int place, std::int64_t value) {
  sqlite3_bind_int64(statement_.get(), place, value);
  return *this;
}

Statement& Statement::bind(int place, std::string_view text) {
  sqlite3_bind_text64(statement_.get(), place, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
  return *this;
}

Statement& Statement::bind(int place, std::span<const std::uint8_t> bytes) {
  sqlite3_bind_blob64(statement_.get(), place, bytes.data(), bytes.size(), SQLITE_STATIC);
  return *this;
}

int Statement::step() { return error_ != SQLITE_OK ? error_ : sqlite3_step(statement_.get()); }

int Statement::run() {
  int code = step();
  while (code == SQLITE_ROW) code = step();
  rewind();
  return code == SQLITE_DONE ? SQLITE_OK : code;
}

void Statement::rewind() { sqlite3_reset(statement_.get()); }

std::string Statement::text(int column) const {
  const void* bytes = sqlite3_column_blob(statement_.get(), column);
  const int size = sqlite3_column_bytes(statement_.get(), column);
  return bytes == nullptr ? std::string()
                          : std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

bool Statement::copy(int column, std::span<std::uint8_t> into) const {
  const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_.get(), column));
  const int size = sqlite3_column_bytes(statement_.get(), column);
  if (bytes == nullptr || static_cast<std::size_t>(size) != into.size()) return false;
  std::copy_n(bytes, into.size(), into.begin());
  return true;
}

}  // namespace kilter::store
