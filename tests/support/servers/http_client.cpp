#include "support/servers/http_client.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <cctype>
#include <utility>

namespace kilter::support {
namespace {

struct Received {
  std::string text;
  std::string enough;  // stop when the text holds it; empty: never
};

std::size_t receive(char* data, std::size_t size, std::size_t count, void* into) {
  auto& received = *static_cast<Received*>(into);
  received.text.append(data, size * count);
  const bool done = !received.enough.empty() && received.text.find(received.enough) != std::string::npos;
  return done ? 0 : size * count;
}

std::size_t receive_header(char* data, std::size_t size, std::size_t count, void* into) {
  auto& headers = *static_cast<std::map<std::string, std::string>*>(into);
  const std::string line(data, size * count);
  const std::size_t colon = line.find(':');
  if (colon != std::string::npos) {
    std::string name = line.substr(0, colon);
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
    const std::size_t begin = line.find_first_not_of(' ', colon + 1);
    const std::size_t end = line.find_last_not_of("\r\n");
    headers[name] = begin == std::string::npos || begin > end ? "" : line.substr(begin, end - begin + 1);
  }
  return size * count;
}

class HeaderList {
 public:
  explicit HeaderList(const std::vector<std::string>& headers) {
    for (const std::string& header : headers) list_ = curl_slist_append(list_, header.c_str());
  }
  HeaderList(const HeaderList&) = delete;
  HeaderList& operator=(const HeaderList&) = delete;
  ~HeaderList() { curl_slist_free_all(list_); }
  [[nodiscard]] curl_slist* get() const { return list_; }

 private:
  curl_slist* list_ = nullptr;
};

}  // namespace

struct HttpClient::Handle {
  Handle() : curl(curl_easy_init()) {}
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() { curl_easy_cleanup(curl); }
  CURL* curl;
};

HttpClient::HttpClient(std::string base) : base_(std::move(base)), handle_(std::make_unique<Handle>()) {}
HttpClient::HttpClient(HttpClient&&) noexcept = default;
HttpClient::~HttpClient() = default;

HttpAnswer HttpClient::ask(const std::string& method, const std::string& path, const std::string& body,
                           const std::vector<std::string>& headers) {
  CURL* curl = handle_->curl;
  curl_easy_reset(curl);
  std::vector<std::string> all = always_;
  all.insert(all.end(), headers.begin(), headers.end());
  all.emplace_back("Expect:");
  const HeaderList list(all);
  HttpAnswer answer;
  Received received;
  const std::string url = base_ + path;
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_NOPROXY, "*");
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 60L);
  curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, method.c_str());
  if (method == "HEAD") curl_easy_setopt(curl, CURLOPT_NOBODY, 1L);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list.get());
  if (!body.empty() || method == "POST") {
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body.c_str());
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
  }
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, receive);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &received);
  curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, receive_header);
  curl_easy_setopt(curl, CURLOPT_HEADERDATA, &answer.headers);
  if (curl_easy_perform(curl) == CURLE_OK) curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer.status);
  answer.body = std::move(received.text);
  return answer;
}

std::string HttpClient::stream(const std::string& path, const std::vector<std::string>& headers,
                               const std::string& enough, long seconds) {
  const Handle handle;
  std::vector<std::string> all = always_;
  all.insert(all.end(), headers.begin(), headers.end());
  const HeaderList list(all);
  Received received{.text = {}, .enough = enough};
  const std::string url = base_ + path;
  curl_easy_setopt(handle.curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(handle.curl, CURLOPT_NOPROXY, "*");
  curl_easy_setopt(handle.curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle.curl, CURLOPT_TIMEOUT, seconds);
  curl_easy_setopt(handle.curl, CURLOPT_HTTPHEADER, list.get());
  curl_easy_setopt(handle.curl, CURLOPT_WRITEFUNCTION, receive);
  curl_easy_setopt(handle.curl, CURLOPT_WRITEDATA, &received);
  curl_easy_perform(handle.curl);
  return received.text;
}

}  // namespace kilter::support
