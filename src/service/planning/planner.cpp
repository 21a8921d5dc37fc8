#include "service/planning/planner.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace kilter::service {
namespace {

constexpr std::size_t kJobsRemembered = 50;
constexpr std::array<std::string_view, 5> kStates{"waiting", "running", "done", "failed", "cancelled"};

bool is_finished(const JobReport& report) { return report.state >= JobState::done; }

}  // namespace

std::string_view word(JobState state) { return kStates[static_cast<std::size_t>(state)]; }

Planner::Planner(std::function<void(const JobReport&)> listener)
    : listener_(std::move(listener)), thread_([this] { run(); }) {}

void Planner::close() {
  {
    const std::lock_guard lock(mutex_);
    closing_ = true;
    waiting_.clear();
    for (const auto& job : all_) job->cancel = true;
  }
  wake_.notify_all();
  if (thread_.joinable()) thread_.join();
}

std::string Planner::ask(Order order) {
  auto job = std::make_shared<Job>();
  job->report = {.plant = order.plant, .kind = order.kind, .author = order.author, .asked_at = order.at};
  job->order = std::move(order);
  {
    const std::lock_guard lock(mutex_);
    for (const auto& other : all_) {
      const bool same = other->report.plant == job->report.plant && other->report.kind == job->report.kind;
      if (same && !is_finished(other->report)) other->cancel = true;
    }
    job->report.id = "J-" + std::to_string(++last_);
    jobs_.emplace(job->report.id, job);
    all_.push_back(job);
    waiting_.push_back(job);
    forget_old();
  }
  wake_.notify_one();
  return job->report.id;
}

// Of each plant only the last ones that are finished.
void Planner::forget_old() {
  while (all_.size() > kJobsRemembered) {
    const auto old = std::find_if(all_.begin(), all_.end(), [](const auto& job) { return is_finished(job->report); });
    if (old == all_.end()) return;
    jobs_.erase((*old)->report.id);
    all_.erase(old);
  }
}

bool Planner::cancel(const std::string& id) {
  const std::lock_guard lock(mutex_);
  const auto at = jobs_.find(id);
  if (at == jobs_.end() || is_finished(at->second->report)) return false;
  at->second->cancel = true;
  return true;
}

std::shared_ptr<const JobReport> Planner::report(const std::string& id) const {
  const std::lock_guard lock(mutex_);
  const auto at = jobs_.find(id);
  return at == jobs_.end() ? nullptr : std::make_shared<const JobReport>(at->second->report);
}

std::vector<std::shared_ptr<const JobReport>> Planner::reports(const std::string& plant) const {
  const std::lock_guard lock(mutex_);
  std::vector<std::shared_ptr<const JobReport>> found;
  for (auto job = all_.rbegin(); job != all_.rend(); ++job) {
    if ((*job)->report.plant == plant) found.push_back(std::make_shared<const JobReport>((*job)->report));
  }
  return found;
}

std::shared_ptr<const Proposal> Planner::proposal(const std::string& id) const {
  const std::size_t point = id.rfind('.');
  std::size_t number = 0;
  if (point == std::string::npos) return nullptr;
  const auto [end, error] = std::from_chars(id.data() + point + 1, id.data() + id.size(), number);
  const auto job = report(id.substr(0, point));
  if (error != std::errc() || end != id.data() + id.size() || !job) return nullptr;
  return number >= 1 && number <= job->proposals.size() ? job->proposals[number - 1] : nullptr;
}

std::shared_ptr<const JobReport> Planner::wait(const std::string& id) {
  {
    std::unique_lock lock(mutex_);
    const auto at = jobs_.find(id);
    if (at == jobs_.end()) return nullptr;
    const std::shared_ptr<Job> job = at->second;
    finished_.wait(lock, [&] { return is_finished(job->report) || closing_; });
  }
  return report(id);
}

void Planner::run() {
  for (;;) {
    std::shared_ptr<Job> job;
    {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [this] { return closing_ || !waiting_.empty(); });
      if (closing_) break;
      job = std::move(waiting_.front());
      waiting_.pop_front();
    }
    work_on(job);
  }
  finished_.notify_all();
}

void Planner::work_on(const std::shared_ptr<Job>& job) {
  if (job->cancel) return change(*job, [](JobReport& report) { report.state = JobState::cancelled; });
  change(*job, [](JobReport& report) { report.state = JobState::running; });
  PlanningOptions options = job->order.options;
  options.cancel = &job->cancel;
  options.progress = [this, &job](const coordinate::Progress& progress) {
    change(*job, [&](JobReport& report) {
      report.phase = progress.phase;
      report.seconds = progress.seconds;
    });
  };
  auto result = job->order.work(options);
  job->order.work = {};
  change(*job, [&](JobReport& report) {
    if (job->cancel) {
      report.state = JobState::cancelled;
    } else if (!result) {
      report.state = JobState::failed;
      report.issues = result.error();
    } else {
      report.state = JobState::done;
      for (Proposal& proposal : result.value()) {
        report.proposals.push_back(std::make_shared<const Proposal>(std::move(proposal)));
      }
    }
  });
}

void Planner::change(Job& job, const std::function<void(JobReport&)>& change) {
  JobReport now;
  {
    const std::lock_guard lock(mutex_);
    change(job.report);
    now = job.report;
  }
  finished_.notify_all();
  if (listener_) listener_(now);
}

}  // namespace kilter::service
