// A connection to a PostgreSQL server, and what its answers hold. Values travel as binary. Nothing throws.
#pragma once

#include <libpq-fe.h>

#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "service/journal/journal.hpp"

namespace kilter::store {

// Parameters of a statement, $1 first. Texts and bytes must stay until it has been run.
class Parameters {
 public:
  Parameters& add(std::int64_t value);
  Parameters& add(std::string_view text);
  Parameters& add(std::span<const std::uint8_t> bytes);

 private:
  friend class Connection;
  std::deque<std::array<char, 8>> numbers_;  // big-endian; stays where it is when it grows
  std::vector<const char*> values_;
  std::vector<int> lengths_;
};

// Rows in binary form. Rows and columns count from 0.
class Answer {
 public:
  explicit Answer(PGresult* result) : result_(result) {}

  [[nodiscard]] ExecStatusType status() const { return PQresultStatus(result_.get()); }
  [[nodiscard]] bool ok() const { return status() == PGRES_COMMAND_OK || status() == PGRES_TUPLES_OK; }
  [[nodiscard]] int rows() const { return PQntuples(result_.get()); }
  // Of UPDATE, INSERT, DELETE.
  [[nodiscard]] std::int64_t affected() const;
  [[nodiscard]] std::int64_t number(int row, int column) const;
  [[nodiscard]] std::string text(int row, int column) const;
  // Whether the value has as many bytes as `into`, which are then copied.
  [[nodiscard]] bool copy(int row, int column, std::span<std::uint8_t> into) const;
  // The SQLSTATE of a failure, five letters; empty when the server said nothing.
  [[nodiscard]] std::string_view state() const;
  [[nodiscard]] std::string message() const { return PQresultErrorMessage(result_.get()); }

 private:
  struct Clear {
    void operator()(PGresult* result) const { PQclear(result); }
  };
  std::unique_ptr<PGresult, Clear> result_;
};

class Connection {
 public:
  explicit Connection(const std::string& url);

  // Connects anew when the connection was lost; false when it cannot.
  bool alive();
  // Several statements without parameters.
  Answer run(const std::string& statements);
  Answer run(std::string_view statement, const Parameters& parameters);
  // Sends rows of COPY ... FROM STDIN in text form; the outcome of the whole.
  Answer copy_in(const std::string& statement, const std::string& rows);

  [[nodiscard]] service::JournalError error_of(const Answer& answer) const;
  [[nodiscard]] service::JournalError error() const;

 private:
  struct Finish {
    void operator()(PGconn* connection) const { PQfinish(connection); }
  };
  bool set_up();

  std::unique_ptr<PGconn, Finish> connection_;
  bool set_up_ = false;  // since it was connected
};

}  // namespace kilter::store
