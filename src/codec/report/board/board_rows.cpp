#include "codec/report/board/board_rows.hpp"

#include <algorithm>
#include <utility>

namespace kilter::codec {
namespace {

using kilter::plan::kNever;
using kilter::plan::Placement;
using kilter::plan::PlacementId;
using time::Tick;

std::vector<PlacementId> placed(const kilter::plan::Plan& plan) {
  std::vector<PlacementId> list;
  list.reserve(plan.placements.size());
  for (const PlacementId id : base::ids_of(plan.placements)) {
    if (plan.placements[id].start != kNever) list.push_back(id);
  }
  return list;
}

void choose(const kilter::plan::Plan& plan, std::size_t most, BoardRows& board) {
  const auto sooner = [&](PlacementId a, PlacementId b) {
    return std::make_pair(plan.placements[a].start, a.index()) < std::make_pair(plan.placements[b].start, b.index());
  };
  board.shown = placed(plan);
  if (board.shown.size() > most) {
    const auto middle = board.shown.begin() + static_cast<std::ptrdiff_t>(most);
    std::nth_element(board.shown.begin(), middle, board.shown.end(), sooner);
    board.cut = plan.placements[*middle].start;
    board.shown.resize(most);
  }
  std::sort(board.shown.begin(), board.shown.end(), sooner);
  for (const PlacementId id : board.shown) {
    board.from = std::min(board.from, plan.placements[id].start);
    board.until = std::max(board.until, plan.placements[id].end);
  }
}

class Rows {
 public:
  Rows(const PlanView& view, BoardRows& board)
      : plant_(view.plant),
        plan_(view.plan),
        board_(board),
        unit_row_(view.plant.work_units.size(), kNoRow),
        group_of_centre_(view.plant.work_centres.size(), kNoRow) {}

  void make(bool idle_units) {
    std::vector<bool> used(plant_.work_units.size(), idle_units);
    for (const PlacementId id : board_.shown) {
      const model::WorkUnitId unit = plan_.placements[id].unit;
      if (unit.valid()) used[unit.index()] = true;
    }
    for (const model::WorkUnitId id : base::ids_of(plant_.work_units)) {
      if (used[id.index()]) add_unit(id);
    }
    board_.row_of.reserve(board_.shown.size());
    for (const PlacementId id : board_.shown) {
      const Placement& placement = plan_.placements[id];
      board_.row_of.push_back(placement.unit.valid() ? unit_row_[placement.unit.index()] : outside_row(placement));
    }
  }

 private:
  static std::string name_or(const std::string& name, const std::string& id) { return name.empty() ? id : name; }

  std::size_t add_group(std::string title, model::WorkCentreId centre) {
    board_.groups.push_back({.title = std::move(title), .centre = centre});
    return board_.groups.size() - 1;
  }

  std::size_t group_of(const model::WorkUnit& unit) {
    if (!unit.work_centre.valid()) return add_group(unit.id, {});
    std::size_t& known = group_of_centre_[unit.work_centre.index()];
    if (known == kNoRow) {
      const model::WorkCentre& centre = plant_.work_centres[unit.work_centre];
      known = add_group(name_or(centre.name, centre.id), unit.work_centre);
    }
    return known;
  }

  void add_unit(model::WorkUnitId id) {
    const model::WorkUnit& unit = plant_.work_units[id];
    const std::size_t group = group_of(unit);
    unit_row_[id.index()] = board_.rows.size();
    board_.rows.push_back({.id = unit.id,
                           .name = name_or(unit.name, unit.id),
                           .lanes = unit.unlimited ? 0 : unit.count,
                           .unit = id,
                           .group = group});
  }

  // The row of a placement without a unit: its vendor's, or the one for waiting.
  std::size_t outside_row(const Placement& placement) {
    const model::VendorId vendor = plant_.operations[placement.operation].vendor;
    const std::string id = vendor.valid() ? plant_.vendors[vendor].id : std::string("no machine");
    const auto same = std::find_if(board_.rows.begin(), board_.rows.end(),
                                   [&](const BoardRow& row) { return !row.unit.valid() && row.id == id; });
    if (same != board_.rows.end()) return static_cast<std::size_t>(same - board_.rows.begin());
    if (!outside_group_) outside_group_ = add_group("Outside and waiting", {});
    const std::string name = vendor.valid() ? name_or(plant_.vendors[vendor].name, id) : id;
    board_.rows.push_back({.id = id, .name = name, .lanes = 0, .unit = {}, .group = *outside_group_});
    return board_.rows.size() - 1;
  }

  const model::Plant& plant_;
  const kilter::plan::Plan& plan_;
  BoardRows& board_;
  std::vector<std::size_t> unit_row_;
  std::vector<std::size_t> group_of_centre_;
  std::optional<std::size_t> outside_group_;
};

}  // namespace

BoardRows board_rows(const PlanView& view, const BoardScope& scope) {
  BoardRows board;
  choose(view.plan, scope.most, board);
  Rows(view, board).make(scope.idle_units);
  return board;
}

}  // namespace kilter::codec
