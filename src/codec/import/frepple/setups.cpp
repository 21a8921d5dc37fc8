#include "codec/import/frepple/setups.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace kilter::codec::frepple {
namespace {

constexpr std::size_t kMostSetups = 100;

using Names = std::set<std::string_view>;

class SetupImport {
 public:
  explicit SetupImport(Session& session) : session_(session) {
    for (const SourceRow row : session.table("resource")) {
      if (row.has("setupmatrix")) matrix_of_.emplace(row.text("name"), row.text("setupmatrix"));
    }
    for (const SourceRow row : session.table("setuprule")) rules_[row.text("setupmatrix")].push_back(row);
    for (auto& [matrix, rules] : rules_) {
      std::ranges::stable_sort(rules, {}, [](const SourceRow& row) { return row.whole("priority").value_or(0); });
    }
  }

  void carry() {
    static_cast<void>(session_.table("setupmatrix").has_column("name"));  // the rules name the matrix
    carry_families();
    carry_units();
    for (const auto& [matrix, setups] : setups_) carry_matrix(matrix, setups);
  }

 private:
  void carry_families() {
    std::map<std::string_view, std::string_view> family_of;
    for (const SourceRow row : session_.table("operationresource")) {
      if (!row.has("setup")) continue;
      const auto matrix = matrix_of_.find(row.text("resource"));
      if (matrix == matrix_of_.end()) {
        session_.not_carried(row.place("setup"), "The resource has no setup matrix.");
        continue;
      }
      family_of.emplace(row.text("operation"), row.text("setup"));
      setups_[matrix->second].insert(row.text("setup"));
    }
    for (model::OperationRow& operation : session_.draft.operations) {
      if (const auto family = family_of.find(operation.operation.view()); family != family_of.end()) {
        operation.family = family->second;
      }
    }
  }

  void carry_units() {
    std::map<std::string_view, std::string_view> first_setup;
    for (const SourceRow row : session_.table("resource")) {
      if (row.has("setup")) first_setup.emplace(row.text("name"), row.text("setup"));
    }
    for (model::WorkUnitRow& unit : session_.draft.work_units) {
      const auto matrix = matrix_of_.find(unit.id.view());
      if (matrix == matrix_of_.end() || !setups_.contains(matrix->second)) continue;
      unit.setup_matrix = matrix->second;
      if (const auto first = first_setup.find(unit.id.view()); first != first_setup.end()) {
        unit.initial_family = first->second;
        setups_[matrix->second].insert(first->second);
      }
    }
  }

  void carry_matrix(std::string_view matrix, const Names& setups) {
    if (setups.size() > kMostSetups) {
      session_.not_carried({"setuprule.csv", 0, "setupmatrix", std::string(matrix)},
                           "More than 100 setups are in use.");
      return;
    }
    for (const std::string_view from : setups) {
      for (const std::string_view to : setups) {
        if (from != to) carry_pair(matrix, from, to);
      }
    }
  }

  void carry_pair(std::string_view matrix, std::string_view from, std::string_view to) {
    for (const SourceRow& rule : rules_[matrix]) {
      if (!fits_pattern(rule.text("fromsetup"), from) || !fits_pattern(rule.text("tosetup"), to)) continue;
      session_.draft.setup_matrices.push_back({.matrix = matrix,
                                               .from_family = from,
                                               .to_family = to,
                                               .time = rule.seconds("duration").value_or(time::Duration(0)),
                                               .cost = base::Money::minor(rule.micros("cost").value_or(0) / 10'000),
                                               .row = rule.number()});
      return;
    }
    session_.not_carried({"setuprule.csv", 0, "setupmatrix", std::string(matrix)},
                         "No rule leads from '" + std::string(from) + "' to '" + std::string(to) +
                             "': forbidden there, planned without setup.");
  }

  Session& session_;
  std::map<std::string_view, std::string_view> matrix_of_;
  std::map<std::string_view, std::vector<SourceRow>> rules_;
  std::map<std::string_view, Names> setups_;
};

}  // namespace

// Greedy matching that goes back to the last star (Kirk Krauss 2008): O(pattern x text) at worst.
bool fits_pattern(std::string_view pattern, std::string_view text) {
  if (pattern.empty()) return true;
  std::size_t p = 0;
  std::size_t t = 0;
  std::size_t star = std::string_view::npos;
  std::size_t resume = 0;
  while (t < text.size()) {
    if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == text[t])) {
      ++p;
      ++t;
    } else if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      resume = t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      t = ++resume;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

void import_setups(Session& session) { SetupImport(session).carry(); }

}  // namespace kilter::codec::frepple
