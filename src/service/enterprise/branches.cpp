#include "service/enterprise/branches.hpp"

#include <utility>

#include "codec/plant/field.hpp"
#include "service/commands/resolve_edits.hpp"

namespace kilter::service {
namespace {

base::Issue unknown_branch(const std::string& id) {
  return {.code = "unknown-branch",
          .where = {.value = id},
          .message = "there is no branch " + id,
          .way_out = "Open one; branches last until they are kept or dropped, or the server ends."};
}

// What differs between two tables of one name.
class TableDifference {
 public:
  TableDifference(std::string name, const Table* base, const Table* state, std::vector<RowEdit>& edits)
      : name_(std::move(name)), base_(base), state_(state), edits_(edits) {}

  void write() {
    if (state_ != nullptr) {
      for (const Row& row : state_->rows()) kept_or_new(row);
    }
    if (base_ == nullptr) return;
    for (const Row& row : base_->rows()) {
      if (state_ != nullptr && state_->find(row.number) != nullptr) continue;
      edits_.push_back({.change = RowChange::remove, .table = name_, .row = row.number, .was = cells_of(*base_, row)});
    }
  }

 private:
  static std::vector<CellText> cells_of(const Table& table, const Row& row) {
    std::vector<CellText> cells;
    for (std::size_t i = 0; i < table.columns().size(); ++i) {
      if (!table.cell(row, i).empty()) cells.push_back({table.columns()[i], table.cell(row, i)});
    }
    return cells;
  }
  void kept_or_new(const Row& row) {
    const Row* before = base_ == nullptr ? nullptr : base_->find(row.number);
    if (before == nullptr) {
      edits_.push_back({.change = RowChange::add, .table = name_, .cells = cells_of(*state_, row)});
      return;
    }
    RowEdit edit{.change = RowChange::change, .table = name_, .row = row.number};
    for (std::size_t i = 0; i < state_->columns().size(); ++i) {
      const std::string& column = state_->columns()[i];
      const std::string& is = state_->cell(row, i);
      const std::string& was = base_->cell(*before, base_->column(column));
      if (is == was) continue;
      edit.cells.push_back({column, is});
      edit.was.push_back({column, was});
    }
    if (!edit.cells.empty()) edits_.push_back(std::move(edit));
  }

  const std::string name_;
  const Table* base_;
  const Table* state_;
  std::vector<RowEdit>& edits_;
};

}  // namespace

std::optional<Branch> Branches::open(std::string name, std::string author, std::shared_ptr<const PlantState> base) {
  const std::lock_guard lock(mutex_);
  if (branches_.size() >= kMost) return std::nullopt;
  Branch branch{.id = "B-" + std::to_string(++last_),
                .name = std::move(name),
                .author = std::move(author),
                .base = base,
                .state = base};
  return branches_.emplace(branch.id, branch).first->second;
}

std::optional<Branch> Branches::find(const std::string& id) const {
  const std::lock_guard lock(mutex_);
  const auto at = branches_.find(id);
  if (at == branches_.end()) return std::nullopt;
  return at->second;
}

std::vector<Branch> Branches::all() const {
  const std::lock_guard lock(mutex_);
  std::vector<Branch> found;
  for (const auto& [id, branch] : branches_) found.push_back(branch);
  return found;
}

base::Result<Branch> Branches::edit(const std::string& id, const std::string& body) {
  using Edited = base::Result<Branch>;
  const std::lock_guard lock(mutex_);
  const auto at = branches_.find(id);
  if (at == branches_.end()) return Edited::failure({unknown_branch(id)});
  const Command command{.kind = "edit", .body = body};
  if (const auto resolved = resolve_edit(*at->second.state, command, 0); !resolved) {
    return Edited::failure(resolved.error());
  }
  auto state = std::make_shared<PlantState>(*at->second.state);
  if (const auto applied = state->apply(command); !applied) return Edited::failure(applied.error());
  at->second.state = std::move(state);
  return at->second;
}

bool Branches::drop(const std::string& id) {
  const std::lock_guard lock(mutex_);
  return branches_.erase(id) > 0;
}

std::vector<RowEdit> difference(const PlantTables& base, const PlantTables& state) {
  std::vector<RowEdit> edits;
  for (const codec::plant::Table& table : codec::plant::tables()) {
    const Table* before = base.find(table.file);
    const Table* after = state.find(table.file);
    if (before != after) TableDifference(table.file, before, after, edits).write();
  }
  return edits;
}

}  // namespace kilter::service
