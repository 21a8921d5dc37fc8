// What the pieces of report.html's data share: wall-clock seconds, a table of strings, and how much is shown.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "codec/json/writer.hpp"
#include "codec/plan/table.hpp"

namespace kilter::codec {

// Texts that turn up many times, written once.
class StringTable {
 public:
  std::size_t index(const std::string& text) {
    const auto [at, added] = index_.try_emplace(text, texts_.size());
    if (added) texts_.push_back(text);
    return at->second;
  }
  [[nodiscard]] const std::vector<std::string>& texts() const { return texts_; }

 private:
  std::unordered_map<std::string, std::size_t> index_;
  std::vector<std::string> texts_;
};

// One page being written. Times are seconds of local wall time since the plan's origin: the page needs no time zones.
struct PageData {
  explicit PageData(const PlanView& shown) : view(shown), origin_offset(shown.civil.civil(0).offset) {}

  const PlanView& view;
  std::int32_t origin_offset;
  JsonWriter json;
  StringTable strings;
  std::vector<bool> order_shown;  // per customer order: has a row in the page's table of orders

  [[nodiscard]] std::int64_t wall(time::Tick tick) const {
    return std::int64_t{tick} + view.civil.civil(tick).offset - origin_offset;
  }
  // null for `unset`.
  void moment(time::Tick tick, time::Tick unset) { tick == unset ? json.null() : json.integer(wall(tick)); }
  void member(std::string_view name, std::int64_t value) { json.key(name).integer(value); }
  void member(std::string_view name, std::string_view value) { json.key(name).text(value); }
  // {"all": n, "shown": m, "rows": [ ... and then end_list().
  std::size_t begin_list(std::string_view name, std::size_t all, std::size_t most) {
    const std::size_t shown = std::min(all, most);
    json.key(name).begin_object();
    member("all", static_cast<std::int64_t>(all));
    member("shown", static_cast<std::int64_t>(shown));
    json.key("rows").begin_array();
    return shown;
  }
  void end_list() { json.end_array().end_object(); }
  // raw / 10^digits as a text: exact.
  void decimal_text(std::string_view name, std::int64_t raw, int digits) {
    JsonWriter text;
    text.decimal(raw, digits);
    member(name, text.str());
  }
};

// The board: placements on units and people, with closed hours and load per week.
void write_board(PageData& page);
// Orders and why they are late.
void write_orders(PageData& page);
void write_late(PageData& page);
// Load, purchases, costs, budget.
void write_supply(PageData& page);
// Readiness, assumptions.
void write_facts(PageData& page);

}  // namespace kilter::codec
