#include <optional>

#include "codec/report/board/board_json.hpp"
#include "codec/report/board/board_rows.hpp"
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

class BoardData {
 public:
  BoardData(PageData& page, const BoardScope& scope)
      : page_(page), view_(page.view), json_(page.json), board_(board_rows(page.view, scope)) {}

  void write() {
    json_.key("board").begin_object();
    page_.member("all", static_cast<std::int64_t>(view_.plan.placements.size()));
    page_.member("shown", static_cast<std::int64_t>(board_.shown.size()));
    json_.key("cut");
    page_.moment(board_.cut, kNever);
    page_.member("from", page_.wall(board_.from));
    page_.member("until", page_.wall(board_.until));
    write_zones();
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
  // Until when work keeps its place in a re-plan, and until when it moves only at a price.
  void write_zones() {
    const model::Policy& policy = view_.plant.policy;
    page_.member("frozen", page_.wall(view_.plant.frame.tick(policy.origin + policy.frozen)));
    page_.member("slushy", page_.wall(view_.plant.frame.tick(policy.origin + policy.frozen + policy.slushy)));
  }

  void write_weeks() {
    Tick week = view_.plant.days.count() > 0 ? view_.plant.days.week_start(std::max<Tick>(board_.from, 0)) : 0;
    json_.key("weeks").begin_array();
    while (week < board_.until && weeks_.size() < 200) {
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
    std::vector<std::vector<std::size_t>> members(board_.groups.size());
    for (std::size_t row = 0; row < board_.rows.size(); ++row) members[board_.rows[row].group].push_back(row);
    json_.key("groups").begin_array();
    for (std::size_t group = 0; group < board_.groups.size(); ++group) {
      json_.begin_object();
      page_.member("title", board_.groups[group].title);
      write_load(board_.groups[group].centre);
      json_.key("units").begin_array();
      for (const std::size_t row : members[group]) index(row);
      json_.end_array().end_object();
    }
    json_.end_array();
  }

  void write_closed(const time::WorkingCalendar& hours) {
    const time::WorkingCalendar all = time::WorkingCalendar::always(board_.from, board_.until);
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

  // Times out of the pattern, with their reasons: maintenance and downtime of a unit, absences of a person.
  void write_away(const std::vector<model::CalendarException>& times) {
    json_.key("away").begin_array();
    for (const model::CalendarException& away : times) {
      json_.begin_array();
      json_.integer(page_.wall(view_.plant.frame.tick(away.from)));
      json_.integer(page_.wall(view_.plant.frame.tick(away.until)));
      index(text(away.reason));
      json_.end_array();
    }
    json_.end_array();
  }

  void write_units() {
    json_.key("units").begin_array();
    for (const BoardRow& row : board_.rows) {
      json_.begin_object();
      page_.member("id", row.id);
      page_.member("name", row.name);
      page_.member("lanes", row.lanes);
      hours_.push_back(row.unit.valid() ? kilter::plan::unit_hours(view_.plant, view_.plan.overtime, row.unit)
                                        : time::WorkingCalendar::always(board_.from, board_.until));
      write_closed(hours_.back());
      write_away(row.unit.valid() ? view_.plant.work_units[row.unit].closures : kNeverAway);
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
      write_away(person.absences);
      json_.end_object();
    }
    json_.end_array();
  }

  template <class Use>
  void for_each_shift(Use use) {
    for (std::size_t bar = 0; bar < board_.shown.size(); ++bar) {
      for (const kilter::plan::AssignmentId id : view_.plan.placements[board_.shown[bar]].assignments) {
        const kilter::plan::Assignment& assignment = view_.plan.assignments[id];
        if (assignment.kind == kilter::plan::AssigneeKind::person) use(bar, assignment);
      }
    }
  }

  [[nodiscard]] std::size_t text(const std::string& words) { return page_.strings.index(words); }
  void index(std::size_t value) { json_.integer(static_cast<std::int64_t>(value)); }

  // When the setup is over by the unit's hours.
  [[nodiscard]] Tick setup_end(const Placement& placement, std::size_t row) const {
    if (placement.setup == 0) return placement.start;
    return std::min(placement.end, hours_[row].add(placement.start, placement.setup));
  }

  // Per placement its eight lamps in their fixed order, a digit each (0 ready, 1 on a date, 2 blocked); empty: done.
  [[nodiscard]] std::vector<std::string> lamp_digits() const {
    std::vector<std::string> digits(view_.plan.placements.size());
    for (const kilter::plan::Readiness& ready : view_.plan.readiness) {
      for (const kilter::plan::LampReading& lamp : ready.lamps) {
        digits[ready.placement.index()] += static_cast<char>('0' + static_cast<int>(lamp.state));
      }
    }
    return digits;
  }

  [[nodiscard]] std::string family_of(const Placement& placement) const {
    const model::Operation& operation = view_.plant.operations[placement.operation];
    const model::FamilyId own = operation.family;
    const model::FamilyId family =
        own.valid() ? own : view_.plant.items[view_.plan.production_orders[placement.order].item].family;
    return family.valid() ? view_.plant.families[family].id : std::string();
  }

  void write_bars() {
    const std::vector<std::string> lamps = lamp_digits();
    json_.key("bars").begin_array();
    for (std::size_t bar = 0; bar < board_.shown.size(); ++bar) write_bar(bar, lamps[board_.shown[bar].index()]);
    json_.end_array();
  }

  void write_bar(std::size_t bar, const std::string& lamps) {
    const Placement& placement = view_.plan.placements[board_.shown[bar]];
    const std::size_t row = board_.row_of[bar];
    const kilter::plan::ProductionOrder& order = view_.plan.production_orders[placement.order];
    const model::Operation& operation = view_.plant.operations[placement.operation];
    json_.begin_array();
    index(row);
    json_.integer(board_.rows[row].lanes > 0 ? placement.lane : 0);
    json_.integer(page_.wall(placement.start)).integer(page_.wall(setup_end(placement, row)));
    json_.integer(page_.wall(placement.end));
    json_.integer(order.for_order.valid() ? static_cast<std::int64_t>(board_order(order.for_order)) : -1);
    index(text(operation.name.empty() ? operation.id : operation.name));
    index(text(view_.ids.production_order(view_.plan, placement.order).str()));
    index(text(view_.plant.items[order.item].id));
    json_.decimal(order.quantity.raw(), 6);
    json_.integer(static_cast<std::int64_t>(placement.status));
    page_.moment(placement.material, kLongAgo);
    index(text(operation.id));
    index(text(family_of(placement)));
    index(text(lamps));
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

  // [id, seconds late or -1 when not planned whole, 1 when the page has a row for it, customer].
  void write_order_names() {
    std::vector<std::int64_t> late(view_.plant.orders.size(), 0);
    for (const kilter::plan::Delivery& delivery : view_.plan.deliveries) {
      late[delivery.order.index()] = delivery.planned() ? delivery.late() : -1;
    }
    json_.key("orders").begin_array();
    for (const model::OrderId id : orders_) {
      const model::CustomerOrder& order = view_.plant.orders[id];
      json_.begin_array().text(order.id).integer(late[id.index()]);
      json_.integer(page_.order_shown[id.index()] ? 1 : 0);
      json_.text(order.customer.valid() ? view_.plant.customers[order.customer].id : std::string()).end_array();
    }
    json_.end_array();
  }

  inline static const std::vector<model::CalendarException> kNeverAway;

  PageData& page_;
  const PlanView& view_;
  JsonWriter& json_;
  BoardRows board_;
  std::vector<time::WorkingCalendar> hours_;  // per row
  std::vector<std::size_t> person_row_;
  std::vector<Tick> weeks_;
  std::size_t closed_written_ = 0;
  std::vector<std::size_t> order_index_;
  std::vector<model::OrderId> orders_;
};

}  // namespace

void write_board(PageData& page) { BoardData(page, {}).write(); }

std::string board_json(const PlanView& view, std::size_t most) {
  PageData page(view);
  page.order_shown.assign(view.plant.orders.size(), true);
  page.json.begin_object();
  page.member("origin", view.civil.str(0));
  BoardData(page, {.most = most, .idle_units = true}).write();
  page.json.key("strings").begin_array();
  for (const std::string& words : page.strings.texts()) page.json.text(words);
  page.json.end_array().end_object();
  return page.json.str();
}

}  // namespace kilter::codec
