// One run of the AdventureWorks import.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "codec/import/adventureworks.hpp"
#include "codec/import/import_session.hpp"

namespace kilter::codec::adventureworks {

struct Session : ImportSession {
  AdventureWorksOptions options;
  std::string_view instructions;                           // the texts of ProductModel.Instructions, if there
  std::map<std::string_view, std::string_view> number_of;  // ProductID -> ProductNumber, of the products carried over
  std::map<std::string_view, std::string_view> centre_of;  // LocationID -> work centre
};

// Reads the tables that are used and notes the files that are not. A needed table that is missing is an error.
void read_tables(const SourceFiles& files, Session& session);

// True when [start, end) of the row's columns holds on `day`; an empty end means for ever.
bool in_force(const SourceRow& row, std::string_view start, std::string_view end, time::Instant day);

}  // namespace kilter::codec::adventureworks
