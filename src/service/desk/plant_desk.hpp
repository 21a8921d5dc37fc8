// Where everything that is to change about one plant arrives: takes commands from any thread, keeps them durably in
// groups, one append for all that wait, and only then shows the new state and answers.
//
//   PlantDesk desk("veloria", std::move(state), std::move(journal), resolve, clock);
//   desk.submit({.kind = "edit", .author = "ana", .body = R"({"edits":[...]})"}, [](const Answer& answer) { ... });
//   desk.state()->tables();
//
// A command that was kept is answered with its sequence number; one that is sent again with the same key is answered
// as before and not kept twice. When the database goes away, commands are tried again for a while and then refused;
// none that was refused for that reason is known to be lost: sent again with its key it is kept once.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include "base/result.hpp"
#include "service/journal/journal.hpp"
#include "service/plant/plant_state.hpp"

namespace kilter::service {

struct Receipt {
  std::uint64_t sequence = 0;
  std::int64_t at = 0;    // microseconds since 1970-01-01 UTC
  bool repeated = false;  // kept before under the same key
  std::string note;       // what the resolver has to say, JSON; empty when repeated
};

enum class RefusalKind : std::uint8_t {
  faults,       // the command is wrong, or does not fit what is there now
  unavailable,  // the database cannot be reached; may or may not have been kept
  full,         // it has no room
  denied,       // the role may not
  unknown,      // no such plant, or not for who asks
  conflict,     // of another's doing: what was there is no longer so
  closed        // the desk is closing
};

struct Refusal {
  RefusalKind kind = RefusalKind::faults;
  base::Issues issues;
};

using Answer = base::Result<Receipt, Refusal>;
using Respond = std::function<void(const Answer&)>;

// The command as it is kept: with a body that PlantState::apply takes.
struct Resolved {
  std::string body;
  std::string note;  // for the receipt
};

// From what was asked to what is kept, as things stand; pure, called by the desk's thread alone.
using Resolve = std::function<base::Result<Resolved>(const PlantState&, const Command& asked, std::int64_t at)>;
// What keeps a command from being taken as things stand, asked right before; nothing: it may be.
using Guard = std::function<base::Issues(const PlantState&)>;
// Microseconds since 1970-01-01 UTC.
using Clock = std::function<std::int64_t()>;
// Called by the desk's thread with what was kept and the state after it, before anybody is answered.
using Listener = std::function<void(const std::shared_ptr<const PlantState>&, std::span<const Entry>)>;

struct DeskLimits {
  std::size_t group = 2'000;                  // commands in one append
  std::size_t waiting = 100'000;              // commands that may wait; more are refused as unavailable
  std::uint64_t snapshot = 20'000;            // entries between two snapshots
  std::chrono::milliseconds patience{5'000};  // with a database that does not answer
};

class PlantDesk {
 public:
  // `state` is what `recover` found in the journal. The journal is this desk's alone.
  PlantDesk(std::string plant, PlantState state, std::unique_ptr<Journal> journal, Resolve resolve, Clock clock,
            Listener listener = {}, DeskLimits limits = {});
  PlantDesk(const PlantDesk&) = delete;
  PlantDesk& operator=(const PlantDesk&) = delete;
  // Answers what waits, keeps a snapshot.
  ~PlantDesk();

  [[nodiscard]] const std::string& plant() const { return plant_; }
  // As of the last command kept. Never null.
  [[nodiscard]] std::shared_ptr<const PlantState> state() const;

  // `respond` is called once, by the desk's thread, or at once when nothing can be taken.
  // What the guard says is a conflict.
  void submit(Command command, Respond respond, Guard guard = {});
  // The same, waiting. Not by the desk's thread.
  Answer submit(Command command, Guard guard = {});
  // Takes in what others have written to the journal since; false when the database cannot be reached.
  bool refresh();

 private:
  struct Waiting {
    Command command;
    Respond respond;
    Guard guard;
    bool refresh = false;
  };
  struct Group;

  void run();
  std::vector<Waiting> next_group();
  void process(std::vector<Waiting> waiting);
  bool settle_doubt();
  bool catch_up();
  [[nodiscard]] bool caught(const Entry& entry) const;
  void resolve_all(Group& group);
  base::Result<Resolved, Refusal> take(PlantState& state, const Waiting& one, Command& command, std::int64_t at) const;
  JournalError keep(Group& group);
  void drop_doubled(Group& group);
  void show(Group& group);
  void refuse(Group& group, const JournalError& error);
  void take_snapshot();
  bool pause(std::chrono::milliseconds time);

  const std::string plant_;
  const Resolve resolve_;
  const Clock clock_;
  const Listener listener_;
  const DeskLimits limits_;
  std::unique_ptr<Journal> journal_;
  bool in_doubt_ = false;      // the last append may have gone through
  std::vector<Entry> caught_;  // by the last catch_up
  std::uint64_t snapshot_at_ = 0;

  mutable std::mutex mutex_;  // of what follows
  std::condition_variable_any wake_;
  std::deque<Waiting> queue_;
  std::shared_ptr<const PlantState> state_;
  bool closing_ = false;
  std::thread thread_;
};

}  // namespace kilter::service
