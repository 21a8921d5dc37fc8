// A plant folder of any size, for measuring how fast one is read: `scale` 1 is 70,000 items, 50,000 operations and
// 300,000 orders. Deterministic.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/random.hpp"

namespace kilter::bench {

// File names and contents.
using Folder = std::vector<std::pair<std::string, std::string>>;

class FolderMaker {
 public:
  explicit FolderMaker(double scale)
      : made_(static_cast<std::uint32_t>(20'000 * scale)),
        bought_(static_cast<std::uint32_t>(50'000 * scale)),
        orders_(static_cast<std::uint32_t>(300'000 * scale)) {}

  Folder make() {
    Folder folder{{"plant.csv", "name,time_zone,origin,horizon\nLarge,Europe/Berlin,2026-11-23T06:00,2027-11-30\n"}};
    folder.emplace_back("calendars.csv", "id\ntwo-shift\n");
    folder.emplace_back("calendar_shifts.csv", "calendar,days,start,end\ntwo-shift,Mon-Fri,06:00,22:00\n");
    folder.emplace_back("work_centres.csv", centres());
    folder.emplace_back("work_units.csv", units());
    folder.emplace_back("items.csv", items());
    folder.emplace_back("operations.csv", operations());
    folder.emplace_back("boms.csv", boms());
    folder.emplace_back("vendors.csv", vendors());
    folder.emplace_back("offers.csv", offers());
    folder.emplace_back("customers.csv", customers());
    folder.emplace_back("orders.csv", orders());
    return folder;
  }

 private:
  static constexpr std::uint32_t kCentres = 200;
  static constexpr std::uint32_t kVendors = 500;
  static constexpr std::uint32_t kCustomers = 5'000;

  static std::string numbered(const char* stem, std::uint32_t number) {
    return stem + std::to_string(100'000 + number);
  }
  static std::string date(std::uint32_t day) {
    static constexpr const char* kMonths[] = {"2026-12-", "2027-01-", "2027-03-", "2027-04-", "2027-05-", "2027-06-"};
    const std::uint32_t of_month = day % 28 + 1;
    return kMonths[day / 28 % 6] + std::string(of_month < 10 ? "0" : "") + std::to_string(of_month);
  }

  std::string centres() {
    std::string text = "id,name\n";
    for (std::uint32_t i = 0; i < kCentres; ++i) text += numbered("WC", i) + ",Work centre " + std::to_string(i) + "\n";
    return text;
  }
  std::string units() {
    std::string text = "id,work_centre,calendar,cost_per_hour\n";
    for (std::uint32_t i = 0; i < kCentres; ++i)
      text += numbered("U", i) + "," + numbered("WC", i) + ",two-shift,42.50\n";
    return text;
  }
  std::string items() {
    std::string text = "id,name,unit,source,cost,lot_policy,lot_minimum,lot_days\n";
    for (std::uint32_t i = 0; i < made_; ++i)
      text += numbered("M", i) + ",Assembly number " + std::to_string(i) + ",pcs,make,125.50,lot_for_lot,1,\n";
    for (std::uint32_t i = 0; i < bought_; ++i)
      text += numbered("B", i) + ",\"Part, type " + std::to_string(i) + "\",pcs,buy,3.75,period,10,7\n";
    return text;
  }
  std::string operations() {
    std::string text = "item,operation,name,work_centre,setup,run_per_unit\n";
    for (std::uint32_t i = 0; i < made_ * 5 / 2; ++i) {
      text += numbered("M", i * 2 / 5) + "," + std::to_string((i * 2 % 5 / 2 + 1) * 10) + ",Operation," +
              numbered("WC", random_.below(kCentres)) + ",15m,2m 30s\n";
    }
    return text;
  }
  std::string boms() {
    std::string text = "item,component,quantity,scrap\n";
    for (std::uint32_t i = 0; i < made_; ++i) {
      for (std::uint32_t k = 0; k < 4; ++k) {
        const bool sub = k == 0 && i + 1 < made_;
        const std::uint32_t other = sub ? i + 1 + random_.below(made_ - i - 1) : random_.below(bought_);
        text += numbered("M", i) + "," + numbered(sub ? "M" : "B", other) + "," + std::to_string(1 + k) + ",0.02\n";
      }
    }
    return text;
  }
  std::string vendors() {
    std::string text = "id,name\n";
    for (std::uint32_t i = 0; i < kVendors; ++i) text += numbered("V", i) + ",Vendor " + std::to_string(i) + "\n";
    return text;
  }
  std::string offers() {
    std::string text = "vendor,item,price,minimum,lead_time\n";
    for (std::uint32_t i = 0; i < bought_; ++i)
      text += numbered("V", random_.below(kVendors)) + "," + numbered("B", i) + ",3.70,50,14d\n";
    return text;
  }
  std::string customers() {
    std::string text = "id,name\n";
    for (std::uint32_t i = 0; i < kCustomers; ++i) text += numbered("C", i) + ",Customer " + std::to_string(i) + "\n";
    return text;
  }
  std::string orders() {
    std::string text = "id,customer,item,quantity,requested,priority,price,penalty_per_day,status\n";
    for (std::uint32_t i = 0; i < orders_; ++i) {
      text += numbered("SO-2026-", i) + "," + numbered("C", random_.below(kCustomers)) + "," +
              numbered("M", random_.below(made_)) + "," + std::to_string(1 + random_.below(40)) + "," +
              date(random_.below(168)) + "," + std::to_string(1 + random_.below(5)) + ",249.90,25,firm\n";
    }
    return text;
  }

  std::uint32_t made_;
  std::uint32_t bought_;
  std::uint32_t orders_;
  base::Random random_{2026};
};

}  // namespace kilter::bench
