#include "service/floor/effect.hpp"

#include <array>
#include <utility>

#include "codec/plant/read.hpp"
#include "codec/text/values/decimal.hpp"
#include "service/floor/effect/effects.hpp"

namespace kilter::service {
namespace {

using Taker = void (*)(Ledger&);

constexpr std::array<Taker, kEventKinds> kTakers{
    start_operation, pause_operation,   resume_operation, finish_operation,  count_good,      count_scrap,
    count_rework,    finish_production, unit_down,        unit_up,           ask_maintenance, maintenance_done,
    person_absent,   person_returned,   order_purchase,   confirm_purchase,  move_purchase,   receive_purchase,
    cancel_purchase, count_stock,       hold_lot,         release_lot,       hold_work,       release_work,
    pass_inspection, fail_inspection,   raise_andon,      acknowledge_andon, work_on_andon,   resolve_andon,
    new_order,       change_order,      cancel_order,     ship_order,        post_spend,      settle_conflict,
};  // by EventKind

// Reports of more than that are rare, and may ask more of a plant than can be planned: it is built to see.
constexpr std::int64_t kWeighty = 1'000;

bool is_weighty(const Event& event) {
  for (const Field field : {Field::quantity, Field::price, Field::penalty_per_day, Field::priority}) {
    const auto parsed = codec::text::parse_decimal(event.gives(field) ? event.field(field) : "0", 6);
    if (parsed.value > kWeighty * base::kMicro) return true;
  }
  return false;
}

base::Result<Effect> built(base::Result<Effect> effect) {
  std::vector<codec::plant::SourceFile> files;
  const std::vector<codec::plant::TargetFile> written = effect.value().tables.files();
  for (const codec::plant::TargetFile& file : written) files.push_back({file.name, file.bytes});
  const auto plant = codec::plant::read(files);
  if (plant.ok()) return effect;
  base::Issues faults = plant.error();
  std::erase_if(faults, [](const base::Issue& issue) { return issue.severity != base::Severity::error; });
  return base::Result<Effect>::failure(std::move(faults));
}

}  // namespace

time::Zone zone_of(const PlantTables& tables) {
  const Table* plant = tables.find("plant.csv");
  if (plant == nullptr || plant->rows().empty()) return {};
  return time::Zone::named(plant->cell(*plant->rows().begin(), "time_zone")).value_or(time::Zone());
}

base::Result<Effect> effect_of(const Event& event, const PlantTables& tables, const Received& received) {
  Ledger ledger(event, tables, received);
  if (!ledger.refused()) kTakers[static_cast<std::size_t>(event.kind)](ledger);
  base::Result<Effect> effect = std::move(ledger).finish();
  return effect.ok() && is_weighty(event) ? built(std::move(effect)) : std::move(effect);
}

}  // namespace kilter::service
