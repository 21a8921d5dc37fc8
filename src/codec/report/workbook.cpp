#include "codec/report/workbook.hpp"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>

#include "codec/text/human.hpp"
#include "codec/text/sheet.hpp"

namespace kilter::codec {
namespace {

struct Formats {
  lxw_format* header = nullptr;
  lxw_format* moment = nullptr;
  lxw_format* money = nullptr;
  lxw_format* number = nullptr;
  lxw_format* note = nullptr;
};

Formats make_formats(lxw_workbook* book) {
  Formats formats;
  formats.header = workbook_add_format(book);
  format_set_bold(formats.header);
  format_set_bg_color(formats.header, 0xEEF1F4);
  format_set_bottom(formats.header, LXW_BORDER_THIN);
  formats.moment = workbook_add_format(book);
  format_set_num_format(formats.moment, "yyyy-mm-dd hh:mm:ss");
  formats.money = workbook_add_format(book);
  format_set_num_format(formats.money, "#,##0.00");
  formats.number = workbook_add_format(book);
  format_set_num_format(formats.number, "General");
  formats.note = workbook_add_format(book);
  format_set_italic(formats.note);
  return formats;
}

class SheetCells : public Cells {
 public:
  SheetCells(lxw_worksheet* sheet, const Formats& formats, const time::CivilText& civil)
      : sheet_(sheet), formats_(&formats), civil_(&civil) {}

  void text(std::string_view text) override {
    // A string cell is never evaluated, whatever its first character is.
    if (!text.empty()) worksheet_write_string(sheet_, row_, column_, text::sheet_text(text).c_str(), nullptr);
    ++column_;
  }
  void id(const kilter::plan::IdText& id) override { text(id.str()); }
  void operation(const kilter::plan::OperationText& operation) override { text(operation.str()); }
  void integer(std::int64_t value) override { number(static_cast<double>(value), formats_->number); }
  void decimal(std::int64_t raw, Decimals decimals) override {
    double unit = 1;
    for (int i = 0; i < decimals.digits; ++i) unit *= 10;
    number(static_cast<double>(raw) / unit, decimals.least == 2 ? formats_->money : formats_->number);
  }
  void moment(time::Tick tick) override {
    const time::Civil civil = civil_->civil(tick);
    lxw_datetime when{civil.year,
                      civil.month,
                      civil.day,
                      civil.second_of_day / 3600,
                      civil.second_of_day / 60 % 60,
                      static_cast<double>(civil.second_of_day % 60)};
    worksheet_write_datetime(sheet_, row_, column_++, &when, formats_->moment);
  }
  void empty() override { ++column_; }
  void end_row() {
    ++row_;
    column_ = 0;
  }

 private:
  void number(double value, lxw_format* format) { worksheet_write_number(sheet_, row_, column_++, value, format); }

  lxw_worksheet* sheet_;
  const Formats* formats_;
  const time::CivilText* civil_;
  lxw_row_t row_ = 1;
  lxw_col_t column_ = 0;
};

void write_header(lxw_worksheet* sheet, const PlanTable& table, const Formats& formats) {
  lxw_col_t column = 0;
  for (const PlanColumn& named : table.columns) {
    const double width = std::max(12.0, static_cast<double>(named.name.size()) + 3);
    worksheet_set_column(sheet, column, column, width, nullptr);
    worksheet_write_string(sheet, 0, column, std::string(named.name).c_str(), formats.header);
    ++column;
  }
  worksheet_freeze_panes(sheet, 1, 0);
}

// False when there is no place for the sheet.
bool write_sheet(lxw_workbook* book, const PlanView& view, const PlanTable& table, const Formats& formats) {
  lxw_worksheet* sheet = workbook_add_worksheet(book, std::string(table.name).c_str());
  if (sheet == nullptr) return false;
  const std::size_t rows = table.rows(view);
  const std::size_t shown = std::min(rows, kSheetRows);
  write_header(sheet, table, formats);
  SheetCells cells(sheet, formats, view.civil);
  for (std::size_t i = 0; i < shown; ++i) {
    table.row(view, i, cells);
    cells.end_row();
  }
  const auto last_row = static_cast<lxw_row_t>(shown);
  const auto last_column = static_cast<lxw_col_t>(table.columns.size() - 1);
  worksheet_autofilter(sheet, 0, 0, last_row, last_column);
  if (shown == rows) return true;
  const std::string note =
      fmt::format("{} of {} rows; all are in {}.csv", human_count(shown), human_count(rows), table.name);
  worksheet_write_string(sheet, last_row + 1, 0, note.c_str(), formats.note);
  return true;
}

}  // namespace

std::optional<std::string> write_workbook(const PlanView& view, const std::string& path) {
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  std::string scratch = path.substr(0, path.rfind('/') + 1);
  if (!scratch.empty())
    options.tmpdir = scratch.data();  // where there is room for the book there is room for its parts
  lxw_workbook* book = workbook_new_opt(path.c_str(), &options);
  if (book == nullptr) return "no memory or no place for temporary files";
  const Formats formats = make_formats(book);
  lxw_doc_properties properties{};
  properties.created =
      static_cast<time_t>(view.plant.policy.origin.time_since_epoch().count());  // the same bytes every time
  workbook_set_properties(book, &properties);
  bool whole = true;
  for (const PlanTable& table : plan_tables()) whole = whole && write_sheet(book, view, table, formats);
  const lxw_error error = workbook_close(book);
  if (error != LXW_NO_ERROR) return lxw_strerror(error);
  if (!whole) return "no place for temporary files";
  return std::nullopt;
}

}  // namespace kilter::codec
