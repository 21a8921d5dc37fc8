// A project instance in the making: activities and modes in the order of the file.
#pragma once

#include <vector>

#include "codec/benchmark/instance.hpp"
#include "codec/benchmark/precedence.hpp"
#include "codec/benchmark/tokens/token_reader.hpp"

namespace kilter::codec::benchmark {

inline constexpr std::int64_t kMostResources = 10'000;

class ProjectDraft {
 public:
  ProjectDraft() {
    problem().mode_begin.push_back(0);
    problem().skill_demand_begin.push_back(0);
  }

  [[nodiscard]] schedule::ProjectProblem& problem() { return instance_.problem; }
  [[nodiscard]] ProjectInstance& instance() { return instance_; }

  // `number`: of the activity in the file.
  void begin_activity(std::int64_t number);
  // One more mode of the last activity; demands of the resources follow by add_demands, of skills by add_skill.
  void add_mode(Tick duration);
  void add_skill(const schedule::SkillDemand& demand);
  void add_precedence(Index before, Index after) { precedences_.push_back({before, after}); }

  // Once all is read: the instance, checked for cycles and for times that fit.
  ProjectInstance take(TokenReader& reader);

 private:
  ProjectInstance instance_;
  std::vector<Precedence> precedences_;
};

// `count` numbers appended to `to`.
void read_numbers(TokenReader& reader, std::int64_t count, std::string_view what, std::vector<std::int64_t>& to);

}  // namespace kilter::codec::benchmark
