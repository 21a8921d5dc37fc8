#include "codec/import/frepple/materials.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "base/fixed.hpp"

namespace kilter::codec::frepple {
namespace {

using base::kMicro;
using base::Quantity;

// Lines of one step under the same name are alternatives of each other: the first is planned, the others substitute it.
using Alternatives = std::map<std::string_view, SourceRow>;

class MaterialImport {
 public:
  MaterialImport(const Routing& routing, Session& session) : routing_(routing), session_(session) {}

  void carry_step(const SourceRow& step, const std::vector<SourceRow>& flows) {
    Alternatives alternatives;
    for (const SourceRow& flow : flows) {
      const std::int64_t quantity = flow.micros("quantity").value_or(0);
      const std::int64_t fixed = flow.micros("quantityfixed").value_or(0);
      if (quantity > 0 || fixed > 0) {
        carry_output(flow);
      } else if (quantity < 0 || fixed < 0) {
        carry_input(step, flow, alternatives);
      } else {
        session_.not_carried(flow.place("quantity"), "A line without a quantity.");
      }
    }
  }

 private:
  void carry_output(const SourceRow& flow) {
    if (flow.text("item") == routing_.item) return;
    made_inside_.insert(flow.text("item"));
    session_.not_carried(flow.place("item"),
                         "A second product of the operation; only '" + std::string(routing_.item) + "' is planned.");
  }

  // Per unit of the item; the source counts per unit of operation quantity.
  [[nodiscard]] Quantity per_item(std::int64_t micros) const {
    return Quantity::micros(base::saturated(base::wide_mul_div_ceil(-micros, kMicro, routing_.output)));
  }

  void carry_input(const SourceRow& step, const SourceRow& flow, Alternatives& alternatives) {
    if (made_inside_.contains(flow.text("item"))) {
      session_.not_carried(flow.place("item"), "Made by an earlier step of the same routing: no separate item here.");
      return;
    }
    if (const std::string_view type = flow.text("type"); type != "start" && !type.empty()) {
      session_.not_carried(flow.place("type"), "Materials are needed when their operation starts.");
    }
    const std::string_view name = flow.text("name");
    if (!name.empty()) {
      const auto [first, is_new] = alternatives.emplace(name, flow);
      if (!is_new) {
        carry_substitute(first->second, flow);
        return;
      }
    }
    session_.draft.boms.push_back({.item = routing_.item,
                                   .component = flow.text("item"),
                                   .quantity = per_item(flow.micros("quantity").value_or(0)),
                                   .fixed_quantity = Quantity::micros(-flow.micros("quantityfixed").value_or(0)),
                                   .operation = step.text("name"),
                                   .from = flow.instant("effectivestart"),
                                   .until = flow.instant("effectiveend"),
                                   .row = flow.number()});
  }

  void carry_substitute(const SourceRow& first, const SourceRow& flow) {
    const std::int64_t wanted = -first.micros("quantity").value_or(0);
    const std::int64_t taken = -flow.micros("quantity").value_or(0);
    if (wanted <= 0 || taken <= 0) {
      session_.not_carried(flow.place("quantity"), "A substitute of a line without a quantity per unit.");
      return;
    }
    session_.draft.substitutes.push_back(
        {.item = routing_.item,
         .component = first.text("item"),
         .substitute = flow.text("item"),
         .ratio = base::Ratio::micros(base::saturated(base::wide_mul_div_ceil(taken, kMicro, wanted))),
         .rank = static_cast<std::int32_t>(flow.whole("priority").value_or(1)),
         .row = flow.number()});
  }

  const Routing& routing_;
  Session& session_;
  std::set<std::string_view> made_inside_;
};

}  // namespace

void import_materials(const Routings& routings, const Routing& routing, Session& session) {
  MaterialImport import(routing, session);
  for (const SourceRow& step : routing.steps) import.carry_step(step, routings.materials(step.text("name")));
}

}  // namespace kilter::codec::frepple
