#include "model/build/values.hpp"

namespace kilter::model {

void report_figure(Report& report, Spot spot, const Figure& figure, bool zero_allowed) {
  spot.value = figure.text;
  const std::string column(spot.column);
  if (figure.raw < 0) {
    report.error("negative-value", spot, column + " is negative", "Give a number that is not below zero.");
  } else if (figure.raw == 0 && !zero_allowed) {
    report.error("zero-value", spot, column + " must be more than zero", "Give a number above zero or remove the row.");
  } else {
    report.error("absurd-value", spot, column + " is larger than anything that a plant needs",
                 "Check the unit and the decimal point.");
  }
}

void report_share(Report& report, Spot spot, Ratio value, Ends ends) {
  const std::string text = decimal_text(value);
  spot.value = text;
  const char* range = ends == Ends::above_zero  ? "above 0 and at most 1"
                      : ends == Ends::below_one ? "at least 0 and below 1"
                                                : "between 0 and 1";
  std::string way_out = "Give a share " + std::string(range) + ".";
  if (value > Ratio::one()) way_out += " Maybe it was meant in percent: 95 % is 0.95.";
  report.error(value.negative() ? "negative-value" : "bad-share", spot, std::string(spot.column) + " must be " + range,
               way_out);
}

}  // namespace kilter::model
