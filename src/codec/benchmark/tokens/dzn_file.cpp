#include "codec/benchmark/tokens/dzn_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace kilter::codec::benchmark {
namespace {

constexpr char kComment = '%';
constexpr std::string_view kSeparators = "[]{}|,;";
constexpr std::string_view kKeySigns = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";

// The name before the equals sign.
std::string_view key_in(std::string_view before) {
  const std::size_t first = std::min(before.find_first_of(kKeySigns), before.size());
  return before.substr(first, before.find_first_not_of(kKeySigns, first) - first);
}

}  // namespace

DznFile::DznFile(std::string_view file, std::string_view bytes) : file_(file) { split(bytes); }

// One statement per semicolon; comments end with their line.
void DznFile::split(std::string_view bytes) {
  std::uint32_t line = 1;
  std::size_t begin = 0;  // of the statement
  std::size_t equals = std::string_view::npos;
  std::string_view key;
  Value value;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const char c = bytes[at];
    if (c == '\n') ++line;
    if (c == kComment) {
      at = std::min(bytes.find('\n', at), bytes.size()) - 1;
      if (equals == std::string_view::npos) begin = at + 1;
    } else if (c == '=' && equals == std::string_view::npos) {
      equals = at;
      key = key_in(bytes.substr(begin, at - begin));
      value.line = line;
    } else if (c == ';') {
      if (equals != std::string_view::npos) {
        value.text = bytes.substr(equals + 1, at - equals - 1);
        values_.emplace(key, value);
      }
      equals = std::string_view::npos;
      begin = at + 1;
    }
  }
}

void DznFile::with_value(std::string_view key, std::int64_t count, const std::function<void(TokenReader&)>& read) {
  const auto found = values_.find(key);
  if (found == values_.end()) {
    refuse_all("missing-part", fmt::format("there is no \"{} = ...;\"", key),
               "Check that the file is whole, or name the right format with --format.");
    return;
  }
  TokenReader reader(file_, found->second.text,
                     {.separators = kSeparators, .comment = kComment, .first_line = found->second.line});
  if (reader.room_for(count, key)) read(reader);
  reader.expect_end();
  for (base::Issue& issue : reader.take_issues()) issues_.push_back(std::move(issue));
}

std::int64_t DznFile::whole(std::string_view key, const Wanted& wanted) {
  const std::vector<std::int64_t> values = numbers(key, 1, wanted);
  return values.empty() ? wanted.least : values.front();
}

std::vector<std::int64_t> DznFile::numbers(std::string_view key, std::int64_t count, const Wanted& wanted) {
  std::vector<std::int64_t> values;
  with_value(key, count, [&](TokenReader& reader) {
    for (std::int64_t i = 0; i < count && reader.going(); ++i) values.push_back(reader.whole(wanted));
  });
  return values;
}

std::vector<bool> DznFile::truths(std::string_view key, std::int64_t count) {
  std::vector<bool> values;
  with_value(key, count, [&](TokenReader& reader) {
    for (std::int64_t i = 0; i < count && reader.going(); ++i) {
      const std::string_view token = reader.word(key);
      values.push_back(token == "true");
      if (token == "true" || token == "false" || token.empty()) continue;
      reader.refuse("bad-word", fmt::format("{} holds something other than true and false", key),
                    "Write true or false.");
    }
  });
  return values;
}

void DznFile::refuse_all(std::string code, std::string message, std::string way_out) {
  issues_.push_back({.code = std::move(code),
                     .where = {.file = std::string(file_)},
                     .message = std::move(message),
                     .way_out = std::move(way_out)});
}

}  // namespace kilter::codec::benchmark
