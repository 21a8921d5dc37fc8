// A plant as its journal has made it: a function of the entries in their order and of nothing else, so that replaying
// them gives the same again, on any machine.
//
//   commands    body
//   import      {"files":{"plant.csv":"name,origin\n...", ...}}      all tables anew
//   edit        [{"change":"change","table":"orders.csv", ...}, ...]  see edits_json.hpp
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "service/journal/entry.hpp"
#include "service/tables/plant_tables.hpp"

namespace kilter::service {

class PlantState {
 public:
  // What taking a command does to the tables, worked out before anything is kept.
  struct Step {
    PlantTables tables;   // afterwards
    std::string inverse;  // body of the `edit` that undoes it; empty for an import, which nothing undoes
  };

  [[nodiscard]] const PlantTables& tables() const { return tables_; }
  // Of the entry taken last.
  [[nodiscard]] const Head& head() const { return head_; }

  // Whether the command can be taken as things stand, and what would be then; or every fault in it. Changes nothing.
  [[nodiscard]] base::Result<Step> consider(const Command& command) const;

  // Takes the entry, which follows head() and whose command was considered: a `Step` of it, or nothing when it does not
  // fit (a journal that somebody else wrote).
  void take(const Entry& entry, Step step);
  [[nodiscard]] bool take(const Entry& entry);

  // For a snapshot.
  [[nodiscard]] std::string bytes() const;
  static std::optional<PlantState> from_bytes(std::string_view bytes);

  friend bool operator==(const PlantState&, const PlantState&) = default;

 private:
  PlantTables tables_;
  Head head_;
};

// Body of an `import`.
std::string import_json(const std::vector<codec::plant::TargetFile>& files);

}  // namespace kilter::service
