// Any plan folder for one plant: a plan, or errors that say why not; and whatever plan is read, the checker must be
// able to judge. Input: "== operations.csv ==" before the content of each file.
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/require.hpp"
#include "check/verify.hpp"
#include "codec/plan/read/read_plan.hpp"
#include "codec/plant/plant_text.hpp"

namespace {

// Shelves of boards, some in stock, some bought.
constexpr const char* kPlant = R"(== plant.csv ==
name,origin
Boards,2026-11-23T08:00
== calendars.csv ==
id
day
== calendar_shifts.csv ==
calendar,days,start,end
day,Mon-Fri,08:00,16:00
== work_centres.csv ==
id
saw
== work_units.csv ==
id,work_centre,calendar,cost_per_hour
saw-1,saw,day,30
== items.csv ==
id,source,cost
shelf,make,40
board,buy,8
== boms.csv ==
item,component,quantity
shelf,board,1
== operations.csv ==
item,operation,work_centre,run_per_unit
shelf,10,saw,12m
== vendors.csv ==
id
timber
== offers.csv ==
vendor,item,price,lead_time
timber,board,8.40,2d
== stock.csv ==
item,quantity
board,4
== orders.csv ==
id,item,quantity,requested
A,shelf,10,2026-11-24
)";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kilter;
  static const auto kShelves = codec::plant::read_text(kPlant);
  KILTER_REQUIRE(kShelves.ok());
  std::vector<codec::PlanFile> files;
  for (const auto& file : codec::plant::split_text(std::string_view(reinterpret_cast<const char*>(data), size))) {
    files.push_back({file.name, file.bytes});
  }
  const auto plan = codec::read_plan(kShelves.value(), files);
  KILTER_REQUIRE(plan.ok() || base::has_errors(plan.error()));
  if (plan.ok()) check::verify(kShelves.value(), plan.value());
  return 0;
}
