#include "service/planning/today.hpp"

#include <chrono>
#include <utility>

#include "service/floor/effect.hpp"

namespace kilter::service {

base::Result<std::shared_ptr<Today>> Today::at(const PlantState& state,
                                               const std::shared_ptr<const LivePlan>& published, time::Instant now) {
  auto plant = live_plant(state.tables(), now);
  if (!plant) return base::Result<std::shared_ptr<Today>>::failure(plant.error());
  std::shared_ptr<Today> fresh(new Today(zone_of(state.tables())));
  fresh->sequence_ = state.head().sequence;
  fresh->minute_ = std::chrono::ceil<std::chrono::minutes>(now);
  fresh->published_ = published;
  fresh->plant_ = std::move(plant).value();
  fresh->untold_ = untold_until(fresh->plant(), now);
  return fresh;
}

bool Today::is_of(std::uint64_t sequence, time::Instant now) const {
  return sequence_ == sequence && minute_ == std::chrono::ceil<std::chrono::minutes>(now);
}

const std::string& Today::judgement(const std::function<std::string(const Today&)>& make) {
  const std::lock_guard lock(mutex_);
  if (!judgement_) judgement_ = make(*this);
  return *judgement_;
}

const coordinate::Quotes& Today::quotes() {
  const std::lock_guard lock(mutex_);
  if (!quotes_) quotes_ = std::make_unique<coordinate::Quotes>(plant(), published());
  return *quotes_;
}

const coordinate::Moves& Today::moves() {
  const std::lock_guard lock(mutex_);
  if (!moves_) moves_ = std::make_unique<coordinate::Moves>(plant(), published());
  return *moves_;
}

}  // namespace kilter::service
