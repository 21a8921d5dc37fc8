#include "service/tables/table.hpp"

#include <algorithm>
#include <utility>

#include "base/require.hpp"
#include "codec/text/csv.hpp"

namespace kilter::service {
namespace {

// The first row whose number is not below `number`.
template <class Rows>
auto from_number(Rows& rows, RowNumber number) {
  return std::lower_bound(rows.begin(), rows.end(), number,
                          [](const Row& row, RowNumber wanted) { return row.number < wanted; });
}

constexpr std::size_t kLengthBytes = 4;

void append_number(std::size_t value, std::string& bytes) {
  for (std::size_t i = 0; i < kLengthBytes; ++i) bytes += static_cast<char>(value >> (8 * i) & 0xFFU);
}

void append_text(std::string_view text, std::string& bytes) {
  append_number(text.size(), bytes);
  bytes += text;
}

// Takes pieces off the front of `bytes`; once one is missing everything else is, too.
class Taker {
 public:
  explicit Taker(std::string_view& bytes) : bytes_(bytes) {}

  std::size_t number() {
    if (bytes_.size() < kLengthBytes) return fail();
    std::size_t value = 0;
    for (std::size_t i = 0; i < kLengthBytes; ++i)
      value |= std::size_t{static_cast<unsigned char>(bytes_[i])} << (8 * i);
    bytes_.remove_prefix(kLengthBytes);
    return value;
  }
  // How many pieces follow: no more than there are bytes.
  std::size_t count() {
    const std::size_t value = number();
    return value <= bytes_.size() ? value : fail();
  }
  std::string text() {
    std::string found(bytes_.substr(0, count()));
    bytes_.remove_prefix(good_ ? found.size() : 0);
    return found;
  }
  std::vector<std::string> texts() {
    std::vector<std::string> found;
    for (std::size_t left = count(); left > 0 && good_; --left) found.push_back(text());
    return found;
  }
  [[nodiscard]] bool good() const { return good_; }

 private:
  std::size_t fail() {
    good_ = false;
    return 0;
  }
  std::string_view& bytes_;
  bool good_ = true;
};

void append_texts(const std::vector<std::string>& texts, std::string& bytes) {
  append_number(texts.size(), bytes);
  for (const std::string& text : texts) append_text(text, bytes);
}

}  // namespace

std::size_t Table::column(std::string_view name) const {
  return static_cast<std::size_t>(std::find(columns_.begin(), columns_.end(), name) - columns_.begin());
}

const Row* Table::find(RowNumber number) const {
  const auto at = from_number(rows_, number);
  return at != rows_.end() && at->number == number ? &*at : nullptr;
}

const std::string& Table::cell(const Row& row, std::size_t column) const {
  static const std::string kEmpty;
  return column < row.cells.size() ? row.cells[column] : kEmpty;
}

RowNumber Table::add(std::vector<std::string> cells) {
  rows_.push_back({.number = ++last_, .cells = std::move(cells)});
  return last_;
}

void Table::put_back(Row row) {
  const auto at = from_number(rows_, row.number);
  KILTER_REQUIRE(row.number <= last_ && (at == rows_.end() || at->number != row.number));
  rows_.insert(at, std::move(row));
}

void Table::remove(RowNumber number) {
  const auto at = from_number(rows_, number);
  KILTER_REQUIRE(at != rows_.end() && at->number == number);
  rows_.erase(at);
}

void Table::set(RowNumber number, const CellText& cell) {
  const auto at = from_number(rows_, number);
  KILTER_REQUIRE(at != rows_.end() && at->number == number);
  const std::size_t place = column(cell.column);
  if (place == columns_.size()) columns_.push_back(cell.column);
  if (at->cells.size() <= place) at->cells.resize(place + 1);
  at->cells[place] = cell.text;
}

std::string Table::text() const {
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const bool filled = std::any_of(rows_.begin(), rows_.end(), [&](const Row& row) { return !cell(row, i).empty(); });
    if (i < given_ || filled) shown.push_back(i);
  }
  std::string text;
  const auto line = [&](const auto& cell_at) {
    for (const std::size_t i : shown) {
      if (i != shown.front()) text += ',';
      codec::text::append_cell(text, cell_at(i));
    }
    text += '\n';
  };
  line([this](std::size_t i) { return columns_[i]; });
  for (const Row& row : rows_) line([&](std::size_t i) { return cell(row, i); });
  return text;
}

void Table::append_bytes(std::string& bytes) const {
  append_text(name_, bytes);
  append_texts(columns_, bytes);
  append_number(given_, bytes);
  append_number(last_, bytes);
  append_number(rows_.size(), bytes);
  for (const Row& row : rows_) {
    append_number(row.number, bytes);
    append_texts(row.cells, bytes);
  }
}

bool Table::take(std::string_view& bytes, std::vector<Table>& into) {
  Taker taker(bytes);
  Table table(taker.text());
  table.columns_ = taker.texts();
  table.given_ = taker.number();
  table.last_ = static_cast<RowNumber>(taker.number());
  RowNumber before = 0;
  bool ascending = true;
  for (std::size_t left = taker.count(); left > 0 && taker.good(); --left) {
    Row row{.number = static_cast<RowNumber>(taker.number()), .cells = taker.texts()};
    ascending = ascending && row.number > before && row.cells.size() <= table.columns_.size();
    before = row.number;
    table.rows_.push_back(std::move(row));
  }
  if (!taker.good() || !ascending || before > table.last_ || table.given_ > table.columns_.size()) return false;
  into.push_back(std::move(table));
  return true;
}

}  // namespace kilter::service
