#include "planning/planning_instance.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <fstream>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/random.hpp"

namespace kilter::bench {
namespace {

constexpr std::uint32_t kLevels = 5;
constexpr std::uint32_t kResourceLevel = 1;
constexpr std::uint32_t kComponentsPerItem = 4;
constexpr std::uint32_t kCustomers = 100;
constexpr std::int64_t kDay = 86'400;
constexpr double kMeanDueDays = 30;
constexpr double kMeanLeadDays = 40;
constexpr double kLeadDeviation = 40.0 / 3;
constexpr double kStockedShare = 0.2;

// Sum of twelve uniforms less six: normal enough, and the same on every machine.
double normal(base::Random& random) {
  double sum = -6;
  for (int i = 0; i < 12; ++i) sum += random.unit();
  return sum;
}

std::string item_name(std::uint32_t item, std::uint32_t level) {
  return level == 0 ? fmt::format("I{:05}", item) : fmt::format("I{:05}.{}", item, level);
}

class InstanceWriter {
 public:
  InstanceWriter(const PlanningSize& size, std::filesystem::path folder)
      : size_(size), folder_(std::move(folder)), random_(size.seed), components_(2 * size.end_items) {}

  bool write() {
    std::error_code fault;
    std::filesystem::create_directories(folder_, fault);
    write_fixed_tables();
    write_resources();
    write_items();
    write_components();
    write_operations();
    write_materials();
    write_demands();
    return good_ && !fault;
  }

 private:
  // One file per table, closed and checked.
  void table(std::string_view name, const std::string& content) {
    std::ofstream file(folder_ / (std::string(name) + ".csv"), std::ios::binary);
    file << content;
    file.close();
    good_ = good_ && file.good();
  }

  [[nodiscard]] std::uint32_t resources() const { return std::max(1U, size_.end_items * 3 / 5); }
  [[nodiscard]] std::string cost(std::int64_t low, std::int64_t high) {
    const std::int64_t cents = random_.between(low * 100, high * 100);
    return fmt::format("{}.{:02}", cents / 100, cents % 100);
  }

  void write_fixed_tables() {
    table("parameter", "name,value\ncurrentdate,2027-01-04 00:00:00\n");
    table("location", "name,available\nFactory,Working days\n");
    table("calendar", "name,defaultvalue\nWorking days,0\n");
    table(
        "calendarbucket",
        "calendar,startdate,enddate,value,priority,monday,tuesday,wednesday,thursday,friday,saturday,sunday,starttime,"
        "endtime\nWorking days,2020-01-01 00:00:00,2040-01-01 00:00:00,1,1,true,true,true,true,true,false,false,"
        "00:00:00,23:59:59\n");
    table("supplier", "name\nComponent supplier\n");
    std::string customers = "name\n";
    for (std::uint32_t i = 0; i < kCustomers; ++i) customers += fmt::format("Customer {:02}\n", i);
    table("customer", customers);
  }

  // Every resource has an item; the other items share them at random.
  void write_resources() {
    std::string rows = "name,type,maximum,location\n";
    for (std::uint32_t i = 0; i < resources(); ++i) rows += fmt::format("R{:04},default,5,Factory\n", i);
    table("resource", rows);
    std::string loads = "operation,resource,quantity\n";
    for (std::uint32_t i = 0; i < size_.end_items; ++i) {
      const std::uint32_t resource = i < resources() ? i : random_.below(resources());
      loads += fmt::format("make {},R{:04},1\n", item_name(i, kResourceLevel), resource);
    }
    table("operationresource", loads);
  }

  void write_items() {
    std::string rows = "name,cost\n";
    for (std::uint32_t i = 0; i < components_; ++i) {
      component_costs_.push_back(cost(1, 100));
      rows += fmt::format("C{:05},{}\n", i, component_costs_.back());
    }
    for (std::uint32_t i = 0; i < size_.end_items; ++i) {
      for (std::uint32_t level = 0; level < kLevels; ++level)
        rows += fmt::format("{},{}\n", item_name(i, level), cost(100, 200));
    }
    table("item", rows);
  }

  void write_components() {
    std::string stock = "item,location,onhand,minimum\n";
    std::string offers = "item,supplier,location,leadtime,cost,sizeminimum,sizemultiple,priority\n";
    for (std::uint32_t i = 0; i < components_; ++i) {
      const std::int64_t days =
          std::max<std::int64_t>(1, std::llround(kMeanLeadDays + kLeadDeviation * normal(random_)));
      const std::int64_t on_hand = std::llround(static_cast<double>(days) * (1 + 2 * random_.unit()));
      stock += fmt::format("C{:05},Factory,{},20\n", i, on_hand);
      offers += fmt::format("C{:05},Component supplier,Factory,{},{},80,10,1\n", i, days * kDay, component_costs_[i]);
    }
    for (std::uint32_t i = 0; i < size_.end_items; ++i) {
      for (std::uint32_t level = 0; level < kLevels; ++level) {
        if (random_.chance(kStockedShare))
          stock += fmt::format("{},Factory,{},0\n", item_name(i, level), random_.between(5, 19));
      }
    }
    table("buffer", stock);
    table("itemsupplier", offers);
  }

  void write_operations() {
    std::string rows = "name,type,item,location,duration,duration_per,sizeminimum,sizemultiple\n";
    for (std::uint32_t i = 0; i < size_.end_items; ++i) {
      for (std::uint32_t level = 0; level < kLevels; ++level) {
        const std::string item = item_name(i, level);
        rows += level == kResourceLevel
                    ? fmt::format("make {},time_per,{},Factory,,{},1,1\n", item, item, kDay)
                    : fmt::format("make {},fixed_time,{},Factory,{},,1,1\n", item, item, random_.between(1, 5) * kDay);
      }
    }
    table("operation", rows);
  }

  void write_materials() {
    std::string rows = "operation,item,quantity,type\n";
    for (std::uint32_t i = 0; i < size_.end_items; ++i) {
      for (std::uint32_t level = 0; level < kLevels; ++level) {
        const std::string item = item_name(i, level);
        rows += fmt::format("make {},{},1,end\n", item, item);
        if (level + 1 < kLevels) rows += fmt::format("make {},{},-1,start\n", item, item_name(i, level + 1));
      }
      rows += component_lines(i);
    }
    table("operationmaterial", rows);
  }

  // 1, 2 or 3 of a component at some operation of the chain; 1 in three cases of five.
  std::string component_lines(std::uint32_t item) {
    static constexpr std::array<int, 5> kQuantities{1, 1, 1, 2, 3};
    std::set<std::pair<std::uint32_t, std::uint32_t>> used;
    std::string rows;
    while (used.size() < kComponentsPerItem) {
      const std::uint32_t level = random_.below(kLevels);
      const std::uint32_t component = random_.below(components_);
      if (!used.emplace(level, component).second) continue;
      rows +=
          fmt::format("make {},C{:05},-{},start\n", item_name(item, level), component, kQuantities[random_.below(5)]);
    }
    return rows;
  }

  void write_demands() {
    std::string rows = "name,item,location,customer,due,quantity,priority,status\n";
    for (std::uint32_t i = 0; i < size_.end_items; ++i) {
      for (std::uint32_t order = 0; order < size_.orders_per_item * size_.load; ++order) {
        const double days = -std::log1p(-random_.unit()) * kMeanDueDays;
        rows += fmt::format("D{:05}-{:04},{},Factory,Customer {:02},{},{},{},open\n", i, order, item_name(i, 0),
                            random_.below(kCustomers), date(static_cast<std::int64_t>(days * 24)),
                            random_.between(1, 5), random_.between(1, 2));
      }
    }
    table("demand", rows);
  }

  // Hours after Monday, 2027-01-04 00:00.
  static std::string date(std::int64_t hours) {
    const auto day = std::chrono::sys_days(std::chrono::year(2027) / 1 / 4) + std::chrono::days(hours / 24);
    const std::chrono::year_month_day civil(day);
    return fmt::format("{:04}-{:02}-{:02} {:02}:00:00", static_cast<int>(civil.year()),
                       static_cast<unsigned>(civil.month()), static_cast<unsigned>(civil.day()), hours % 24);
  }

  PlanningSize size_;
  std::filesystem::path folder_;
  base::Random random_;
  std::uint32_t components_;
  std::vector<std::string> component_costs_;
  bool good_ = true;
};

}  // namespace

bool write_planning_instance(const PlanningSize& size, const std::filesystem::path& folder) {
  return InstanceWriter(size, folder).write();
}

}  // namespace kilter::bench
