// The database that a command works on.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "cli/text/complaint.hpp"
#include "service/enterprise/enterprise.hpp"
#include "service/journal/journal.hpp"

namespace kilter::cli {

// Microseconds since 1970-01-01 UTC, by the machine's clock.
std::int64_t micros_now();

base::Issue issue_of(const std::string& url, const service::JournalError& error);

// The journals in it, or nothing, said.
std::unique_ptr<service::Journal> open_journals(const std::string& url, const Complaint& complaint);
// Those who are known, or nothing, said.
std::unique_ptr<service::Enterprise> open_enterprise(const std::string& url, const Complaint& complaint);

}  // namespace kilter::cli
