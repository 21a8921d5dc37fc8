// Job shops of the OR-Library: "n m", then a line per job of pairs "machine duration", machines from 0.
//
//   2 3
//   0 5 1 3 2 2
//   1 4 0 1 2 6
//
// jsp: every job visits every machine once. jsp-large: any number of visits, the same machine again, too; a line may
// end with "-1 -1". jsp-twt: jsp, then a line of due dates and one of weights, one each per job.
#include <fmt/format.h>

#include "codec/benchmark/read/readers.hpp"
#include "codec/benchmark/read/shop_draft.hpp"

namespace kilter::codec::benchmark {
namespace {

constexpr std::int64_t kMostWeight = 1'000'000;

void read_visit(TokenReader& reader, std::int64_t machines, ShopDraft& draft) {
  const std::int64_t machine = reader.whole({.what = "machine", .least = 0, .most = machines - 1});
  draft.begin_operation();
  draft.add_mode({.first_machine = static_cast<Index>(machine), .duration = read_duration(reader)});
}

void read_square_jobs(TokenReader& reader, const ShopSize& size, ShopDraft& draft) {
  std::vector<std::int64_t> visited(static_cast<std::size_t>(size.machines), -1);
  if (!reader.room_for(2 * size.machines, "first job")) return;
  for (std::int64_t job = 0; job < size.jobs && reader.going(); ++job) {
    draft.begin_job();
    for (std::int64_t i = 0; i < size.machines && reader.going(); ++i) {
      read_visit(reader, size.machines, draft);
      std::int64_t& last = visited[draft.shop().modes.back().first_machine];
      if (last == job && !reader.faulty()) {
        reader.refuse("machine-again",
                      fmt::format("job {} visits machine {} twice", job, draft.shop().modes.back().first_machine),
                      "Correct the machine, or read the file with --format jsp-large.");
      }
      last = job;
    }
  }
}

// "-1 -1" at the end of a line.
bool at_job_end(TokenReader& reader) {
  if (reader.peek() != "-1") return false;
  reader.word("end of the job");
  reader.whole({.what = "end of the job", .least = -1, .most = -1});
  return true;
}

void read_job_line(TokenReader& reader, std::int64_t machines, ShopDraft& draft) {
  draft.begin_job();
  do {
    read_visit(reader, machines, draft);
  } while (reader.going() && !reader.at_line_end() && !at_job_end(reader));
  if (!reader.going() || reader.at_line_end()) return;
  reader.word("end of the line");
  reader.refuse("left-over", "something follows the end of a job in its line", "Begin a new line for each job.");
  reader.skip_line();
}

void read_job_lines(TokenReader& reader, const ShopSize& size, ShopDraft& draft) {
  for (std::int64_t job = 0; job < size.jobs && reader.going(); ++job) read_job_line(reader, size.machines, draft);
}

void read_jobs_and_dues(TokenReader& reader, const ShopSize& size, ShopDraft& draft) {
  read_square_jobs(reader, size, draft);
  for (std::int64_t job = 0; job < size.jobs && reader.going(); ++job) {
    draft.shop().due.push_back(static_cast<Tick>(reader.whole({.what = "due date"})));
  }
  for (std::int64_t job = 0; job < size.jobs && reader.going(); ++job) {
    draft.shop().weight.push_back(static_cast<Tick>(reader.whole({.what = "weight", .most = kMostWeight})));
  }
}

}  // namespace

ShopInstance read_job_shop(TokenReader& reader) { return read_shop(reader, read_square_jobs); }

ShopInstance read_large_job_shop(TokenReader& reader) { return read_shop(reader, read_job_lines); }

ShopInstance read_weighted_tardiness_shop(TokenReader& reader) { return read_shop(reader, read_jobs_and_dues); }

}  // namespace kilter::codec::benchmark
