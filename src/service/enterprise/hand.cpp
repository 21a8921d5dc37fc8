#include "service/enterprise/hand.hpp"

#include <memory>
#include <optional>
#include <utility>

#include "service/planning/hand/alternatives.hpp"
#include "service/planning/hand/moves.hpp"
#include "service/plant/plant_clock.hpp"

namespace kilter::service {
namespace {

using Text = base::Result<std::string, Refusal>;

// A plant with a published plan, and what is known of both at this moment.
struct Scene {
  LivePlant* live = nullptr;
  std::shared_ptr<const PlantState> state;
  time::Instant now;
};

base::Result<Scene, Refusal> scene_of(Enterprise& enterprise, const Actor& actor, std::string_view plant,
                                      std::string_view what) {
  using Found = base::Result<Scene, Refusal>;
  LivePlant* live = enterprise.plant(actor, plant);
  if (live == nullptr) return Found::failure({RefusalKind::unknown, {unknown_plant(plant)}});
  if (auto denied = enterprise.why_not(actor, plant, Permission::plan, what)) return Found::failure(*denied);
  Scene scene{.live = live, .state = live->desk->state(), .now = {}};
  if (!scene.state->published()) return Found::failure({RefusalKind::conflict, {nothing_published()}});
  scene.now = plant_time(scene.state->tables(), enterprise.now());
  return scene;
}

// Slow the first time after a command or a minute.
base::Result<std::shared_ptr<Today>> today_of(const Scene& scene) {
  const auto published = scene.live->published.plan(*scene.state);
  if (!published) return base::Result<std::shared_ptr<Today>>::failure({nothing_published()});
  return scene.live->outlook.at(*scene.state, published, scene.now);
}

}  // namespace

Text ask_move(Enterprise& enterprise, const Actor& actor, std::string_view plant, const MoveQuestion& question) {
  const auto scene = scene_of(enterprise, actor, plant, "move");
  if (!scene) return Text::failure(scene.error());
  const auto today = today_of(scene.value());
  if (!today) return Text::failure({RefusalKind::faults, today.error()});
  auto answer = move_answer(question, *today.value());
  if (!answer) return Text::failure({RefusalKind::faults, answer.error()});
  return std::move(answer).value();
}

Text ask_alternatives(Enterprise& enterprise, const Actor& actor, std::string_view plant,
                      const std::string& operation) {
  const auto scene = scene_of(enterprise, actor, plant, "alternatives");
  if (!scene) return Text::failure(scene.error());
  const auto today = today_of(scene.value());
  if (!today) return Text::failure({RefusalKind::faults, today.error()});
  auto answer = alternatives_answer(operation, *today.value());
  if (!answer) return Text::failure({RefusalKind::unknown, answer.error()});
  return std::move(answer).value();
}

Text propose_moves(Enterprise& enterprise, const Actor& actor, std::string_view plant, const MoveQuestion& question) {
  const auto scene = scene_of(enterprise, actor, plant, "move");
  if (!scene) return Text::failure(scene.error());
  return enterprise.planner().ask(
      {.plant = std::string(plant),
       .kind = "move",
       .author = actor.id,
       .at = enterprise.now(),
       .options = {},
       .work = [scene = scene.value(), question](const PlanningOptions&) -> base::Result<std::vector<Proposal>> {
         using Proposing = base::Result<std::vector<Proposal>>;
         const auto today = today_of(scene);
         if (!today) return Proposing::failure(today.error());
         auto proposal = propose_move(*scene.state, *today.value(), scene.now, question);
         if (!proposal) return Proposing::failure(proposal.error());
         std::vector<Proposal> all;
         all.push_back(std::move(proposal).value());
         return all;
       }});
}

}  // namespace kilter::service
