#include "scenarios/facts/fact.hpp"

#include <algorithm>
#include <regex>

#include "codec/text/values/decimal.hpp"
#include "codec/text/values/duration.hpp"
#include "time/civil_text.hpp"

namespace kilter::scenarios {
namespace {

const std::vector<FactForm>& forms() {
  static const std::vector<FactForm> kForms = [] {
    std::vector<FactForm> all = order_forms();
    for (const auto& more : {work_forms(), supply_forms()}) all.insert(all.end(), more.begin(), more.end());
    return all;
  }();
  return kForms;
}

// What fills the blanks of `form` in `fact`; nothing when it does not read like it.
std::optional<Blanks> blanks_of(std::string_view form, std::string_view fact) {
  static const std::regex kBlank(R"(\{[a-z ]+\})");
  const std::regex pattern(std::regex_replace(std::string(form), kBlank, "(.+?)"));
  std::match_results<std::string_view::const_iterator> found;
  if (!std::regex_match(fact.begin(), fact.end(), found, pattern)) return std::nullopt;
  return Blanks(std::next(found.begin()), found.end());
}

}  // namespace

std::string World::moment(time::Tick tick) const {
  if (tick == time::kNever) return "never";
  std::string text = time::CivilText::in_zone(plant.frame, plant.policy.zone).value().str(tick).substr(0, 16);
  text[10] = ' ';
  return text;
}

const plan::Delivery* World::delivery(std::string_view order) const {
  const auto found = std::find_if(plan.deliveries.begin(), plan.deliveries.end(), [&](const plan::Delivery& delivery) {
    return plant.orders[delivery.order].id == order;
  });
  return found == plan.deliveries.end() ? nullptr : &*found;
}

std::optional<std::string> fault_of(std::string_view fact, const World& world) {
  for (const FactForm& form : forms()) {
    if (const auto blanks = blanks_of(form.form, fact)) return form.check(world, *blanks);
  }
  std::string known = "no fact reads like this; maybe one of these:";
  for (const FactForm& form : forms()) known += "\n  " + std::string(form.form);
  return known;
}

std::optional<time::Tick> seconds_of(const std::string& duration) {
  const auto parsed = codec::text::parse_duration(duration);
  if (!parsed.ok()) return std::nullopt;
  return static_cast<time::Tick>(parsed.value.count());
}

std::optional<std::int64_t> micros_of(const std::string& decimal) {
  const auto parsed = codec::text::parse_decimal(decimal, 6);
  if (!parsed.ok()) return std::nullopt;
  return parsed.value;
}

}  // namespace kilter::scenarios
