#include "http/answers/answers.hpp"

#include <array>
#include <utility>

#include "service/access/directory.hpp"

namespace kilter::http {
namespace {

using service::RefusalKind;

constexpr std::array<std::string_view, 3> kSeverities{"error", "warning", "assumption"};

unsigned status_of(RefusalKind kind) {
  switch (kind) {
    case RefusalKind::faults:
      return 422;
    case RefusalKind::unavailable:
    case RefusalKind::closed:
      return 503;
    case RefusalKind::full:
      return 507;
    case RefusalKind::denied:
      return 403;
    case RefusalKind::unknown:
      return 404;
    case RefusalKind::conflict:
      return 409;
  }
  return 500;
}

}  // namespace

void issue_object(const base::Issue& issue, codec::JsonWriter& json) {
  json.begin_object();
  json.key("code").text(issue.code);
  json.key("severity").text(kSeverities[static_cast<std::size_t>(issue.severity)]);
  json.key("file").text(issue.where.file);
  json.key("row").integer(issue.where.row);
  json.key("field").text(issue.where.column);
  json.key("value").text(issue.where.value);
  json.key("message").text(issue.message);
  json.key("way_out").text(issue.way_out);
  json.end_object();
}

Response json(const codec::JsonWriter& body, unsigned status) { return {.status = status, .body = body.str()}; }

Response fault(unsigned status, const base::Issues& issues) {
  static const base::Issue kUnknown{.code = "refused", .message = "the request was refused"};
  const base::Issue& first = issues.empty() ? kUnknown : issues.front();
  codec::JsonWriter body;
  body.begin_object().key("error").begin_object();
  body.key("code").text(first.code);
  body.key("message").text(first.message);
  body.key("way_out").text(first.way_out);
  body.key("issues").begin_array();
  for (const base::Issue& issue : issues) issue_object(issue, body);
  body.end_array().end_object().end_object();
  Response response = json(body, status);
  if (status == 503 || status == 429) response.headers.emplace_back("Retry-After", "1");
  return response;
}

Response fault(unsigned status, base::Issue issue) { return fault(status, base::Issues{std::move(issue)}); }

Response fault(const service::Refusal& refusal) { return fault(status_of(refusal.kind), refusal.issues); }

Response fault(const service::JournalError& error) {
  const bool damaged = error.trouble == service::Trouble::damaged || error.trouble == service::Trouble::too_new;
  return fault(503, {.code = damaged ? "database-damaged" : "database-unavailable",
                     .message = "the database does not answer: " + error.text,
                     .way_out = damaged ? "kilter journal verify says where it is damaged." : "Try again later."});
}

Response not_found(const std::string& what) {
  return fault(404, {.code = "not-found",
                     .where = {.value = what},
                     .message = "there is no " + what,
                     .way_out = "/api/v1/openapi.json lists what there is."});
}

Response done() { return {.status = 204, .type = "text/plain"}; }

void receipt_members(const service::Receipt& receipt, codec::JsonWriter& json) {
  json.key("sequence").integer(static_cast<std::int64_t>(receipt.sequence));
  json.key("at").text(service::utc_text(receipt.at));
  json.key("repeated").boolean(receipt.repeated);
}

Response receipt(const service::Answer& answer, unsigned status) {
  if (!answer) return fault(answer.error());
  codec::JsonWriter body;
  body.begin_object();
  receipt_members(answer.value(), body);
  body.end_object();
  Response response = json(body, status);
  if (!answer.value().note.empty()) {
    response.body.back() = ',';
    response.body += R"("note":)" + answer.value().note + '}';
  }
  return response;
}

}  // namespace kilter::http
