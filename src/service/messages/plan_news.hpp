// Who must know what of a new plan: one message for each whom it touches, with their own lines alone, and silence for
// everybody else.
//
//   to person HART     "MO-7/10 40 FR-CITY, Weld: Tue 24 Nov 09:10 on W-2, was Mon 23 Nov 14:00 on W-1"
//   to role buyer      "order 40 MOTOR-250 from NORDTEK by Wed 25 Nov, arrives Tue 8 Dec"
//   to vendor NORDTEK  a draft: sent when somebody sends it
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "service/messages/plan_sheet.hpp"
#include "time/zone.hpp"

namespace kilter::service {

enum class Addressee : std::uint8_t { person, role, vendor, customer };
std::string_view word(Addressee addressee);

struct News {
  Addressee to_kind = Addressee::person;
  std::string to;  // person, role, vendor or customer
  std::string subject;
  std::vector<std::string> lines;  // never none
};

struct NewsStyle {
  const time::Zone& zone;  // of the plant
  std::string currency;
  Second tolerance = 5 * 60;    // a start or delivery that moves by no more is as it was
  std::size_t most_lines = 40;  // in one message; what is beyond is counted in the last
};

// What differs from the plan before; null: there was none, and everybody who has work is told of it. Persons first, by
// id, then roles, vendors, customers.
std::vector<News> news_of(const PlanSheet* before, const PlanSheet& now, const NewsStyle& style);

// The share of operations in both plans whose start moved by more than the tolerance or whose unit changed, in
// percent: how nervous the plan is. 0 when there are none.
double nervousness(const PlanSheet& before, const PlanSheet& now, Second tolerance);

}  // namespace kilter::service
