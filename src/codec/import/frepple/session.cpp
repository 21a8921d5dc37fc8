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

bool is_table(std::string_view name) {
  for (const std::string_view table : kTables) {
    if (table == name) return true;
  }
  return false;
}

}  // namespace

void read_tables(const SourceFiles& files, Session& session) {
  const SourceReading reading = session.reading();
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

}  // namespace kilter::codec::frepple
