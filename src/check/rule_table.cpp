#include "check/rule_table.hpp"

namespace kilter::check {
namespace {

constexpr RuleInfo kRules[] = {
    {"broken-reference", "every id and range of the plan points at something that exists"},
    // schedule
    {"unknown-lane", "a unit is used on no more machines than it has"},
    {"unit-overlap", "a machine does one thing at a time"},
    {"setup-time", "setups last what the operation and the changeover from the work before ask for"},
    {"unit-not-eligible", "the unit is among those that may do the operation"},
    {"run-time", "runs last what quantity, speed and batches ask for"},
    {"before-origin", "nothing new starts, and nothing is ordered, before now"},
    {"closed-start", "work starts when its unit and all of its people are at work"},
    {"working-time", "the working time between start and end is setup plus run, exactly"},
    {"interrupted", "work that must not pause does not"},
    {"predecessor", "operations wait for those before them, and the waiting time asked for"},
    {"maximum-wait", "operations do not wait longer than allowed"},
    {"transfer-batch", "no transfer batch is taken before it is made"},
    {"unscheduled", "every operation of the plan has a time"},
    {"order-times", "a production order lasts from its first operation to its last"},
    {"floor-order", "firm and released orders stand in the plan once, as they are, or are said to be left out"},
    {"floor-fact", "done, started and pinned work keeps its unit and its start"},
    {"started-rest", "started work gets the working time that is left of it"},
    // people and tools
    {"head-count", "every need is filled, and nobody is there without one"},
    {"same-person-twice", "nobody fills two places of one operation"},
    {"skill-level", "persons have the skill at the level asked for"},
    {"certificate", "certificates are valid over the whole attended time"},
    {"person-absent", "nobody is planned who is away"},
    {"person-off-shift", "nobody is planned outside shift, decided overtime and hour limits"},
    {"attendance", "persons attend what the need asks for: all, the setup, or a share of the run"},
    {"person-overlap", "nobody is at two places at once"},
    {"hours-per-day", "nobody works longer in a local day than allowed"},
    {"hours-per-week", "nobody works longer in an ISO week than allowed"},
    {"tool-count", "the tools asked for are held all through the operation, and no more than there are"},
    {"tool-overlap", "no copy of a tool is used twice at once"},
    // material
    {"supply-overused", "no supply gives more than it has"},
    {"held-stock", "stock on hold is not used"},
    {"non-nettable-stock", "stock in places that do not count is not used"},
    {"peg-item", "pegs bring the item or a substitute that the demand uses"},
    {"peg-site", "pegs stay within a site"},
    {"too-early", "nothing is used before it is there"},
    {"expired", "no lot is used on or after its expiry"},
    {"shelf-life", "nothing is used longer after it was made or received than its item keeps"},
    {"demand-short", "operations get all their components, scrap and fixed quantity included"},
    {"demand-overpegged", "nobody gets more than needed"},
    {"bom-validity", "only BOM lines that hold at the need date are used"},
    {"unplanned", "orders are planned whole or listed with a reason, never both"},
    {"good-quantity", "good units follow from quantity and yields"},
    {"lot-size", "planned orders keep to the lot rules of their item"},
    {"delivery", "orders are delivered when their last supply is there"},
    // purchases
    {"offer", "the offer is for the item and delivers to the site"},
    {"offer-validity", "the offer holds when it is ordered from"},
    {"lead-time", "nothing is received sooner than its lead time"},
    {"vendor-closed", "vendors deliver on days when they work"},
    {"minimum-quantity", "purchases reach the minimum"},
    {"multiple", "purchases are whole multiples"},
    {"maximum-quantity", "purchases stay below the maximum"},
    {"unit-price", "the price is that of the quantity's break"},
    {"purchase-total", "price times quantity, and the order cost, to the cent"},
    {"vendor-capacity", "no vendor is asked for more in a week than it can deliver"},
    // money
    {"cost-material", "material is charged to the orders that it serves, to the cent"},
    {"cost-labour", "persons are paid for regular time attended"},
    {"cost-machine", "units are charged for regular time"},
    {"cost-overtime", "overtime is charged at its own rate"},
    {"cost-setup", "changeovers are charged by the setup matrix"},
    {"cost-outside", "outside work is charged by quantity"},
    {"cost-freight", "order costs are charged to the orders that the purchase serves"},
    {"cost-holding", "stock made or bought by the plan is charged until it is used"},
    {"cost-penalty", "lateness is charged by the day"},
    {"objective", "each part of the objective is the sum of its cost lines"},
    {"budget-sum", "planned spend of a budget is the sum of its cost lines"},
    {"hard-cap", "no hard cap is planned over"},
    // explanations
    {"late-chain-missing", "every late order, and no other, has one chain of causes"},
    {"late-chain-gap", "the causes touch, from delivery back to the due date or to now"},
    {"late-chain-sum", "the causes count exactly the lateness, none more than it lasts"},
    {"late-chain-blocker", "causes name things that exist"},
    {"readiness-missing", "every operation to be done has its lamps"},
    {"readiness", "lamps say what the facts say"},
    {"full-kit", "all pieces are there when the last of them is"},
};

}  // namespace

std::span<const RuleInfo> rule_table() { return kRules; }

}  // namespace kilter::check
