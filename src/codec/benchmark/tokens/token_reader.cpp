#include "codec/benchmark/tokens/token_reader.hpp"

#include <fmt/format.h>

#include <charconv>
#include <utility>

#include "codec/text/values/decimal.hpp"
#include "model/report/report.hpp"

namespace kilter::codec::benchmark {
namespace {

constexpr std::size_t kMostFaults = 20;
constexpr unsigned kDecimals = 6;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

bool begins_number(std::string_view text) {
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
  return !text.empty() && is_digit(text.front());
}

TokenReader::TokenReader(std::string_view file, std::string_view bytes, const TokenRules& rules)
    : file_(file), bytes_(bytes), rules_(rules), line_(rules.first_line), token_line_(rules.first_line) {}

bool TokenReader::separates(char c) const {
  return is_blank(c) || c == '\n' || rules_.separators.find(c) != std::string_view::npos;
}

void TokenReader::step() {
  if (bytes_[at_] == '\n') ++line_;
  ++at_;
}

void TokenReader::skip_blanks() {
  while (at_ < bytes_.size()) {
    if (rules_.comment != '\0' && bytes_[at_] == rules_.comment) {
      while (at_ < bytes_.size() && bytes_[at_] != '\n') ++at_;
    } else if (separates(bytes_[at_])) {
      step();
    } else {
      return;
    }
  }
}

bool TokenReader::at_end() {
  skip_blanks();
  return at_ >= bytes_.size();
}

bool TokenReader::at_line_end() { return at_end() || line_ != token_line_; }

std::string_view TokenReader::peek() {
  skip_blanks();
  std::size_t end = at_;
  while (end < bytes_.size() && !separates(bytes_[end])) ++end;
  return bytes_.substr(at_, end - at_);
}

std::string_view TokenReader::word(std::string_view what) {
  const std::string_view token = peek();
  if (token.empty()) {
    end_early(what);
    return token;
  }
  token_ = line_ == token_line_ ? token_ + 1 : 1;
  token_line_ = line_;
  last_token_ = token;
  at_ += token.size();
  return token;
}

std::int64_t TokenReader::whole(const Wanted& wanted) {
  const std::string_view token = word(wanted.what);
  if (token.empty()) return wanted.least;
  std::int64_t value = 0;
  const char* const begin = token.data() + (token.front() == '+' ? 1 : 0);
  const auto [end, error] = std::from_chars(begin, token.data() + token.size(), value);
  const bool number = end == token.data() + token.size() && error != std::errc::invalid_argument;
  if (number && error == std::errc() && value >= wanted.least && value <= wanted.most) return value;
  refuse(number ? "number-out-of-range" : "bad-number",
         fmt::format("the {} is \"{}\"", wanted.what, model::Report::shortened(token)),
         fmt::format("Write a whole number from {} to {}, or name the right format with --format.", wanted.least,
                     wanted.most));
  return wanted.least;
}

std::int64_t TokenReader::millionths(std::string_view what) {
  const std::string_view token = word(what);
  if (token.empty()) return 0;
  std::string_view digits = token;
  if (digits.size() > 1 && digits.back() == '.') digits.remove_suffix(1);
  const text::Parsed<std::int64_t> parsed = text::parse_decimal(digits, kDecimals);
  constexpr std::int64_t kMost = kLargestNumber * 1'000'000;
  if (parsed.ok() && parsed.value >= 0 && parsed.value <= kMost) return parsed.value;
  refuse("bad-number", fmt::format("the {} is \"{}\"", what, model::Report::shortened(token)),
         "Write a number from 0 to 1000000000 with up to six decimals, or name the right format with --format.");
  return 0;
}

bool TokenReader::seek(std::string_view text) {
  const std::size_t found = bytes_.find(text, at_);
  if (found == std::string_view::npos) {
    refuse_all("missing-part", fmt::format("there is no \"{}\" where it is wanted", text),
               "Check that the file is whole, or name the right format with --format.");
    going_ = false;
    return false;
  }
  while (at_ < found + text.size()) step();
  token_line_ = line_;
  token_ = 0;
  return true;
}

void TokenReader::skip_line() {
  while (at_ < bytes_.size() && bytes_[at_] != '\n') ++at_;
  if (at_ < bytes_.size()) step();
}

void TokenReader::skip_to_numbers() {
  while (!at_end() && !begins_number(bytes_.substr(at_, 2))) skip_line();
}

bool TokenReader::room_for(std::int64_t count, std::string_view what) {
  const auto room = static_cast<std::int64_t>((bytes_.size() - at_ + 1) / 2);
  if (count <= room) return true;
  refuse("file-too-short",
         fmt::format("{} numbers are announced for the {}, the file cannot hold as many", count, what),
         "Check the counts, and that the file is whole.");
  going_ = false;
  return false;
}

void TokenReader::expect_end() {
  if (!going_ || faulty() || at_end()) return;  // after another fault it would only follow from that
  word("end");
  refuse("left-over", fmt::format("\"{}\" follows the end of the instance", model::Report::shortened(last_token_)),
         "Check the counts at the beginning, or name the right format with --format.");
}

void TokenReader::refuse(std::string code, std::string message, std::string way_out) {
  add({.code = std::move(code),
       .where = {.file = std::string(file_),
                 .row = token_line_,
                 .column = fmt::format("token {}", token_),
                 .value = model::Report::shortened(last_token_)},
       .message = std::move(message),
       .way_out = std::move(way_out)});
}

void TokenReader::refuse_all(std::string code, std::string message, std::string way_out) {
  add({.code = std::move(code),
       .where = {.file = std::string(file_)},
       .message = std::move(message),
       .way_out = std::move(way_out)});
}

void TokenReader::end_early(std::string_view what) {
  if (!going_) return;
  add({.code = "ends-early",
       .where = {.file = std::string(file_), .row = line_},
       .message = fmt::format("the file ends where the {} is wanted", what),
       .way_out = "Check that the file is whole and its counts are right, or name the right format with --format."});
  going_ = false;
}

void TokenReader::add(base::Issue issue) {
  if (issues_.size() >= kMostFaults) return;
  issues_.push_back(std::move(issue));
  if (issues_.size() < kMostFaults) return;
  going_ = false;
}

}  // namespace kilter::codec::benchmark
