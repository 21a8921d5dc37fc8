// Every kind of fault, planted one at a time into a sound plant: it is found, at its place, and nothing else is
// complained of.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "codec/plant/plant_text.hpp"
#include "codec/plant/read.hpp"

namespace kilter::codec::plant {
namespace {

constexpr std::string_view kSound = R"(
== plant.csv ==
name,currency,time_zone,origin,horizon
Sound,EUR,Europe/Berlin,2026-11-23T06:00,2027-01-31
== currencies.csv ==
currency,rate
USD,0.9
== calendars.csv ==
id
early
== calendar_shifts.csv ==
calendar,days,start,end
early,Mon-Fri,06:00,14:00
== calendar_exceptions.csv ==
calendar,from,until,kind
early,2026-12-24,2026-12-26,closed
== work_centres.csv ==
id
weld
== work_units.csv ==
id,work_centre,calendar,setup_matrix
weld-1,weld,early,colours
weld-2,weld,early,
== closures.csv ==
work_unit,from,until
weld-1,2026-11-25,2026-11-25
== setup_matrices.csv ==
matrix,from_family,to_family,time
colours,red,blue,15m
== tools.csv ==
id,count
jig,2
== skills.csv ==
id
welder
== people.csv ==
id,calendar,hours_per_day
ana,early,8h
ben,early,
== person_skills.csv ==
person,skill,level,until
ana,welder,2,
ben,welder,1,2026-12-10
== absences.csv ==
person,from,until
ben,2026-11-23,2026-11-24
== items.csv ==
id,source,lot_policy,lot_days,cost
bike,make,lot_for_lot,,500
frame,make,lot_for_lot,,80
tube,buy,period,7,3
rod,buy,lot_for_lot,,3
== operations.csv ==
item,operation,work_centre,run_per_unit,skill,vendor,outside_lead_time
bike,10,weld,30m,welder,,
bike,20,weld,10m,,,
frame,10,weld,20m,,,
frame,20,,,,acme,2d
== precedences.csv ==
item,before,after,minimum_wait
bike,10,20,2h
== operation_units.csv ==
item,operation,work_unit,speed
frame,10,weld-1,1.5
== operation_skills.csv ==
item,operation,skill,level
frame,10,welder,2
== operation_tools.csv ==
item,operation,tool,count
bike,20,jig,1
== boms.csv ==
item,component,quantity
bike,frame,1
frame,tube,4
== substitutes.csv ==
item,component,substitute
frame,tube,rod
== vendors.csv ==
id
acme
== offers.csv ==
vendor,item,price,currency,minimum
acme,tube,2.5,USD,100
acme,rod,2.75,,
== price_breaks.csv ==
vendor,item,from_quantity,price
acme,tube,500,2.25
== stock.csv ==
item,lot,quantity
tube,L1,40
== customers.csv ==
id
dealer
== orders.csv ==
id,customer,item,quantity,requested
SO-1,dealer,bike,4,2026-12-04
== production_orders.csv ==
id,item,quantity,status,due
MO-1,frame,5,released,2026-12-01
== progress.csv ==
production_order,operation,status,work_unit,start,end,people
MO-1,10,done,weld-1,2026-11-20T07:00,2026-11-20T09:00,ana
== purchase_orders.csv ==
id,vendor,item,quantity,current
PO-1,acme,tube,100,2026-12-01
== accounts.csv ==
id,kind
over,overtime
== budgets.csv ==
account,from,until,hard_cap,spent
over,2026-11-01,2026-11-30,1500,900
== clearances.csv ==
id,order,expected
C-1,SO-1,2026-11-26
)";

// `text` with "+" in front is a row to add to the file, with "-" the file goes, else the file's new contents.
struct Planted {
  const char* file;
  std::string text;
  const char* code;
  std::uint32_t row;
  const char* column;
  base::Severity severity = base::Severity::error;
  const char* in_file = nullptr;  // of the issue; null: the same
};

std::map<std::string, std::string> sound_files() {
  std::map<std::string, std::string> files;
  for (const SourceFile& file : split_text(kSound)) files[file.name] = std::string(file.bytes);
  return files;
}

base::Issues issues_of(const std::map<std::string, std::string>& files) {
  std::vector<SourceFile> sources;
  for (const auto& [name, bytes] : files) sources.push_back({name, bytes});
  const auto result = read(sources);
  return result.ok() ? result.value().notes : result.error();
}

base::Issues issues_with(const Planted& planted) {
  std::map<std::string, std::string> files = sound_files();
  if (planted.text.substr(0, 1) == "+") {
    files[planted.file] += planted.text.substr(1) + "\n";
  } else if (planted.text == "-") {
    files.erase(planted.file);
  } else {
    files[planted.file] = planted.text;
  }
  base::Issues issues = issues_of(files);
  std::erase_if(issues, [](const base::Issue& issue) { return issue.severity == base::Severity::assumption; });
  return issues;
}

std::string said(const base::Issues& issues) {
  std::string text;
  for (const base::Issue& issue : issues) {
    text += issue.code + " " + issue.where.file + ":" + std::to_string(issue.where.row) + ":" + issue.where.column +
            " '" + issue.where.value + "' " + issue.message + " / " + issue.way_out + "\n";
  }
  return text;
}

void expect_found(const std::vector<Planted>& all) {
  for (const Planted& planted : all) {
    const base::Issues issues = issues_with(planted);
    const std::string context = std::string(planted.file) + " " + planted.text + "\n" + said(issues);
    EXPECT_EQ(issues.size(), 1U) << context;
    if (issues.empty()) continue;
    EXPECT_EQ(issues[0].code, planted.code) << context;
    EXPECT_EQ(issues[0].severity, planted.severity) << context;
    EXPECT_EQ(issues[0].where.file, planted.in_file != nullptr ? planted.in_file : planted.file) << context;
    EXPECT_EQ(issues[0].where.row, planted.row) << context;
    EXPECT_EQ(issues[0].where.column, planted.column) << context;
    EXPECT_FALSE(issues[0].message.empty()) << context;
    EXPECT_FALSE(issues[0].way_out.empty()) << context;
  }
}

constexpr auto kError = base::Severity::error;
constexpr auto kWarning = base::Severity::warning;

TEST(Faults, TheSoundPlantIsSound) {
  const base::Issues issues = issues_of(sound_files());
  for (const base::Issue& issue : issues) EXPECT_EQ(issue.severity, base::Severity::assumption) << said({issue});
  EXPECT_FALSE(issues.empty());
}

TEST(Faults, UnknownNames) {
  expect_found({
      {"orders.csv", "+SO-2,dealer,bikr,1,2026-12-04", "unknown-item", 3, "item"},
      {"orders.csv", "+SO-2,deeler,bike,1,2026-12-04", "unknown-customer", 3, "customer"},
      {"boms.csv", "+bike,wheel,2", "unknown-item", 4, "component"},
      {"boms.csv", "+trike,tube,2", "unknown-item", 4, "item"},
      {"substitutes.csv", "+frame,rod,tube", "unknown-bom-line", 3, "component"},
      {"operations.csv", "+frame,30,grind,5m,,,", "unknown-work-centre", 6, "work_centre"},
      {"operations.csv", "+frame,30,weld,5m,painter,,", "unknown-skill", 6, "skill"},
      {"operations.csv", "+frame,30,,,,acne,2d", "unknown-vendor", 6, "vendor"},
      {"precedences.csv", "+bike,10,30,1h", "unknown-operation", 3, "after"},
      {"operation_units.csv", "+frame,10,weld-3,1", "unknown-work-unit", 3, "work_unit"},
      {"operation_skills.csv", "+bike,20,painter,1", "unknown-skill", 3, "skill"},
      {"operation_tools.csv", "+bike,10,jigg,1", "unknown-tool", 3, "tool"},
      {"work_units.csv", "+weld-3,weld,late,", "unknown-calendar", 4, "calendar"},
      {"work_units.csv", "+weld-3,wild,early,", "unknown-work-centre", 4, "work_centre"},
      {"work_units.csv", "+weld-3,weld,early,colour", "unknown-setup-matrix", 4, "setup_matrix"},
      {"closures.csv", "+weld-9,2026-11-25,2026-11-25", "unknown-work-unit", 3, "work_unit"},
      {"calendar_shifts.csv", "+late,Mon-Fri,14:00,22:00", "unknown-calendar", 3, "calendar"},
      {"person_skills.csv", "+anna,welder,1,", "unknown-person", 4, "person"},
      {"absences.csv", "+cid,2026-11-25,2026-11-25", "unknown-person", 3, "person"},
      {"offers.csv", "+akme,tube,2,,", "unknown-vendor", 4, "vendor"},
      {"price_breaks.csv", "+acme,frame,10,70", "unknown-offer", 3, "item"},
      {"stock.csv", "+tubes,L2,4", "unknown-item", 3, "item"},
      {"production_orders.csv", "+MO-2,fame,5,firm,2026-12-01", "unknown-item", 3, "item"},
      {"progress.csv", "+MO-9,10,waiting,,,,", "unknown-production-order", 3, "production_order"},
      {"progress.csv", "+MO-1,20,done,,2026-11-20T10:00,2026-11-20T11:00,ana;cid", "unknown-person", 3, "people"},
      {"purchase_orders.csv", "+PO-2,axme,tube,10,2026-12-01", "unknown-vendor", 3, "vendor"},
      {"budgets.csv", "+ovr,2026-11-01,2026-11-30,1,0", "unknown-account", 3, "account"},
      {"clearances.csv", "+C-2,SO-7,2026-11-26", "unknown-order", 3, "order"},
      {"plant.csv", "name,time_zone,origin,horizon\nSound,Europe/Berlinn,2026-11-23,2027-01-31\n", "unknown-time-zone",
       2, "time_zone"},
  });
}

TEST(Faults, TheSameTwice) {
  expect_found({
      {"items.csv", "+bike,make,lot_for_lot,,500", "duplicate-item", 6, "id"},
      {"orders.csv", "+SO-1,dealer,bike,1,2026-12-04", "duplicate-order", 3, "id"},
      {"operations.csv", "+frame,10,weld,5m,,,", "duplicate-operation", 6, "operation"},
      {"precedences.csv", "+bike,10,20,1h", "duplicate-precedence", 3, "after"},
      {"operation_units.csv", "+frame,10,weld-1,1", "duplicate-work-unit", 3, "work_unit"},
      {"operation_tools.csv", "+bike,20,jig,1", "duplicate-tool", 3, "tool"},
      {"operation_skills.csv", "+bike,10,welder,1", "repeated-skill", 2, "skill", kError, "operations.csv"},
      {"setup_matrices.csv", "+colours,red,blue,20m", "duplicate-setup", 3, "to_family"},
      {"progress.csv", "+MO-1,10,waiting,,,,", "duplicate-progress", 3, "operation"},
      {"price_breaks.csv", "+acme,tube,500,2", "duplicate-price-break", 0, "from_quantity"},
      {"currencies.csv", "+USD,0.8", "duplicate-currency", 3, "currency"},
      {"boms.csv", "+frame,tube,1", "repeated-bom-line", 4, "component", kWarning},
      {"stock.csv", "+tube,L1,4", "repeated-lot", 3, "lot", kWarning},
      {"budgets.csv", "+over,2026-11-30,2026-12-31,1500,0", "budgets-overlap", 3, "from"},
  });
}

TEST(Faults, Values) {
  expect_found({
      {"orders.csv", "+SO-2,dealer,bike,-1,2026-12-04", "negative-value", 3, "quantity"},
      {"orders.csv", "+SO-2,dealer,bike,0,2026-12-04", "zero-value", 3, "quantity"},
      {"orders.csv", "+SO-2,dealer,bike,9000000000,2026-12-04", "absurd-value", 3, "quantity"},
      {"orders.csv", "+SO-2,dealer,bike,many,2026-12-04", "bad-number", 3, "quantity"},
      {"orders.csv", "+SO-2,dealer,bike,=1+1,2026-12-04", "formula-cell", 3, "quantity"},
      {"orders.csv", "+=cmd|'/C calc'!A0,dealer,bike,1,2026-12-04", "formula-cell", 3, "id"},
      {"orders.csv", "+SO-2,dealer,bike,,2026-12-04", "missing-value", 3, "quantity"},
      {"orders.csv", "+,dealer,bike,1,2026-12-04", "missing-value", 3, "id"},
      {"orders.csv", "+SO-2,dealer,bike,1,04.12.2026", "bad-date", 3, "requested"},
      {"orders.csv", "+SO-2,dealer,bike,1,1026-12-04", "absurd-date", 3, "requested"},
      {"items.csv", "+axle,by,lot_for_lot,,5", "unknown-word", 6, "source"},
      {"items.csv", "+axle,make,period,,5", "zero-value", 6, "lot_days"},
      {"operations.csv", "+frame,30,weld,5,,,", "bad-duration", 6, "run_per_unit"},
      {"operations.csv", "+frame,30,weld,-5m,,,", "negative-value", 6, "run_per_unit"},
      {"operations.csv", "+frame,30,weld,9000d,,,", "absurd-value", 6, "run_per_unit"},
      {"operation_units.csv", "+bike,10,weld-1,0", "zero-value", 3, "speed"},
      {"operation_skills.csv", "+bike,20,welder,0", "zero-value", 3, "level"},
      {"calendar_shifts.csv", "+early,Mo-Fr,14:00,22:00", "bad-days", 3, "days"},
      {"calendar_shifts.csv", "+early,Sat,6,22:00", "bad-time-of-day", 3, "start"},
      {"calendar_exceptions.csv", "+early,2026-12-26,2026-12-24,closed", "empty-interval", 3, "until"},
      {"people.csv", "+cid,early,30h", "bad-hour-limit", 4, "hours_per_day"},
      {"people.csv", "+c;d,early,", "bad-id", 4, "id"},
      {"offers.csv", "+acme,rod,2,GBP,", "currency-without-rate", 4, "currency"},
      {"substitutes.csv", "+frame,tube,tube", "substitute-of-itself", 3, "substitute"},
      {"clearances.csv", "+C-2,,2026-11-26", "clearance-target", 3, "order"},
      {"plant.csv", "origin,horizon\n2026-11-23,2026-11-01\n", "horizon-before-origin", 2, "horizon"},
      {"plant.csv", "origin,horizon\n2026-11-23,2090-11-01\n", "horizon-too-far", 2, "horizon"},
  });
}

// The plant's files after replacing one piece of text by another in one of them.
base::Issues issues_after(const char* file, std::string_view old, std::string_view fresh) {
  std::map<std::string, std::string> files = sound_files();
  std::string& text = files[file];
  const std::size_t at = text.find(old);
  EXPECT_NE(at, std::string::npos) << file << " " << old;
  text.replace(at, old.size(), fresh);
  base::Issues issues = issues_of(files);
  std::erase_if(issues, [](const base::Issue& issue) { return issue.severity == base::Severity::assumption; });
  return issues;
}

struct Changed {
  const char* file;
  const char* old;
  const char* fresh;
  const char* code;  // of the only issue
  const char* in_file;
  base::Severity severity = base::Severity::error;
};

void expect_found(const std::vector<Changed>& all) {
  for (const Changed& changed : all) {
    const base::Issues issues = issues_after(changed.file, changed.old, changed.fresh);
    const std::string context = std::string(changed.file) + " " + changed.fresh + "\n" + said(issues);
    EXPECT_EQ(issues.size(), 1U) << context;
    if (issues.empty()) continue;
    EXPECT_EQ(issues[0].code, changed.code) << context;
    EXPECT_EQ(issues[0].where.file, changed.in_file) << context;
    EXPECT_EQ(issues[0].severity, changed.severity) << context;
  }
}

TEST(Faults, SourcesUnitsAndTimes) {
  expect_found(std::vector<Changed>{
      {"offers.csv", "acme,rod,2.75,,\n", "", "no-source", "items.csv"},
      {"offers.csv", "acme,rod", "acme,bike,700,,\nacme,rod", "unused-offer", "items.csv", kWarning},
      {"items.csv", "frame,make", "frame,both", "no-offer", "items.csv", kWarning},
      {"boms.csv", "bike,frame", "rod,tube,1\nbike,frame", "unused-routing", "items.csv", kWarning},
      {"operations.csv", "bike,20,weld,10m", "bike,20,weld,", "missing-time", "operations.csv", kWarning},
      {"operations.csv", "acme,2d", "acme,", "missing-time", "operations.csv", kWarning},
      {"operations.csv", "frame,20,,,,acme", "frame,20,weld,,,acme", "inside-and-outside", "operations.csv"},
      {"person_skills.csv", "ana,welder,2,\n", "ana,welder,2,2026-11-20\n", "no-qualified-person", "operations.csv"},
  });
}

TEST(Faults, Dates) {
  expect_found(std::vector<Changed>{
      {"orders.csv", "2026-12-04", "2027-06-01", "due-after-horizon", "orders.csv", kWarning},
      {"orders.csv", "2026-12-04", "2026-11-20", "due-in-the-past", "orders.csv", kWarning},
      {"production_orders.csv", "2026-12-01", "2026-11-01", "due-in-the-past", "production_orders.csv", kWarning},
      {"purchase_orders.csv", "2026-12-01", "2026-11-01", "receipt-overdue", "purchase_orders.csv", kWarning},
      {"purchase_orders.csv", "2026-12-01", "2027-11-01", "receipt-after-horizon", "purchase_orders.csv", kWarning},
      {"progress.csv", "2026-11-20T09:00", "2026-11-24T09:00", "work-in-the-future", "progress.csv"},
      {"progress.csv", "done,weld-1,2026-11-20T07:00,2026-11-20T09:00", "pinned,weld-1,2026-11-20T07:00,",
       "pinned-in-the-past", "progress.csv"},
      {"progress.csv", "weld-1,2026-11-20T07:00", "weld-1,", "missing-value", "progress.csv"},
      {"progress.csv", "done,weld-1,2026-11-20T07:00,2026-11-20T09:00,ana", "started,weld-1,2026-11-20T07:00,,ben",
       "named-without-skill", "progress.csv", kWarning},
      {"progress.csv", "done,weld-1", "done,", "missing-value", "progress.csv"},
      {"plant.csv", "2027-01-31", "2026-11-01", "horizon-before-origin", "plant.csv"},
      {"budgets.csv", "1500,900", "800,900", "cap-already-broken", "budgets.csv", kWarning},
      {"orders.csv", "requested\nSO-1,dealer,bike,4,2026-12-04",
       "requested,status\nSO-1,dealer,bike,4,2026-12-04,closed", "nothing-to-plan", "orders.csv", kWarning},
      {"orders.csv", "requested\nSO-1,dealer,bike,4,2026-12-04", "requested,priority\nSO-1,dealer,bike,4,2026-12-04,50",
       "priority-high", "orders.csv", kWarning},
  });
}

TEST(Faults, FilesAndColumns) {
  expect_found({
      {"plant.csv", "-", "missing-file", 0, ""},
      {"item.csv", "id\nx\n", "unknown-file", 0, ""},
      {"notes.csv", "what\never\n", "unknown-file", 0, "", kWarning},
      {"customers.csv", "", "empty-file", 0, ""},
      {"customers.csv", "name\nDealer\n", "missing-column", 1, "id"},
      {"customers.csv", "id,nmae\ndealer,Dealer\n", "unknown-column", 1, "nmae"},
      {"customers.csv", "id,telephone\ndealer,112\n", "unknown-column", 1, "telephone", kWarning},
      {"customers.csv", "id,name,name\ndealer,Dealer,D\n", "duplicate-column", 1, "name"},
      {"customers.csv", "id;name\ndealer;Dealer\n", "wrong-separator", 1, ""},
      {"customers.csv", "id\ndealer,Dealer\n", "wrong-cell-count", 2, ""},
      {"customers.csv", "id,name\ndealer\n", "wrong-cell-count", 2, ""},
      {"customers.csv", "id,name\ndealer,\"Dealer\n", "unclosed-quote", 2, ""},
      {"plant.csv", "origin,horizon\n2026-11-23,2027-01-31\n2026-11-24,2027-01-31\n", "row-count", 3, ""},
      {"plant.csv", "origin,horizon\n", "row-count", 1, ""},
  });
}

TEST(Faults, WhatIsNoTextAtAll) {
  const std::string utf16("\xFF\xFEi\0d\0\n\0", 8);
  const std::string zeros(100'000, '\0');
  expect_found({
      {"customers.csv", utf16, "wrong-encoding", 0, ""},
      {"customers.csv", "id,name\ndealer,M\xFCller\n", "wrong-encoding", 2, ""},
      {"customers.csv", zeros, "binary-file", 1, ""},
      {"customers.csv", "PK\x03\x04xlsx", "binary-file", 0, ""},
      {"customers.csv", "id\n" + std::string(10'000'000, 'x'), "cell-too-long", 2, ""},
      {"customers.csv", "id\ndealer\n" + std::string(1'000'000, ','), "too-many-cells", 3, ""},
      {"customers.csv", "\xEF\xBB\xBFid\ndealer\n\n\nx,\n", "wrong-cell-count", 5, ""},
  });
}

// Many faults of one kind stay readable and small, and the count is right.
TEST(Faults, AreSummedUpBeyondAHundredOfAKind) {
  std::map<std::string, std::string> files = sound_files();
  for (int i = 0; i < 1'000; ++i) files["stock.csv"] += "nothing-" + std::to_string(i) + ",,1\n";
  const base::Issues issues = issues_of(files);
  std::size_t named = 0;
  std::string rest;
  for (const base::Issue& issue : issues) {
    if (issue.code != "unknown-item") continue;
    if (issue.where.row != 0) ++named;
    if (issue.where.row == 0) rest = issue.message;
  }
  EXPECT_EQ(named, 100U);
  EXPECT_EQ(rest, "900 more of the same kind");
}

// Several faults in several files come together.
TEST(Faults, ComeAllAtOnce) {
  std::map<std::string, std::string> files = sound_files();
  files["orders.csv"] += "SO-2,dealer,bikr,many,2026-12-04\n";
  files["boms.csv"] += "frame,bike,1\n";
  files["offers.csv"] += "acme,frame,2,GBP,\n";
  std::vector<std::string> codes;
  for (const base::Issue& issue : issues_of(files)) {
    if (issue.severity == base::Severity::error) codes.push_back(issue.code);
  }
  EXPECT_EQ(codes, (std::vector<std::string>{"bom-cycle", "currency-without-rate", "unknown-item", "bad-number"}));
}

TEST(Faults, AnAssumptionIsOneLinePerColumnWithItsCount) {
  std::size_t found = 0;
  for (const base::Issue& issue : issues_of(sound_files())) {
    if (issue.where.file != "items.csv" || issue.where.column != "yield") continue;
    ++found;
    EXPECT_EQ(issue.where.value, "1");
    EXPECT_NE(issue.message.find("4 of 4 rows"), std::string::npos) << issue.message;
  }
  EXPECT_EQ(found, 1U);
}

TEST(Faults, WhatCannotWork) {
  expect_found({
      {"boms.csv", "+frame,bike,1", "bom-cycle", 2, "component"},
      {"boms.csv", "+frame,frame,1", "bom-cycle", 4, "component"},
      {"substitutes.csv", "+frame,tube,bike", "bom-cycle", 2, "component", kError, "boms.csv"},
      {"precedences.csv", "+bike,20,10,1h", "routing-cycle", 0, "after"},
      {"precedences.csv", "+frame,10,10,1h", "routing-cycle", 0, "after"},
      {"operation_skills.csv", "+frame,20,welder,3", "no-qualified-person", 5, "operation", kError, "operations.csv"},
      {"operation_tools.csv", "+bike,10,jig,3", "too-few-tools", 2, "operation", kError, "operations.csv"},
      {"calendars.csv", "+late", "calendar-never-open", 3, "id", kWarning},
      {"progress.csv", "+MO-1,20,done,weld-1,2026-11-20T10:00,2026-11-20T11:00,", "unit-not-eligible", 3, "work_unit"},
  });
}

}  // namespace
}  // namespace kilter::codec::plant
