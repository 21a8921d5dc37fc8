#include "service/planning/hand/moves.hpp"

#include <utility>

#include "codec/json/writer.hpp"
#include "coordinate/live/told.hpp"
#include "service/planning/changes_json.hpp"
#include "service/planning/hand/pins.hpp"
#include "service/tables/edits_json.hpp"

namespace kilter::service {
namespace {

using coordinate::MoveAnswer;
using coordinate::WishedPlace;
using Proposing = base::Result<Proposal>;

class AnswerWriter {
 public:
  AnswerWriter(const MoveQuestion& question, const Today& today, const MoveAnswer& answer)
      : question_(question), plant_(today.plant()), civil_(today.civil()), answer_(answer) {}

  std::string write() {
    json_.begin_object();
    json_.key("feasible").boolean(answer_.feasible);
    json_.key("late_before").integer(static_cast<std::int64_t>(answer_.late_before));
    json_.key("late_after").integer(static_cast<std::int64_t>(answer_.late_after));
    json_.key("moves").begin_array();
    for (std::size_t i = 0; i < answer_.places.size(); ++i) place(question_.moves[i].operation, answer_.places[i]);
    json_.end_array();
    json_.key("refused").begin_array();
    for (const std::string& rule : answer_.refused) json_.text(rule);
    json_.end_array();
    json_.key("name").text(answer_.way ? answer_.way->name : std::string());
    json_.key("words").text(answer_.way ? answer_.way->words : std::string());
    json_.end_object();
    std::string body = json_.str();
    body.back() = ',';
    return body + R"("changes":)" + (answer_.way ? changes_json(plant_, *answer_.way) : std::string("null")) + '}';
  }

 private:
  void moment(const char* name, time::Tick tick) {
    json_.key(name);
    if (tick == time::kNever) {
      json_.null();
    } else {
      json_.text(civil_.str(tick));
    }
  }
  void place(const std::string& operation, const WishedPlace& place) {
    json_.begin_object();
    json_.key("operation").text(operation);
    json_.key("feasible").boolean(place.feasible);
    moment("published", place.published);
    moment("wished", place.wished);
    moment("start", place.start);
    json_.key("unit").text(place.unit.valid() ? std::string_view(plant_.work_units[place.unit].id)
                                              : std::string_view());
    json_.key("why_not").begin_array();
    for (const coordinate::Hindrance& each : place.hindrances) {
      json_.begin_object();
      json_.key("code").text(coordinate::word(each.obstacle));
      json_.key("words").text(each.words);
      moment("until", each.until);
      json_.end_object();
    }
    json_.end_array().end_object();
  }

  const MoveQuestion& question_;
  const model::Plant& plant_;
  const time::CivilText civil_;
  const MoveAnswer& answer_;
  codec::JsonWriter json_;
};

// What is in the way of each move; or the rules that every plan with them would break.
base::Issues why_not(const MoveQuestion& question, const Today& today, const MoveAnswer& answer) {
  base::Issues issues;
  const time::CivilText civil = today.civil();
  for (std::size_t i = 0; i < answer.places.size(); ++i) {
    const WishedPlace& place = answer.places[i];
    if (place.feasible) continue;
    for (const coordinate::Hindrance& each : place.hindrances) {
      const bool ends = each.until != time::kNever;
      const bool elsewhere = place.start != time::kNever;
      issues.push_back(
          {.code = std::string(word(each.obstacle)),
           .where = {.column = "start", .value = question.moves[i].operation},
           .message = question.moves[i].operation + ": " + each.words +
                      (ends ? " until " + civil.str(each.until) : std::string()),
           .way_out = elsewhere ? "The nearest start is " + civil.str(place.start) + "; take it with \"nearest\":true."
                                : "Wish it elsewhere."});
    }
  }
  for (const std::string& rule : answer.refused) {
    issues.push_back({.code = "rule-broken", .message = rule, .way_out = "Wish it elsewhere."});
  }
  return issues;
}

std::string name_of(const MoveQuestion& question) {
  const std::string others =
      question.moves.size() > 1 ? " and " + std::to_string(question.moves.size() - 1) + " more" : std::string();
  return "move " + question.moves.front().operation + others;
}

// The rows that pin every operation where the answer has it.
base::Result<std::vector<RowEdit>> pinning(const PlantState& state, const MoveQuestion& question, const Today& today,
                                           const MoveAnswer& answer) {
  std::vector<RowEdit> edits;
  const time::CivilText civil = today.civil();
  for (std::size_t i = 0; i < answer.places.size(); ++i) {
    const WishedPlace& place = answer.places[i];
    const auto pinned =
        pin_edits(state, {.operation = question.moves[i].operation,
                          .unit = place.unit.valid() ? today.plant().work_units[place.unit].id : std::string(),
                          .start = civil.str(place.start),
                          .people = question.moves[i].people});
    if (!pinned) return pinned;
    edits.insert(edits.end(), pinned.value().begin(), pinned.value().end());
  }
  return edits;
}

Proposing proposed(const PlantState& state, const model::PlantDraft& draft, const model::Plant& plant,
                   const MoveQuestion& question, coordinate::RepairPlan way) {
  const std::string changes = changes_json(plant, way);
  Proposing proposal = to_proposal(state, draft, plant, std::move(way.plan));
  if (!proposal) return proposal;
  proposal.value().name = name_of(question);
  proposal.value().words = way.words;
  proposal.value().changes = changes;
  return proposal;
}

// With the operations pinned first: what they wait for is wanted when they begin, whatever becomes of the rest.
Proposing propose_pinned(const PlantState& state, Today& today, time::Instant now, const MoveQuestion& question,
                         const MoveAnswer& answer) {
  const auto edits = pinning(state, question, today, answer);
  if (!edits) return Proposing::failure(edits.error());
  PlantState pinned = state;
  const auto applied = pinned.apply({.kind = "edit", .body = R"({"edits":)" + edits_json(edits.value()) + "}"});
  if (!applied) return Proposing::failure(applied.error());
  const auto live = live_plant(pinned.tables(), now);
  if (!live) return Proposing::failure(live.error());
  const model::Plant& plant = live.value()->plant;
  const auto limits = wishes_of(question, today);
  MoveAnswer around = coordinate::Moves(plant, today.published()).ask({}, limits.value().limits);
  if (!around.way) return Proposing::failure(why_not(question, today, around));
  const plan::Objective before = today.moves().nothing_done().objective;
  around.way->money = coordinate::money_difference(around.way->plan.objective, before);
  around.way->words = coordinate::repair_words(plant, *around.way);
  Proposing proposal = proposed(pinned, live.value()->read.draft, plant, question, std::move(*around.way));
  if (!proposal) return proposal;
  proposal.value().base = state.tables();
  proposal.value().edits.insert(proposal.value().edits.begin(), edits.value().begin(), edits.value().end());
  return proposal;
}

}  // namespace

std::string answer_json(const MoveQuestion& question, const Today& today, const MoveAnswer& answer) {
  return AnswerWriter(question, today, answer).write();
}

std::string question_json(const MoveQuestion& question) {
  codec::JsonWriter json;
  json.begin_object().key("moves").begin_array();
  for (const MoveRequest& move : question.moves) {
    json.begin_object();
    json.key("operation").text(move.operation);
    if (!move.unit.empty()) json.key("unit").text(move.unit);
    if (!move.start.empty()) json.key("start").text(move.start);
    if (move.soonest) json.key("soonest").boolean(true);
    json.end_object();
  }
  json.end_array();
  if (!question.overtime.empty()) {
    json.key("overtime").begin_array();
    for (const std::string& day : question.overtime) json.text(day);
    json.end_array();
  }
  json.end_object();
  return json.str();
}

base::Result<std::string> move_answer(const MoveQuestion& question, Today& today) {
  const auto wishes = wishes_of(question, today);
  if (!wishes) return base::Result<std::string>::failure(wishes.error());
  const MoveAnswer answer = today.moves().ask(wishes.value().wishes, wishes.value().limits);
  return answer_json(question, today, answer);
}

Proposing propose_move(const PlantState& state, Today& today, time::Instant now, const MoveQuestion& question) {
  const auto wishes = wishes_of(question, today);
  if (!wishes) return Proposing::failure(wishes.error());
  MoveAnswer answer = today.moves().ask(wishes.value().wishes, wishes.value().limits);
  if (!answer.way || !(answer.feasible || question.nearest)) {
    return Proposing::failure(why_not(question, today, answer));
  }
  if (question.pin) return propose_pinned(state, today, now, question, answer);
  return proposed(state, today.draft(), today.plant(), question, std::move(*answer.way));
}

}  // namespace kilter::service
