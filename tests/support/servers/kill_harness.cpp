#include "support/servers/kill_harness.hpp"

#include <simdjson.h>

#include <atomic>
#include <chrono>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "base/random.hpp"
#include "service/plant/recover.hpp"
#include "store/open_journal.hpp"

namespace kilter::support {
namespace {

using service::Entry;

// The plant's id and an order in it: what the events are about.
constexpr const char* kEvents = "/api/v1/plants/hello-plant/events";
constexpr const char* kPlant = "hello-plant";

std::string event(const std::string& id, std::uint32_t number) {
  return R"({"id":")" + id + R"(","kind":"order.changed","order":"O-1","priority":)" + std::to_string(number % 9 + 1) +
         "}";
}

std::uint64_t sequence_in(const std::string& body) {
  simdjson::dom::parser parser;
  const simdjson::padded_string text(body);
  std::uint64_t sequence = 0;
  if (parser.parse(text).at_pointer("/events/0/sequence").get(sequence) != simdjson::SUCCESS) return 0;
  return sequence;
}

// Where the server is at present, for all senders.
class Address {
 public:
  void set(std::string url) {
    const std::lock_guard lock(mutex_);
    url_ = std::move(url);
    ++version_;
  }
  std::pair<std::string, int> get() {
    const std::lock_guard lock(mutex_);
    return {url_, version_};
  }

 private:
  std::mutex mutex_;
  std::string url_;
  int version_ = 0;
};

struct Sent {
  std::map<std::string, std::uint64_t> acknowledged;
  std::size_t refused = 0;
};

void send_until(const std::atomic<bool>& stop, Address& address, const std::string& token, int sender, Sent& sent) {
  int version = -1;
  std::unique_ptr<HttpClient> client;
  for (std::uint32_t number = 0; !stop; ++number) {
    const std::string id = std::to_string(sender) + "-" + std::to_string(number);
    while (!stop) {
      const auto [url, now] = address.get();
      if (now != version) {
        client = std::make_unique<HttpClient>(url);
        client->always("Authorization: Bearer " + token);
        version = now;
      }
      const HttpAnswer answer = client->post(kEvents, event(id, number));
      if (answer.status == 200) {
        sent.acknowledged.emplace(id, sequence_in(answer.body));
        break;
      }
      const bool later = answer.status == 0 || answer.status == 503 || answer.status == 429 || answer.status == 401;
      if (!later) ++sent.refused;
      if (!later) break;
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
  }
}

// Reads as if no snapshot had ever been kept.
class WithoutSnapshots : public service::Journal {
 public:
  explicit WithoutSnapshots(service::Journal& journal) : journal_(journal) {}
  service::Kept<std::vector<service::PlantHead>> plants() override { return journal_.plants(); }
  service::Kept<service::Head> head(std::string_view plant) override { return journal_.head(plant); }
  service::Kept<service::Done> append(std::string_view plant, const service::Head& before,
                                      std::span<const Entry> entries,
                                      std::span<const service::ReadTable> read) override {
    return journal_.append(plant, before, entries, read);
  }
  service::Kept<service::Done> read(std::string_view plant, const service::Stretch& stretch,
                                    const std::function<bool(const Entry&)>& visit) override {
    return journal_.read(plant, stretch, visit);
  }
  service::Kept<std::optional<Entry>> with_key(std::string_view plant, std::string_view key) override {
    return journal_.with_key(plant, key);
  }
  service::Kept<service::Done> keep(std::string_view, const service::Snapshot&) override { return service::Done(); }
  service::Kept<std::optional<service::Snapshot>> latest(std::string_view, std::uint64_t) override {
    return std::optional<service::Snapshot>();
  }
  service::Kept<service::Done> forget_snapshots(std::string_view, std::uint32_t) override { return service::Done(); }

 private:
  service::Journal& journal_;
};

void count(const std::string& url, const std::vector<Sent>& sent, KillReport& report) {
  auto opened = store::open_journal(url);
  if (!opened) {
    report.trouble = opened.error().text;
    return;
  }
  service::Journal& journal = *opened.value();
  std::map<std::string, std::vector<std::uint64_t>> kept;
  service::Head head;
  report.sound = true;
  const auto done = journal.read(kPlant, {}, [&](const Entry& entry) {
    report.sound = report.sound && follows(head, entry);
    head = head_of(entry);
    if (!entry.command.key.empty()) kept[entry.command.key].push_back(entry.sequence);
    return true;
  });
  report.sound = report.sound && done.ok();
  for (const Sent& sender : sent) {
    report.refused += sender.refused;
    for (const auto& [id, sequence] : sender.acknowledged) {
      ++report.acknowledged;
      const auto at = kept.find(id);
      if (at == kept.end() || at->second.front() != sequence) ++report.lost;
    }
  }
  for (const auto& [id, sequences] : kept) report.doubled += sequences.size() > 1 ? 1U : 0U;
  WithoutSnapshots bare(journal);
  const auto quick = service::recover(journal, kPlant);
  const auto whole = service::recover(bare, kPlant);
  report.replays = quick.ok() && whole.ok() && quick.value() == whole.value();
}

}  // namespace

KillReport kill_at_random(const KillOrder& order) {
  KillReport report;
  base::Random random(order.seed);
  KilterServer server(order.binary, order.plant, order.url);
  if (!server.started()) {
    report.trouble = server.output();
    return report;
  }
  Address address;
  address.set(server.url());
  const std::string token = server.token("coordinator");
  std::atomic<bool> stop{false};
  std::vector<Sent> sent(static_cast<std::size_t>(order.senders));
  std::vector<std::jthread> senders;
  for (int i = 0; i < order.senders; ++i) {
    senders.emplace_back([&, i] { send_until(stop, address, token, i, sent[static_cast<std::size_t>(i)]); });
  }
  while (report.kills < order.kills && report.trouble.empty()) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20 + random.below(200)));
    const bool database = order.database != nullptr && random.below(4) == 0;
    const bool again = database ? order.database->kill_and_restart() : server.kill_and_restart();
    if (!again) report.trouble = server.output();
    if (!database) address.set(server.url());
    ++report.kills;
  }
  std::this_thread::sleep_for(std::chrono::milliseconds(200));
  stop = true;
  senders.clear();
  server.stop();
  if (report.trouble.empty()) count(order.url, sent, report);
  return report;
}

}  // namespace kilter::support
