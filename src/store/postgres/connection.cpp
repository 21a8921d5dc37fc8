#include "store/postgres/connection.hpp"

#include <algorithm>
#include <charconv>

namespace kilter::store {
namespace {

using service::Trouble;

constexpr std::size_t kPiece = 1U << 20U;  // bytes sent at once

Trouble trouble_of(std::string_view state) {
  if (state == "23505") return Trouble::doubled;                                // unique_violation
  if (state == "53100" || state == "53200") return Trouble::full;               // disk_full, out_of_memory
  if (state.substr(0, 2) == "42" && state != "42501") return Trouble::damaged;  // a table or column is not there
  if (state.substr(0, 2) == "XX") return Trouble::damaged;
  if (state.substr(0, 2) == "22") return Trouble::unfit;  // data exception
  return Trouble::unreachable;
}

}  // namespace

Parameters& Parameters::add(std::int64_t value) {
  std::array<char, 8>& bytes = numbers_.emplace_back();
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    bytes[i] = static_cast<char>(static_cast<std::uint64_t>(value) >> (8 * (bytes.size() - 1 - i)));
  }
  return add(std::string_view(bytes.data(), bytes.size()));
}

Parameters& Parameters::add(std::string_view text) {
  values_.push_back(text.empty() ? "" : text.data());
  lengths_.push_back(static_cast<int>(text.size()));
  return *this;
}

Parameters& Parameters::add(std::span<const std::uint8_t> bytes) {
  return add(std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
}

std::int64_t Answer::affected() const {
  const std::string_view digits = PQcmdTuples(result_.get());
  std::int64_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::int64_t Answer::number(int row, int column) const {
  std::uint64_t value = 0;
  const char* bytes = PQgetvalue(result_.get(), row, column);
  const int size = PQgetlength(result_.get(), row, column);
  for (int i = 0; i < size; ++i) value = value << 8U | static_cast<std::uint8_t>(bytes[i]);
  return static_cast<std::int64_t>(value);
}

std::string Answer::text(int row, int column) const {
  return {PQgetvalue(result_.get(), row, column), static_cast<std::size_t>(PQgetlength(result_.get(), row, column))};
}

bool Answer::copy(int row, int column, std::span<std::uint8_t> into) const {
  if (static_cast<std::size_t>(PQgetlength(result_.get(), row, column)) != into.size()) return false;
  const char* bytes = PQgetvalue(result_.get(), row, column);
  std::copy_n(reinterpret_cast<const std::uint8_t*>(bytes), into.size(), into.begin());
  return true;
}

std::string_view Answer::state() const {
  const char* state = PQresultErrorField(result_.get(), PG_DIAG_SQLSTATE);
  return state == nullptr ? std::string_view() : state;
}

Connection::Connection(const std::string& url) : connection_(PQconnectdb(url.c_str())) { alive(); }

bool Connection::alive() {
  if (PQstatus(connection_.get()) != CONNECTION_OK) {
    set_up_ = false;
    PQreset(connection_.get());
  }
  if (PQstatus(connection_.get()) != CONNECTION_OK) return false;
  PQsetNoticeProcessor(
      connection_.get(), [](void*, const char*) {}, nullptr);
  return set_up_ || set_up();
}

// What is committed is on disk, however the server is set up.
bool Connection::set_up() {
  set_up_ = Answer(PQexec(connection_.get(), "SET synchronous_commit = on")).ok();
  return set_up_;
}

Answer Connection::run(const std::string& statements) { return Answer(PQexec(connection_.get(), statements.c_str())); }

Answer Connection::run(std::string_view statement, const Parameters& parameters) {
  const std::vector<int> binary(parameters.values_.size(), 1);
  return Answer(PQexecParams(connection_.get(), std::string(statement).c_str(),
                             static_cast<int>(parameters.values_.size()), nullptr, parameters.values_.data(),
                             parameters.lengths_.data(), binary.data(), 1));
}

Answer Connection::copy_in(const std::string& statement, const std::string& rows) {
  Answer begun = run(statement);
  if (begun.status() != PGRES_COPY_IN) return begun;
  bool sent = true;
  for (std::string_view rest = rows; sent && !rest.empty(); rest.remove_prefix(std::min(rest.size(), kPiece))) {
    const std::string_view piece = rest.substr(0, kPiece);
    sent = PQputCopyData(connection_.get(), piece.data(), static_cast<int>(piece.size())) == 1;
  }
  // A copy that could not be sent whole is made to fail.
  PQputCopyEnd(connection_.get(), sent ? nullptr : "not all rows could be sent");
  Answer outcome(PQgetResult(connection_.get()));
  while (PGresult* rest = PQgetResult(connection_.get())) PQclear(rest);
  return outcome;
}

service::JournalError Connection::error_of(const Answer& answer) const {
  const std::string text = answer.message();
  return {trouble_of(answer.state()), text.empty() ? PQerrorMessage(connection_.get()) : text};
}

service::JournalError Connection::error() const { return {Trouble::unreachable, PQerrorMessage(connection_.get())}; }

}  // namespace kilter::store
