// What-if branches: a plant's tables as they could be, in memory, beside what is so. Opened in the time of a copy that
// shares everything; kept as one command when what they changed is still as it was.
//
//   base  orders.csv row 7: quantity 10        branch  quantity 12        kept  one edit, on the condition of 10
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "service/plant/plant_state.hpp"

namespace kilter::service {

struct Branch {
  std::string id;  // "B-1"
  std::string name;
  std::string author;
  std::shared_ptr<const PlantState> base;   // as it was when the branch was opened
  std::shared_ptr<const PlantState> state;  // as it could be
};

// Of one plant. From any thread.
class Branches {
 public:
  // At most so many at a time.
  static constexpr std::size_t kMost = 50;

  // None when there are too many.
  std::optional<Branch> open(std::string name, std::string author, std::shared_ptr<const PlantState> base);
  [[nodiscard]] std::optional<Branch> find(const std::string& id) const;
  [[nodiscard]] std::vector<Branch> all() const;
  // All edits or none; the tables must be a plant afterwards. Faults as those of an `edit`.
  base::Result<Branch> edit(const std::string& id, const std::string& body);
  // False when there is none.
  bool drop(const std::string& id);

 private:
  mutable std::mutex mutex_;
  std::map<std::string, Branch> branches_;
  std::uint64_t last_ = 0;
};

// Edits of rows of the plant folder by which `base` becomes `state`, each on the condition that what it changes is
// still as in `base`; rows that are new in `state` are added.
std::vector<RowEdit> difference(const PlantTables& base, const PlantTables& state);

}  // namespace kilter::service
