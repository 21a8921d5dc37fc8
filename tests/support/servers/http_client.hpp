// Asks a server over HTTP and waits for the answer.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace kilter::support {

struct HttpAnswer {
  long status = 0;  // 0: no answer
  std::string body;
  std::map<std::string, std::string> headers;  // names in lower case
};

// One connection, kept alive. Not for two threads at a time.
class HttpClient {
 public:
  // `base` as in "http://127.0.0.1:8080".
  explicit HttpClient(std::string base);
  HttpClient(HttpClient&&) noexcept;
  HttpClient& operator=(HttpClient&&) = delete;
  ~HttpClient();

  // Sent with every request from now on: "Authorization: Bearer ...".
  void always(std::string header) { always_.push_back(std::move(header)); }
  void forget_headers() { always_.clear(); }

  HttpAnswer get(const std::string& path) { return ask("GET", path, {}, {}); }
  HttpAnswer post(const std::string& path, const std::string& body) { return ask("POST", path, body, {}); }
  HttpAnswer ask(const std::string& method, const std::string& path, const std::string& body,
                 const std::vector<std::string>& headers);
  // What comes within so many seconds, or until the text holds `enough`.
  std::string stream(const std::string& path, const std::vector<std::string>& headers, const std::string& enough,
                     long seconds);

 private:
  struct Handle;
  std::string base_;
  std::vector<std::string> always_;
  std::unique_ptr<Handle> handle_;
};

}  // namespace kilter::support
