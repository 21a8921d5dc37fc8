#include "schedule/project/decode/decoder.hpp"

#include <algorithm>

#include "schedule/project/decode/profile.hpp"
#include "schedule/project/decode/timelines.hpp"

namespace kilter::schedule {
namespace {

constexpr Tick kUnitsPerActivity = 64;  // from about this mean duration on, breakpoints are quicker than a grid

template <class Profile>
class SerialDecoder final : public Decoder {
 public:
  explicit SerialDecoder(const ProjectNetwork& network) : network_(network), profile_(network), crew_(network.count) {}

  void run(const PassInput& input, Pass& pass) override {
    begin(input, pass);
    for (const Index activity : input.order) {
      const Tick at = ready(activity, pass);
      Index& mode = input.mode[activity];
      if (!input.open.empty() && input.open[activity] != 0) mode = soonest(activity, mode, at, input.slack);
      place(activity, mode, earliest(activity, at, mode), pass);
    }
  }

  [[nodiscard]] const std::vector<Index>& crew_of(Index activity) const override { return crew_[activity]; }

 private:
  void begin(const PassInput& input, Pass& pass) {
    profile_.reset();
    wanted_ = input.wanted.data();
    pass.crew.resize(static_cast<std::size_t>(network_.count) * network_.worker_words);
    pass.makespan = 0;
    pass.end.resize(network_.count);
    links_ = pass.direction == Direction::forward ? &network_.before : &network_.after;
  }

  [[nodiscard]] Tick ready(Index activity, const Pass& pass) const {
    Tick at = 0;
    for (const Index before : links_->of(activity)) at = std::max(at, pass.end[before]);
    return at;
  }

  [[nodiscard]] bool needs_crew(Index mode) const {
    return network_.worker_words > 0 && !network_.seats_of(mode).empty();
  }

  [[nodiscard]] Tick earliest(Index activity, Tick ready, Index mode) {
    if (!needs_crew(mode)) return profile_.earliest(ready, mode);
    return profile_.earliest_with_crew(ready, mode, wanted_ == nullptr ? nullptr : wanted_ + row(activity));
  }

  [[nodiscard]] std::size_t row(Index activity) const {
    return static_cast<std::size_t>(activity) * network_.worker_words;
  }

  void place(Index activity, Index mode, Tick start, Pass& pass) {
    if (needs_crew(mode)) {
      profile_.take_with_crew(start, mode);
      keep_crew(activity, network_.seats_of(mode).size());
      std::copy_n(profile_.crews().crew(), network_.worker_words, pass.crew.data() + row(activity));
    } else {
      profile_.take(start, mode);
      crew_[activity].clear();
      std::fill_n(pass.crew.data() + row(activity), network_.worker_words, Word{0});
    }
    pass.end[activity] = start + network_.duration[mode];
    pass.makespan = std::max(pass.makespan, pass.end[activity]);
  }

  void keep_crew(Index activity, std::size_t demands) {
    crew_[activity].clear();
    for (std::size_t i = 0; i < demands; ++i) {
      const std::vector<Index>& seated = profile_.crews().seated()[i];
      crew_[activity].insert(crew_[activity].end(), seated.begin(), seated.end());
    }
  }

  // The mode that ends first of those that the budgets allow; the present one on a tie.
  [[nodiscard]] Index soonest(Index activity, Index present, Tick ready, std::span<std::int64_t> slack) {
    Index best = present;
    Tick best_end = earliest(activity, ready, present) + network_.duration[present];
    for (Index mode = network_.mode_begin[activity]; mode < network_.mode_begin[activity + 1]; ++mode) {
      if (mode == present || ready + network_.duration[mode] >= best_end || !affords(present, mode, slack)) continue;
      const Tick end = earliest(activity, ready, mode) + network_.duration[mode];
      if (end >= best_end) continue;
      best = mode;
      best_end = end;
    }
    for (std::size_t i = 0; i < slack.size(); ++i)
      slack[i] += network_.budget_demand_of(present)[i] - network_.budget_demand_of(best)[i];
    return best;
  }

  [[nodiscard]] bool affords(Index from, Index to, std::span<const std::int64_t> slack) const {
    for (std::size_t i = 0; i < slack.size(); ++i) {
      const std::int64_t more = network_.budget_demand_of(to)[i] - network_.budget_demand_of(from)[i];
      if (more > 0 && more > slack[i]) return false;
    }
    return true;
  }

  const ProjectNetwork& network_;
  Profile profile_;
  const Links* links_ = nullptr;
  const Word* wanted_ = nullptr;
  std::vector<std::vector<Index>> crew_;
};

}  // namespace

std::unique_ptr<Decoder> make_decoder(const ProjectNetwork& network) {
  const bool is_long = network.horizon / kUnitsPerActivity > static_cast<Tick>(network.count);
  if (is_long) return std::make_unique<SerialDecoder<Profile<BreakpointTimeline, 0>>>(network);
  if (network.cell_words() == 1 && network.lane_words == 1)
    return std::make_unique<SerialDecoder<Profile<GridTimeline<1>, 1>>>(network);
  return std::make_unique<SerialDecoder<Profile<GridTimeline<0>, 0>>>(network);
}

}  // namespace kilter::schedule
