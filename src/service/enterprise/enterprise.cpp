#include "service/enterprise/enterprise.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

#include "service/commands/kinds.hpp"
#include "service/commands/resolve.hpp"
#include "service/messages/message_rows.hpp"
#include "service/planning/live_plan.hpp"
#include "service/planning/plant_now.hpp"
#include "service/planning/repair.hpp"
#include "service/plant/plant_clock.hpp"
#include "service/plant/recover.hpp"

namespace kilter::service {
namespace {

constexpr std::int64_t kSecond = 1'000'000;
constexpr std::int64_t kDenialsApart = 60 * kSecond;
constexpr double kRepairSeconds = 0.15;  // of search; making and checking the plans comes on top
constexpr int kPublishTries = 5;
constexpr int kLookUps = 20;  // of secrets that are not known, in a second
constexpr std::size_t kDenialsRemembered = 10'000;

base::Issue bad_plant_id(std::string_view id) {
  return {.code = "bad-plant-id",
          .where = {.value = std::string(id)},
          .message = "'" + std::string(id) + "' cannot be a plant's id",
          .way_out = "Use 1 to 60 of a to z, 0 to 9 and -, with a letter or digit first."};
}

base::Issue plant_there(std::string_view id) {
  return {.code = "plant-exists",
          .where = {.value = std::string(id)},
          .message = "there is a plant " + std::string(id) + " already",
          .way_out = "Choose another id, or send an import to that plant."};
}

base::Issue unknown_proposal(const std::string& id) {
  return {
      .code = "unknown-proposal",
      .where = {.value = id},
      .message = "there is no proposal " + id,
      .way_out = "Ask for a plan or for repairs; proposals last until the server ends or newer ones take their place."};
}

base::Issue overtaken() {
  return {.code = "changed-meanwhile",
          .message = "facts came in while the plan was being published",
          .way_out = "Publish it again, or plan again."};
}

// What the journal keeps of publishing: the proposal's rows, and the messages to those whom it touches.
base::Result<std::string> publication_with_messages(const Proposal& proposal, const PlantState& state,
                                                    const LivePlan* before, std::int64_t at) {
  PlantTables after = state.tables();
  if (const auto applied = after.apply(proposal.edits); !applied) {
    return base::Result<std::string>::failure(applied.error());
  }
  const auto live = live_plan({.sequence = 1, .plant = std::move(after), .plan = proposal.plan});
  if (!live) return base::Result<std::string>::failure(live.error());
  const time::Instant moment{std::chrono::duration_cast<std::chrono::seconds>(std::chrono::microseconds(at))};
  return publication_body(proposal, publication_messages(state, before, *live.value(), moment));
}

Answer refused(RefusalKind kind, base::Issue issue) { return Answer::failure({kind, {std::move(issue)}}); }

}  // namespace

base::Issue unknown_plant(std::string_view id) {
  return {.code = "unknown-plant",
          .where = {.value = std::string(id)},
          .message = "there is no plant " + std::string(id),
          .way_out = "GET /api/v1/plants lists those that you see."};
}

base::Issue nothing_published() {
  return {.code = "nothing-published",
          .message = "no plan is published yet",
          .way_out = "Ask for a plan and publish it; repairs are of that."};
}

Refusal denial(const Actor& actor, Permission needed) {
  return {RefusalKind::denied,
          {{.code = "denied",
            .where = {.value = std::string(word(actor.role))},
            .message = "a " + std::string(word(actor.role)) + " may not do this; it needs " + std::string(word(needed)),
            .way_out = "Ask somebody whose role may, or an administrator for another role."}}};
}

bool is_plant_id(std::string_view id) {
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  if (id.empty() || id.size() > 60 || !plain(id.front())) return false;
  return std::all_of(id.begin(), id.end(), [&](char c) { return plain(c) || c == '-'; });
}

Enterprise::Enterprise(Ports ports) : ports_(std::move(ports)), archive_(ports_.open) {}

Kept<std::unique_ptr<Enterprise>> Enterprise::open(Ports ports) {
  using Opened = Kept<std::unique_ptr<Enterprise>>;
  std::unique_ptr<Enterprise> all(new Enterprise(std::move(ports)));
  auto journal = all->ports_.open();
  if (!journal) return Opened::failure(journal.error());
  auto access = recover(*journal.value(), kAccessJournal);
  if (!access) return Opened::failure(access.error());
  all->learn(access.value());
  all->access_.desk = std::make_unique<PlantDesk>(
      std::string(kAccessJournal), std::move(access).value(), std::move(journal).value(), resolve_access,
      all->ports_.clock, [raw = all.get()](const auto& state, auto) { raw->learn(*state); }, all->ports_.limits);
  return all;
}

Enterprise::~Enterprise() { planner_.close(); }

Kept<Done> Enterprise::open_plants() {
  auto journal = ports_.open();
  if (!journal) return Kept<Done>::failure(journal.error());
  const auto heads = journal.value()->plants();
  if (!heads) return Kept<Done>::failure(heads.error());
  for (const PlantHead& head : heads.value()) {
    if (head.plant == kAccessJournal) continue;
    if (const auto opened = open_desk(head.plant); !opened) return Kept<Done>::failure(opened.error());
  }
  return Done();
}

Kept<LivePlant*> Enterprise::open_desk(const std::string& id) {
  auto journal = ports_.open();
  if (!journal) return Kept<LivePlant*>::failure(journal.error());
  auto state = recover(*journal.value(), id);
  if (!state) return Kept<LivePlant*>::failure(state.error());
  auto live = std::make_unique<LivePlant>();
  LivePlant& opened = *live;
  live->desk = std::make_unique<PlantDesk>(
      id, std::move(state).value(), std::move(journal).value(), resolve, ports_.clock,
      [this, id, &opened](const auto& state_now, std::span<const Entry> entries) {
        opened.feed.add(entries);
        look_for_repairs(id, opened, state_now, entries);
      },
      ports_.limits);
  const std::lock_guard lock(mutex_);
  return plants_.insert_or_assign(id, std::move(live)).first->second.get();
}

void Enterprise::learn(const PlantState& access) {
  auto directory = std::make_shared<const Directory>(access.tables());
  const std::lock_guard lock(mutex_);
  directory_ = std::move(directory);
}

std::vector<std::string> Enterprise::plants(const Actor& actor) const {
  const std::lock_guard lock(mutex_);
  std::vector<std::string> ids;
  for (const auto& [id, live] : plants_) {
    if (actor.sees(id) && live->desk->state()->head().sequence > 0) ids.push_back(id);
  }
  return ids;
}

LivePlant* Enterprise::plant(const Actor& actor, std::string_view id) const {
  const std::lock_guard lock(mutex_);
  const auto at = plants_.find(id);
  return at == plants_.end() || !actor.sees(id) ? nullptr : at->second.get();
}

void Enterprise::submit(const Actor& actor, std::string_view plant, Command command, Respond respond) {
  LivePlant* live = this->plant(actor, plant);
  if (live == nullptr) return respond(refused(RefusalKind::unknown, unknown_plant(plant)));
  const Permission needed = permission_of(command);
  if (auto denied = why_not(actor, plant, needed, command.kind)) return respond(Answer::failure(std::move(*denied)));
  command.author = actor.id;
  live->desk->submit(std::move(command), std::move(respond));
}

Answer Enterprise::add_plant(const Actor& actor, std::string_view id,
                             const std::vector<codec::plant::TargetFile>& files) {
  if (auto denied = why_not(actor, id, Permission::administer, "add-plant")) return Answer::failure(std::move(*denied));
  if (!is_plant_id(id)) return refused(RefusalKind::faults, bad_plant_id(id));
  if (const LivePlant* known = plant(actor, id); known != nullptr && known->desk->state()->head().sequence > 0) {
    return refused(RefusalKind::conflict, plant_there(id));
  }
  const auto opened = open_desk(std::string(id));
  if (!opened) {
    return refused(RefusalKind::unavailable, {.code = "database-unavailable", .message = opened.error().text});
  }
  return opened.value()->desk->submit({.kind = "import", .author = actor.id, .body = import_json(files)});
}

std::optional<Refusal> Enterprise::why_not(const Actor& actor, std::string_view plant, Permission needed,
                                           std::string_view what) {
  if (may(actor.role, needed)) return std::nullopt;
  note_denial(actor, plant, what);
  return denial(actor, needed);
}

base::Result<std::string, Refusal> Enterprise::plan(const Actor& actor, std::string_view plant,
                                                    const PlanningOptions& options) {
  using Asked = base::Result<std::string, Refusal>;
  const LivePlant* live = this->plant(actor, plant);
  if (live == nullptr) return Asked::failure({RefusalKind::unknown, {unknown_plant(plant)}});
  if (auto denied = why_not(actor, plant, Permission::plan, "plan")) return Asked::failure(std::move(*denied));
  return ask_plan(actor, plant, "plan", live->desk->state(), options);
}

base::Result<std::string, Refusal> Enterprise::plan_branch(const Actor& actor, std::string_view plant,
                                                           const Branch& branch, const PlanningOptions& options) {
  if (auto denied = why_not(actor, plant, Permission::plan, "plan-branch")) {
    return base::Result<std::string, Refusal>::failure(std::move(*denied));
  }
  return ask_plan(actor, plant, "branch " + branch.id, branch.state, options);
}

std::string Enterprise::ask_plan(const Actor& actor, std::string_view plant, std::string kind,
                                 const std::shared_ptr<const PlantState>& state, const PlanningOptions& options) {
  const std::int64_t at = now();
  return planner_.ask({.plant = std::string(plant),
                       .kind = std::move(kind),
                       .author = actor.id,
                       .at = at,
                       .options = options,
                       .work = [state, at](const PlanningOptions& given) -> base::Result<std::vector<Proposal>> {
                         auto proposal = propose_plan(*state, plant_time(state->tables(), at), given);
                         if (!proposal) return base::Result<std::vector<Proposal>>::failure(proposal.error());
                         std::vector<Proposal> all;
                         all.push_back(std::move(proposal).value());
                         return all;
                       }});
}

base::Result<std::string, Refusal> Enterprise::repair(const Actor& actor, std::string_view plant,
                                                      const PlanningOptions& options) {
  using Asked = base::Result<std::string, Refusal>;
  LivePlant* live = this->plant(actor, plant);
  if (live == nullptr) return Asked::failure({RefusalKind::unknown, {unknown_plant(plant)}});
  if (auto denied = why_not(actor, plant, Permission::plan, "repair")) return Asked::failure(std::move(*denied));
  const auto state = live->desk->state();
  if (!state->published()) return Asked::failure({RefusalKind::conflict, {nothing_published()}});
  return ask_repairs(actor.id, std::string(plant), *live, state, options);
}

std::string Enterprise::ask_repairs(const std::string& author, const std::string& id, LivePlant& live,
                                    const std::shared_ptr<const PlantState>& state, const PlanningOptions& options) {
  const std::int64_t at = now();
  return planner_.ask({.plant = id,
                       .kind = "repair",
                       .author = author,
                       .at = at,
                       .options = options,
                       .work = [state, at, &live](const PlanningOptions& given) {
                         using Repairing = base::Result<std::vector<Proposal>>;
                         const auto published = live.published.plan(*state);
                         if (!published) return Repairing::failure({nothing_published()});
                         return propose_repairs(*state, *published, plant_time(state->tables(), at), given);
                       }});
}

// Facts that can break the published plan are answered with ways out, without anybody asking.
void Enterprise::look_for_repairs(const std::string& id, LivePlant& live,
                                  const std::shared_ptr<const PlantState>& state, std::span<const Entry> entries) {
  if (!state->published()) return;
  const bool disrupted = std::any_of(entries.begin(), entries.end(), [&](const Entry& entry) {
    return entry.sequence > state->published()->sequence && can_disrupt(entry.command.kind);
  });
  if (disrupted) ask_repairs("kilter", id, live, state, {.seconds = kRepairSeconds});
}

Answer Enterprise::publish(const Actor& actor, std::string_view plant, const std::string& id, Command command) {
  LivePlant* live = this->plant(actor, plant);
  if (live == nullptr) return refused(RefusalKind::unknown, unknown_plant(plant));
  if (auto denied = why_not(actor, plant, Permission::publish, "publish")) return Answer::failure(std::move(*denied));
  const auto proposal = planner_.proposal(id);
  if (!proposal) return refused(RefusalKind::unknown, unknown_proposal(id));
  command.kind = "publish";
  command.author = actor.id;
  for (int tries = 0;; ++tries) {
    const auto state = live->desk->state();
    if (base::Issues issues = why_overtaken(*proposal, *state); !issues.empty()) {
      return Answer::failure({RefusalKind::conflict, std::move(issues)});
    }
    auto body = publication_with_messages(*proposal, *state, live->published.plan(*state).get(), now());
    if (!body) return Answer::failure({RefusalKind::conflict, body.error()});
    command.body = std::move(body).value();
    const Answer answer = live->desk->submit(command, [state](const PlantState& now) {
      return same_folder(state->tables(), now.tables()) ? base::Issues{} : base::Issues{overtaken()};
    });
    const bool again = !answer && answer.error().kind == RefusalKind::conflict && tries < kPublishTries;
    if (!again) return answer;
  }
}

std::optional<Actor> Enterprise::who(std::string_view secret) {
  if (auto actor = directory()->who(secret, now())) return actor;
  return look_again() ? directory()->who(secret, now()) : std::nullopt;
}

bool Enterprise::look_again() {
  {
    const std::int64_t second = now() / kSecond;
    const std::lock_guard lock(mutex_);
    if (looked_second_ != second) looked_ = 0;
    looked_second_ = second;
    if (++looked_ > kLookUps) return false;
  }
  return access_.desk->refresh();
}

std::shared_ptr<const Directory> Enterprise::directory() const {
  const std::lock_guard lock(mutex_);
  return directory_;
}

Answer Enterprise::keep_access(const Actor& actor, Command command) {
  command.author = actor.id;
  return access_.desk->submit(std::move(command));
}

void Enterprise::note_denial(const Actor& actor, std::string_view plant, std::string_view what) {
  const std::string key = actor.id + "/" + std::string(plant) + "/" + std::string(what);
  {
    const std::lock_guard lock(mutex_);
    if (denied_.size() > kDenialsRemembered) denied_.clear();
    const auto [at, fresh] = denied_.try_emplace(key, now());
    if (!fresh && now() - at->second < kDenialsApart) return;
    at->second = now();
  }
  note_each_denial(actor, plant, what);
}

void Enterprise::note_each_denial(const Actor& actor, std::string_view plant, std::string_view what) {
  access_.desk->submit({.kind = "denial",
                        .author = actor.id,
                        .reason = std::string(what) + (plant.empty() ? "" : " in " + std::string(plant)),
                        .body = R"({"edits":[]})"},
                       [](const Answer&) {});
}

}  // namespace kilter::service
