// Multi-skill projects of the iMOPSE library (Myszkowski et al. 2015), text with tables:
//
//   Tasks: 2
//   Resources: 1
//   ResourceID  Salary  Skills
//   1           52.9    Q0: 1  Q2: 3            masters skill 0 at level 1 and skill 2 at level 3
//   TaskID  Duration  Skill  Predecessor IDs
//   1       30        Q2: 2                     one worker with skill 2 at level 2 or higher
//   4       12        Q0: 1  1                  numbers of tasks may have gaps
//
// Salaries are passed over: the makespan counts.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "codec/benchmark/read/project_draft.hpp"
#include "codec/benchmark/read/readers.hpp"
#include "model/report/report.hpp"

namespace kilter::codec::benchmark {
namespace {

constexpr std::int64_t kMostSkills = 10'000;
constexpr std::int64_t kMostCells = 10'000'000;  // of the table of mastery
constexpr std::int64_t kMostLevel = 1'000'000;

struct Mastery {
  Index skill = 0;
  std::int32_t level = 0;
};

// "Q7" and a level.
Mastery read_skill(TokenReader& reader) {
  const std::string_view name = reader.word("skill");
  std::int64_t skill = 0;
  const bool named = name.size() > 1 && name.size() < 9 && name.front() == 'Q' &&
                     name.find_first_not_of("0123456789", 1) == std::string_view::npos;
  if (named) {
    for (const char c : name.substr(1)) skill = skill * 10 + (c - '0');
  }
  if (!name.empty() && (!named || skill >= kMostSkills)) {
    reader.refuse("unknown-skill", fmt::format("\"{}\" is no skill", model::Report::shortened(name)),
                  fmt::format("Write Q0 to Q{} and the level.", kMostSkills - 1));
    skill = 0;
  }
  const std::int64_t level = reader.whole({.what = "level", .most = kMostLevel});
  return {.skill = static_cast<Index>(skill), .level = static_cast<std::int32_t>(level)};
}

class Tables {
 public:
  explicit Tables(TokenReader& reader) : reader_(reader) {}

  ProjectInstance read() {
    const std::int64_t tasks = header("Tasks:", {.what = "number of tasks", .least = 1});
    const std::int64_t workers =
        header("Resources:", {.what = "number of resources", .least = 1, .most = kMostResources});
    read_workers(workers);
    read_tasks(tasks);
    fill_mastery();
    link();
    return draft_.take(reader_);
  }

 private:
  std::int64_t header(std::string_view key, const Wanted& wanted) {
    return reader_.going() && reader_.seek(key) ? reader_.whole(wanted) : wanted.least;
  }

  void table(std::string_view title) {
    if (!reader_.going() || !reader_.seek(title)) return;
    reader_.skip_line();
    reader_.skip_to_numbers();
  }

  void read_workers(std::int64_t count) {
    schedule::ProjectProblem& problem = draft_.problem();
    problem.worker_count = static_cast<Index>(count);
    table("ResourceID");
    for (std::int64_t worker = 0; worker < count && reader_.going(); ++worker) {
      draft_.instance().worker.push_back(reader_.whole({.what = "number of the resource"}));
      reader_.millionths("salary");
      while (reader_.going() && !reader_.at_line_end()) {
        mastered_.emplace_back(static_cast<Index>(worker), read_skill(reader_));
        count_skill(mastered_.back().second.skill);
      }
    }
  }

  void read_tasks(std::int64_t count) {
    table("TaskID");
    for (std::int64_t task = 0; task < count && reader_.going(); ++task) {
      const std::int64_t number = reader_.whole({.what = "number of the task"});
      draft_.begin_activity(number);
      if (!task_of_.emplace(number, static_cast<Index>(task)).second) {
        reader_.refuse("task-twice", fmt::format("task {} stands twice in the table", number), "Number tasks apart.");
      }
      draft_.add_mode(static_cast<Tick>(reader_.whole({.what = "duration"})));
      const Mastery wanted = read_skill(reader_);
      count_skill(wanted.skill);
      draft_.add_skill({.skill = wanted.skill, .level = wanted.level, .workers = 1});
      while (reader_.going() && !reader_.at_line_end()) {
        predecessors_.emplace_back(reader_.whole({.what = "predecessor"}), static_cast<Index>(task));
      }
    }
  }

  // The header's number of skill types is short in some files: the numbers used count.
  void count_skill(Index skill) {
    Index& count = draft_.problem().skill_count;
    count = std::max(count, skill + 1);
  }

  void fill_mastery() {
    schedule::ProjectProblem& problem = draft_.problem();
    if (std::int64_t{problem.worker_count} * problem.skill_count > kMostCells) {
      reader_.refuse_all("too-many-skills", "resources times skills exceed 10000000",
                         "Check the number of resources and the numbers of skills.");
      return;
    }
    problem.mastery.assign(std::size_t{problem.worker_count} * problem.skill_count, schedule::kNotMastered);
    for (const auto& [worker, mastery] : mastered_) {
      std::int32_t& level = problem.mastery[std::size_t{worker} * problem.skill_count + mastery.skill];
      level = std::max(level, mastery.level);
    }
  }

  void link() {
    for (const auto& [before, after] : predecessors_) {
      const auto found = task_of_.find(before);
      if (found != task_of_.end()) {
        draft_.add_precedence(found->second, after);
      } else {
        reader_.refuse_all("unknown-task", fmt::format("task {} is a predecessor, but not in the table", before),
                           "Add the task, or take it off the predecessors.");
      }
    }
  }

  TokenReader& reader_;
  ProjectDraft draft_;
  std::vector<std::pair<Index, Mastery>> mastered_;           // by whom
  std::map<std::int64_t, Index> task_of_;                     // number in the file -> activity
  std::vector<std::pair<std::int64_t, Index>> predecessors_;  // number in the file, activity
};

}  // namespace

ProjectInstance read_imopse(TokenReader& reader) { return Tables(reader).read(); }

}  // namespace kilter::codec::benchmark
