// Loads a server over keep-alive connections on the loopback address: durable floor events on both databases, and
// reads, with streams of events connected that are idle.
//
//   load KILTER PLANT [SECONDS [CLIENTS [STREAMS]]]
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

#include "support/servers/kilter_server.hpp"
#include "support/servers/postgres_server.hpp"

namespace {

using Clock = std::chrono::steady_clock;

// One connection, blocking; answers are read by their Content-Length.
class Connection {
 public:
  explicit Connection(int port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int on = 1;
    ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) close();
  }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  Connection(Connection&& other) noexcept : socket_(other.socket_), rest_(std::move(other.rest_)) {
    other.socket_ = -1;
  }
  ~Connection() { close(); }

  bool send(const std::string& text) {
    return ::send(socket_, text.data(), text.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(text.size());
  }
  // The status; 0 when the connection broke.
  int receive() {
    std::size_t head = 0;
    while ((head = rest_.find("\r\n\r\n")) == std::string::npos) {
      if (!more()) return 0;
    }
    const std::size_t at = rest_.find("Content-Length: ");
    const std::size_t length = at < head ? static_cast<std::size_t>(std::atoll(rest_.c_str() + at + 16)) : 0;
    const int status = std::atoi(rest_.c_str() + 9);
    while (rest_.size() < head + 4 + length) {
      if (!more()) return 0;
    }
    rest_.erase(0, head + 4 + length);
    return status;
  }

 private:
  bool more() {
    char part[16'384];
    const ssize_t count = ::recv(socket_, part, sizeof part, 0);
    if (count > 0) rest_.append(part, static_cast<std::size_t>(count));
    return count > 0;
  }
  void close() {
    if (socket_ >= 0) ::close(socket_);
    socket_ = -1;
  }

  int socket_;
  std::string rest_;
};

struct Load {
  std::size_t good = 0;
  std::size_t bad = 0;
  std::vector<double> millis;
};

int port_of(const std::string& url) { return std::atoi(url.c_str() + url.rfind(':') + 1); }

// `request` gives the n-th request of a client.
Load drive(int port, int clients, double seconds, const std::function<std::string(int, int)>& request) {
  std::vector<Load> loads(static_cast<std::size_t>(clients));
  const auto until = Clock::now() + std::chrono::duration<double>(seconds);
  {
    std::vector<std::jthread> threads;
    for (int client = 0; client < clients; ++client) {
      threads.emplace_back([&, client] {
        Load& load = loads[static_cast<std::size_t>(client)];
        Connection connection(port);
        for (int number = 0; Clock::now() < until; ++number) {
          const auto begun = Clock::now();
          const bool good = connection.send(request(client, number)) && connection.receive() == 200;
          load.millis.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begun).count());
          ++(good ? load.good : load.bad);
        }
      });
    }
  }
  Load all;
  for (Load& load : loads) {
    all.good += load.good;
    all.bad += load.bad;
    all.millis.insert(all.millis.end(), load.millis.begin(), load.millis.end());
  }
  std::sort(all.millis.begin(), all.millis.end());
  return all;
}

void print(const std::string& what, const Load& load, double seconds) {
  const auto at = [&](double share) {
    if (load.millis.empty()) return 0.0;
    return load.millis[std::min(load.millis.size() - 1,
                                static_cast<std::size_t>(share * static_cast<double>(load.millis.size())))];
  };
  std::cout << what << ": " << static_cast<std::size_t>(static_cast<double>(load.good) / seconds) << "/s, p50 "
            << at(0.5) << " ms, p99 " << at(0.99) << " ms, " << load.bad << " not answered with 200" << std::endl;
}

std::string get(const std::string& path, const std::string& token) {
  return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n\r\n";
}

std::string post(const std::string& path, const std::string& token, const std::string& body) {
  return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token +
         "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

// The id and a unit of the plant that the server has.
std::string first_value(const std::string& json, const std::string& member) {
  const std::size_t at = json.find("\"" + member + "\":\"");
  if (at == std::string::npos) return {};
  const std::size_t begin = at + member.size() + 4;
  return json.substr(begin, json.find('"', begin) - begin);
}

struct Settings {
  std::string binary;
  std::string plant;
  double seconds = 10;
  int clients = 64;
  int streams = 1'000;
};

void load(const std::string& database, const std::string& url, const Settings& settings) {
  kilter::support::KilterServer server(settings.binary, settings.plant, url);
  if (!server.started()) {
    std::cout << database << ": " << server.output() << std::endl;
    return;
  }
  const int port = port_of(server.url());
  const std::string token = server.token("administrator");
  kilter::support::HttpClient client(server.url());
  client.always("Authorization: Bearer " + token);
  const std::string plant = "/api/v1/plants/" + first_value(client.get("/api/v1/plants").body, "id");
  const std::string orders = client.get(plant + "/tables/orders.csv?per_page=1").body;
  const std::string order = first_value(orders.substr(orders.find("\"cells\"")), "id");
  std::vector<Connection> streams;
  for (int i = 0; i < settings.streams; ++i) {
    streams.emplace_back(port);
    streams.back().send(get(plant + "/stream", token));
  }
  const std::string units = client.get(plant + "/tables/work_units.csv?per_page=1").body;
  print(database + ", reads of the plant",
        drive(port, settings.clients, settings.seconds, [&](int, int) { return get(plant, token); }), settings.seconds);
  print(database + ", reads of ten orders",
        drive(port, settings.clients, settings.seconds,
              [&](int, int) { return get(plant + "/tables/orders.csv?per_page=10", token); }),
        settings.seconds);
  streams.clear();
  print(database + ", durable events",
        drive(port, settings.clients, settings.seconds,
              [&](int sender, int number) {
                return post(plant + "/events", token,
                            R"({"id":")" + std::to_string(sender) + "-" + std::to_string(number) +
                                R"(","kind":"order.changed","order":")" + order + R"(","priority":)" +
                                std::to_string(number % 9 + 1) + "}");
              }),
        settings.seconds);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: load KILTER PLANT [SECONDS [CLIENTS [STREAMS]]]\n";
    return 64;
  }
  Settings settings{.binary = argv[1], .plant = argv[2]};
  if (argc > 3) settings.seconds = std::atof(argv[3]);
  if (argc > 4) settings.clients = std::atoi(argv[4]);
  if (argc > 5) settings.streams = std::atoi(argv[5]);
  {
    const kilter::support::ScratchFolder folder;
    load("SQLite", folder / "kilter.db", settings);
  }
  std::string why;
  auto postgres = kilter::support::PostgresServer::start(why);
  if (!postgres) {
    std::cout << "PostgreSQL: skipped, " << why << std::endl;
    return 0;
  }
  load("PostgreSQL", postgres->new_database(), settings);
  return 0;
}
