#include "service/messages/message_rows.hpp"

#include <charconv>
#include <string>

#include "service/access/directory.hpp"
#include "service/floor/effect.hpp"

namespace kilter::service {
namespace {

constexpr const char* kMessages = "messages.csv";

// Operations that the floor has begun, those of orders that have left too.
void add_begun(const PlantTables& tables, PlanSheet& sheet) {
  const Table* actuals = tables.find("actuals.csv");
  if (actuals == nullptr) return;
  const std::size_t order = actuals->column("production_order");
  const std::size_t operation = actuals->column("operation");
  for (const Row& row : actuals->rows()) {
    sheet.begun.insert(actuals->cell(row, order) + "/" + actuals->cell(row, operation));
  }
}

// "M-17" after all that there are.
std::uint64_t last_number(const PlantTables& tables) {
  std::uint64_t last = 0;
  const Table* messages = tables.find(kMessages);
  if (messages == nullptr) return last;
  const std::size_t id = messages->column("id");
  for (const Row& row : messages->rows()) {
    const std::string& text = messages->cell(row, id);
    std::uint64_t number = 0;
    if (text.size() > 2) std::from_chars(text.data() + 2, text.data() + text.size(), number);
    last = std::max(last, number);
  }
  return last;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : "\n") + line;
  return text;
}

}  // namespace

std::vector<RowEdit> publication_messages(const PlantState& state, const LivePlan* before, const LivePlan& after,
                                          time::Instant now) {
  const time::Zone zone = zone_of(state.tables());
  PlanSheet is = sheet_of(after.now->plant, after.plan);
  add_begun(state.tables(), is);
  PlanSheet was;
  if (before != nullptr) was = sheet_of(before->now->plant, before->plan);
  const NewsStyle style{.zone = zone, .currency = after.now->plant.policy.currency};
  std::uint64_t number = last_number(state.tables());
  std::vector<RowEdit> edits;
  for (const News& news : news_of(before != nullptr ? &was : nullptr, is, style)) {
    const bool outside = news.to_kind == Addressee::vendor || news.to_kind == Addressee::customer;
    edits.push_back({.change = RowChange::add,
                     .table = kMessages,
                     .cells = {{"id", "M-" + std::to_string(++number)},
                               {"publication", std::to_string(state.head().sequence + 1)},
                               {"at", utc_text(now.time_since_epoch().count() * 1'000'000)},
                               {"to_kind", std::string(word(news.to_kind))},
                               {"to", news.to},
                               {"subject", news.subject},
                               {"lines", joined(news.lines)},
                               {"state", outside ? "draft" : "unread"}}});
  }
  return edits;
}

}  // namespace kilter::service
