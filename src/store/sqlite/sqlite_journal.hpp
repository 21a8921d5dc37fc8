// Journals in one file of SQLite: write-ahead log, synchronised to disk at every append.
#pragma once

#include <memory>
#include <string>

#include "service/journal/journal.hpp"

namespace kilter::store {

// A file that is missing is made. ":memory:" is one that nobody else sees and that is gone afterwards.
service::Kept<std::unique_ptr<service::Journal>> open_sqlite(const std::string& file);

}  // namespace kilter::store
