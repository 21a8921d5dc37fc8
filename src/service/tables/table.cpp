#include "service/tables/table.hpp"

#include <algorithm>
#include <atomic>
#include <utility>

#include "base/require.hpp"
#include "codec/text/csv.hpp"
#include "service/tables/desk_tables.hpp"

namespace kilter::service {
namespace {

// No table has been seen to come near it; a snapshot that says otherwise is damaged.
constexpr RowNumber kMostRows = RowNumber{1} << 28U;

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

void RowRange::Iterator::skip() {
  const std::size_t size = slots_->size();
  while (place_ < size && !(*slots_)[place_]) {
    const bool nothing = place_ % RowSlots::kPiece == 0 && slots_->bare(place_);
    place_ += nothing ? RowSlots::kPiece : 1;
  }
}

Table::Table(std::string name, std::vector<std::string> header)
    : name_(std::move(name)), columns_(std::move(header)), given_(columns_.size()) {
  for (const std::string_view key : key_columns_of(name_)) {
    const std::size_t place = column(key);
    keys_.push_back(
        {.column = std::string(key), .place = place < columns_.size() ? place : Key::kNowhere, .index = {}});
  }
}

std::size_t Table::column(std::string_view name) const {
  return static_cast<std::size_t>(std::find(columns_.begin(), columns_.end(), name) - columns_.begin());
}

const Row* Table::find(RowNumber number) const {
  return number == 0 || number > last_ ? nullptr : rows_[number - 1].get();
}

const std::string& Table::cell(const Row& row, std::size_t column) const {
  static const std::string kEmpty;
  return column < row.cells.size() ? row.cells[column] : kEmpty;
}

const std::string& Table::cell(const Row& row, std::string_view name) const { return cell(row, column(name)); }

std::vector<RowNumber> Table::rows_by(const Key& key, std::string_view text) const {
  std::vector<RowNumber> found = key.index.candidates(text);
  std::erase_if(found, [&](RowNumber number) { return cell(*find(number), key.place) != text; });
  return found;
}

std::vector<RowNumber> Table::rows_of(std::string_view text) const {
  return keys_.empty() ? std::vector<RowNumber>{} : rows_by(keys_.front(), text);
}

std::vector<RowNumber> Table::rows_with(std::string_view name, std::string_view text) const {
  for (const Key& key : keys_) {
    if (key.column == name) return rows_by(key, text);
  }
  std::vector<RowNumber> found;
  const std::size_t place = column(name);
  for (const Row& row : rows()) {
    if (cell(row, place) == text) found.push_back(row.number);
  }
  return found;
}

bool Table::is_key(std::string_view name) const {
  return std::any_of(keys_.begin(), keys_.end(), [name](const Key& key) { return key.column == name; });
}

void Table::index_all(Key& key) {
  key.index.grow();
  for (const Row& row : rows()) key.index.insert(cell(row, key.place), row.number);
}

void Table::insert(Row row) {
  for (Key& key : keys_) key.index.insert(cell(row, key.place), row.number);
  const std::size_t slot = row.number - 1;
  rows_.own(slot) = std::make_shared<Row>(std::move(row));
  ++count_;
  for (Key& key : keys_) {
    if (key.index.crowded()) index_all(key);
  }
}

// The row for this table alone.
Row& Table::own(RowNumber number) {
  KILTER_REQUIRE(find(number) != nullptr);
  std::shared_ptr<Row>& row = rows_.own(number - 1);
  if (row.use_count() > 1) {
    row = std::make_shared<Row>(*row);
  } else {
    std::atomic_thread_fence(std::memory_order_acquire);  // as in SharedArray::own
  }
  return *row;
}

RowNumber Table::add(std::vector<std::string> cells) {
  insert({.number = ++last_, .cells = std::move(cells)});
  return last_;
}

void Table::put_back(Row row) {
  KILTER_REQUIRE(row.number > 0 && row.number <= last_ && find(row.number) == nullptr);
  insert(std::move(row));
}

void Table::remove(RowNumber number) {
  KILTER_REQUIRE(find(number) != nullptr);
  for (Key& key : keys_) key.index.erase(cell(*find(number), key.place), number);
  rows_.own(number - 1).reset();
  --count_;
}

void Table::set(RowNumber number, const CellText& text) {
  Row& row = own(number);
  const std::size_t place = column(text.column);
  if (place == columns_.size()) columns_.push_back(text.column);
  if (row.cells.size() <= place) row.cells.resize(place + 1);
  for (Key& key : keys_) {
    if (key.column != text.column) continue;
    key.place = place;
    key.index.erase(row.cells[place], number);
    key.index.insert(text.text, number);
  }
  row.cells[place] = text.text;
}

bool operator==(const Table& a, const Table& b) {
  return a.name_ == b.name_ && a.columns_ == b.columns_ && a.last_ == b.last_ && a.given_ == b.given_ &&
         a.count_ == b.count_ && std::equal(a.rows().begin(), a.rows().end(), b.rows().begin());
}

std::string Table::text() const {
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const bool filled =
        std::any_of(rows().begin(), rows().end(), [&](const Row& row) { return !cell(row, i).empty(); });
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
  for (const Row& row : rows()) line([&](std::size_t i) { return cell(row, i); });
  return text;
}

void Table::append_bytes(std::string& bytes) const {
  append_text(name_, bytes);
  append_texts(columns_, bytes);
  append_number(given_, bytes);
  append_number(last_, bytes);
  append_number(count_, bytes);
  for (const Row& row : rows()) {
    append_number(row.number, bytes);
    append_texts(row.cells, bytes);
  }
}

bool Table::take(std::string_view& bytes, std::vector<Table>& into) {
  Taker taker(bytes);
  std::string name = taker.text();
  Table table(std::move(name), taker.texts());
  table.given_ = taker.number();
  table.last_ = static_cast<RowNumber>(taker.number());
  if (table.last_ > kMostRows || table.given_ > table.columns_.size()) return false;
  RowNumber before = 0;
  for (std::size_t left = taker.count(); left > 0; --left) {
    Row row{.number = static_cast<RowNumber>(taker.number()), .cells = taker.texts()};
    const bool fits = row.number > before && row.number <= table.last_ && row.cells.size() <= table.columns_.size();
    if (!taker.good() || !fits) return false;
    before = row.number;
    table.insert(std::move(row));
  }
  if (!taker.good()) return false;
  into.push_back(std::move(table));
  return true;
}

}  // namespace kilter::service
