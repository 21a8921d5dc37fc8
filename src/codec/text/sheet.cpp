#include "codec/text/sheet.hpp"

#include <xlsxwriter.h>

#include <algorithm>
#include <charconv>

#include "codec/json/utf8.hpp"

namespace kilter::codec::text {
namespace {

constexpr std::size_t kCellText = 32'767;  // characters a cell may hold
constexpr std::size_t kExactDigits = 15;   // of a number in a spreadsheet

// Longer numbers stay text: a spreadsheet would round them. So do those with zeros in front.
std::optional<double> number_of(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  if (error != std::errc() || end != text.data() + text.size() || text.size() > kExactDigits) return std::nullopt;
  if (text.size() > 1 && text.front() == '0' && text[1] != '.') return std::nullopt;
  return value;
}

void write_row(lxw_worksheet* sheet, lxw_row_t row, const std::vector<std::string>& cells, lxw_format* format) {
  lxw_col_t column = 0;
  for (const std::string& cell : cells) {
    const auto number = format == nullptr ? number_of(cell) : std::nullopt;
    if (number) {
      worksheet_write_number(sheet, row, column, *number, nullptr);
    } else if (!cell.empty()) {
      worksheet_write_string(sheet, row, column, sheet_text(cell).c_str(), format);
    }
    ++column;
  }
}

}  // namespace

std::string sheet_text(std::string_view text) {
  std::string clean;
  for (std::size_t at = 0; at < text.size() && clean.size() + 4 < kCellText;) {
    const std::size_t length = utf8_length(text, at);
    const bool control =
        length == 1 && static_cast<unsigned char>(text[at]) < 0x20U && text[at] != '\n' && text[at] != '\t';
    if (length > 0 && !control) clean.append(text.substr(at, length));
    at += length == 0 ? 1 : length;
  }
  return clean;
}

std::optional<std::string> write_sheet(const std::string& path, const std::string& title,
                                       const std::vector<std::string>& columns,
                                       const std::vector<std::vector<std::string>>& rows) {
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  lxw_workbook* book = workbook_new_opt(path.c_str(), &options);
  if (book == nullptr) return "no memory or no place for temporary files";
  lxw_worksheet* sheet = workbook_add_worksheet(book, title.c_str());
  lxw_format* header = workbook_add_format(book);
  if (sheet != nullptr) {
    format_set_bold(header);
    worksheet_set_column(sheet, 0, static_cast<lxw_col_t>(columns.size()), 16, nullptr);
    write_row(sheet, 0, columns, header);
    worksheet_freeze_panes(sheet, 1, 0);
    lxw_row_t row = 1;
    for (const auto& cells : rows) write_row(sheet, row++, cells, nullptr);
    if (!columns.empty()) worksheet_autofilter(sheet, 0, 0, row - 1, static_cast<lxw_col_t>(columns.size() - 1));
  }
  const lxw_error error = workbook_close(book);
  if (error != LXW_NO_ERROR) return lxw_strerror(error);
  if (sheet == nullptr) return "no place for temporary files";
  return std::nullopt;
}

}  // namespace kilter::codec::text
