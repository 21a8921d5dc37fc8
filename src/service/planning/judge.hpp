// Whether the published plan still holds, and orders quoted on top of it; as JSON for screens and programs.
#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "base/result.hpp"
#include "service/planning/live_plan.hpp"
#include "service/planning/today.hpp"
#include "service/plant/plant_state.hpp"
#include "time/instant.hpp"

namespace kilter::service {

// An order that somebody asks about, as it would be written in orders.csv.
struct QuoteRequest {
  std::string item;
  std::string site;  // empty: where the item is, or the only one
  std::string quantity;
  std::string requested;
};

// What the published plan and the plant now say to whoever asks; worked out once per command and minute, and kept.
class Outlook {
 public:
  // {"stale":true,"operations":7,"added":0,"late":412.5,"reasons":[{"words":"W-2 is closed: 3 operations",
  //  "operations":3}],"promises":[{"order":...,"due":...,"published":...,"delivered":...}]}: what comes of it when
  // nothing is done. Or every fault that keeps the tables from being a plant.
  base::Result<std::string> judgement(const PlantState& state, const std::shared_ptr<const LivePlan>& published,
                                      time::Instant now);

  // {"delivered":...,"due":...,"in_time":true,"cost":{"total":...,"parts":{...}},"reason":...,"missing":...,
  //  "waits":[{"cause":...,"from":...,"until":...}]}. Nothing published is moved. Faults name the field. With
  // `date_only` cost and waits are left out, which takes a fraction of the time.
  base::Result<std::string> quote(const PlantState& state, const std::shared_ptr<const LivePlan>& published,
                                  time::Instant now, const QuoteRequest& request, bool date_only);

  // What is known of the plant then; the same for whoever asks in the same minute after the same command.
  base::Result<std::shared_ptr<Today>> at(const PlantState& state, const std::shared_ptr<const LivePlan>& published,
                                          time::Instant now);

 private:
  std::mutex mutex_;  // of today_
  std::shared_ptr<Today> today_;
};

}  // namespace kilter::service
