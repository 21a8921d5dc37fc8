// Lot sizing of one item over several offers: the dynamic programme of Wagner and Whitin (1958), carried over positions
// of the demand series instead of periods, so that all-units price breaks, minimum, multiple and maximum quantities of
// several vendors fit in (compare Federgruen and Lee 1990 for breaks).
//
//   label = (position covered so far, cost);  a purchase leads from a label to the position that its lot reaches
//
//   |----d0----|--d1--|------d2------|--d3--|
//   0 ------ lot A ------>*--------- lot B ------>*     the surplus of a lot covers what comes next
//
// A purchase arrives when its first demand is served, or as soon after as the vendor can; under limits of vendors and
// budgets also in earlier and later weeks and periods. Lots tried: up to the end of each demand within a window of
// `kWindow`, and all sizes where a price, minimum or maximum begins. For few demands on a coarse grid of quantities
// every size on the grid is tried, which is exact. Labels: the cheapest at each position; at most `kBreadth` waiting
// per demand. Window and breadth are smaller under limits.
//
// O(demands x offers x window x kBreadth) worst case; with one price, no lot rules and no order cost linear in the
// demands.
#pragma once

#include <cstdint>
#include <vector>

#include "model/plant.hpp"
#include "sourcing/limits/ledger.hpp"
#include "sourcing/series/coverage.hpp"
#include "sourcing/series/label_pool.hpp"
#include "sourcing/series/receipt_options.hpp"

namespace kilter::sourcing {

inline constexpr std::size_t kWindow = 48;
inline constexpr std::size_t kBreadth = 6;
// Under limits every label has many more ways on: dates.
inline constexpr std::size_t kLimitedWindow = 8;
inline constexpr std::size_t kLimitedBreadth = 2;

// One decision to buy.
struct Choice {
  std::uint32_t terms = 0;  // index into the terms given
  Lot lot;
  Tick receipt = 0;
  Tick order_at = 0;
  bool limited = false;  // moved or made smaller by a limit
};

struct Solution {
  std::vector<Choice> choices;    // in the order of the positions that they cover
  std::int64_t covered = 0;       // good millionths, at most the series' total
  MicroCents cost = 0;            // of what is covered: goods, order costs, holding, lateness
  bool met_vendor_limit = false;  // a lot was cut because of a vendor's week, of a cap
  bool met_budget_limit = false;
};

Use use_of(const Terms& terms, const Choice& choice);

class LotSizing {
 public:
  // No limits. Keeps a reference.
  explicit LotSizing(const model::Plant& plant) : plant_(plant) {}
  // Within what `ledger` has left. `thorough`: for few demands on a coarse grid keep labels apart that use the limits
  // up in different ways. Keeps references.
  LotSizing(const model::Plant& plant, const Ledger& ledger, bool thorough)
      : plant_(plant), ledger_(&ledger), thorough_(thorough) {}

  // The cheapest way found to cover as much of the series as possible.
  Solution solve(const DemandSeries& series, const std::vector<Terms>& terms);

 private:
  // One label's expansion by one offer: where it stands.
  struct Step {
    std::uint32_t label = kNoLabel;
    std::uint32_t terms = 0;
    std::size_t demand = 0;
    std::int64_t position = 0;
    Tick partial = time::kLongAgo;
    Tick wanted = 0;  // receipt without limits
    SeriesCost cost;
  };

  void prepare(const std::vector<Terms>& terms);
  void set_grid(const DemandSeries& series, const std::vector<Terms>& terms);
  void expand(const SeriesFacts& facts, std::uint32_t label, std::size_t demand);
  void expand_by(const SeriesFacts& facts, Step step);
  void buy(const SeriesFacts& facts, const Step& step, const ReceiptOption& option);
  // What a purchase of `lot` leads to, without `limited`.
  [[nodiscard]] Label label_of(const Step& step, const Coverage& coverage, const Lot& lot,
                               const ReceiptOption& option) const;
  void buy_rest_late(const SeriesFacts& facts, const Step& step, const ReceiptOptions& dates);
  void candidates(const SeriesFacts& facts, const Step& step, Tick receipt);
  void run_candidates(const SeriesFacts& facts, const Step& step, Tick receipt);
  void single_candidates(const SeriesFacts& facts, const Step& step);
  void grid_candidates(const SeriesFacts& facts, const Step& step);
  void backfill_candidates(const SeriesFacts& facts, const Step& step, const ReceiptOption& wanted);
  [[nodiscard]] Amounts amounts_of(const Terms& terms) const;
  [[nodiscard]] bool cut(const Step& step, const ReceiptOption& option);
  void collect_taken(std::uint32_t label);
  [[nodiscard]] std::uint64_t usage_with(std::uint64_t usage, const Terms& terms, const Choice& choice) const;
  Solution read_back(const SeriesFacts& facts);

  const model::Plant& plant_;
  const Ledger* ledger_ = nullptr;
  bool thorough_ = false;
  LabelPool pool_;
  const std::vector<Terms>* terms_ = nullptr;
  std::vector<std::vector<Lot>> thresholds_;  // per offer
  std::int64_t grid_ = 0;                     // step in millionths; 0: not on a grid
  std::int64_t grain_ = 1;
  bool met_vendor_limit_ = false;
  bool met_budget_limit_ = false;
  std::vector<Lot> lots_;  // reused
  std::vector<Use> taken_;
  std::vector<ReceiptOption> options_;
};

}  // namespace kilter::sourcing
