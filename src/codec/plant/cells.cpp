#include "codec/plant/cells.hpp"

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
    if (cell.size() != word.size()) return false;
    for (std::size_t i = 0; i < cell.size(); ++i) {
      const char c = cell[i] >= 'A' && cell[i] <= 'Z' ? static_cast<char>(cell[i] - 'A' + 'a') : cell[i];
      if (c != word[i]) return false;
    }
    return true;
  };
  for (const std::string_view word : kYes) {
    if (same(word)) {
      value = true;
      return std::nullopt;
    }
  }
  for (const std::string_view word : kNo) {
    if (same(word)) {
      value = false;
      return std::nullopt;
    }
  }
  return CellFault{"bad-flag", "is neither yes nor no", "Write yes or no."};
}

}  // namespace kilter::codec::plant
