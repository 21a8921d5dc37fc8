#include "codec/import/frepple/session.hpp"

#include <array>
#include <utility>

#include "codec/import/frepple/fixtures.hpp"

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

bool is_table(std::string_view name) {
  for (const std::string_view table : kTables) {
    if (table == name) return true;
  }
  return false;
}

}  // namespace

namespace {

void read_json(const std::string& file, std::string_view bytes, Session& session) {
  auto tables = read_fixture(file, bytes);
  if (!tables.ok()) {
    session.issues.insert(session.issues.end(), tables.error().begin(), tables.error().end());
    return;
  }
  for (auto& [name, csv] : tables.value()) {
    const std::string label = file + " (" + name + ")";
    if (!is_table(name) || session.tables.contains(name)) {
      session.not_carried({label, 0, "", ""}, is_table(name) ? "The table is there already, in another file."
                                                             : "This is not one of the tables that are imported.");
      continue;
    }
    const std::string_view kept = session.kept.emplace_back().emplace_back(std::move(csv));
    session.tables.insert_or_assign(name, SourceTable::read(label, kept, SourceLayout{}, session.reading()));
  }
}

}  // namespace

void read_tables(const SourceFiles& files, Session& session) {
  for (const auto& [file, bytes] : files) {
    std::string name = file.substr(0, file.rfind('.'));
    for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (file.ends_with(".json")) {
      read_json(file, bytes, session);
    } else if (!file.ends_with(".csv") || !is_table(name)) {
      session.not_carried({file, 0, "", ""}, "This is not one of the tables that are imported.");
    } else {
      session.tables.insert_or_assign(name, SourceTable::read(file, bytes, SourceLayout{}, session.reading()));
    }
  }
}

}  // namespace kilter::codec::frepple
