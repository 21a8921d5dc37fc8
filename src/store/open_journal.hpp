// Opens the database that journals are kept in, and brings its tables up to date.
#pragma once

#include <memory>
#include <string>

#include "service/journal/journal.hpp"

namespace kilter::store {

// `postgresql://user@host/database` (also postgres://) is a PostgreSQL server; `sqlite:FILE` or a plain path is one
// file, made when it is missing (its folder must be there).
service::Kept<std::unique_ptr<service::Journal>> open_journal(const std::string& url);

}  // namespace kilter::store
