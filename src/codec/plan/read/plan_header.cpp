#include "codec/plan/read/plan_header.hpp"

#include <simdjson.h>

#include <charconv>
#include <limits>
#include <string>
#include <utility>

#include "codec/plan/plan_json.hpp"
#include "codec/text/values/decimal.hpp"
#include "plan/words.hpp"

namespace kilter::codec {
namespace {

using simdjson::dom::element;

class HeaderReader {
 public:
  // Both read the same text: `root` values, `tokens` numbers as they are written.
  HeaderReader(const element& root, simdjson::ondemand::document& tokens) : root_(root), tokens_(tokens) {}

  PlanHeader read() {
    PlanHeader header;
    if (integer("/format", 1 << 20) != kPlanFormat) fault("format", "is not one that this version reads");
    header.origin.version = text("/kilter");
    header.origin.seconds = number("/made/seconds");
    header.origin.steps = integer("/made/steps", std::numeric_limits<std::int64_t>::max());
    header.origin.seed = seed();
    header.origin.threads = static_cast<unsigned>(integer("/made/threads", 1 << 20));
    header.objective.unplanned =
        static_cast<std::uint32_t>(integer("/unplanned", std::numeric_limits<std::uint32_t>::max()));
    header.objective.violations =
        static_cast<std::uint32_t>(integer("/violations", std::numeric_limits<std::uint32_t>::max()));
    for (std::size_t kind = 0; kind < kilter::plan::kCostKindCount; ++kind) {
      const std::string_view word = kilter::plan::word(static_cast<kilter::plan::CostKind>(kind));
      header.objective.parts[kind] = money("/objective/parts/" + std::string(word));
    }
    return header;
  }
  [[nodiscard]] const base::Issues& issues() const { return issues_; }

 private:
  void fault(const std::string& member, const std::string& what) {
    issues_.push_back({.code = "bad-member",
                       .where = {.file = "plan.json", .column = member},
                       .message = member + " in plan.json " + what,
                       .way_out = "Put back what was there, or write the plan anew with kilter plan."});
  }
  double number(const std::string& pointer) {
    double value = 0;
    if (root_.at_pointer(pointer).get(value) != simdjson::SUCCESS)
      fault(pointer.substr(1), "is missing or not a number");
    return value;
  }
  std::uint64_t integer(const std::string& pointer, std::uint64_t most) {
    std::uint64_t value = 0;
    const bool whole = root_.at_pointer(pointer).get(value) == simdjson::SUCCESS && value <= most;
    if (!whole) fault(pointer.substr(1), "is missing or not a whole number in range");
    return whole ? value : 0;
  }
  std::string text(const std::string& pointer) {
    std::string_view value;
    if (root_.at_pointer(pointer).get(value) != simdjson::SUCCESS) fault(pointer.substr(1), "is missing or not a text");
    return std::string(value);
  }
  std::uint64_t seed() {
    const std::string digits = text("/made/seed");
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size()) fault("made/seed", "is not a whole number");
    return value;
  }
  // From its digits: a double would lose cents of large amounts.
  base::Money money(const std::string& pointer) {
    std::string_view token;
    if (tokens_.at_pointer(pointer).raw_json_token().get(token) != simdjson::SUCCESS) token = {};
    const text::Parsed<std::int64_t> cents =
        text::parse_decimal(token.substr(0, token.find_last_not_of(" \n\r\t") + 1), 2);
    if (cents.fault == nullptr && !token.empty()) return base::Money::minor(cents.value);
    fault(pointer.substr(1), "is missing or not an amount to the cent");
    return {};
  }

  element root_;
  simdjson::ondemand::document& tokens_;
  base::Issues issues_;
};

using Answer = base::Result<PlanHeader>;

Answer no_json(simdjson::error_code error) {
  return Answer::failure({{.code = "no-json",
                           .where = {.file = "plan.json"},
                           .message = std::string("plan.json is not JSON: ") + simdjson::error_message(error),
                           .way_out = "Write the plan anew with kilter plan."}});
}

}  // namespace

bool is_plan_header(std::string_view bytes) {
  simdjson::dom::parser parser;
  element root;
  if (parser.parse(simdjson::padded_string(bytes)).get(root) != simdjson::SUCCESS) return false;
  std::uint64_t format = 0;
  std::string_view version;
  return root.at_pointer("/format").get(format) == simdjson::SUCCESS &&
         root.at_pointer("/kilter").get(version) == simdjson::SUCCESS;
}

base::Result<PlanHeader> read_plan_header(std::string_view bytes) {
  simdjson::dom::parser parser;
  element root;
  const simdjson::padded_string padded(bytes);
  if (const auto error = parser.parse(padded).get(root)) return no_json(error);
  simdjson::ondemand::parser token_parser;
  simdjson::ondemand::document tokens;
  if (const auto error = token_parser.iterate(padded).get(tokens)) return no_json(error);
  HeaderReader reader(root, tokens);
  PlanHeader header = reader.read();
  if (!reader.issues().empty()) return Answer::failure(reader.issues());
  return header;
}

}  // namespace kilter::codec
