// When a purchase may arrive under limits, and how much it may be then.
#pragma once

#include <vector>

#include "sourcing/limits/ledger.hpp"
#include "sourcing/offers/terms.hpp"

namespace kilter::sourcing {

// A receipt and what is left for it of the vendor's week and of the caps of its order date.
struct ReceiptOption {
  Tick receipt = 0;
  Tick order_at = 0;
  std::int64_t units = Ledger::kUnlimited;    // millionths
  std::int64_t goods = Ledger::kUnlimited;    // cents
  std::int64_t freight = Ledger::kUnlimited;  // cents
};

// How many weeks and periods with room are tried on each side of the wanted date; of periods more, until what they have
// left together is enough for so many of the largest lots.
inline constexpr int kOptionsEachWay = 4;
inline constexpr std::int64_t kLotsEachWay = 2;

// Cents that goods cost: of the smallest lot that is worth buying, of the largest that is wanted.
struct Amounts {
  std::int64_t least = 0;
  std::int64_t most = 0;
};

class ReceiptOptions {
 public:
  explicit ReceiptOptions(const Ledger& ledger) : ledger_(ledger) {}

  // The option at one receipt. `taken`: what the solution under construction uses already, on top of the ledger, with
  // Use::week set for limited vendors.
  [[nodiscard]] ReceiptOption at(const Terms& terms, Tick receipt, const std::vector<Use>& taken) const;
  // Other options around `receipt`, ascending: the last chance in each week (period) with room before it, the first one
  // in each week (period) with room after it. None for offers without limits.
  void around(const Terms& terms, Tick receipt, const std::vector<Use>& taken, const Amounts& amounts,
              std::vector<ReceiptOption>& options) const;

 private:
  void weeks_around(const Terms& terms, Tick receipt, const std::vector<Use>& taken,
                    std::vector<ReceiptOption>& options) const;
  void periods_around(const Terms& terms, Tick receipt, const std::vector<Use>& taken, const Amounts& amounts,
                      std::vector<ReceiptOption>& options) const;
  [[nodiscard]] std::int64_t room(model::AccountKind kind, Tick order_at, const std::vector<Use>& taken) const;

  const Ledger& ledger_;
};

}  // namespace kilter::sourcing
