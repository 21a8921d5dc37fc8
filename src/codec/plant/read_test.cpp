#include "codec/plant/read.hpp"

#include <gtest/gtest.h>

#include "codec/plant/plant_text.hpp"
#include "codec/plant/write.hpp"
#include "model/draft_of.hpp"

namespace kilter::codec::plant {
namespace {

constexpr std::string_view kHello = R"(
  == plant.csv ==
  name,time_zone,origin,horizon
  Hello,Europe/Berlin,2026-11-23T06:00,2027-01-31
  == work_centres.csv ==
  id
  assembly
  == calendars.csv ==
  id
  early
  == calendar_shifts.csv ==
  calendar,days,start,end
  early,Mon-Fri,06:00,14:00
  == work_units.csv ==
  id,work_centre,calendar
  station,assembly,early
  == items.csv ==
  id,name,cost
  bike,"City bike, 27.5""",500
  frame,Frame,80.5
  == operations.csv ==
  item,operation,work_centre,run_per_unit
  bike,10,assembly,1h 30m
  == boms.csv ==
  item,component,quantity
  bike,frame,1
  == vendors.csv ==
  id
  acme
  == offers.csv ==
  vendor,item,price,lead_time
  acme,frame,79,14d
  == orders.csv ==
  id,item,quantity,requested,priority
  1,bike,2,2026-12-04,2
)";

std::string said(const base::Issues& issues) {
  std::string text;
  for (const base::Issue& issue : issues) {
    text += issue.code + " " + issue.where.file + ":" + std::to_string(issue.where.row) + ":" + issue.where.column +
            " '" + issue.where.value + "' " + issue.message + " / " + issue.way_out + "\n";
  }
  return text;
}

TEST(ReadPlant, ReadsASmallFolder) {
  const auto result = read_text(kHello);
  ASSERT_TRUE(result.ok()) << said(result.error());
  const model::Plant& plant = result.value();
  EXPECT_EQ(plant.items[model::ItemId(0)].name, "City bike, 27.5\"");
  EXPECT_EQ(plant.items[model::ItemId(1)].cost.raw(), 80'500'000);
  EXPECT_EQ(plant.operations[model::OperationId(0)].run_per_unit, model::Duration(5400));
  // A date alone is due at the end of that local day: 24:00 in Berlin is 23:00 UTC.
  EXPECT_EQ(plant.orders[model::OrderId(0)].requested,
            std::chrono::sys_days(std::chrono::year(2026) / 12 / 4) + std::chrono::hours(23));
  EXPECT_EQ(plant.calendars[model::CalendarId(0)].regular.next_open(0), 0);
}

TEST(ReadPlant, ExportReadsBackToAnEqualPlant) {
  const auto first = read_text(kHello);
  ASSERT_TRUE(first.ok());
  const std::string text = join_text(write(first.value()));
  const auto second = read_text(text);
  ASSERT_TRUE(second.ok()) << said(second.error()) << text;
  EXPECT_TRUE(model::same_plant(first.value(), second.value())) << text;
  EXPECT_EQ(join_text(write(second.value())), text);
  EXPECT_EQ(said(second.value().notes), "") << "nothing is left to be assumed";
}

}  // namespace
}  // namespace kilter::codec::plant
