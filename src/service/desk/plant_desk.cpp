#include "service/desk/plant_desk.hpp"

#include <algorithm>
#include <future>
#include <unordered_map>
#include <utility>

#include "service/desk/publication_rows.hpp"

namespace kilter::service {
namespace {

constexpr std::uint32_t kSnapshotsKept = 2;

base::Issue issue_of(const JournalError& error) {
  if (error.trouble == Trouble::full) {
    return {.code = "database-full",
            .message = "the database has no room: " + error.text,
            .way_out = "Make room on its disk and send the command again; it was not kept."};
  }
  return {.code = "database-unavailable",
          .message = "the database does not take the command: " + error.text,
          .way_out = "Send it again later with the same key; it is kept once."};
}

// Somebody else's change is a conflict, everything else a fault.
Refusal refusal_of(const base::Issues& issues) {
  const bool changed = std::any_of(issues.begin(), issues.end(),
                                   [](const base::Issue& issue) { return issue.code == "changed-meanwhile"; });
  return {changed ? RefusalKind::conflict : RefusalKind::faults, issues};
}

Refusal closed() {
  return {RefusalKind::closed,
          {{.code = "closing", .message = "the server is closing", .way_out = "Send the command again later."}}};
}

Refusal too_many() {
  return {RefusalKind::unavailable,
          {{.code = "too-busy", .message = "too many commands wait", .way_out = "Send the command again later."}}};
}

}  // namespace

// Commands that go into one append, and what becomes of each.
struct PlantDesk::Group {
  std::vector<Waiting> waiting;       // without those answered
  std::vector<Receipt> receipts;      // by place in `waiting`
  std::vector<Entry> entries;         // by place in `waiting`
  std::shared_ptr<PlantState> state;  // after the entries

  void answer(std::size_t place, const Answer& answer) const { waiting[place].respond(answer); }
};

PlantDesk::PlantDesk(std::string plant, PlantState state, std::unique_ptr<Journal> journal, Resolve resolve,
                     Clock clock, Listener listener, DeskLimits limits)
    : plant_(std::move(plant)),
      resolve_(std::move(resolve)),
      clock_(std::move(clock)),
      listener_(std::move(listener)),
      limits_(limits),
      journal_(std::move(journal)),
      snapshot_at_(state.head().sequence),
      state_(std::make_shared<const PlantState>(std::move(state))),
      thread_([this] { run(); }) {}

PlantDesk::~PlantDesk() {
  {
    const std::lock_guard lock(mutex_);
    closing_ = true;
  }
  wake_.notify_all();
  thread_.join();
}

std::shared_ptr<const PlantState> PlantDesk::state() const {
  const std::lock_guard lock(mutex_);
  return state_;
}

void PlantDesk::submit(Command command, Respond respond, Guard guard) {
  bool closing = false;
  {
    const std::lock_guard lock(mutex_);
    closing = closing_;
    if (!closing && queue_.size() < limits_.waiting) {
      queue_.push_back({.command = std::move(command), .respond = std::move(respond), .guard = std::move(guard)});
      wake_.notify_one();
      return;
    }
  }
  respond(Answer::failure(closing ? closed() : too_many()));
}

Answer PlantDesk::submit(Command command, Guard guard) {
  auto promise = std::make_shared<std::promise<Answer>>();
  std::future<Answer> answer = promise->get_future();
  submit(
      std::move(command), [promise](const Answer& given) { promise->set_value(given); }, std::move(guard));
  return answer.get();
}

bool PlantDesk::refresh() {
  auto promise = std::make_shared<std::promise<bool>>();
  std::future<bool> done = promise->get_future();
  {
    const std::lock_guard lock(mutex_);
    if (closing_) return false;
    const auto respond = [promise](const Answer& given) { promise->set_value(given.ok()); };
    queue_.push_back({.command = {}, .respond = respond, .guard = {}, .refresh = true});
  }
  wake_.notify_one();
  return done.get();
}

void PlantDesk::run() {
  for (;;) {
    std::vector<Waiting> waiting = next_group();
    if (waiting.empty()) break;
    process(std::move(waiting));
  }
  take_snapshot();
}

// Empty when the desk closes and nothing waits.
std::vector<PlantDesk::Waiting> PlantDesk::next_group() {
  std::unique_lock lock(mutex_);
  wake_.wait(lock, [this] { return closing_ || !queue_.empty(); });
  std::vector<Waiting> waiting;
  const std::size_t count = std::min(queue_.size(), limits_.group);
  waiting.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    waiting.push_back(std::move(queue_.front()));
    queue_.pop_front();
  }
  return waiting;
}

void PlantDesk::process(std::vector<Waiting> waiting) {
  Group group;
  const bool asked = std::any_of(waiting.begin(), waiting.end(), [](const Waiting& one) { return one.refresh; });
  const bool known = settle_doubt() && (!asked || catch_up());
  for (Waiting& one : waiting) {
    if (!one.refresh) {
      group.waiting.push_back(std::move(one));
    } else if (known) {
      one.respond(Receipt{});
    } else {
      one.respond(Answer::failure({RefusalKind::unavailable, {}}));
    }
  }
  auto left = limits_.patience;
  for (std::chrono::milliseconds wait(20);; wait *= 2) {
    resolve_all(group);
    if (group.waiting.empty()) return;
    const JournalError error = keep(group);
    if (group.entries.empty()) continue;  // others had written; resolved again
    if (error.text.empty()) return show(group);
    const bool give_up = error.trouble != Trouble::unreachable || left <= wait || !pause(wait);
    if (give_up) return refuse(group, error);
    left -= wait;
    if (settle_doubt() && caught(group.entries.back())) return show(group);
  }
}

// Whether the last append is known to have gone through, or not: asks for the head when it is not.
bool PlantDesk::settle_doubt() {
  if (!in_doubt_) return true;
  return catch_up();
}

// Takes in what the journal holds beyond the state; false when it cannot be read.
bool PlantDesk::catch_up() {
  const auto before = state();
  auto next = std::make_shared<PlantState>(*before);
  std::vector<Entry> entries;
  bool fits = true;
  const Kept<Done> read = journal_->read(plant_, {.after = before->head().sequence}, [&](const Entry& entry) {
    fits = next->take(entry);
    if (fits) entries.push_back(entry);
    return fits;
  });
  if (!read || !fits) return false;
  in_doubt_ = false;
  caught_ = entries;
  if (entries.empty()) return true;
  {
    const std::lock_guard lock(mutex_);
    state_ = next;
  }
  if (listener_) listener_(next, entries);
  return true;
}

// Whether the last catch_up brought it in.
bool PlantDesk::caught(const Entry& entry) const {
  return std::any_of(caught_.begin(), caught_.end(), [&](const Entry& one) { return one.hash == entry.hash; });
}

// Applies one command after another; those that do not fit are answered and leave the group.
void PlantDesk::resolve_all(Group& group) {
  group.state = std::make_shared<PlantState>(*state());
  group.entries.clear();
  group.receipts.clear();
  std::unordered_map<std::string_view, std::size_t> keys;
  std::vector<Waiting> kept;
  kept.reserve(group.waiting.size());  // keys are views into it
  for (Waiting& one : group.waiting) {
    const auto same = one.command.key.empty() ? keys.end() : keys.find(one.command.key);
    if (same != keys.end()) {  // waits for the next group, where it is found in the journal
      const std::lock_guard lock(mutex_);
      queue_.push_front(std::move(one));
      continue;
    }
    const std::int64_t at = clock_();
    Command command = one.command;
    auto resolved = take(*group.state, one, command, at);
    if (!resolved) {
      one.respond(Answer::failure(resolved.error()));
      continue;
    }
    group.entries.push_back(seal(group.state->head(), at, std::move(command)));
    group.state->sealed(group.entries.back());
    group.receipts.push_back({.sequence = group.entries.back().sequence,
                              .at = at,
                              .repeated = false,
                              .note = std::move(resolved.value().note)});
    kept.push_back(std::move(one));
    if (!kept.back().command.key.empty()) keys.emplace(kept.back().command.key, kept.size() - 1);
  }
  group.waiting = std::move(kept);
}

// Applies the command to the state, its body as it will be kept; or nothing, and why.
base::Result<Resolved, Refusal> PlantDesk::take(PlantState& state, const Waiting& one, Command& command,
                                                std::int64_t at) const {
  using Taken = base::Result<Resolved, Refusal>;
  if (one.guard) {
    if (base::Issues issues = one.guard(state); !issues.empty()) {
      return Taken::failure({RefusalKind::conflict, std::move(issues)});
    }
  }
  auto resolved = resolve_(state, command, at);
  if (!resolved) return Taken::failure(refusal_of(resolved.error()));
  command.body = std::move(resolved.value().body);
  if (const auto applied = state.apply(command); !applied) return Taken::failure(refusal_of(applied.error()));
  return std::move(resolved).value();
}

// Appends; nothing in `text` when it is kept. Entries are cleared when the group is to be resolved again.
JournalError PlantDesk::keep(Group& group) {
  const Head before = state()->head();
  const auto& published = group.state->published();
  const bool fresh = published && published->sequence > before.sequence;
  const Kept<Done> done =
      journal_->append(plant_, before, group.entries, fresh ? publication_rows(*published) : std::vector<ReadTable>{});
  if (done) return {};
  const JournalError error = done.error();
  in_doubt_ = error.trouble == Trouble::unreachable;
  if (error.trouble == Trouble::moved && catch_up()) group.entries.clear();
  if (error.trouble == Trouble::doubled) drop_doubled(group);
  return error;
}

// Answers those whose key stands in the journal already.
void PlantDesk::drop_doubled(Group& group) {
  std::vector<Waiting> left;
  for (Waiting& one : group.waiting) {
    Kept<std::optional<Entry>> found = std::optional<Entry>();
    if (!one.command.key.empty()) found = journal_->with_key(plant_, one.command.key);
    if (found && found.value()) {
      one.respond(Receipt{.sequence = found.value()->sequence, .at = found.value()->at, .repeated = true, .note = {}});
    } else {
      left.push_back(std::move(one));
    }
  }
  if (left.size() < group.waiting.size()) group.entries.clear();
  group.waiting = std::move(left);
}

void PlantDesk::show(Group& group) {
  bool fresh = false;
  {
    const std::lock_guard lock(mutex_);
    fresh = state_->head().sequence < group.state->head().sequence;
    if (fresh) state_ = group.state;
  }
  if (fresh && listener_) listener_(group.state, group.entries);
  for (std::size_t i = 0; i < group.waiting.size(); ++i) group.answer(i, group.receipts[i]);
  if (group.state->head().sequence >= snapshot_at_ + limits_.snapshot) take_snapshot();
}

void PlantDesk::refuse(Group& group, const JournalError& error) {
  const RefusalKind kind = error.trouble == Trouble::full ? RefusalKind::full : RefusalKind::unavailable;
  for (std::size_t i = 0; i < group.waiting.size(); ++i) group.answer(i, Answer::failure({kind, {issue_of(error)}}));
}

// A snapshot that cannot be kept costs time at the next start, nothing else.
void PlantDesk::take_snapshot() {
  const auto state = this->state();
  if (state->head().sequence == snapshot_at_) return;
  if (!journal_->keep(plant_, {.sequence = state->head().sequence, .bytes = state->bytes()})) return;
  snapshot_at_ = state->head().sequence;
  static_cast<void>(journal_->forget_snapshots(plant_, kSnapshotsKept).ok());
}

// False when the desk is to close meanwhile.
bool PlantDesk::pause(std::chrono::milliseconds time) {
  std::unique_lock lock(mutex_);
  return !wake_.wait_for(lock, time, [this] { return closing_; });
}

}  // namespace kilter::service
