#include "model/report/names.hpp"

#include "model/report/near_names.hpp"

namespace kilter::model {
namespace {

// A suggestion looks at no more names than this.
constexpr std::size_t kMostCandidates = 50'000;

std::string quoted(std::string_view value) { return "\"" + Report::shortened(value) + "\""; }

}  // namespace

std::string maybe(std::string_view wrong, const NameIndex& index, std::uint32_t scope) {
  NearNames near(wrong);
  index.for_each_name(scope, kMostCandidates, [&near](std::string_view known) { near.consider(known); });
  return near.sentence();
}

void report_unknown(const Kind& kind, const Spot& spot, const NameIndex& index, Report& report) {
  const std::string code = std::string("unknown-") + kind.code;
  if (report.full(code, spot)) {
    report.error(code, spot, "", "");  // only counted
    return;
  }
  const std::string suggestion = maybe(spot.value, index);
  std::string way_out = "Add it to " + std::string(kind.file) + " or correct the name.";
  if (!suggestion.empty()) way_out += " " + suggestion;
  report.error(code, spot, "there is no " + std::string(kind.noun) + " " + quoted(spot.value), way_out);
}

void report_missing(const Spot& spot, Report& report) {
  report.error("missing-value", spot, std::string(spot.column) + " is missing", "Fill in the cell.");
}

void report_duplicate(const Kind& kind, const Spot& spot, Report& report) {
  report.error(std::string("duplicate-") + kind.code, spot,
               "the " + std::string(kind.noun) + " " + quoted(spot.value) + " is there twice",
               "Remove one of the rows or give one another id.");
}

}  // namespace kilter::model
