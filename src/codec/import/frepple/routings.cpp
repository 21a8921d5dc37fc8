#include "codec/import/frepple/routings.hpp"

#include <algorithm>
#include <utility>

namespace kilter::codec::frepple {
namespace {

constexpr int kDeepestNesting = 8;
constexpr std::int64_t kDefaultPriority = 1;

std::map<std::string_view, std::vector<SourceRow>> rows_by_operation(const SourceTable& table) {
  std::map<std::string_view, std::vector<SourceRow>> rows;
  for (const SourceRow row : table) rows[row.text("operation")].push_back(row);
  return rows;
}

std::int64_t priority_of(const SourceRow& row) { return row.whole("priority").value_or(kDefaultPriority); }

const std::vector<SourceRow>& rows_of(const std::map<std::string_view, std::vector<SourceRow>>& rows,
                                      std::string_view name) {
  static const std::vector<SourceRow> kNone;
  const auto found = rows.find(name);
  return found == rows.end() ? kNone : found->second;
}

}  // namespace

Routings::Routings(Session& session)
    : session_(session),
      materials_(rows_by_operation(session.table("operationmaterial"))),
      loads_(rows_by_operation(session.table("operationresource"))) {
  for (const SourceRow row : session.table("operation")) operations_.emplace(row.text("name"), row);
  for (const SourceRow row : session.table("demand")) {
    if (row.has("operation")) ordered_.emplace(row.text("operation"), row.text("item"));
  }
  read_children();
  for (const SourceRow row : session.table("operation")) {
    if (!nested_.contains(row.text("name"))) add(row);
  }
}

const std::vector<SourceRow>& Routings::materials(std::string_view operation) const {
  return rows_of(materials_, operation);
}
const std::vector<SourceRow>& Routings::loads(std::string_view operation) const { return rows_of(loads_, operation); }

void Routings::read_children() {
  for (const SourceRow row : session_.table("operation")) {
    if (!row.has("owner")) continue;
    children_[row.text("owner")].push_back({row.text("name"), priority_of(row), row});
  }
  for (const SourceRow row : session_.table("suboperation")) {
    const auto found = operations_.find(row.text("suboperation"));
    if (found == operations_.end()) {
      session_.not_carried(row.place("suboperation"), "There is no operation of this name.");
      continue;
    }
    children_[row.text("operation")].push_back({found->first, priority_of(row), found->second});
  }
  for (auto& [owner, children] : children_) {
    std::ranges::stable_sort(children, {}, &Child::priority);
    for (const Child& child : children) nested_.emplace(child.name, true);
    std::erase_if(children, [&](const Child& child) {
      if (child.priority == 0)
        session_.not_carried(child.row.place("priority"), "Priority 0: the step is switched off.");
      return child.priority == 0;
    });
  }
}

void Routings::choose(const SourceRow& row, std::vector<SourceRow>& steps, int depth) {
  const auto children = children_.find(row.text("name"));
  if (children == children_.end()) return;
  for (std::size_t i = 1; i < children->second.size(); ++i) {
    session_.not_carried(children->second[i].row.place("name"),
                         "Another way beside '" + std::string(children->second[0].name) + "', which is planned.");
  }
  if (!children->second.empty()) find_steps(children->second[0].row, depth + 1, steps);
}

void Routings::find_steps(const SourceRow& row, int depth, std::vector<SourceRow>& steps) {
  const std::string_view type = row.text("type");
  if (depth > kDeepestNesting) {
    session_.not_carried(row.place("owner"), "Operations are nested in a circle or too deep.");
  } else if (type.empty() || type == "fixed_time" || type == "time_per") {
    steps.push_back(row);
  } else if (type == "routing") {
    const auto children = children_.find(row.text("name"));
    if (children == children_.end()) return;
    for (const Child& child : children->second) find_steps(child.row, depth + 1, steps);
  } else if (type == "alternate" || type == "split") {
    choose(row, steps, depth);
  } else {
    session_.not_carried(row.place("type"), "An unknown type of operation.");
  }
}

std::string_view Routings::made_by(const SourceRow& top, const std::vector<SourceRow>& steps) const {
  if (top.has("item")) return top.text("item");
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
    if (step->has("item")) return step->text("item");
    for (const SourceRow& flow : materials(step->text("name"))) {
      if (flow.micros("quantity").value_or(0) > 0) return flow.text("item");
    }
  }
  const auto ordered = ordered_.find(top.text("name"));
  return ordered == ordered_.end() ? std::string_view() : ordered->second;
}

std::int64_t Routings::output_of(const Routing& routing) const {
  for (const SourceRow& step : routing.steps) {
    for (const SourceRow& flow : materials(step.text("name"))) {
      const std::int64_t quantity = flow.micros("quantity").value_or(0);
      if (quantity > 0 && flow.text("item") == routing.item) return quantity;
    }
  }
  return base::kMicro;
}

void Routings::prefer(Routing candidate) {
  const auto [place, is_new] = by_item_.emplace(candidate.item, routings_.size());
  if (is_new) {
    routings_.push_back(std::move(candidate));
    return;
  }
  Routing& known = routings_[place->second];
  if (priority_of(candidate.top) < priority_of(known.top)) std::swap(known, candidate);
  session_.not_carried(candidate.top.place("name"), "Another way to make '" + std::string(known.item) + "'; '" +
                                                        std::string(known.top.text("name")) + "' is planned.");
}

void Routings::add(const SourceRow& top) {
  if (top.has("priority") && priority_of(top) == 0) {
    session_.not_carried(top.place("priority"), "Priority 0: the operation is switched off.");
    return;
  }
  Routing routing{.top = top, .item = {}, .output = 0, .steps = {}};
  find_steps(top, 0, routing.steps);
  routing.item = made_by(top, routing.steps);
  if (routing.item.empty() || routing.steps.empty()) {
    session_.not_carried(top.place("name"), "The operation makes no item, or has no steps.");
    return;
  }
  routing.output = output_of(routing);
  prefer(std::move(routing));
}

}  // namespace kilter::codec::frepple
