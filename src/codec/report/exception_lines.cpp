#include "codec/report/exception_lines.hpp"

#include <fmt/format.h>

#include "codec/plan/lamps/next_step.hpp"
#include "codec/plan/references.hpp"
#include "codec/report/cause_titles.hpp"
#include "codec/text/human.hpp"
#include "plan/words.hpp"

namespace kilter::codec {
namespace {

using coordinate::Exception;
using coordinate::ExceptionKind;

ExceptionLine unplanned_line(const PlanView& view, const Exception& exception) {
  return {.mark = Mark::cross,
          .title = "Cannot be had: " + view.plant.items[exception.item].id,
          .detail = std::string(kilter::plan::explain(exception.reason)),
          .section = "orders"};
}

ExceptionLine late_line(const PlanView& view, const Exception& exception) {
  return {.mark = Mark::half, .title = root_title(view, exception.link), .detail = {}, .section = "late"};
}

ExceptionLine small_causes_line(const Exception& exception) {
  return {.mark = Mark::half,
          .title = exception.count == 1 ? "One smaller cause" : fmt::format("{} smaller causes", exception.count),
          .detail = {},
          .section = "late"};
}

std::string blocked_title(const PlanView& view, model::Lamp lamp, kilter::plan::LampCause cause, std::uint32_t index) {
  const std::string name = target_name(view, target_of(cause), index);
  std::string title = fmt::format("Blocked, {}", kilter::plan::word(lamp));
  if (cause == kilter::plan::LampCause::clearance && index < view.plant.clearances.size()) {
    const model::Clearance& clearance = view.plant.clearances[index];
    return fmt::format("{}: {}", title, clearance.note.empty() ? clearance.id : clearance.note);
  }
  return cause == kilter::plan::LampCause::none ? title
                                                : fmt::format("{}: {} {}", title, kilter::plan::word(cause), name);
}

ExceptionLine blocked_line(const PlanView& view, const Exception& exception) {
  std::string operations = exception.count == 1 ? "1 operation" : human_count(exception.count) + " operations";
  if (exception.count == 0) operations = "the delivery";
  const std::string owner = next_step(view, exception.reading).owner;
  return {.mark = Mark::hollow,
          .title = blocked_title(view, exception.lamp, exception.reading.cause, exception.reading.index),
          .detail = operations + (owner.empty() ? owner : ", owner: " + owner),
          .section = "readiness"};
}

ExceptionLine lost_pin_line(const PlanView& view, const Exception& exception) {
  const kilter::plan::Placement& placement = view.plan.placements[exception.placement];
  return {.mark = Mark::hollow,
          .title = fmt::format("Pin given up: {}", view.ids.operation(view.plan, exception.placement).str()),
          .detail = fmt::format("pinned to {}, planned for {}", human_moment(view.civil, exception.pinned),
                                human_moment(view.civil, placement.start)),
          .section = "assumptions"};
}

ExceptionLine budget_line(const PlanView& view, const Exception& exception, std::string_view cap) {
  const model::Budget& budget = view.plant.budgets[exception.budget];
  const model::Account& account = view.plant.accounts[budget.account];
  return {.mark = Mark::half,
          .title = fmt::format("Budget {} is over its {} cap", account.name.empty() ? account.id : account.name, cap),
          .detail = fmt::format("by {} {}, from {}", human_money(exception.over), view.plant.policy.currency,
                                human_day(view.civil, view.plant.frame.tick(budget.from))),
          .section = "budget"};
}

}  // namespace

ExceptionLine line_of(const PlanView& view, const Exception& exception) {
  switch (exception.kind) {
    case ExceptionKind::unplanned:
      return unplanned_line(view, exception);
    case ExceptionKind::late:
      return late_line(view, exception);
    case ExceptionKind::small_causes:
      return small_causes_line(exception);
    case ExceptionKind::blocked:
      return blocked_line(view, exception);
    case ExceptionKind::lost_pin:
      return lost_pin_line(view, exception);
    case ExceptionKind::over_soft_cap:
      return budget_line(view, exception, "soft");
    case ExceptionKind::over_hard_cap:
      return budget_line(view, exception, "hard");
  }
  return {};
}

}  // namespace kilter::codec
