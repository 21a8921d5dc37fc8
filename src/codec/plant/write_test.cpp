// Export and import are inverses: on random plants with every feature, and on text that is hard to write.
#include "codec/plant/write.hpp"

#include <gtest/gtest.h>

#include "codec/plant/field.hpp"
#include "codec/plant/plant_text.hpp"
#include "codec/plant/read.hpp"
#include "model/builder.hpp"
#include "model/draft_of.hpp"
#include "support/random_plant.hpp"

namespace kilter::codec::plant {
namespace {

base::Result<model::Plant> read_back(const std::vector<TargetFile>& files) {
  std::vector<SourceFile> sources;
  for (const TargetFile& file : files) sources.push_back({file.name, file.bytes});
  return read(sources);
}

std::string first_error(const base::Result<model::Plant>& result) {
  if (result.ok()) return "";
  const base::Issue& issue = result.error().front();
  return issue.code + " " + issue.where.file + ":" + std::to_string(issue.where.row) + ":" + issue.where.column + " " +
         issue.where.value + " " + issue.message;
}

TEST(WritePlant, RandomPlantsReadBackEqual) {
  for (std::uint64_t seed = 0; seed < 150; ++seed) {
    const model::Plant plant = support::random_plant(seed, 1 + static_cast<int>(seed % 5));
    const std::vector<TargetFile> files = write(plant);
    const auto again = read_back(files);
    ASSERT_TRUE(again.ok()) << "seed " << seed << ": " << first_error(again);
    ASSERT_TRUE(model::same_plant(plant, again.value())) << "seed " << seed;
    ASSERT_EQ(join_text(write(again.value())), join_text(files)) << "seed " << seed;
    for (const base::Issue& note : again.value().notes) {
      ASSERT_NE(note.severity, base::Severity::assumption) << "seed " << seed << ": " << note.message;
    }
  }
}

// The draft itself, with its gaps, reads back to the plant that the draft builds.
TEST(WritePlant, RandomDraftsReadBackToTheSamePlant) {
  for (std::uint64_t seed = 1'000; seed < 1'100; ++seed) {
    const model::PlantDraft draft = support::random_draft(seed, 1 + static_cast<int>(seed % 4));
    const auto direct = model::build(draft);
    ASSERT_TRUE(direct.ok());
    const auto again = read_back(write_draft(draft));
    ASSERT_TRUE(again.ok()) << "seed " << seed << ": " << first_error(again);
    ASSERT_TRUE(model::same_plant(direct.value(), again.value())) << "seed " << seed;
  }
}

model::PlantDraft with_name(model::Text name) {
  model::PlantDraft draft;
  draft.plant = {.name = name, .origin = model::Instant(std::chrono::sys_days(std::chrono::year(2026) / 11 / 23))};
  draft.customers.push_back({.id = "c", .name = name});
  return draft;
}

TEST(WritePlant, AwkwardTextComesBackAsItWas) {
  for (const char* text : {"a,b", "27.5\" wheel", "\"", "two\nlines", " blank edges ", "=1+1", "+49 30", "-x", "@home",
                           "'quoted", "'=1", "''", "'", "tab\there", "\xC3\xA4\xE2\x82\xAC", "a;b", "\r\n"}) {
    const auto plant = model::build(with_name(text));
    ASSERT_TRUE(plant.ok());
    const std::vector<TargetFile> files = write(plant.value());
    const auto again = read_back(files);
    ASSERT_TRUE(again.ok()) << text << ": " << first_error(again) << "\n" << join_text(files);
    EXPECT_EQ(again.value().policy.plant_name, text);
    EXPECT_EQ(again.value().customers[model::CustomerId(0)].name, text);
  }
}

// A spreadsheet must not run what a customer typed into a name.
TEST(WritePlant, NoCellBeginsLikeAFormula) {
  const auto plant = model::build(with_name("=cmd|' /C calc'!A0"));
  ASSERT_TRUE(plant.ok());
  for (const TargetFile& file : write(plant.value())) {
    EXPECT_EQ(file.bytes.find("\n="), std::string::npos) << file.bytes;
    EXPECT_EQ(file.bytes.find(",="), std::string::npos) << file.bytes;
    EXPECT_EQ(file.bytes.find("\"="), std::string::npos) << file.bytes;
  }
}

// What the reference page says of a default is what the draft's rows have.
TEST(Fields, AssumedValuesAreThoseOfTheDraft) {
  const time::Zone zone;
  const CellContext context{.zone = zone};
  for (const Table& table : tables()) {
    model::PlantDraft draft;
    table.append(draft, 2);
    model::PlantDraft filled;
    void* row = table.append(filled, 2);
    for (const Column& column : table.columns) {
      if (column.need != Need::assumed) continue;
      std::string untouched;
      column.write(table.at(draft, 0), context, untouched);
      ASSERT_FALSE(column.read(row, column.fallback, context).has_value()) << table.file << " " << column.name;
      std::string read;
      column.write(row, context, read);
      EXPECT_EQ(read, untouched) << table.file << " " << column.name;
    }
  }
}

TEST(Fields, ExamplesCanBeRead) {
  const time::Zone zone;
  const CellContext context{.zone = zone};
  for (const Table& table : tables()) {
    model::PlantDraft draft;
    void* row = table.append(draft, 2);
    for (const Column& column : table.columns) {
      const auto fault = column.read(row, column.example, context);
      EXPECT_FALSE(fault.has_value()) << table.file << " " << column.name << " " << (fault ? fault->message : "");
    }
  }
}

}  // namespace
}  // namespace kilter::codec::plant
