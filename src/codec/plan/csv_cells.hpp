// Cells as RFC 4180 CSV, fast: a megabyte at a time to the sink, numbers by std::to_chars, moments by day-cached civil
// text. Text that a spreadsheet would take for a formula gets an apostrophe in front, by the rule of
// codec/text/csv.hpp, whose `unguarded` takes it off again.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "codec/plan/cells.hpp"
#include "codec/plan/folder_sink.hpp"
#include "time/civil_text.hpp"

namespace kilter::codec {

class CsvCells : public Cells {
 public:
  // Both must outlive this. Call finish() at the end.
  CsvCells(FolderSink& sink, const time::CivilText& civil);

  void text(std::string_view text) override;
  void id(const kilter::plan::IdText& id) override;
  void operation(const kilter::plan::OperationText& operation) override;
  void integer(std::int64_t value) override;
  void decimal(std::int64_t raw, Decimals decimals) override;
  void moment(time::Tick tick) override;
  void empty() override { separate(); }
  void end_row();
  // Hands everything to the sink.
  void finish();

 private:
  void separate();
  void reserve(std::size_t bytes);
  void raw(std::string_view bytes);
  void number(std::uint64_t value);
  void quoted(std::string_view text, bool formula);

  FolderSink* sink_;
  const time::CivilText* civil_;
  std::string buffer_;  // its size is its capacity; used_ bytes count
  std::size_t used_ = 0;
  bool first_in_row_ = true;
};

}  // namespace kilter::codec
