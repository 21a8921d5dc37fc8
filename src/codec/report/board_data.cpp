#include <numeric>
#include <optional>
#include <utility>

#include "codec/report/page_data.hpp"
#include "plan/words.hpp"
#include "plan/working_hours.hpp"

namespace kilter::codec {
namespace {

using kilter::plan::kLongAgo;
using kilter::plan::kNever;
using kilter::plan::Placement;
using kilter::plan::PlacementId;
using time::Tick;

constexpr std::size_t kClosedIntervals = 60'000;  // more shading than this and the board goes without

struct Row {
  std::string id;
  std::string name;
  int lanes = 0;  // 0: as many lines as overlap
  model::WorkUnitId unit;
  std::size_t group = 0;
  time::WorkingCalendar hours = {};  // of the unit
};

class BoardData {
 public:
  explicit BoardData(PageData& page) : page_(page), view_(page.view), json_(page.json) {}

  void write() {
    choose();
    make_rows();
    json_.key("board").begin_object();
    page_.member("all", static_cast<std::int64_t>(view_.plan.placements.size()));
    page_.member("shown", static_cast<std::int64_t>(shown_.size()));
    json_.key("cut");
    page_.moment(cut_, kNever);
    page_.member("from", page_.wall(from_));
    page_.member("until", page_.wall(until_));
    write_weeks();
    write_groups();
    write_units();
    write_people();
    write_bars();
    write_shifts();
    write_order_names();
    json_.end_object();
  }

 private:
  // All placements, or those that start first.
  void choose() {
    shown_.resize(view_.plan.placements.size());
    std::iota(shown_.begin(), shown_.end(), 0U);
    const auto start = [&](std::uint32_t i) { return view_.plan.placements[PlacementId(i)].start; };
    const auto sooner = [&](std::uint32_t a, std::uint32_t b) {
      return std::make_pair(start(a), a) < std::make_pair(start(b), b);
    };
    std::erase_if(shown_, [&](std::uint32_t i) { return start(i) == kNever; });
    if (shown_.size() > kBoardOperations) {
      const auto middle = shown_.begin() + static_cast<std::ptrdiff_t>(kBoardOperations);
      std::nth_element(shown_.begin(), middle, shown_.end(), sooner);
      cut_ = start(*middle);
      shown_.resize(kBoardOperations);
    }
    std::sort(shown_.begin(), shown_.end(), sooner);
    for (const std::uint32_t i : shown_) {
      from_ = std::min(from_, start(i));
      until_ = std::max(until_, view_.plan.placements[PlacementId(i)].end);
    }
  }

  void make_rows() {
    bar_row_.resize(shown_.size());
    unit_row_.assign(view_.plant.work_units.size(), kNoRow);
    group_of_centre_.assign(view_.plant.work_centres.size(), kNoRow);
    std::vector<bool> used(view_.plant.work_units.size());
    for (const std::uint32_t i : shown_) {
      const model::WorkUnitId unit = view_.plan.placements[PlacementId(i)].unit;
      if (unit.valid()) used[unit.index()] = true;
    }
    for (const model::WorkUnitId id : base::ids_of(view_.plant.work_units)) {
      if (used[id.index()]) add_unit(id);
    }
    for (std::size_t bar = 0; bar < shown_.size(); ++bar) {
      const Placement& placement = view_.plan.placements[PlacementId(shown_[bar])];
      bar_row_[bar] = placement.unit.valid() ? unit_row_[placement.unit.index()] : outside_row(placement);
    }
  }

  void add_unit(model::WorkUnitId id) {
    const model::WorkUnit& unit = view_.plant.work_units[id];
    std::size_t group = 0;
    if (unit.work_centre.valid()) {
      std::size_t& known = group_of_centre_[unit.work_centre.index()];
      if (known == kNoRow) {
        const model::WorkCentre& centre = view_.plant.work_centres[unit.work_centre];
        known = add_group(centre.name.empty() ? centre.id : centre.name, unit.work_centre);
      }
      group = known;
    } else {
      group = add_group(unit.id, {});
    }
    unit_row_[id.index()] = rows_.size();
    rows_.push_back({.id = unit.id,
                     .name = unit.name.empty() ? unit.id : unit.name,
                     .lanes = unit.unlimited ? 0 : unit.count,
                     .unit = id,
                     .group = group});
  }

  std::size_t add_group(std::string title, model::WorkCentreId centre) {
    groups_.emplace_back(std::move(title), centre);
    return groups_.size() - 1;
  }

  // The row of a placement without a unit: its vendor's, or the one for waiting.
  std::size_t outside_row(const Placement& placement) {
    const model::VendorId vendor = view_.plant.operations[placement.operation].vendor;
    const std::string id = vendor.valid() ? view_.plant.vendors[vendor].id : std::string("no machine");
    const auto same =
        std::find_if(rows_.begin(), rows_.end(), [&](const Row& row) { return !row.unit.valid() && row.id == id; });
    if (same != rows_.end()) return static_cast<std::size_t>(same - rows_.begin());
    if (!outside_group_) outside_group_ = add_group("Outside and waiting", {});
    const std::string name =
        vendor.valid() && !view_.plant.vendors[vendor].name.empty() ? view_.plant.vendors[vendor].name : id;
    rows_.push_back({.id = id, .name = name, .lanes = 0, .unit = {}, .group = *outside_group_});
    return rows_.size() - 1;
  }

  void write_weeks() {
    Tick week = view_.plant.days.count() > 0 ? view_.plant.days.week_start(std::max<Tick>(from_, 0)) : 0;
    json_.key("weeks").begin_array();
    while (week < until_ && weeks_.size() < 200) {
      weeks_.push_back(week);
      json_.integer(page_.wall(week));
      const Tick next = view_.plant.days.count() > 0 ? view_.plant.days.next_week_start(week) : kNever;
      if (next == kNever) break;
      week = next;
    }
    json_.end_array();
  }

  // Percent of regular time per week; null where nothing is open or planned.
  void write_load(model::WorkCentreId centre) {
    std::vector<std::optional<std::int64_t>> percent(weeks_.size());
    for (const kilter::plan::Load& load : view_.plan.loads) {
      if (load.kind != kilter::plan::LoadKind::work_centre || load.index != centre.index() || load.capacity <= 0)
        continue;
      const auto week = std::find(weeks_.begin(), weeks_.end(), load.week);
      if (week == weeks_.end() || load.planned == 0) continue;
      percent[static_cast<std::size_t>(week - weeks_.begin())] = base::mul_div_round(load.planned, 100, load.capacity);
    }
    json_.key("load").begin_array();
    for (const auto& value : percent) value ? json_.integer(*value) : json_.null();
    json_.end_array();
  }

  void write_groups() {
    std::vector<std::vector<std::size_t>> members(groups_.size());
    for (std::size_t row = 0; row < rows_.size(); ++row) members[rows_[row].group].push_back(row);
    json_.key("groups").begin_array();
    for (std::size_t group = 0; group < groups_.size(); ++group) {
      json_.begin_object();
      page_.member("title", groups_[group].first);
      write_load(groups_[group].second);
      json_.key("units").begin_array();
      for (const std::size_t row : members[group]) json_.integer(static_cast<std::int64_t>(row));
      json_.end_array().end_object();
    }
    json_.end_array();
  }

  void write_closed(const time::WorkingCalendar& hours) {
    const time::WorkingCalendar all = time::WorkingCalendar::always(from_, until_);
    const time::WorkingCalendar closed = time::WorkingCalendar::subtract(all, hours);
    json_.key("closed").begin_array();
    if (closed_written_ + closed.intervals().size() <= kClosedIntervals) {
      closed_written_ += closed.intervals().size();
      for (const time::Interval& gap : closed.intervals()) {
        json_.begin_array().integer(page_.wall(gap.open)).integer(page_.wall(gap.close)).end_array();
      }
    }
    json_.end_array();
  }

  void write_units() {
    json_.key("units").begin_array();
    for (Row& row : rows_) {
      json_.begin_object();
      page_.member("id", row.id);
      page_.member("name", row.name);
      page_.member("lanes", row.lanes);
      row.hours = row.unit.valid() ? kilter::plan::unit_hours(view_.plant, view_.plan.overtime, row.unit)
                                   : time::WorkingCalendar::always(from_, until_);
      write_closed(row.hours);
      json_.end_object();
    }
    json_.end_array();
  }

  void write_people() {
    person_row_.assign(view_.plant.people.size(), kNoRow);
    std::vector<bool> used(view_.plant.people.size());
    for_each_shift([&](std::size_t, const kilter::plan::Assignment& assignment) { used[assignment.index] = true; });
    std::size_t rows = 0;
    json_.key("people").begin_array();
    for (const model::PersonId id : base::ids_of(view_.plant.people)) {
      if (!used[id.index()]) continue;
      person_row_[id.index()] = rows++;
      const model::Person& person = view_.plant.people[id];
      json_.begin_object();
      page_.member("id", person.id);
      page_.member("name", person.name.empty() ? person.id : person.name);
      write_closed(kilter::plan::person_hours(view_.plant, view_.plan.overtime, id));
      json_.end_object();
    }
    json_.end_array();
  }

  template <class Use>
  void for_each_shift(Use use) {
    for (std::size_t bar = 0; bar < shown_.size(); ++bar) {
      for (const kilter::plan::AssignmentId id : view_.plan.placements[PlacementId(shown_[bar])].assignments) {
        const kilter::plan::Assignment& assignment = view_.plan.assignments[id];
        if (assignment.kind == kilter::plan::AssigneeKind::person) use(bar, assignment);
      }
    }
  }

  [[nodiscard]] std::size_t text(const std::string& words) { return page_.strings.index(words); }
  void index(std::size_t value) { json_.integer(static_cast<std::int64_t>(value)); }

  // When the setup is over by the unit's hours.
  [[nodiscard]] Tick setup_end(const Placement& placement, const Row& row) const {
    if (placement.setup == 0) return placement.start;
    return std::min(placement.end, row.hours.add(placement.start, placement.setup));
  }

  void write_bars() {
    json_.key("bars").begin_array();
    for (std::size_t bar = 0; bar < shown_.size(); ++bar) write_bar(bar);
    json_.end_array();
  }

  void write_bar(std::size_t bar) {
    const Placement& placement = view_.plan.placements[PlacementId(shown_[bar])];
    const kilter::plan::ProductionOrder& order = view_.plan.production_orders[placement.order];
    const model::Operation& operation = view_.plant.operations[placement.operation];
    json_.begin_array();
    index(bar_row_[bar]);
    json_.integer(rows_[bar_row_[bar]].lanes > 0 ? placement.lane : 0);
    const Tick setup = setup_end(placement, rows_[bar_row_[bar]]);
    json_.integer(page_.wall(placement.start)).integer(page_.wall(setup)).integer(page_.wall(placement.end));
    json_.integer(order.for_order.valid() ? static_cast<std::int64_t>(board_order(order.for_order)) : -1);
    index(text(operation.name.empty() ? operation.id : operation.name));
    index(text(view_.ids.production_order(view_.plan, placement.order).str()));
    index(text(view_.plant.items[order.item].id));
    json_.decimal(order.quantity.raw(), 6);
    json_.integer(static_cast<std::int64_t>(placement.status));
    page_.moment(placement.material, kLongAgo);
    json_.end_array();
  }

  void write_shifts() {
    json_.key("shifts").begin_array();
    for_each_shift([&](std::size_t bar, const kilter::plan::Assignment& assignment) {
      json_.begin_array();
      index(person_row_[assignment.index]);
      index(bar);
      json_.integer(page_.wall(assignment.start)).integer(page_.wall(assignment.end));
      index(text(std::string(kilter::plan::explain(assignment.reason))));
      index(text(assignment.skill.valid() ? view_.plant.skills[assignment.skill].id : std::string()));
      json_.end_array();
    });
    json_.end_array();
  }

  std::size_t board_order(model::OrderId id) {
    if (order_index_.empty()) order_index_.assign(view_.plant.orders.size(), kNoRow);
    std::size_t& known = order_index_[id.index()];
    if (known == kNoRow) {
      known = orders_.size();
      orders_.push_back(id);
    }
    return known;
  }

  // [id, seconds late or -1 when not planned whole, 1 when the page has a row for it].
  void write_order_names() {
    std::vector<std::int64_t> late(view_.plant.orders.size(), 0);
    for (const kilter::plan::Delivery& delivery : view_.plan.deliveries) {
      late[delivery.order.index()] = delivery.planned() ? delivery.late() : -1;
    }
    json_.key("orders").begin_array();
    for (const model::OrderId id : orders_) {
      json_.begin_array().text(view_.plant.orders[id].id).integer(late[id.index()]);
      json_.integer(page_.order_shown[id.index()] ? 1 : 0).end_array();
    }
    json_.end_array();
  }

  static constexpr std::size_t kNoRow = static_cast<std::size_t>(-1);

  PageData& page_;
  const PlanView& view_;
  JsonWriter& json_;
  std::vector<std::uint32_t> shown_;
  Tick cut_ = kNever;
  Tick from_ = 0;
  Tick until_ = 0;
  std::vector<Row> rows_;
  std::vector<std::size_t> bar_row_;
  std::vector<std::size_t> unit_row_;
  std::vector<std::size_t> group_of_centre_;
  std::vector<std::size_t> person_row_;
  std::vector<std::pair<std::string, model::WorkCentreId>> groups_;
  std::optional<std::size_t> outside_group_;
  std::vector<Tick> weeks_;
  std::size_t closed_written_ = 0;
  std::vector<std::size_t> order_index_;
  std::vector<model::OrderId> orders_;
};

}  // namespace

void write_board(PageData& page) { BoardData(page).write(); }

}  // namespace kilter::codec
