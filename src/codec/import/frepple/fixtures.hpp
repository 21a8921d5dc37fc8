// frePPLe's data as Django fixtures: a JSON list of {"model": "input.item", "pk": ..., "fields": {...}}. Each model
// becomes a table as if it had been exported as CSV, so that everything after the reading is the same.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace kilter::codec::frepple {

// Table name -> CSV. Fields lose "_id" at their end; "pk" stands for a missing name; operation plans go to the table of
// their type (purchaseorder, manufacturingorder, distributionorder). One issue when the text is no such list.
base::Result<std::map<std::string, std::string>> read_fixture(const std::string& file, std::string_view bytes);

}  // namespace kilter::codec::frepple
