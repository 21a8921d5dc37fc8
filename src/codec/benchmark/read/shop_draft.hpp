// A shop instance in the making: jobs, operations and modes in the order of the file.
#pragma once

#include <utility>

#include "codec/benchmark/instance.hpp"
#include "codec/benchmark/precedence.hpp"
#include "codec/benchmark/tokens/token_reader.hpp"

namespace kilter::codec::benchmark {

inline constexpr std::int64_t kMostMachines = 1'000'000;

class ShopDraft {
 public:
  explicit ShopDraft(std::int64_t machines) {
    shop_.machine_count = static_cast<Index>(machines);
    shop_.mode_begin.push_back(0);
  }

  void begin_job() {
    ++shop_.job_count;
    next_number_ = 0;
  }
  // The next operation of the job; `after_last`: it waits for the one before.
  void begin_operation(bool after_last = true) {
    const Index operation = shop_.operation_count();
    if (after_last && next_number_ > 0) shop_.precedences.push_back({operation - 1, operation});
    shop_.job.push_back(shop_.job_count - 1);
    shop_.number.push_back(next_number_++);
    shop_.mode_begin.push_back(static_cast<Index>(shop_.modes.size()));
  }
  // One more way to do the last operation.
  void add_mode(const ShopMode& mode) {
    shop_.modes.push_back(mode);
    ++shop_.mode_begin.back();
  }

  [[nodiscard]] ShopInstance& shop() { return shop_; }

  // Once all is read: the instance, checked for cycles and for times that fit.
  ShopInstance take(TokenReader& reader);

 private:
  ShopInstance shop_;
  Index next_number_ = 0;
};

// "n m", jobs and machines.
struct ShopSize {
  std::int64_t jobs = 0;
  std::int64_t machines = 0;
};
ShopSize read_shop_size(TokenReader& reader);

// A whole file: "n m", what `read_body` makes of the rest, and nothing behind it.
ShopInstance read_shop(TokenReader& reader, void (*read_body)(TokenReader&, const ShopSize&, ShopDraft&));

// A duration, as all readers word it.
Tick read_duration(TokenReader& reader);

// A square matrix of setups, row by row.
std::vector<Tick> read_setups(TokenReader& reader, std::int64_t families);

}  // namespace kilter::codec::benchmark
