// Multi-skill projects of the MSPSP library (Young, Feydy and Schutt 2017), MiniZinc data. Used are nActs, dur,
// nSkills, sreq (row per activity: so many different workers with each skill), nResources, mastery (row per worker:
// true where it masters the skill), nPrecs, pred and succ (activities from 1); all else follows from these.
#include "codec/benchmark/read/project_draft.hpp"
#include "codec/benchmark/read/readers.hpp"
#include "codec/benchmark/tokens/dzn_file.hpp"

namespace kilter::codec::benchmark {
namespace {

constexpr std::int64_t kMostActivities = 1'000'000;

struct SkillSize {
  std::int64_t activities = 0;
  std::int64_t skills = 0;
  std::int64_t workers = 0;
};

void read_activities(DznFile& file, const SkillSize& size, ProjectDraft& draft) {
  const auto durations = file.numbers("dur", size.activities, {.what = "duration"});
  const auto demands = file.numbers("sreq", size.activities * size.skills,
                                    {.what = "number of workers", .least = 0, .most = kMostResources});
  if (file.faulty()) return;
  for (std::int64_t activity = 0; activity < size.activities; ++activity) {
    draft.begin_activity(activity + 1);
    draft.add_mode(static_cast<Tick>(durations[static_cast<std::size_t>(activity)]));
    for (std::int64_t skill = 0; skill < size.skills; ++skill) {
      const std::int64_t workers = demands[static_cast<std::size_t>(activity * size.skills + skill)];
      if (workers > 0) draft.add_skill({.skill = static_cast<Index>(skill), .workers = static_cast<Index>(workers)});
    }
  }
}

void read_workers(DznFile& file, const SkillSize& size, ProjectDraft& draft) {
  draft.problem().worker_count = static_cast<Index>(size.workers);
  draft.problem().skill_count = static_cast<Index>(size.skills);
  for (const bool masters : file.truths("mastery", size.workers * size.skills)) {
    draft.problem().mastery.push_back(masters ? 0 : schedule::kNotMastered);
  }
  for (std::int64_t worker = 1; worker <= size.workers; ++worker) draft.instance().worker.push_back(worker);
}

void read_precedences(DznFile& file, const SkillSize& size, ProjectDraft& draft) {
  const std::int64_t count = file.whole("nPrecs", {.what = "number of precedences"});
  const Wanted activity{.what = "activity", .least = 1, .most = size.activities};
  const auto before = file.numbers("pred", count, activity);
  const auto after = file.numbers("succ", count, activity);
  if (file.faulty()) return;
  for (std::size_t i = 0; i < before.size(); ++i) {
    draft.add_precedence(static_cast<Index>(before[i] - 1), static_cast<Index>(after[i] - 1));
  }
}

}  // namespace

ProjectInstance read_mspsp(DznFile& file) {
  ProjectDraft draft;
  SkillSize size;
  size.activities = file.whole("nActs", {.what = "number of activities", .least = 1, .most = kMostActivities});
  size.skills = file.whole("nSkills", {.what = "number of skills", .least = 1, .most = kMostResources});
  size.workers = file.whole("nResources", {.what = "number of workers", .least = 1, .most = kMostResources});
  if (file.faulty()) return {};
  read_activities(file, size, draft);
  read_workers(file, size, draft);
  read_precedences(file, size, draft);
  if (file.faulty()) return {};
  TokenReader rest({}, {});
  ProjectInstance instance = draft.take(rest);
  for (const base::Issue& issue : rest.take_issues()) file.refuse_all(issue.code, issue.message, issue.way_out);
  return instance;
}

}  // namespace kilter::codec::benchmark
