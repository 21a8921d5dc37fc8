// The plant at a command and a minute beside the published plan, and what was worked out about it: asked by many,
// worked out once.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "base/result.hpp"
#include "coordinate/live/moves/moves.hpp"
#include "coordinate/live/quote.hpp"
#include "service/planning/live_plan.hpp"
#include "service/planning/plant_now.hpp"
#include "time/civil_text.hpp"
#include "time/zone.hpp"

namespace kilter::service {

// From any thread.
class Today {
 public:
  // Or every fault that keeps the tables from being a plant.
  static base::Result<std::shared_ptr<Today>> at(const PlantState& state,
                                                 const std::shared_ptr<const LivePlan>& published, time::Instant now);

  // Whether this is of that command and moment.
  [[nodiscard]] bool is_of(std::uint64_t sequence, time::Instant now) const;
  [[nodiscard]] const model::Plant& plant() const { return plant_->plant; }
  [[nodiscard]] const model::PlantDraft& draft() const { return plant_->read.draft; }
  [[nodiscard]] coordinate::Published published() const { return {published_->now->plant, published_->plan, untold_}; }
  [[nodiscard]] const time::Zone& zone() const { return zone_; }
  [[nodiscard]] time::CivilText civil() const { return {plant().frame, zone_}; }

  // Made by whoever asks first.
  const std::string& judgement(const std::function<std::string(const Today&)>& make);
  const coordinate::Quotes& quotes();
  const coordinate::Moves& moves();

 private:
  explicit Today(time::Zone zone) : zone_(std::move(zone)) {}

  std::uint64_t sequence_ = 0;
  time::Instant minute_;
  std::shared_ptr<const LivePlan> published_;
  std::unique_ptr<PlantNow> plant_;
  time::Tick untold_ = 0;
  time::Zone zone_;
  std::mutex mutex_;  // of what follows
  std::optional<std::string> judgement_;
  std::unique_ptr<coordinate::Quotes> quotes_;
  std::unique_ptr<coordinate::Moves> moves_;
};

}  // namespace kilter::service
