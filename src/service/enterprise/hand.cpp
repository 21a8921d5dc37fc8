#include "service/enterprise/hand.hpp"

#include <array>
#include <memory>
#include <optional>
#include <utility>

#include "service/planning/hand/alternatives.hpp"
#include "service/planning/hand/late_fixes.hpp"
#include "service/planning/hand/moves.hpp"
#include "service/planning/hand/pull_ahead.hpp"
#include "service/planning/hand/release_gate.hpp"
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
                                      Permission needed, std::string_view what) {
  using Found = base::Result<Scene, Refusal>;
  LivePlant* live = enterprise.plant(actor, plant);
  if (live == nullptr) return Found::failure({RefusalKind::unknown, {unknown_plant(plant)}});
  if (auto denied = enterprise.why_not(actor, plant, needed, what)) return Found::failure(*denied);
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

base::Issue unknown_order(const std::string& id) {
  return {.code = "unknown-order",
          .where = {.file = "orders.csv", .column = "id", .value = id},
          .message = "there is no customer order " + id,
          .way_out = "The table orders.csv lists them."};
}

base::Issue no_reason() {
  return {.code = "missing-reason",
          .where = {.column = "X-Reason"},
          .message = "releasing an order whose lamps are not ready needs a reason",
          .way_out = "Say why in the header X-Reason."};
}

base::Issue gate_changed() {
  return {.code = "changed-meanwhile",
          .message = "facts came in while the lamps were being read",
          .way_out = "Release it again."};
}

}  // namespace

Text ask_move(Enterprise& enterprise, const Actor& actor, std::string_view plant, const MoveQuestion& question) {
  const auto scene = scene_of(enterprise, actor, plant, Permission::plan, "move");
  if (!scene) return Text::failure(scene.error());
  const auto today = today_of(scene.value());
  if (!today) return Text::failure({RefusalKind::faults, today.error()});
  auto answer = move_answer(question, *today.value());
  if (!answer) return Text::failure({RefusalKind::faults, answer.error()});
  return std::move(answer).value();
}

Text ask_alternatives(Enterprise& enterprise, const Actor& actor, std::string_view plant,
                      const std::string& operation) {
  const auto scene = scene_of(enterprise, actor, plant, Permission::plan, "alternatives");
  if (!scene) return Text::failure(scene.error());
  const auto today = today_of(scene.value());
  if (!today) return Text::failure({RefusalKind::faults, today.error()});
  auto answer = alternatives_answer(operation, *today.value());
  if (!answer) return Text::failure({RefusalKind::unknown, answer.error()});
  return std::move(answer).value();
}

Text propose_moves(Enterprise& enterprise, const Actor& actor, std::string_view plant, const MoveQuestion& question) {
  const auto scene = scene_of(enterprise, actor, plant, Permission::plan, "move");
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

Text mend_order(Enterprise& enterprise, const Actor& actor, std::string_view plant, const std::string& order) {
  const auto scene = scene_of(enterprise, actor, plant, Permission::plan, "fixes");
  if (!scene) return Text::failure(scene.error());
  const std::array<CellText, 1> id{{{"id", order}}};
  if (scene.value().state->tables().rows_with("orders.csv", id).empty()) {
    return Text::failure({RefusalKind::unknown, {unknown_order(order)}});
  }
  return enterprise.planner().ask(
      {.plant = std::string(plant),
       .kind = "fixes " + order,
       .author = actor.id,
       .at = enterprise.now(),
       .options = {},
       .work = [scene = scene.value(), order](const PlanningOptions& options) -> base::Result<std::vector<Proposal>> {
         const auto today = today_of(scene);
         if (!today) return base::Result<std::vector<Proposal>>::failure(today.error());
         return propose_fixes(*scene.state, *today.value(), scene.now, order, options);
       }});
}

Text pull_ahead(Enterprise& enterprise, const Actor& actor, std::string_view plant, const Reservation& order,
                const PlanningOptions& options) {
  const auto scene = scene_of(enterprise, actor, plant, Permission::plan, "pull-ahead");
  if (!scene) return Text::failure(scene.error());
  return enterprise.planner().ask(
      {.plant = std::string(plant),
       .kind = "pull-ahead",
       .author = actor.id,
       .at = enterprise.now(),
       .options = options,
       .work = [scene = scene.value(), order](const PlanningOptions& given) -> base::Result<std::vector<Proposal>> {
         const auto today = today_of(scene);
         if (!today) return base::Result<std::vector<Proposal>>::failure(today.error());
         return propose_pull_ahead(*scene.state, *today.value(), scene.now, order, given);
       }});
}

Text ask_gate(Enterprise& enterprise, const Actor& actor, std::string_view plant, const std::string& order) {
  const auto scene = scene_of(enterprise, actor, plant, Permission::read, "readiness");
  if (!scene) return Text::failure(scene.error());
  const auto today = today_of(scene.value());
  if (!today) return Text::failure({RefusalKind::faults, today.error()});
  const auto gate = gate_of(order, *today.value());
  if (!gate) return Text::failure({RefusalKind::unknown, gate.error()});
  return gate_json(gate.value());
}

Answer release_order(Enterprise& enterprise, const Actor& actor, std::string_view plant, const Release& release,
                     Command command) {
  const auto scene = scene_of(enterprise, actor, plant, Permission::release, "release");
  if (!scene) return Answer::failure(scene.error());
  const auto today = today_of(scene.value());
  if (!today) return Answer::failure({RefusalKind::faults, today.error()});
  const auto gate = gate_of(release.order, *today.value());
  if (!gate) return Answer::failure({RefusalKind::unknown, gate.error()});
  const bool ready = gate.value().blocked.empty();
  if (!ready && !release.override_lamps) {
    return Answer::failure({RefusalKind::conflict, blocked_lamps(gate.value())});
  }
  if (!ready) {
    if (auto denied = enterprise.why_not(actor, plant, Permission::publish, "release-override")) {
      return Answer::failure(std::move(*denied));
    }
    if (command.reason.empty()) return Answer::failure({RefusalKind::faults, {no_reason()}});
  }
  command.kind = "release";
  command.author = actor.id;
  command.body = release_body(gate.value(), !ready);
  return scene.value().live->desk->submit(std::move(command), [state = scene.value().state](const PlantState& now) {
    return same_folder(state->tables(), now.tables()) ? base::Issues{} : base::Issues{gate_changed()};
  });
}

}  // namespace kilter::service
