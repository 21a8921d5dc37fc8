// Events of one request, and their answers as they come in; the last one sends them all.
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <vector>

#include "codec/json/writer.hpp"
#include "http/server/message.hpp"
#include "service/desk/plant_desk.hpp"
#include "service/floor/event.hpp"

namespace kilter::http {

class EventBatch {
 public:
  EventBatch(std::vector<service::Event> events, Reply reply);

  [[nodiscard]] const std::vector<service::Event>& events() const { return events_; }
  // Of the event at a place, once; from any thread.
  void answered(std::size_t place, const service::Answer& answer);

 private:
  [[nodiscard]] Response whole() const;
  void error_member(codec::JsonWriter& body) const;

  std::vector<service::Event> events_;
  std::vector<std::unique_ptr<service::Answer>> answers_;
  std::atomic<std::size_t> left_;
  Reply reply_;
};

// What keeps the event: its id is the key.
service::Command command_of(const service::Event& event);

}  // namespace kilter::http
