#include "codec/import/frepple/operations.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/fixed.hpp"
#include "codec/import/frepple/materials.hpp"
#include "codec/import/frepple/routings.hpp"

namespace kilter::codec::frepple {
namespace {

using base::kMicro;
using base::Quantity;
using model::Text;

// A quantity of the operation in units of the item.
Quantity in_items(const SourceRow& row, std::string_view column, const Routing& routing) {
  return Quantity::micros(
      base::saturated(base::wide_mul_div_ceil(row.micros(column).value_or(0), routing.output, kMicro)));
}

class OperationImport {
 public:
  OperationImport(const Routings& routings, Resources& resources, Session& session)
      : routings_(routings), resources_(resources), session_(session) {}

  void carry(const Routing& routing) {
    for (const SourceRow& step : routing.steps) carry_step(routing, step);
    carry_waits(routing);
    import_materials(routings_, routing, session_);
  }

 private:
  void carry_step(const Routing& routing, const SourceRow& step) {
    model::OperationRow operation{.item = routing.item, .operation = step.text("name"), .row = step.number()};
    operation.fixed_time = step.seconds("duration").value_or(time::Duration(0));
    const time::Duration per = step.seconds("durationper").value_or(time::Duration(0));
    if (step.text("type") == "time_per") {
      operation.run_per_unit =
          time::Duration(base::saturated(base::wide_mul_div_ceil(per.count(), kMicro, routing.output)));
    } else if (per.count() != 0) {
      session_.not_carried(step.place("durationper"), "An operation of fixed time has no time per unit.");
    }
    operation.transfer_batch = transfer_batch(routing, step);
    carry_loads(routing, step, operation);
    session_.draft.operations.push_back(operation);
  }

  Quantity transfer_batch(const Routing& routing, const SourceRow& step) const {
    for (const SourceRow& flow : routings_.materials(step.text("name"))) {
      if (flow.text("type") == "transfer_batch" && flow.text("item") == routing.item) {
        return in_items(flow, "transferbatch", routing);
      }
    }
    return {};
  }

  // The first resource is where the operation runs; its alternatives are further units; others are tools or people.
  void carry_loads(const Routing& routing, const SourceRow& step, model::OperationRow& operation) {
    std::string_view alternatives;
    for (const SourceRow& load : routings_.loads(step.text("name"))) {
      const std::string_view resource = load.text("resource");
      const std::string_view name = load.text("name");
      if (load.has("skill")) {
        carry_skill(routing, step, load);
      } else if (operation.work_centre.empty()) {
        operation.work_centre = resources_.work_centre(resource);
        alternatives = name;
        if (!name.empty() || needs_naming(resource)) name_units(operation, resource);
      } else if (!name.empty() && name == alternatives) {
        name_units(operation, resource);
      } else {
        carry_tool(operation, load);
      }
    }
    if (!operation.work_centre.empty()) {
      if (step.has("available")) session_.not_carried(step.place("available"), "The calendar of the resource holds.");
      return;
    }
    operation.work_centre = resources_.open_time(
        step.has("location") ? step.text("location") : routing.top.text("location"), step.text("available"));
  }

  bool needs_naming(std::string_view resource) {
    if (resources_.in_group(resource)) return true;
    const std::vector<Text> units = resources_.units(resource);
    return std::ranges::any_of(units, [&](Text unit) { return resources_.speed(unit.view()) != base::Ratio::one(); });
  }

  void name_units(const model::OperationRow& operation, std::string_view resource) {
    for (const Text unit : resources_.units(resource)) {
      session_.draft.operation_units.push_back({.item = operation.item,
                                                .operation = operation.operation,
                                                .work_unit = unit,
                                                .speed = resources_.speed(unit.view())});
    }
  }

  void carry_tool(const model::OperationRow& operation, const SourceRow& load) {
    const std::int64_t count = load.micros("quantity").value_or(kMicro);
    session_.draft.operation_tools.push_back(
        {.item = operation.item,
         .operation = operation.operation,
         .tool = resources_.tool(load.text("resource")),
         .count = static_cast<std::int32_t>(std::clamp<std::int64_t>((count + kMicro - 1) / kMicro, 1, 1'000'000)),
         .row = load.number()});
  }

  void carry_skill(const Routing& routing, const SourceRow& step, const SourceRow& load) {
    const std::int64_t heads = load.micros("quantity").value_or(kMicro);
    session_.draft.operation_skills.push_back(
        {.item = routing.item,
         .operation = step.text("name"),
         .skill = resources_.skill(load.text("skill"), load.text("resource")),
         .head_count = static_cast<std::int32_t>(std::clamp<std::int64_t>((heads + kMicro - 1) / kMicro, 1, 10'000)),
         .row = load.number()});
  }

  // The time after a step is a wait before the next; rows are needed for all steps as soon as one has a wait.
  void carry_waits(const Routing& routing) {
    bool some = false;
    for (const SourceRow& step : routing.steps)
      some = some || step.seconds("posttime").value_or(time::Duration(0)).count() > 0;
    if (!some) return;
    for (std::size_t i = 0; i + 1 < routing.steps.size(); ++i) {
      session_.draft.precedences.push_back(
          {.item = routing.item,
           .before = routing.steps[i].text("name"),
           .after = routing.steps[i + 1].text("name"),
           .minimum_wait = routing.steps[i].seconds("posttime").value_or(time::Duration(0))});
    }
    if (const SourceRow& last = routing.steps.back(); last.has("posttime")) {
      session_.not_carried(last.place("posttime"), "A wait after the last step, before the item is used.");
    }
  }

  const Routings& routings_;
  Resources& resources_;
  Session& session_;
};

// The lot rules of the made item; a source without a minimum means 1.
void carry_lots(const Routing& routing, model::ItemRow& item) {
  item.lot_minimum =
      routing.top.has("sizeminimum") ? in_items(routing.top, "sizeminimum", routing) : Quantity::micros(routing.output);
  item.lot_multiple = in_items(routing.top, "sizemultiple", routing);
  item.lot_maximum = in_items(routing.top, "sizemaximum", routing);
}

}  // namespace

void import_operations(Resources& resources, Session& session) {
  const Routings routings(session);
  std::map<std::string_view, std::size_t> items;
  for (std::size_t i = 0; i < session.draft.items.size(); ++i) items.emplace(session.draft.items[i].id.view(), i);
  OperationImport import(routings, resources, session);
  for (const Routing& routing : routings.all()) {
    import.carry(routing);
    if (const auto item = items.find(routing.item); item != items.end())
      carry_lots(routing, session.draft.items[item->second]);
  }
}

}  // namespace kilter::codec::frepple
