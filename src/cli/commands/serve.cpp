#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <mutex>
#include <optional>

#include "cli/commands/commands.hpp"
#include "cli/folders/plant_folder.hpp"
#include "cli/server/database.hpp"
#include "cli/server/stop_signal.hpp"
#include "cli/text/complaint.hpp"
#include "cli/version.hpp"
#include "http/api.hpp"
#include "http/server/server.hpp"
#include "service/access/secrets.hpp"

namespace kilter::cli {
namespace {

const service::Actor kCommandLine{.id = "command line", .role = service::Role::administrator};

// "127.0.0.1:8080" or "[::1]:0".
bool read_listen(const std::string& text, http::ServerOptions& options) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string::npos) return false;
  std::string address = text.substr(0, colon);
  if (address.size() > 1 && address.front() == '[' && address.back() == ']')
    address = address.substr(1, address.size() - 2);
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data() + colon + 1, end, options.port);
  options.address = address == "localhost" ? "127.0.0.1" : address;
  return error == std::errc() && stop == end && !address.empty();
}

// "E-bike plant" is served as "e-bike-plant".
std::string plant_id(const std::string& folder) {
  std::filesystem::path path = std::filesystem::absolute(folder).lexically_normal();
  if (path.filename().empty()) path = path.parent_path();
  std::string id;
  for (const char c : path.filename().string()) {
    const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const bool plain = (small >= 'a' && small <= 'z') || (small >= '0' && small <= '9');
    if (plain) id += small;
    if (!plain && !id.empty() && id.back() != '-') id += '-';
  }
  while (!id.empty() && id.back() == '-') id.pop_back();
  return id.empty() ? "plant" : id.substr(0, 60);
}

// Takes the folder in, unless its plant is served already. Nothing, or how the command ends.
std::optional<ExitCode> take_in(const std::string& folder, service::Enterprise& all, const Complaint& complaint,
                                Console& console) {
  const std::string id = plant_id(folder);
  const service::LivePlant* known = all.plant(kCommandLine, id);
  if (known != nullptr && known->desk->state()->head().sequence > 0) {
    console.out << "plant " << id << ": goes on from the database, the folder is not read again\n";
    return std::nullopt;
  }
  const auto plant = read_rewritten(folder);
  if (!plant) {
    complain_of_plant(folder, plant.error(), complaint);
    return ExitCode::faults;
  }
  const service::Answer answer = all.add_plant(kCommandLine, id, plant.value().files);
  if (!answer) {
    complaint.say(answer.error().issues);
    return answer.error().kind == service::RefusalKind::faults ? ExitCode::faults : ExitCode::cannot_write;
  }
  console.out << "plant " << id << ": taken in from " << folder << "\n";
  return std::nullopt;
}

// A first plan for the plant that `folder` is of, made and published. Nothing, or how the command ends.
std::optional<ExitCode> publish_first(const std::string& folder, service::Enterprise& all, const Complaint& complaint,
                                      Console& console) {
  const std::string id = plant_id(folder);
  service::LivePlant* plant = all.plant(kCommandLine, id);
  if (plant == nullptr || plant->desk->state()->published()) return std::nullopt;
  const auto job = all.plan(kCommandLine, id, {.seconds = 1});
  if (!job) return complaint.say(job.error().issues), ExitCode::faults;
  const auto report = all.planner().wait(job.value());
  if (report->state != service::JobState::done) return complaint.say(report->issues), ExitCode::faults;
  const service::Answer answer =
      all.publish(kCommandLine, id, report->id + ".1", {.reason = "the first plan, made when the plant was taken in"});
  if (!answer) return complaint.say(answer.error().issues), ExitCode::faults;
  console.out << "plant " << id << ": planned and published\n";
  return std::nullopt;
}

// A secret for the first administrator where there is nobody yet.
std::string setup_secret(const service::Enterprise& all) {
  return all.directory()->users().empty() ? service::random_secret("setup_") : std::string();
}

std::function<void(std::string_view)> log_to(Console& console) {
  auto mutex = std::make_shared<std::mutex>();
  return [&console, mutex](std::string_view line) {
    const std::lock_guard lock(*mutex);
    console.err << line << "\n";
  };
}

void greet(const http::Server& server, const std::string& setup, Console& console) {
  if (!setup.empty()) {
    console.out << "first administrator: " << server.url() << "/setup#" << setup << " (once)\n";
  }
  console.out << "listening on " << server.url() << "\n";
  console.out.flush();
}

}  // namespace

ExitCode run_serve(const Invocation& call, Console& console) {
  const Complaint complaint(call, console);
  http::ServerOptions options{.certificate = call.text("--certificate"), .private_key = call.text("--private-key")};
  if (!read_listen(call.text("--listen"), options) || options.certificate.empty() != options.private_key.empty()) {
    complaint.say({{.code = "usage",
                    .message = options.certificate.empty() == options.private_key.empty()
                                   ? "'" + call.text("--listen") + "' is not ADDRESS:PORT"
                                   : "--certificate and --private-key go together",
                    .way_out = "See kilter serve --help."}});
    return ExitCode::usage;
  }
  http::Server* running = nullptr;
  std::mutex mutex;
  bool stopped = false;
  const StopSignal signal([&] {
    const std::lock_guard lock(mutex);
    stopped = true;
    if (running != nullptr) running->stop();
  });
  const std::unique_ptr<service::Enterprise> all = open_enterprise(call.text("--db"), complaint);
  if (!all) return ExitCode::cannot_write;
  if (const auto opened = all->open_plants(); !opened) {
    complaint.say({issue_of(call.text("--db"), opened.error())});
    return ExitCode::cannot_write;
  }
  if (call.has("PLANT")) {
    if (const auto ended = take_in(call.text("PLANT"), *all, complaint, console)) return *ended;
    if (call.flag("--publish")) {
      if (const auto ended = publish_first(call.text("PLANT"), *all, complaint, console)) return *ended;
    }
  }
  const std::string setup = setup_secret(*all);
  http::Api api(*all, {.version = std::string(kVersion),
                       .setup_secret = setup,
                       .secure_cookies = !options.certificate.empty() || call.flag("--behind-tls"),
                       .log = call.flag("--log") ? log_to(console) : std::function<void(std::string_view)>()});
  auto server = http::Server::listen(
      options, [&api](http::Request request, http::Reply reply) { api.handle(std::move(request), std::move(reply)); });
  if (!server) {
    complaint.say(server.error());
    return ExitCode::usage;
  }
  {
    const std::lock_guard lock(mutex);
    running = server.value().get();
    if (stopped) return ExitCode::ok;
  }
  greet(*server.value(), setup, console);
  server.value()->run();
  const std::lock_guard lock(mutex);
  running = nullptr;
  return ExitCode::ok;
}

}  // namespace kilter::cli
