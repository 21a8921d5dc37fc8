// A table as an answer: filtered, sorted, one page; as JSON, CSV or workbook.
#pragma once

#include <cstdint>

#include "codec/json/writer.hpp"
#include "http/route.hpp"
#include "service/tables/table.hpp"

namespace kilter::http {

// What the query of the call asks of the table, which is as of the entry `sequence`.
void answer_list(const service::Table& table, std::uint64_t sequence, const Call& call, const Reply& reply);

// The members row, etag and cells of a row.
void row_members(const service::Table& table, const service::Row& row, codec::JsonWriter& json);

}  // namespace kilter::http
