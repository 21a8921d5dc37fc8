// Plans beside serving: a thread of its own that takes one job after another, and what came of them.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "service/planning/proposal.hpp"

namespace kilter::service {

enum class JobState : std::uint8_t { waiting, running, done, failed, cancelled };
std::string_view word(JobState state);

// What is known of a job; a copy.
struct JobReport {
  std::string id;
  std::string plant;
  std::string kind;  // "plan", "repair"
  std::string author;
  std::int64_t asked_at = 0;  // microseconds since 1970
  JobState state = JobState::waiting;
  std::string phase;                                       // while it runs
  double seconds = 0;                                      // since it began
  std::vector<std::shared_ptr<const Proposal>> proposals;  // when done; the first is proposal 1
  base::Issues issues;                                     // when failed
};

class Planner {
 public:
  using Work = std::function<base::Result<std::vector<Proposal>>(const PlanningOptions&)>;
  struct Order {
    std::string plant;
    std::string kind;
    std::string author;
    std::int64_t at = 0;
    PlanningOptions options;  // cancel and progress are the planner's
    Work work;
  };

  // Called whenever a job's report changes, by the planner's thread; returns at once.
  explicit Planner(std::function<void(const JobReport&)> listener = {});
  Planner(const Planner&) = delete;
  Planner& operator=(const Planner&) = delete;
  ~Planner() { close(); }
  // Cancels what runs, drops what waits; what is asked from then on is never begun.
  void close();

  // The job's id. An unfinished job of the same plant and kind is cancelled: newer facts are known.
  std::string ask(Order order);
  // Asks it to stop; false when there is none unfinished.
  bool cancel(const std::string& id);
  [[nodiscard]] std::shared_ptr<const JobReport> report(const std::string& id) const;
  // Of a plant, the latest first.
  [[nodiscard]] std::vector<std::shared_ptr<const JobReport>> reports(const std::string& plant) const;
  // A finished job's proposal ("J-3.1"); null when there is none.
  [[nodiscard]] std::shared_ptr<const Proposal> proposal(const std::string& id) const;
  // Waits until the job is finished.
  std::shared_ptr<const JobReport> wait(const std::string& id);

 private:
  struct Job {
    JobReport report;
    Order order;
    std::atomic<bool> cancel{false};
  };

  void run();
  void work_on(const std::shared_ptr<Job>& job);
  void change(Job& job, const std::function<void(JobReport&)>& change);
  void forget_old();

  const std::function<void(const JobReport&)> listener_;
  mutable std::mutex mutex_;  // of what follows
  std::condition_variable wake_;
  std::condition_variable finished_;
  std::map<std::string, std::shared_ptr<Job>> jobs_;
  std::deque<std::shared_ptr<Job>> all_;  // in the order asked
  std::deque<std::shared_ptr<Job>> waiting_;
  std::uint64_t last_ = 0;
  bool closing_ = false;
  std::thread thread_;
};

}  // namespace kilter::service
