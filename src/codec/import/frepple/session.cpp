#include "codec/import/frepple/session.hpp"

#include <array>
#include <utility>

namespace kilter::codec::frepple {
namespace {

constexpr std::array<std::string_view, 25> kTables = {"buffer",
                                                      "calendar",
                                                      "calendarbucket",
                                                      "customer",
                                                      "demand",
                                                      "distributionorder",
                                                      "item",
                                                      "itemdistribution",
                                                      "itemsupplier",
                                                      "location",
                                                      "manufacturingorder",
                                                      "operation",
                                                      "operationdependency",
                                                      "operationmaterial",
                                                      "operationplan",
                                                      "operationresource",
                                                      "parameter",
                                                      "purchaseorder",
                                                      "resource",
                                                      "resourceskill",
                                                      "setupmatrix",
                                                      "setuprule",
                                                      "skill",
                                                      "suboperation",
                                                      "supplier"};

// After so many rows of one column the rest is counted only.
constexpr std::size_t kRowsListed = 1'000;

bool is_table(std::string_view name) {
  for (const std::string_view table : kTables) {
    if (table == name) return true;
  }
  return false;
}

void note_column(const SourceTable& table, const std::string& column, Session& session) {
  std::size_t count = 0;
  for (const SourceRow row : table) {
    if (!row.has(column)) continue;
    if (++count <= kRowsListed) session.not_carried(row.place(column), "The plant folder has no place for this value.");
  }
  if (count <= kRowsListed) return;
  session.not_carried({table.file(), 0, column, ""}, "The plant folder has no place for this column; " +
                                                         std::to_string(count - kRowsListed) +
                                                         " further rows have a value in it.");
}

}  // namespace

const SourceTable& Session::table(std::string_view name) const {
  static const SourceTable kNone;
  const auto found = tables.find(name);
  return found == tables.end() ? kNone : found->second;
}

void Session::not_carried(base::Place where, std::string message) {
  notes.push_back({"import-not-carried", base::Severity::warning, std::move(where), std::move(message),
                   "Add it to the plant folder by hand if the plan needs it."});
}

void Session::assumed(base::Place where, std::string message) {
  notes.push_back({"import-assumed", base::Severity::assumption, std::move(where), std::move(message),
                   "Change it in the plant folder if it is otherwise."});
}

void read_tables(const SourceFiles& files, Session& session) {
  const SourceReading reading{session.issues,
                              [&](std::string text) { return session.draft.keep(std::move(text)).view(); }};
  for (const auto& [file, bytes] : files) {
    std::string name = file.substr(0, file.rfind('.'));
    for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (!file.ends_with(".csv") || !is_table(name)) {
      session.not_carried({file, 0, "", ""}, "This is not one of the tables that are imported.");
      continue;
    }
    session.tables.insert_or_assign(name, SourceTable::read(file, bytes, SourceLayout{}, reading));
  }
}

void note_unread(Session& session) {
  for (const auto& [name, table] : session.tables) {
    for (const std::string_view column : table.unread_columns()) note_column(table, std::string(column), session);
  }
}

}  // namespace kilter::codec::frepple
