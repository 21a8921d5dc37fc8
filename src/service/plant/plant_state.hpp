// A plant as its journal has made it: a function of the entries in their order and of nothing else, so that replaying
// them gives the same again, on any machine and with any later version.
//
//   an import's body   {"files":{"plant.csv":"name,origin\n...", ...}}     the folder's tables anew, nothing published
//   any other's        {"edits":[{"change":"change","table":"orders.csv", ...}, ...],   see edits_json.hpp
//                       "plan":{"plan.json":"...", ...}}                   published after the edits; may be left out
//
// What else stands in a body (the event that the edits come from) is kept and not looked into.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "service/journal/entry.hpp"
#include "service/tables/plant_tables.hpp"

namespace kilter::service {

// The plan that everybody works by.
struct Publication {
  std::uint64_t sequence = 0;                  // of the entry that published it
  PlantTables plant;                           // the plant that it is a plan of
  std::vector<codec::plant::TargetFile> plan;  // the plan folder
  friend bool operator==(const Publication&, const Publication&) = default;
};

class PlantState {
 public:
  [[nodiscard]] const PlantTables& tables() const { return tables_; }
  // Null as long as none is.
  [[nodiscard]] const std::shared_ptr<const Publication>& published() const { return published_; }
  // Of the entry taken last.
  [[nodiscard]] const Head& head() const { return head_; }

  // Does what the command's body says, all of it or, with every fault, nothing. Back come the edits that undo its
  // edits; none for an import. Whether the tables are a plant afterwards is not asked. Then comes `sealed`.
  base::Result<std::vector<RowEdit>> apply(const Command& command);
  // The entry whose command was applied last; it follows head().
  void sealed(const Entry& entry);

  // Both, for an entry out of a journal; false when it does not follow or does not fit, and nothing is changed.
  [[nodiscard]] bool take(const Entry& entry);

  // For a snapshot.
  [[nodiscard]] std::string bytes() const;
  static std::optional<PlantState> from_bytes(std::string_view bytes);

  friend bool operator==(const PlantState& a, const PlantState& b);

 private:
  PlantTables tables_;
  std::shared_ptr<const Publication> published_;
  Head head_;
};

// Body of an `import`.
std::string import_json(const std::vector<codec::plant::TargetFile>& files);

}  // namespace kilter::service
