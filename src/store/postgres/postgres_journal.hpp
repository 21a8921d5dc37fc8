// Journals on a PostgreSQL server.
#pragma once

#include <memory>
#include <string>

#include "service/journal/journal.hpp"

namespace kilter::store {

// `url` as libpq takes it. A connection that is lost is opened again at the next call.
service::Kept<std::unique_ptr<service::Journal>> open_postgres(const std::string& url);

}  // namespace kilter::store
