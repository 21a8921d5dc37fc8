#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "codec/benchmark/solution/verify.hpp"

namespace kilter::codec::benchmark {
namespace {

class ShopProof {
 public:
  ShopProof(const ShopInstance& shop, const std::vector<ShopRow>& rows) : shop_(shop), rows_(rows) {}

  Verdict run() {
    find_rows();
    for (Index op = 0; op < shop_.operation_count(); ++op) check_operation(op);
    for (const Precedence& each : shop_.precedences) check_precedence(each);
    for (auto& [machine, operations] : on_machine_) check_machine(machine, operations);
    add_objectives();
    return std::move(verdict_);
  }

 private:
  [[nodiscard]] std::string name(Index op) const {
    return fmt::format("job {} operation {}", shop_.job[op], shop_.number[op]);
  }

  void find_rows() {
    std::map<std::pair<std::int64_t, std::int64_t>, Index> known;
    for (Index op = 0; op < shop_.operation_count(); ++op) known[{shop_.job[op], shop_.number[op]}] = op;
    row_of_.assign(shop_.operation_count(), nullptr);
    for (const ShopRow& row : rows_) {
      const auto found = known.find({row.job, row.operation});
      if (found == known.end()) {
        report(fmt::format("job {} operation {}: the instance has none of that number", row.job, row.operation));
      } else if (row_of_[found->second] != nullptr) {
        report(fmt::format("{}: stands twice in the solution", name(found->second)));
      } else {
        row_of_[found->second] = &row;
      }
    }
  }

  void report(std::string text) { verdict_.violations.push_back(std::move(text)); }

  void check_operation(Index op) {
    const ShopRow* row = row_of_[op];
    if (row == nullptr) return report(fmt::format("{}: is missing", name(op)));
    if (row->start < 0) report(fmt::format("{}: starts at {}, before time 0", name(op), row->start));
    bool on_machine = false;
    bool in_time = false;
    for (const ShopMode& mode : shop_.modes_of(op)) {
      const bool here =
          row->machine >= mode.first_machine && row->machine < std::int64_t{mode.first_machine} + mode.machines;
      on_machine = on_machine || here;
      in_time = in_time || (here && row->end - row->start == mode.duration);
    }
    if (!on_machine) report(fmt::format("{}: cannot be done on machine {}", name(op), row->machine));
    if (on_machine && !in_time) {
      report(fmt::format("{}: takes {} on machine {}, not its duration there", name(op), row->end - row->start,
                         row->machine));
    }
    on_machine_[row->machine].push_back(op);
  }

  void check_precedence(const Precedence& each) {
    const ShopRow* before = row_of_[each.before];
    const ShopRow* after = row_of_[each.after];
    if (before == nullptr || after == nullptr || after->start >= before->end) return;
    report(fmt::format("{}: starts at {} before {} ends at {}", name(each.after), after->start, name(each.before),
                       before->end));
  }

  [[nodiscard]] std::int64_t setup(std::int64_t machine, Index from, Index to) const {
    if (shop_.family.empty()) return 0;
    const auto at = shop_.setups.size() == 1 ? 0 : static_cast<std::size_t>(machine);
    if (at >= shop_.setups.size()) return 0;  // no such machine, said already
    return shop_.setups[at][std::size_t{shop_.family[from]} * shop_.family_count + shop_.family[to]];
  }

  void check_machine(std::int64_t machine, std::vector<Index>& operations) {
    std::stable_sort(operations.begin(), operations.end(), [this](Index a, Index b) {
      return std::pair(row_of_[a]->start, row_of_[a]->end) < std::pair(row_of_[b]->start, row_of_[b]->end);
    });
    const Index first = operations.front();
    const std::int64_t initial = shop_.initial_setup.empty() ? 0 : shop_.initial_setup[shop_.family[first]];
    if (initial > 0 && row_of_[first]->start < initial) {
      report(fmt::format("machine {}: {} starts at {}, its setup takes {}", machine, name(first), row_of_[first]->start,
                         initial));
    }
    for (std::size_t i = 1; i < operations.size(); ++i) check_pair(machine, operations[i - 1], operations[i]);
  }

  void check_pair(std::int64_t machine, Index before, Index after) {
    const std::int64_t between = setup(machine, before, after);
    const std::int64_t end = row_of_[before]->end;
    const std::int64_t start = row_of_[after]->start;
    if (start >= end + between) return;
    report(fmt::format("machine {}: {} starts at {}, but {} ends at {}{}", machine, name(after), start, name(before),
                       end, between > 0 ? fmt::format(" and the setup takes {}", between) : std::string()));
  }

  void add_objectives() {
    std::vector<std::int64_t> completion(shop_.job_count, 0);
    std::int64_t makespan = 0;
    for (Index op = 0; op < shop_.operation_count(); ++op) {
      if (row_of_[op] == nullptr) continue;
      std::int64_t& last = completion[shop_.job[op]];
      last = std::max(last, row_of_[op]->end);
      makespan = std::max(makespan, row_of_[op]->end);
    }
    verdict_.makespan = makespan;
    if (shop_.due.empty()) return;
    std::int64_t sum = 0;
    for (Index job = 0; job < shop_.job_count; ++job) {
      sum += std::max<std::int64_t>(0, completion[job] - shop_.due[job]) * shop_.weight[job];
    }
    verdict_.tardiness = sum;
  }

  const ShopInstance& shop_;
  const std::vector<ShopRow>& rows_;
  std::vector<const ShopRow*> row_of_;                     // operation -> row; null: missing
  std::map<std::int64_t, std::vector<Index>> on_machine_;  // as the solution says
  Verdict verdict_;
};

}  // namespace

Verdict verify_shop(const ShopInstance& shop, const std::vector<ShopRow>& rows) { return ShopProof(shop, rows).run(); }

}  // namespace kilter::codec::benchmark
