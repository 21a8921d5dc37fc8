#include "service/planning/live_plan.hpp"

#include <utility>
#include <vector>

#include "codec/plan/read/read_plan.hpp"

namespace kilter::service {

base::Result<std::shared_ptr<const LivePlan>> live_plan(const Publication& publication) {
  using Live = base::Result<std::shared_ptr<const LivePlan>>;
  auto now = plant_now(publication.plant, std::nullopt, PublishedOrders::firm);
  if (!now) return Live::failure(now.error());
  std::vector<codec::PlanFile> files;
  for (const codec::plant::TargetFile& file : publication.plan) files.push_back({file.name, file.bytes});
  auto plan = codec::read_plan(now.value()->plant, files);
  if (!plan) return Live::failure(plan.error());
  auto live = std::make_shared<LivePlan>();
  live->sequence = publication.sequence;
  live->now = std::move(now).value();
  live->plan = std::move(plan).value();
  return std::shared_ptr<const LivePlan>(std::move(live));
}

}  // namespace kilter::service
