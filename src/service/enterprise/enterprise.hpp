// All plants of one database and those who may see them: what command line, HTTP and tests ask. Every use case begins
// with who asks; what the role may not do is refused, and noted.
//
//   auto opened = Enterprise::open({.open = [] { return store::open_journal("kilter.db"); }, .clock = now});
//   Enterprise& all = *opened.value();
//   all.open_plants();
//   all.submit(actor, "veloria", {.kind = "edit", .body = ...}, [](const Answer& answer) { ... });
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "service/access/directory.hpp"
#include "service/desk/plant_desk.hpp"
#include "service/enterprise/archive.hpp"
#include "service/enterprise/branches.hpp"
#include "service/enterprise/feed.hpp"
#include "service/enterprise/published_plan.hpp"
#include "service/planning/judge.hpp"
#include "service/planning/planner.hpp"

namespace kilter::service {

// One plant that is served.
struct LivePlant {
  Feed feed;
  PublishedPlan published;
  Outlook outlook;
  Branches branches;
  std::unique_ptr<PlantDesk> desk;  // writes into the feed; gone first
};

class Enterprise {
 public:
  struct Ports {
    OpenJournal open;
    Clock clock;
    DeskLimits limits = {};
  };

  Enterprise(const Enterprise&) = delete;
  Enterprise& operator=(const Enterprise&) = delete;
  ~Enterprise();

  // Who is known; no plant is served yet.
  static Kept<std::unique_ptr<Enterprise>> open(Ports ports);
  // Serves all plants that the database knows. Once.
  Kept<Done> open_plants();

  // Ids of those that the actor sees.
  [[nodiscard]] std::vector<std::string> plants(const Actor& actor) const;
  // Null when there is none, or the actor does not see it.
  [[nodiscard]] LivePlant* plant(const Actor& actor, std::string_view id) const;
  // Keeps a command of a plant if the actor's role may. The author is set. `respond` as of PlantDesk::submit.
  void submit(const Actor& actor, std::string_view plant, Command command, Respond respond);
  // A plant of its own journal, from the files of a plant folder.
  Answer add_plant(const Actor& actor, std::string_view id, const std::vector<codec::plant::TargetFile>& files);

  // Why the actor may not do this to the plant; noted. Nothing: they may.
  std::optional<Refusal> why_not(const Actor& actor, std::string_view plant, Permission needed, std::string_view what);
  // Asks for plans from scratch; the job's id, or why not.
  base::Result<std::string, Refusal> plan(const Actor& actor, std::string_view plant, const PlanningOptions& options);
  // The same for a branch of the plant.
  base::Result<std::string, Refusal> plan_branch(const Actor& actor, std::string_view plant, const Branch& branch,
                                                 const PlanningOptions& options);
  // The same for ways out of what happened since the publication.
  base::Result<std::string, Refusal> repair(const Actor& actor, std::string_view plant, const PlanningOptions& options);
  // Makes a proposal ("J-3.1") the plan that everybody works by, if it is still one of the plant as it is. Slow.
  Answer publish(const Actor& actor, std::string_view plant, const std::string& proposal, Command command);
  [[nodiscard]] Planner& planner() { return planner_; }

  // Who is known, as of now. A secret that is not known is looked up anew, in case another process made it.
  [[nodiscard]] std::optional<Actor> who(std::string_view secret);
  [[nodiscard]] std::shared_ptr<const Directory> directory() const;
  // Takes in what another process changed of it; not too often. Whether it did.
  bool look_again();
  // Keeps a command on users and tokens.
  Answer keep_access(const Actor& actor, Command command);
  // Notes in the access journal that somebody was turned away. At most one a minute for the same.
  void note_denial(const Actor& actor, std::string_view plant, std::string_view what);
  // The same, each: for what is kept from happening often, a wrong PIN for instance.
  void note_each_denial(const Actor& actor, std::string_view plant, std::string_view what);

  [[nodiscard]] Archive& archive() { return archive_; }
  [[nodiscard]] std::int64_t now() const { return ports_.clock(); }

 private:
  explicit Enterprise(Ports ports);
  Kept<LivePlant*> open_desk(const std::string& id);
  void look_for_repairs(const std::string& id, LivePlant& live, const std::shared_ptr<const PlantState>& state,
                        std::span<const Entry> entries);
  std::string ask_plan(const Actor& actor, std::string_view plant, std::string kind,
                       const std::shared_ptr<const PlantState>& state, const PlanningOptions& options);
  std::string ask_repairs(const std::string& author, const std::string& id, LivePlant& live,
                          const std::shared_ptr<const PlantState>& state, const PlanningOptions& options);
  void learn(const PlantState& access);

  Ports ports_;
  Archive archive_;
  Planner planner_;           // closed first: its work reads what follows
  mutable std::mutex mutex_;  // of what follows
  std::map<std::string, std::unique_ptr<LivePlant>, std::less<>> plants_;
  std::shared_ptr<const Directory> directory_ = std::make_shared<const Directory>();
  std::map<std::string, std::int64_t> denied_;
  std::int64_t looked_second_ = 0;  // in which unknown secrets were looked up last
  int looked_ = 0;                  // so many
  LivePlant access_;
};

// That there is no such plant; that it has no published plan yet.
base::Issue unknown_plant(std::string_view id);
base::Issue nothing_published();

// That the actor's role may not.
Refusal denial(const Actor& actor, Permission needed);

// What a plant may be called: a to z, digits and - inside; 1 to 60 characters.
bool is_plant_id(std::string_view id);

}  // namespace kilter::service
