// The tables of a plan folder as text, read without its plant: what comparing two plans needs.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/issue.hpp"
#include "codec/plan/read/plan_header.hpp"
#include "codec/plan/read/read_plan.hpp"

namespace kilter::codec {

struct OperationRow {
  std::string start;
  std::string unit;
  std::string people;
};

struct PlanTexts {
  std::map<std::string, std::string> delivered;               // order -> date, empty: not whole
  std::map<std::string, OperationRow> operations;             // by name that both plans share
  std::map<std::string, std::vector<std::string>> purchases;  // item -> descriptions by date
  PlanHeader header;
};

// Appends faults, with `which` in front of the file's name.
PlanTexts read_plan_texts(std::span<const PlanFile> files, std::string_view which, base::Issues& issues);

}  // namespace kilter::codec
