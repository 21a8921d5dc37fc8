#include "http/answers/event_batch.hpp"

#include <string>
#include <utility>

#include "http/answers/answers.hpp"
#include "service/floor/event_kinds.hpp"
#include "service/floor/read_events.hpp"

namespace kilter::http {

using service::Answer;

EventBatch::EventBatch(std::vector<service::Event> events, Reply reply)
    : events_(std::move(events)), answers_(events_.size()), left_(events_.size()), reply_(std::move(reply)) {}

void EventBatch::answered(std::size_t place, const Answer& answer) {
  answers_[place] = std::make_unique<Answer>(answer);
  if (--left_ == 0) reply_(whole());
}

Response EventBatch::whole() const {
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

void EventBatch::error_member(codec::JsonWriter& body) const {
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

service::Command command_of(const service::Event& event) {
  return {.kind = std::string(service::rule_of(event.kind).name), .key = event.id, .body = service::event_json(event)};
}

}  // namespace kilter::http
