#include "http/answers/entry_stream.hpp"

#include <fmt/format.h>

#include <utility>

#include "codec/json/writer.hpp"

namespace kilter::http {
namespace {

constexpr std::size_t kAtOnce = 200;  // entries in one piece

std::string event_of(const service::Entry& entry, StreamForm form) {
  if (form == StreamForm::brief) return fmt::format("id: {}\ndata: {}\n\n", entry.sequence, entry_head_json(entry));
  return fmt::format("id: {}\nevent: {}\ndata: {}\n\n", entry.sequence, entry.command.kind, entry_json(entry));
}

}  // namespace

EntryStream::EntryStream(Api& api, service::LivePlant& live, std::uint64_t after, StreamForm form)
    : api_(api), live_(live), after_(after), form_(form) {
  api_.metrics.stream_opened();
}

EntryStream::~EntryStream() {
  if (follower_ != 0) live_.feed.leave(follower_);
  api_.metrics.stream_closed();
}

void EntryStream::on_news(std::function<void()> wake) {
  if (follower_ != 0) live_.feed.leave(follower_);
  follower_ = wake ? live_.feed.follow(std::move(wake)) : 0;
}

// What is no longer remembered comes out of the journal; that takes longer, and happens to those who were away.
std::string EntryStream::next() {
  std::string text;
  if (const auto recent = live_.feed.after(after_, kAtOnce)) {
    for (const auto& entry : *recent) text += event_of(*entry, form_);
    if (!recent->empty()) after_ = recent->back()->sequence;
    return text;
  }
  if (after_ >= live_.desk->state()->head().sequence) return text;
  const auto older = api_.enterprise.archive().entries(live_.desk->plant(), {.after = after_, .limit = kAtOnce});
  if (!older) return text;
  for (const service::Entry& entry : older.value()) text += event_of(entry, form_);
  if (!older.value().empty()) after_ = older.value().back().sequence;
  return text;
}

std::string entry_head_json(const service::Entry& entry) {
  codec::JsonWriter json;
  json.begin_object();
  json.key("sequence").integer(static_cast<std::int64_t>(entry.sequence));
  json.key("at").text(service::utc_text(entry.at));
  json.key("kind").text(entry.command.kind);
  json.key("author").text(entry.command.author);
  json.key("key").text(entry.command.key);
  json.key("reason").text(entry.command.reason);
  json.key("hash").text(service::hex(entry.hash));
  json.end_object();
  return json.str();
}

std::string entry_json(const service::Entry& entry) {
  std::string text = entry_head_json(entry);
  text.pop_back();
  return text + R"(,"body":)" + (entry.command.body.empty() ? "null" : entry.command.body) + "}";
}

}  // namespace kilter::http
