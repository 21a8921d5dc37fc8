#include "codec/plant/read.hpp"

#include "codec/plant/table_reader.hpp"
#include "model/builder.hpp"
#include "model/report/near_names.hpp"
#include "model/report/report.hpp"

namespace kilter::codec::plant {
namespace {

constexpr std::string_view kPlantFile = "plant.csv";
constexpr std::string_view kImportNotes = "import-notes.csv";  // what an importer had to say; no table of the plant

constexpr std::string_view kEnding = ".csv";

bool is_csv(std::string_view name) {
  return name.size() > kEnding.size() && name.substr(name.size() - kEnding.size()) == kEnding;
}

// Reads the folder's files one after another into one draft.
class FolderReader {
 public:
  explicit FolderReader(std::span<const SourceFile> files) : files_(files), report_({}) {}

  DraftRead read() {
    for (const SourceFile& file : files_) {
      const bool known = find_table(file.name) != nullptr || file.name == kImportNotes;
      if (!known && is_csv(file.name)) report_unknown_file(file.name);
    }
    for (const Table& table : tables()) read_table(table);
    result_.issues = report_.take();
    return std::move(result_);
  }

 private:
  void report_unknown_file(const std::string& name) {
    const auto stem = [](std::string_view file) { return file.substr(0, file.size() - kEnding.size()); };
    model::NearNames near(stem(name));
    for (const Table& table : tables()) near.consider(stem(table.file));
    const std::string suggestion = near.sentence();
    const model::Spot spot{.file = name};
    if (suggestion.empty()) {
      report_.warning("unknown-file", spot, "this is not a table of a plant folder; it is passed over",
                      "Remove it if it is not meant for you alone.");
    } else {
      report_.error("unknown-file", spot, "this is not a table of a plant folder", suggestion);
    }
  }

  void read_table(const Table& table) {
    const SourceFile* found = nullptr;
    for (const SourceFile& file : files_) {
      if (file.name == table.file) found = &file;
    }
    if (found == nullptr) {
      if (table.required) {
        report_.error("missing-file", {.file = table.file}, std::string(table.file) + " is missing: " + table.meaning,
                      "Add the file; it makes a folder a plant folder.");
        result_.complete = false;
      }
      return;
    }
    if (table.file == kPlantFile) find_zone(table, found->bytes);
    const CellContext context{.zone = zone_};
    TableReader reader(table, found->bytes, context, report_);
    result_.complete = reader.read(result_.draft) && result_.complete;
    reader.take_gaps(result_.gaps);
    result_.unescaped.push_back(reader.take_unescaped());
  }

  // The zone decides what dates mean, so plant.csv is read once for the zone and then again for good.
  void find_zone(const Table& table, std::string_view bytes) {
    model::Report ignored({});
    model::PlantDraft draft;
    const CellContext context{.zone = zone_};
    TableReader reader(table, bytes, context, ignored);
    reader.read(draft);
    auto zone = time::Zone::named(draft.plant.time_zone.view());
    if (zone) zone_ = std::move(*zone);
  }

  std::span<const SourceFile> files_;
  model::Report report_;
  time::Zone zone_;
  DraftRead result_;
};

}  // namespace

DraftRead read_draft(std::span<const SourceFile> files) { return FolderReader(files).read(); }

base::Result<model::Plant> read(std::span<const SourceFile> files) {
  DraftRead found = read_draft(files);
  if (!found.complete) return base::Result<model::Plant>::failure(std::move(found.issues));
  return model::build(found.draft, std::move(found.issues));
}

}  // namespace kilter::codec::plant
