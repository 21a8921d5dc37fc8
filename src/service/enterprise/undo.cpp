#include "service/enterprise/undo.hpp"

#include <utility>

#include "codec/json/writer.hpp"
#include "service/tables/edits_json.hpp"

namespace kilter::service {
namespace {

using Undoing = base::Result<Command, Refusal>;

Undoing refused(RefusalKind kind, base::Issue issue) { return Undoing::failure({kind, {std::move(issue)}}); }

Undoing unreachable(const JournalError& error) {
  return refused(RefusalKind::unavailable, {.code = "database-unavailable",
                                            .message = "the database does not answer: " + error.text,
                                            .way_out = "Try again later."});
}

// On the condition that the row still is as the entry left it, where it is touched.
void stand_on(const PlantState& after, RowEdit& edit) {
  const Table* table = after.tables().find(edit.table);
  const Row* row = table == nullptr ? nullptr : table->find(edit.row);
  if (row == nullptr) return;
  if (edit.change == RowChange::change) {
    for (const CellText& cell : edit.cells) {
      edit.was.push_back({cell.column, table->cell(*row, table->column(cell.column))});
    }
  } else if (edit.change == RowChange::remove) {
    for (std::size_t i = 0; i < table->columns().size(); ++i)
      edit.was.push_back({table->columns()[i], table->cell(*row, i)});
  }
}

std::string body_of(std::uint64_t sequence, const std::vector<RowEdit>& edits, const Publication* plan) {
  codec::JsonWriter json;
  json.begin_object();
  json.key("undo").integer(static_cast<std::int64_t>(sequence));
  json.key("edits");
  write_edits(edits, json);
  if (plan != nullptr) {
    json.key("plan").begin_object();
    for (const codec::plant::TargetFile& file : plan->plan) json.key(file.name).text(file.bytes);
    json.end_object();
  }
  json.end_object();
  return json.str();
}

}  // namespace

Undoing undoing(Archive& archive, std::string_view plant, std::uint64_t sequence) {
  const auto entry = archive.entry(plant, sequence);
  if (!entry) return unreachable(entry.error());
  if (!entry.value()) {
    return refused(RefusalKind::unknown, {.code = "unknown-entry",
                                          .where = {.value = std::to_string(sequence)},
                                          .message = "there is no entry " + std::to_string(sequence),
                                          .way_out = "The journal lists those that there are."});
  }
  if (entry.value()->command.kind == "import") {
    return refused(RefusalKind::faults, {.code = "not-undone",
                                         .where = {.value = std::to_string(sequence)},
                                         .message = "an import cannot be undone",
                                         .way_out = "Read the folder as it was with ?at= and import that."});
  }
  auto before = archive.state(plant, sequence - 1);
  if (!before) return unreachable(before.error());
  PlantState after = std::move(before).value();
  const auto published = after.published();
  auto inverse = after.apply(entry.value()->command);
  if (!inverse) return Undoing::failure({RefusalKind::faults, inverse.error()});
  std::vector<RowEdit> edits = std::move(inverse).value();
  for (RowEdit& edit : edits) stand_on(after, edit);
  const bool publishes = published != after.published();
  if (publishes && published == nullptr) {
    return refused(RefusalKind::faults, {.code = "not-undone",
                                         .where = {.value = std::to_string(sequence)},
                                         .message = "this was the first plan published; there is none before it",
                                         .way_out = "Publish another plan in its place."});
  }
  return Command{.kind = "undo", .body = body_of(sequence, edits, publishes ? published.get() : nullptr)};
}

}  // namespace kilter::service
