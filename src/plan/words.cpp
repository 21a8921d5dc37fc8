#include "plan/words.hpp"

#include <array>

namespace kilter::plan {
namespace {

template <std::size_t kCount>
using Table = std::array<std::string_view, kCount>;

constexpr Table<4> kSupply{"stock", "open purchase", "production", "purchase"};
constexpr Table<3> kDemand{"order", "operation", "safety stock"};
constexpr Table<2> kAssignee{"person", "tool"};
constexpr Table<4> kAssignment{"only one", "cheapest", "free then", "fixed"};
constexpr Table<7> kPurchase{"cheapest", "only offer", "in time", "price break", "capacity", "budget", "combined"};
constexpr Table<10> kUnplanned{"no source",      "no offer",       "budget cap",          "vendor capacity",
                               "beyond horizon", "expired",        "component unplanned", "no unit",
                               "no person",      "infeasible wait"};
constexpr Table<7> kAction{"expedite", "defer", "cancel", "increase", "decrease", "release", "order now"};
constexpr Table<kCostKindCount> kCost{"material", "labour",  "machine", "overtime", "setup",
                                      "outside",  "freight", "holding", "penalty"};
constexpr Table<4> kCostRef{"purchase", "operation", "delivery", "production order"};
constexpr Table<3> kLampState{"ready", "on date", "blocked"};
constexpr Table<10> kLampCause{"none",   "purchase", "open purchase", "production", "held lot",
                               "person", "unit",     "clearance",     "inspection", "budget"};
constexpr Table<15> kLate{"process", "setup",        "queue",     "person",        "tool",
                          "closed",  "minimum wait", "purchase",  "open purchase", "stock",
                          "outside", "late start",   "clearance", "choice",        "budget"};
constexpr Table<3> kLoad{"work centre", "unit", "skill"};
constexpr Table<4> kStatus{"waiting", "pinned", "started", "done"};
constexpr Table<model::kLampCount> kLamp{"material", "people",  "machine",   "tool",
                                         "document", "quality", "paperwork", "money"};
constexpr Table<3> kSeverity{"error", "warning", "assumption"};

constexpr Table<10> kUnplannedText{
    "it can be neither made nor bought",
    "no vendor's offer covers it",
    "a hard budget cap leaves no money for it",
    "no vendor has the capacity left",
    "it would end beyond the horizon",
    "the stock expires before it is used",
    "a component cannot be had",
    "no work unit can do it",
    "no person with the skill and a valid certificate can do it",
    "its minimum and maximum waits contradict each other",
};
constexpr Table<15> kLateText{
    "the work itself",
    "setting up",
    "waiting behind other work on the unit",
    "everyone who may do it is busy or away",
    "every copy of the tool is in use",
    "closed: nights, weekends or maintenance",
    "a wait that the process demands",
    "waiting for a purchase",
    "waiting for a purchase order under way",
    "stock that is there only from a date",
    "outside, at a vendor",
    "there was no time left when planning began",
    "waiting for a document, approval or release",
    "the plan placed it later than it had to be",
    "waiting for the next period of a budget",
};
constexpr Table<4> kAssignmentText{
    "nobody else can do it",
    "nobody who can do it costs less",
    "those who would cost less are busy or away then",
    "already on it, or named for it where the work is pinned",
};
constexpr Table<7> kPurchaseText{
    "the cheapest offer",
    "the only offer",
    "dearer, but there sooner",
    "more than needed, for the price break",
    "fitted into what the vendors can deliver in a week",
    "moved to stay inside the budget",
    "combined with a later need",
};
constexpr Table<7> kActionText{
    "ask for it earlier", "can come later",       "not needed any more", "more is needed",
    "less is needed",     "release to the floor", "order today",
};

}  // namespace

Words words_of(SupplyKind) { return kSupply; }
Words words_of(DemandKind) { return kDemand; }
Words words_of(AssigneeKind) { return kAssignee; }
Words words_of(AssignmentReason) { return kAssignment; }
Words words_of(PurchaseReason) { return kPurchase; }
Words words_of(UnplannedReason) { return kUnplanned; }
Words words_of(ActionKind) { return kAction; }
Words words_of(CostKind) { return kCost; }
Words words_of(CostRef) { return kCostRef; }
Words words_of(LampState) { return kLampState; }
Words words_of(LampCause) { return kLampCause; }
Words words_of(LateCause) { return kLate; }
Words words_of(LoadKind) { return kLoad; }
Words words_of(model::WorkStatus) { return kStatus; }
Words words_of(model::Lamp) { return kLamp; }
Words words_of(base::Severity) { return kSeverity; }

std::string_view explain(UnplannedReason reason) { return kUnplannedText[static_cast<std::size_t>(reason)]; }
std::string_view explain(LateCause cause) { return kLateText[static_cast<std::size_t>(cause)]; }
std::string_view explain(AssignmentReason reason) { return kAssignmentText[static_cast<std::size_t>(reason)]; }
std::string_view explain(PurchaseReason reason) { return kPurchaseText[static_cast<std::size_t>(reason)]; }
std::string_view explain(ActionKind kind) { return kActionText[static_cast<std::size_t>(kind)]; }

}  // namespace kilter::plan
