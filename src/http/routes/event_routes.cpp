// Events from the floor: one or a list, answered when all that are kept are on disk.
#include <atomic>
#include <memory>
#include <mutex>
#include <utility>

#include "http/answers/answers.hpp"
#include "http/plant_call.hpp"
#include "http/routes/groups.hpp"
#include "service/floor/event_kinds.hpp"
#include "service/floor/read_events.hpp"

namespace kilter::http {
namespace {

using service::Answer;
using service::Event;

// Answers of the events of one request, as they come in; the last one sends them all.
class Batch {
 public:
  Batch(std::vector<Event> events, Reply reply)
      : events_(std::move(events)), answers_(events_.size()), left_(events_.size()), reply_(std::move(reply)) {}

  [[nodiscard]] const std::vector<Event>& events() const { return events_; }

  void answered(std::size_t place, const Answer& answer) {
    answers_[place] = std::make_unique<Answer>(answer);
    if (--left_ == 0) reply_(whole());
  }

 private:
  [[nodiscard]] Response whole() const {
    unsigned status = 200;
    codec::JsonWriter body;
    body.begin_object().key("events").begin_array();
    for (std::size_t i = 0; i < events_.size(); ++i) {
      body.begin_object();
      body.key("id").text(events_[i].id);
      if (*answers_[i]) {
        receipt_members(answers_[i]->value(), body);
      } else {
        const Response refused = fault(answers_[i]->error());
        if (status == 200 || refused.status > status) status = refused.status;
        body.key("status").integer(refused.status);
        body.key("issues").begin_array();
        for (const base::Issue& issue : answers_[i]->error().issues) issue_object(issue, body);
        body.end_array();
      }
      body.end_object();
    }
    body.end_array();
    if (status != 200) error_member(body);
    body.end_object();
    return json(body, status);
  }

  void error_member(codec::JsonWriter& body) const {
    for (const auto& answer : answers_) {
      if (*answer) continue;
      const base::Issues& issues = answer->error().issues;
      body.key("error").begin_object();
      body.key("code").text(issues.empty() ? "refused" : issues.front().code);
      body.key("message").text(issues.empty() ? "refused" : issues.front().message);
      body.key("way_out").text("Events with a sequence number are kept; mend the others and send them again.");
      body.end_object();
      return;
    }
  }

  std::vector<Event> events_;
  std::vector<std::unique_ptr<Answer>> answers_;
  std::atomic<std::size_t> left_;
  Reply reply_;
};

void post_events(Api& api, const Call& call, const Reply& reply) {
  auto events = service::read_events(call.request.body);
  if (!events) return reply(fault(422, events.error()));
  if (events.value().empty()) {
    return reply(
        fault(422, {.code = "no-events", .message = "the list of events is empty", .way_out = "Send at least one."}));
  }
  const auto batch = std::make_shared<Batch>(std::move(events).value(), reply);
  for (std::size_t place = 0; place < batch->events().size(); ++place) {
    const Event& event = batch->events()[place];
    api.enterprise.submit(
        call.actor, call.names.front(),
        {.kind = std::string(service::rule_of(event.kind).name), .key = event.id, .body = service::event_json(event)},
        [batch, place](const Answer& answer) { batch->answered(place, answer); });
  }
}

}  // namespace

std::vector<Route> event_routes() {
  return {{"POST", "/api/v1/plants/{plant}/events", Access::known, Pace::quick, post_events}};
}

}  // namespace kilter::http
