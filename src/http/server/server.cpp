#include "http/server/server.hpp"

#include <atomic>
#include <boost/asio.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <thread>
#include <utility>
#include <vector>

namespace kilter::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::awaitable;
using asio::use_awaitable;
using asio::ip::tcp;
using boost::system::error_code;
using Executor = asio::strand<asio::io_context::executor_type>;
using Plain = beast::basic_stream<tcp, Executor>;
using Secure = beast::ssl_stream<Plain>;
using Incoming = beast::http::request<beast::http::string_body>;
using Parser = beast::http::request_parser<beast::http::string_body>;

constexpr auto kNothrow = asio::as_tuple(use_awaitable);

// What all connections share.
struct Shared {
  ServerOptions options;
  Handler handler;
  std::atomic<std::size_t> connections{0};
};

Plain& bottom(Plain& stream) { return stream; }
Plain& bottom(Secure& stream) { return stream.next_layer(); }

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

// False when the target is not well formed.
bool read_request(Incoming& incoming, std::string peer, Request& request) {
  request.method = std::string(incoming.method_string());
  request.peer = std::move(peer);
  for (const auto& field : incoming) request.headers[lower(field.name_string())] = std::string(field.value());
  request.body = std::move(incoming.body());
  return read_target(incoming.target(), request);
}

constexpr const char* kBadRequest =
    R"({"error":{"code":"bad-request","message":"the request cannot be read","issues":[]}})";

Response refused(unsigned status) {
  Response response{.status = status, .body = kBadRequest};
  response.headers.emplace_back("Connection", "close");
  return response;
}

// An answer that comes later and from any thread, awaited by the connection.
struct Pending {
  explicit Pending(const Executor& executor) : timer(executor) {}
  asio::steady_timer timer;
  std::optional<Response> response;  // set on the connection's strand
};

awaitable<Response> answer_of(const Shared& shared, const Executor& executor, Request request) {
  const auto pending = std::make_shared<Pending>(executor);
  pending->timer.expires_at(asio::steady_timer::time_point::max());
  auto reply = [pending, executor](Response response) {
    auto carried = std::make_shared<Response>(std::move(response));
    asio::post(executor, [pending, carried] {
      pending->response = std::move(*carried);
      pending->timer.cancel();
    });
  };
  shared.handler(std::move(request), std::move(reply));
  while (!pending->response) co_await pending->timer.async_wait(kNothrow);
  co_return std::move(*pending->response);
}

void set_headers(beast::http::fields& fields, const Response& response) {
  fields.set(beast::http::field::server, "Kilter");
  fields.set(beast::http::field::content_type, response.type);
  for (const auto& [name, value] : response.headers) fields.insert(name, value);
}

// Woken from any thread, waited for on the connection's strand.
struct News {
  explicit News(const Executor& executor) : timer(executor) {}
  asio::steady_timer timer;
  bool fresh = true;
};

void wake(const std::shared_ptr<News>& news, const Executor& executor) {
  asio::post(executor, [news] {
    news->fresh = true;
    news->timer.cancel();
  });
}

template <class Stream>
awaitable<bool> send_events(Stream& stream, const Shared& shared, const Executor& executor, Response response) {
  beast::http::response<beast::http::empty_body> head{beast::http::int_to_status(response.status), 11};
  set_headers(head, response);
  head.set(beast::http::field::cache_control, "no-store");
  head.keep_alive(false);
  beast::http::response_serializer<beast::http::empty_body> serializer(head);
  bottom(stream).expires_after(shared.options.patience);
  auto [error, sent] = co_await beast::http::async_write_header(stream, serializer, kNothrow);
  const auto news = std::make_shared<News>(executor);
  response.events->on_news([news, executor] { wake(news, executor); });
  while (!error) {
    news->fresh = false;
    std::string text = response.events->next();
    if (text.empty()) {
      news->timer.expires_after(shared.options.heartbeat);
      if (!news->fresh) co_await news->timer.async_wait(kNothrow);
      if (!news->fresh) text = ":\n\n";
    }
    if (text.empty()) continue;
    bottom(stream).expires_after(shared.options.patience);
    std::tie(error, sent) = co_await asio::async_write(stream, asio::buffer(text), kNothrow);
  }
  response.events->on_news({});
  co_return false;
}

// Whether the connection is still good for another request.
template <class Stream>
awaitable<bool> send(Stream& stream, const Shared& shared, Response response, bool keep_alive, bool head_only) {
  beast::http::response<beast::http::string_body> outgoing{beast::http::int_to_status(response.status), 11};
  set_headers(outgoing, response);
  outgoing.keep_alive(keep_alive && outgoing[beast::http::field::connection] != "close");
  outgoing.body() = std::move(response.body);
  outgoing.prepare_payload();
  bottom(stream).expires_after(shared.options.patience);
  beast::http::response_serializer<beast::http::string_body> serializer(outgoing);
  if (head_only) {
    const auto [error, sent] = co_await beast::http::async_write_header(stream, serializer, kNothrow);
    co_return !error && outgoing.keep_alive();
  }
  const auto [error, sent] = co_await beast::http::async_write(stream, serializer, kNothrow);
  co_return !error && outgoing.keep_alive();
}

unsigned status_of(const error_code& error) {
  if (error == beast::http::error::body_limit) return 413;
  if (error == beast::http::error::header_limit) return 431;
  if (error == beast::error::timeout) return 408;
  return 400;
}

bool is_gone(const error_code& error) {
  return error == beast::http::error::end_of_stream || error == asio::error::connection_reset ||
         error == asio::error::eof || error == asio::error::operation_aborted || error == asio::error::broken_pipe ||
         error == asio::ssl::error::stream_truncated;
}

// One request read and answered; false when the connection is to be closed.
template <class Stream>
awaitable<bool> serve_one(Stream& stream, beast::flat_buffer& buffer, const Shared& shared, const Executor& executor,
                          const std::string& peer) {
  Parser parser;
  parser.header_limit(static_cast<std::uint32_t>(shared.options.header_limit));
  parser.body_limit(shared.options.body_limit);
  if (buffer.size() == 0) {  // waits longer for a request to begin than for it to come whole
    bottom(stream).expires_after(shared.options.idle);
    const auto [error, read] = co_await stream.async_read_some(buffer.prepare(4096), kNothrow);
    if (error) co_return false;
    buffer.commit(read);
  }
  bottom(stream).expires_after(shared.options.patience);
  const auto [error, read] = co_await beast::http::async_read(stream, buffer, parser, kNothrow);
  if (error && is_gone(error)) co_return false;
  if (error) {
    co_await send(stream, shared, refused(status_of(error)), false, false);
    co_return false;
  }
  bottom(stream).expires_never();
  Incoming incoming = parser.release();
  const bool keep_alive = incoming.keep_alive();
  const bool head_only = incoming.method() == beast::http::verb::head;
  Request request;
  if (!read_request(incoming, peer, request)) {
    co_await send(stream, shared, refused(400), false, head_only);
    co_return false;
  }
  Response response = co_await answer_of(shared, executor, std::move(request));
  if (response.events) co_return co_await send_events(stream, shared, executor, std::move(response));
  co_return co_await send(stream, shared, std::move(response), keep_alive, head_only);
}

class Counted {
 public:
  explicit Counted(std::atomic<std::size_t>& count) : count_(count) { ++count_; }
  Counted(const Counted&) = delete;
  Counted& operator=(const Counted&) = delete;
  ~Counted() { --count_; }

 private:
  std::atomic<std::size_t>& count_;
};

template <class Stream>
awaitable<void> serve_all(Stream& stream, const Shared& shared, const Executor& executor, const std::string& peer) {
  beast::flat_buffer buffer;
  while (co_await serve_one(stream, buffer, shared, executor, peer)) {
  }
}

std::string peer_of(Plain& stream) {
  error_code error;
  const tcp::endpoint peer = stream.socket().remote_endpoint(error);
  return error ? std::string() : peer.address().to_string();
}

awaitable<void> serve_plain(std::shared_ptr<Shared> shared, Plain stream, Executor executor) {
  const Counted counted(shared->connections);
  co_await serve_all(stream, *shared, executor, peer_of(stream));
  error_code ignored;
  stream.socket().shutdown(tcp::socket::shutdown_send, ignored);
}

awaitable<void> serve_secure(std::shared_ptr<Shared> shared, std::shared_ptr<asio::ssl::context> tls, Plain plain,
                             Executor executor) {
  const Counted counted(shared->connections);
  const std::string peer = peer_of(plain);
  Secure stream(std::move(plain), *tls);
  bottom(stream).expires_after(shared->options.patience);
  const auto [error] = co_await stream.async_handshake(asio::ssl::stream_base::server, kNothrow);
  if (error) co_return;
  co_await serve_all(stream, *shared, executor, peer);
  bottom(stream).expires_after(std::chrono::seconds(2));
  co_await stream.async_shutdown(kNothrow);
}

awaitable<void> accept_all(std::shared_ptr<Shared> shared, tcp::acceptor& acceptor, asio::io_context& io,
                           std::shared_ptr<asio::ssl::context> tls) {
  asio::steady_timer rest(io);
  for (;;) {
    const Executor executor = asio::make_strand(io.get_executor());
    auto [error, socket] = co_await acceptor.async_accept(executor, kNothrow);
    if (error == asio::error::operation_aborted) co_return;
    if (error) {  // no file handles left, for one: let some close
      rest.expires_after(std::chrono::milliseconds(50));
      co_await rest.async_wait(kNothrow);
      continue;
    }
    if (shared->connections >= shared->options.connections) continue;
    error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    Plain stream(std::move(socket));
    if (tls) {
      asio::co_spawn(executor, serve_secure(shared, tls, std::move(stream), executor), asio::detached);
    } else {
      asio::co_spawn(executor, serve_plain(shared, std::move(stream), executor), asio::detached);
    }
  }
}

base::Issue cannot_listen(const ServerOptions& options, const std::string& why) {
  return {.code = "cannot-listen",
          .where = {.value = options.address + ":" + std::to_string(options.port)},
          .message = "cannot listen on " + options.address + ":" + std::to_string(options.port) + ": " + why,
          .way_out = "Choose another address or port, as in 127.0.0.1:0 for a free one."};
}

base::Issue bad_certificate(const std::string& file, const std::string& why) {
  return {.code = "bad-certificate",
          .where = {.file = file},
          .message = "the certificate or its key cannot be used: " + why,
          .way_out = "Give a chain and its private key as PEM files."};
}

}  // namespace

struct Server::Parts {
  explicit Parts(unsigned threads) : io(static_cast<int>(threads)), acceptor(io) {}
  asio::io_context io;
  tcp::acceptor acceptor;
  std::shared_ptr<asio::ssl::context> tls;
  std::shared_ptr<Shared> shared = std::make_shared<Shared>();
};

Server::Server(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Server::~Server() = default;

base::Result<std::unique_ptr<Server>> Server::listen(ServerOptions options, Handler handler) {
  using Listening = base::Result<std::unique_ptr<Server>>;
  auto parts = std::make_unique<Parts>(options.threads);
  error_code error;
  if (!options.certificate.empty()) {
    parts->tls = std::make_shared<asio::ssl::context>(asio::ssl::context::tls_server);
    parts->tls->set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_tlsv1 |
                            asio::ssl::context::no_tlsv1_1);
    parts->tls->use_certificate_chain_file(options.certificate, error);
    if (error) return Listening::failure({bad_certificate(options.certificate, error.message())});
    parts->tls->use_private_key_file(options.private_key, asio::ssl::context::pem, error);
    if (error) return Listening::failure({bad_certificate(options.private_key, error.message())});
  }
  const auto address = asio::ip::make_address(options.address, error);
  if (error) return Listening::failure({cannot_listen(options, "not an address of this machine")});
  const tcp::endpoint endpoint(address, options.port);
  parts->acceptor.open(endpoint.protocol(), error);
  if (!error) parts->acceptor.set_option(asio::socket_base::reuse_address(true), error);
  if (!error) parts->acceptor.bind(endpoint, error);
  if (!error) parts->acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (error) return Listening::failure({cannot_listen(options, error.message())});
  parts->shared->options = std::move(options);
  parts->shared->handler = std::move(handler);
  return std::unique_ptr<Server>(new Server(std::move(parts)));
}

std::uint16_t Server::port() const { return parts_->acceptor.local_endpoint().port(); }

std::string Server::url() const {
  const std::string& address = parts_->shared->options.address;
  const std::string host = address.find(':') == std::string::npos ? address : "[" + address + "]";
  return (parts_->tls ? "https://" : "http://") + host + ":" + std::to_string(port());
}

void Server::run() {
  asio::co_spawn(parts_->io, accept_all(parts_->shared, parts_->acceptor, parts_->io, parts_->tls), asio::detached);
  std::vector<std::jthread> others;
  for (unsigned i = 1; i < parts_->shared->options.threads; ++i) {
    others.emplace_back([this] { parts_->io.run(); });
  }
  parts_->io.run();
}

void Server::stop() { parts_->io.stop(); }

}  // namespace kilter::http
