#include "codec/plan/diff/plan_texts.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "codec/plan/read/plan_rows.hpp"

namespace kilter::codec {
namespace {

class TextsReader {
 public:
  TextsReader(std::span<const PlanFile> files, std::string_view which, base::Issues& issues)
      : files_(files), which_(which), issues_(issues) {}

  PlanTexts read() {
    name_missing();
    if (found_.empty()) {
      read_header();
      read_orders();
      read_operations();
      read_purchases();
    }
    for (base::Issue& issue : found_) issue.where.file = std::string(which_) + "/" + issue.where.file;
    std::move(found_.begin(), found_.end(), std::back_inserter(issues_));
    return std::move(texts_);
  }

 private:
  [[nodiscard]] std::string_view bytes(std::string_view name) const {
    const auto file = std::find_if(files_.begin(), files_.end(), [&](const PlanFile& one) { return one.name == name; });
    return file == files_.end() ? std::string_view() : file->bytes;
  }

  void name_missing() {
    for (const std::string_view name :
         {"plan.json", "orders.csv", "production_orders.csv", "operations.csv", "purchases.csv"}) {
      const bool there =
          std::any_of(files_.begin(), files_.end(), [&](const PlanFile& file) { return file.name == name; });
      if (there) continue;
      found_.push_back({.code = "missing-file",
                        .where = {.file = std::string(name)},
                        .message = "there is no " + std::string(name) + ": this is not a whole plan",
                        .way_out = "Name a folder that kilter plan wrote."});
    }
  }

  void read_header() {
    const base::Result<PlanHeader> header = read_plan_header(bytes("plan.json"));
    if (header.ok()) texts_.header = header.value();
    if (!header.ok()) found_.insert(found_.end(), header.error().begin(), header.error().end());
  }

  void read_orders() {
    PlanRows rows("orders", bytes("orders.csv"), {"order", "delivered"}, found_);
    while (rows.next()) texts_.delivered[std::string(rows.text(0))] = rows.text(1);
  }

  // Production orders that were open before: they keep their ids from plan to plan.
  std::set<std::string, std::less<>> open_orders() {
    std::set<std::string, std::less<>> open;
    PlanRows rows("production_orders", bytes("production_orders.csv"), {"id", "status"}, found_);
    while (rows.next()) {
      if (rows.text(1) != "new") open.emplace(rows.text(0));
    }
    return open;
  }

  // Operations of open production orders by their order: "10 of FRAME (WO-7)". Those of new ones, whose ids mean
  // nothing in another plan, by item, customer order and id in the sequence of their start: "10 of FRAME for SO-1",
  // then
  // "... (2)".
  void read_operations() {
    PlanRows rows("operations", bytes("operations.csv"),
                  {"production_order", "operation", "unit", "people", "start", "item", "for_order"}, found_);
    std::vector<std::pair<std::string, OperationRow>> list;
    const std::set<std::string, std::less<>> open = open_orders();
    while (rows.next()) {
      const std::string whom = rows.text(6).empty() ? "stock" : std::string(rows.text(6));
      std::string name = std::string(rows.text(1)) + " of " + std::string(rows.text(5));
      name += open.contains(rows.text(0)) ? " (" + std::string(rows.text(0)) + ")" : " for " + whom;
      list.emplace_back(std::move(name), OperationRow{.start = std::string(rows.text(4)),
                                                      .unit = std::string(rows.text(2)),
                                                      .people = std::string(rows.text(3))});
    }
    std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) {
      return std::tie(a.first, a.second.start) < std::tie(b.first, b.second.start);
    });
    std::size_t turn = 1;
    for (std::size_t i = 0; i < list.size(); ++i) {
      turn = i > 0 && list[i].first == list[i - 1].first ? turn + 1 : 1;
      const std::string name = turn == 1 ? list[i].first : list[i].first + " (" + std::to_string(turn) + ")";
      texts_.operations.emplace(name, std::move(list[i].second));
    }
  }

  void read_purchases() {
    PlanRows rows("purchases", bytes("purchases.csv"), {"item", "vendor", "quantity", "receipt_date"}, found_);
    while (rows.next()) {
      std::vector<std::string>& of_item = texts_.purchases[std::string(rows.text(0))];
      of_item.push_back(std::string(rows.text(2)) + " from " + std::string(rows.text(1)) + ", arrives " +
                        std::string(rows.text(3).substr(0, 10)));
    }
    for (auto& [item, list] : texts_.purchases) std::sort(list.begin(), list.end());
  }

  std::span<const PlanFile> files_;
  std::string_view which_;
  base::Issues& issues_;
  base::Issues found_;
  PlanTexts texts_;
};

}  // namespace

PlanTexts read_plan_texts(std::span<const PlanFile> files, std::string_view which, base::Issues& issues) {
  return TextsReader(files, which, issues).read();
}

}  // namespace kilter::codec
