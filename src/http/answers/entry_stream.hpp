// A plant's journal as a stream of server-sent events: what was kept after an entry, then everything as it is kept.
//
//   id: 18
//   event: operation.started
//   data: {"sequence":18,"at":"...","kind":"operation.started","author":"p07",...}
#pragma once

#include <cstdint>
#include <string>

#include "http/api.hpp"
#include "http/server/event_source.hpp"
#include "service/enterprise/enterprise.hpp"

namespace kilter::http {

// brief: no body (a publication's is the whole plan) and no name, so that a page hears all kinds by one listener.
enum class StreamForm : std::uint8_t { full, brief };

class EntryStream : public EventSource {
 public:
  // After the entry `after`. All must outlive it.
  EntryStream(Api& api, service::LivePlant& live, std::uint64_t after, StreamForm form);
  ~EntryStream() override;

  std::string next() override;
  void on_news(std::function<void()> wake) override;

 private:
  Api& api_;
  service::LivePlant& live_;
  std::uint64_t after_;
  StreamForm form_;
  std::uint64_t follower_ = 0;
};

// {"sequence":18,"at":"2026-12-01T08:30:00Z","kind":...,"author":...,"key":...,"reason":...,"hash":...,"body":{...}}
std::string entry_json(const service::Entry& entry);
// The same without the body.
std::string entry_head_json(const service::Entry& entry);

}  // namespace kilter::http
