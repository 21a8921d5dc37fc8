// All journals of a database as one file of lines, each a JSON object:
//
//   {"kilter":"backup","version":1}
//   {"plant":"veloria","sequence":1,"at":1764570000000000,"kind":"import","author":"ana","key":"","reason":"",
//    "body":"...","hash":"..."}
//
// Entries of a plant stand in their order; their hashes tell whether any is missing or was changed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "service/journal/entry.hpp"

namespace kilter::cli {

std::string backup_head();
bool is_backup_head(std::string_view line);

struct BackupLine {
  std::string plant;
  service::Entry entry;
};
std::string backup_line(const std::string& plant, const service::Entry& entry);
// None when it is no such line.
std::optional<BackupLine> read_backup_line(std::string_view line);

}  // namespace kilter::cli
