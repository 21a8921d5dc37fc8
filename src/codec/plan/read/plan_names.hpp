// Names in a plan folder back to indices: ids of the plant's entities, P-n, B-n, S-n, G-n, and production
// order/operation.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "codec/plan/references.hpp"
#include "model/plant.hpp"
#include "plan/id_texts.hpp"
#include "plan/plan.hpp"

namespace kilter::codec {

using NameIndex = std::unordered_map<std::string_view, std::uint32_t>;

template <class Vector>
NameIndex index_names(const Vector& vector) {
  NameIndex index;
  index.reserve(vector.size());
  std::uint32_t at = 0;
  for (const auto& entity : vector) index.emplace(entity.id, at++);
  return index;
}

class PlanNames {
 public:
  // Both must outlive this; production orders are found once they are in `plan`, after index_open_orders().
  PlanNames(const model::Plant& plant, const kilter::plan::Plan& plan);
  void index_open_orders();

  [[nodiscard]] std::optional<std::uint32_t> find(const NameIndex& index, std::string_view name) const;
  // "P-17" with the right prefix: 16. The number says nothing about whether there is such an order.
  [[nodiscard]] std::optional<std::uint32_t> numbered(std::string_view prefix, std::string_view name) const;
  [[nodiscard]] std::optional<std::uint32_t> production_order(std::string_view name) const;
  [[nodiscard]] std::optional<std::uint32_t> purchase(std::string_view name) const;
  // The placement of `operation` (an id within the order's item) in a production order.
  [[nodiscard]] std::optional<std::uint32_t> placement(std::uint32_t order, std::string_view operation) const;
  // "P-17/10"; either part may hold slashes of its own.
  [[nodiscard]] std::optional<std::uint32_t> placement(std::string_view name) const;
  [[nodiscard]] std::optional<std::uint32_t> target(Target target, std::string_view name) const;

  const model::Plant& plant;
  kilter::plan::IdTexts ids;
  NameIndex items, sites, orders, units, people, tools, skills, work_centres, calendars, open_orders, open_purchases,
      clearances;

 private:
  const kilter::plan::Plan* plan_;
  NameIndex carried_;  // open production order ids in the plan
};

}  // namespace kilter::codec
