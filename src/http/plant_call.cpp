#include "http/plant_call.hpp"

#include <charconv>
#include <optional>
#include <utility>

#include "http/answers/answers.hpp"

namespace kilter::http {
namespace {

// The sequence number that ?at= means; none, and answered, when it means nothing.
std::optional<std::uint64_t> sequence_of(Api& api, const Call& call, std::string_view at, const Reply& reply) {
  std::uint64_t sequence = 0;
  const auto [end, error] = std::from_chars(at.data(), at.data() + at.size(), sequence);
  if (error == std::errc() && end == at.data() + at.size()) return sequence;
  const std::optional<std::int64_t> moment = service::utc_micros(at);
  if (!moment) {
    reply(fault(422, {.code = "bad-query",
                      .where = {.column = "at", .value = std::string(at)},
                      .message = "'" + std::string(at) + "' is neither a sequence number nor a moment",
                      .way_out = "Write a number, or a moment as in 2026-12-01T06:00:00Z."}));
    return std::nullopt;
  }
  const auto found = api.enterprise.archive().sequence_at(call.names.front(), *moment);
  if (found) return found.value();
  reply(fault(found.error()));
  return std::nullopt;
}

}  // namespace

service::LivePlant* plant_of(Api& api, const Call& call, const Reply& reply) {
  service::LivePlant* live = api.enterprise.plant(call.actor, call.names.front());
  if (live == nullptr) reply(not_found("plant " + call.names.front()));
  return live;
}

std::shared_ptr<const service::PlantState> state_of(Api& api, const Call& call, const Reply& reply) {
  const service::LivePlant* live = plant_of(api, call, reply);
  if (live == nullptr) return nullptr;
  const auto at = call.request.parameter("at");
  if (!at) return live->desk->state();
  const auto sequence = sequence_of(api, call, *at, reply);
  if (!sequence) return nullptr;
  auto state = api.enterprise.archive().state(call.names.front(), *sequence);
  if (state) return std::make_shared<const service::PlantState>(std::move(state).value());
  reply(fault(state.error()));
  return nullptr;
}

void submit(Api& api, const Call& call, service::Command command, const Reply& reply) {
  if (command.key.empty()) command.key = call.request.header("idempotency-key");
  if (command.reason.empty()) command.reason = header_text(call.request.header("x-reason"));
  api.enterprise.submit(call.actor, call.names.front(), std::move(command),
                        [reply](const service::Answer& answer) { reply(receipt(answer)); });
}

}  // namespace kilter::http
