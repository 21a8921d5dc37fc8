// Row edits as JSON, the form in which commands carry them:
//
//   [{"change":"add","table":"orders.csv","cells":{"id":"SO-200","item":"bike","quantity":"3"}},
//    {"change":"change","table":"orders.csv","row":7,"cells":{"quantity":"12"}},
//    {"change":"remove","table":"absences.csv","row":2,"was":{"person":"p07"}}]
#pragma once

#include <simdjson.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "codec/json/writer.hpp"
#include "service/tables/row_edit.hpp"

namespace kilter::service {

std::string edits_json(std::span<const RowEdit> edits);
void write_edits(std::span<const RowEdit> edits, codec::JsonWriter& json);

// Or every fault; Place::file is the table, Place::row the place in the list, from 1.
base::Result<std::vector<RowEdit>> read_edits(std::string_view json);
base::Result<std::vector<RowEdit>> read_edits(const simdjson::dom::element& json);

}  // namespace kilter::service
