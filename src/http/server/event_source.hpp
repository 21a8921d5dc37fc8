// What a stream of server-sent events (WHATWG HTML, 9.2) gets its text from.
#pragma once

#include <functional>
#include <string>

namespace kilter::http {

class EventSource {
 public:
  EventSource() = default;
  EventSource(const EventSource&) = delete;
  EventSource& operator=(const EventSource&) = delete;
  virtual ~EventSource() = default;

  // What is to be sent now ("id: 7\ndata: {...}\n\n", any number of them); empty when there is nothing. Not by two
  // threads at a time.
  virtual std::string next() = 0;
  // `wake` is called, from any thread, whenever next() may have something new; set once, before the first next().
  virtual void on_news(std::function<void()> wake) = 0;
};

}  // namespace kilter::http
