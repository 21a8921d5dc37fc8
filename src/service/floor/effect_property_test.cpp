// Whatever is reported in whatever order, the plant stays one that can be built, and everything can be undone.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "base/random.hpp"
#include "codec/plant/plant_text.hpp"
#include "codec/plant/read.hpp"
#include "codec/text/values/civil_time.hpp"
#include "codec/text/values/decimal.hpp"
#include "coordinate/make_plan.hpp"
#include "service/floor/event_kinds.hpp"
#include "service/floor/testing/floor_plant.hpp"
#include "service/tables/desk_tables.hpp"
#include "service/tables/edits_json.hpp"

namespace kilter::service {
namespace {

using base::Random;

std::string contents(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

PlantTables example(const std::string& name) {
  std::vector<std::string> bytes;
  std::vector<std::string> names;
  for (const codec::plant::Table& table : codec::plant::tables()) {
    std::string file = contents(std::string(KILTER_SOURCE_DIR) + "/examples/" + name + "/" + table.file);
    if (file.empty()) continue;
    names.emplace_back(table.file);
    bytes.push_back(std::move(file));
  }
  std::vector<codec::plant::SourceFile> files;
  for (std::size_t i = 0; i < names.size(); ++i) files.push_back({names[i], bytes[i]});
  return PlantTables::from(files).value();
}

// Production orders as a published plan makes them: one for each item that is made.
void add_production_orders(PlantTables& tables) {
  const Table items = *tables.find("items.csv");
  int count = 0;
  for (const Row& row : items.rows()) {
    const std::string& item = items.cell(row, "id");
    if (tables.find("operations.csv")->rows_of(item).empty()) continue;
    const RowEdit edit{.change = RowChange::add,
                       .table = "production_orders.csv",
                       .cells = {{"id", "MO-" + std::to_string(++count)},
                                 {"item", item},
                                 {"quantity", std::to_string(3 + count % 9)},
                                 {"status", count % 2 == 0 ? "planned" : "firm"},
                                 {"due", "2026-12-11"}}};
    ASSERT_TRUE(tables.apply({&edit, 1}).ok());
  }
}

// Some text of a column, or one that nobody knows.
std::string any_of(const PlantTables& tables, std::string_view name, std::string_view column, Random& random) {
  const Table* table = tables.find(name);
  if (table == nullptr || table->rows().empty() || random.chance(0.02)) return "nobody";
  auto row = table->rows().begin();
  for (std::uint32_t left = random.below(static_cast<std::uint32_t>(table->rows().size())); left > 0; --left) ++row;
  return table->cell(*row, column);
}

std::string id_for(Field field, const PlantTables& tables, Random& random) {
  switch (field) {
    case Field::operation:
      return any_of(tables, "operations.csv", "operation", random);
    case Field::purchase_order:
      return random.chance(0.2) ? "PO-" + std::to_string(random.below(30))
                                : any_of(tables, "purchase_orders.csv", "id", random);
    case Field::order:
      return random.chance(0.3) ? "NEW-" + std::to_string(random.below(30))
                                : any_of(tables, "orders.csv", "id", random);
    case Field::andon:
      return any_of(tables, "andons.csv", "id", random);
    case Field::conflict:
      return any_of(tables, "conflicts.csv", "id", random);
    default:
      return any_of(tables, "maintenance.csv", "id", random);
  }
}

class RandomEvents {
 public:
  explicit RandomEvents(std::uint64_t seed) : random_(seed) {}

  Event next(const PlantTables& tables) {
    Event event{.id = "r" + std::to_string(++count_), .kind = static_cast<EventKind>(random_.below(kEventKinds))};
    if (random_.chance(0.5)) event.kind = static_cast<EventKind>(random_.below(8));  // work most of all
    if (event.kind == EventKind::production_finished && random_.chance(0.8)) event.kind = EventKind::quantity_good;
    minute_ += random_.below(40);
    event.at = moment(minute_ - (random_.chance(0.1) ? random_.below(600) : 0));
    event.person = any_of(tables, "people.csv", "id", random_);
    for (const KindField& field : rule_of(event.kind).fields) {
      const bool given = field.needed || random_.chance(0.3);
      if (given) event.fields[static_cast<std::size_t>(field.field)] = text_for(field.field, tables);
    }
    agree(event, tables);
    return event;
  }

 private:
  std::string moment(std::int64_t minute) {
    const std::int64_t at = std::max<std::int64_t>(0, minute) + 60 * 6;
    const auto two = [](std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return "2026-11-" + two(std::min<std::int64_t>(30, 23 + at / 1'440)) + "T" + two(at / 60 % 24) + ":" + two(at % 60);
  }

  std::string text_for(Field field, const PlantTables& tables) {
    const FieldRule& rule = rule_of(field);
    switch (rule.holds) {
      case Holds::text:
        return random_.chance(0.5) && field == Field::lot ? any_of(tables, "stock.csv", "lot", random_)
                                                          : "=so \"it\" was, 'yes'";
      case Holds::id:
        return id_for(field, tables, random_);
      case Holds::reference:
      case Holds::references:
        return any_of(tables, rule.detail, "id", random_);
      case Holds::quantity:
      case Holds::price:
        return std::to_string(random_.below(random_.chance(0.01) ? 9'000'000 : 12)) +
               (random_.chance(0.2) ? ".25" : "");
      case Holds::money:
        return std::to_string(static_cast<int>(random_.below(2'000)) - 200) + ".05";
      case Holds::whole:
        return std::to_string(random_.below(5));
      case Holds::flag:
        return random_.chance(0.5) ? "yes" : "no";
      case Holds::word:
        return random_.chance(0.5) ? "safety" : "quality";
      case Holds::from:
      case Holds::until:
        return random_.chance(0.5) ? "2026-12-" + std::to_string(10 + random_.below(20))
                                   : moment(minute_ + random_.below(3'000));
    }
    return {};
  }

  // Mostly an operation of the order, and a lot of the item.
  void agree(Event& event, const PlantTables& tables) {
    const auto set = [&](Field field, const std::string& text) {
      event.fields[static_cast<std::size_t>(field)] = text;
    };
    const Table* orders = tables.find("production_orders.csv");
    const std::string& order = event.field(Field::production_order);
    if (event.gives(Field::operation) && orders != nullptr && !orders->rows_of(order).empty()) {
      const Table& operations = *tables.find("operations.csv");
      const auto steps = operations.rows_of(orders->cell(*orders->find(orders->rows_of(order).front()), "item"));
      std::string operation = "lead-time";
      if (!steps.empty()) {
        const RowNumber step = steps[random_.below(static_cast<std::uint32_t>(steps.size()))];
        operation = operations.cell(*operations.find(step), "operation");
      }
      set(Field::operation, operation);
    }
    const Table* stock = tables.find("stock.csv");
    if (!event.gives(Field::lot) || stock == nullptr || stock->rows().empty()) return;
    const Row& row = *stock->rows().begin();
    set(Field::item, stock->cell(row, "item"));
    if (!stock->cell(row, "lot").empty()) set(Field::lot, stock->cell(row, "lot"));
  }

  Random random_;
  int count_ = 0;
  std::int64_t minute_ = 0;
};

void expect_no_negative(const PlantTables& tables, std::string_view name) {
  const Table* table = tables.find(name);
  if (table == nullptr) return;
  for (const Row& row : table->rows()) {
    const auto quantity = codec::text::parse_decimal(table->cell(row, "quantity"), 6);
    EXPECT_TRUE(quantity.ok() && quantity.value >= 0) << name << " row " << row.number;
  }
}

std::string desk_text(const PlantTables& tables) {
  std::string text;
  for (const DeskTable& desk : desk_tables()) {
    const Table* table = tables.find(desk.name);
    if (table != nullptr) text += table->text();
  }
  return text;
}

// What is planned from it is a plan that the checker accepts.
void expect_plan(const PlantTables& tables, std::uint64_t seed) {
  std::vector<codec::plant::SourceFile> sources;
  const std::vector<codec::plant::TargetFile> files = tables.files();
  for (const codec::plant::TargetFile& file : files) sources.push_back({file.name, file.bytes});
  const model::Plant plant = codec::plant::read(sources).value();
  const coordinate::Outcome outcome = coordinate::make_plan(plant, {.seconds = 0});
  EXPECT_TRUE(outcome.violations.empty())
      << "seed " << seed << ": " << outcome.violations.front().rule << " " << outcome.violations.front().message;
}

enum class Then : std::uint8_t { undo, plan_and_undo };

void run(PlantTables tables, std::uint64_t seed, int steps, Then then) {
  const time::Zone zone = zone_of(tables);
  const std::string start = codec::plant::join_text(tables.files());
  const time::Instant received =
      codec::text::parse_instant("2026-12-01", zone, codec::text::DateOnly::start_of_day).value;
  RandomEvents events(seed);
  std::vector<std::vector<RowEdit>> undo;
  int refused = 0;
  for (int i = 0; i < steps; ++i) {
    const Event event = events.next(tables);
    const auto read = read_events(event_json(event));
    if (!read.ok()) {  // a field that is needed found nothing to name
      ++refused;
      continue;
    }
    ASSERT_EQ(read.value().front(), event);
    const auto effect = effect_of(event, tables, {.at = received, .zone = zone});
    if (!effect.ok()) {
      ++refused;
      continue;
    }
    ASSERT_EQ(read_edits(edits_json(effect.value().edits)).value(), effect.value().edits);
    PlantTables replayed = tables;
    ASSERT_TRUE(replayed.apply(effect.value().edits).ok());
    ASSERT_EQ(replayed, effect.value().tables);
    tables = effect.value().tables;
    undo.push_back(effect.value().inverse);
    if (i % 10 == 0) {
      ASSERT_TRUE(is_buildable(tables)) << "seed " << seed << " after " << event_json(event);
    }
  }
  ASSERT_TRUE(is_buildable(tables)) << "seed " << seed;
  for (const char* name : {"stock.csv", "orders.csv", "production_orders.csv", "purchase_orders.csv"}) {
    expect_no_negative(tables, name);
  }
  EXPECT_LT(refused, steps * 9 / 10) << seed;
  if (then == Then::plan_and_undo) expect_plan(tables, seed);
  for (auto last = undo.rbegin(); last != undo.rend(); ++last) ASSERT_TRUE(tables.apply(*last).ok());
  EXPECT_EQ(codec::plant::join_text(tables.files()), start);
  EXPECT_EQ(desk_text(tables), "");
}

TEST(EffectProperties, OfASmallPlant) {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) run(floor_plant(), seed, 120, Then::plan_and_undo);
}

TEST(EffectProperties, OfTheStools) {
  PlantTables tables = example("hello-plant");
  add_production_orders(tables);
  for (std::uint64_t seed = 1; seed <= 40; ++seed) run(tables, seed, 120, Then::plan_and_undo);
}

TEST(EffectProperties, OfTheBicycles) {
  PlantTables tables = example("veloria");
  add_production_orders(tables);
  for (std::uint64_t seed = 1; seed <= 20; ++seed) run(tables, seed, 150, Then::undo);
}

}  // namespace
}  // namespace kilter::service
