#include "codec/plant/cells.hpp"

#include <algorithm>

#include "model/report/near_names.hpp"

namespace kilter::codec::plant {

CellFault unknown_word(std::string_view cell, std::span<const std::string_view> words) {
  model::NearNames near(cell);
  std::string all;
  for (const std::string_view word : words) {
    near.consider(word);
    if (!all.empty()) all += word == words.back() ? " or " : ", ";
    all += word;
  }
  std::string way_out = "Write " + all + ".";
  const std::string suggestion = near.sentence();
  if (!suggestion.empty()) way_out += " " + suggestion;
  return {"unknown-word", "is none of the words allowed here", std::move(way_out)};
}

CellFault formula_fault() {
  return {"formula-cell", "is a spreadsheet formula, not a value",
          "Replace the formula by its value; text that really begins with = is written with an apostrophe in front."};
}

std::optional<CellFault> read_flag(std::string_view cell, bool& value) {
  static constexpr std::array<std::string_view, 4> kYes{"yes", "true", "1", "y"};
  static constexpr std::array<std::string_view, 4> kNo{"no", "false", "0", "n"};
  const auto same = [cell](std::string_view word) {
    return std::equal(cell.begin(), cell.end(), word.begin(), word.end(), [](char c, char small) {
      return (c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c) == small;
    });
  };
  value = std::any_of(kYes.begin(), kYes.end(), same);
  if (value || std::any_of(kNo.begin(), kNo.end(), same)) return std::nullopt;
  return CellFault{"bad-flag", "is neither yes nor no", "Write yes or no."};
}

}  // namespace kilter::codec::plant
