#include "cli/server/backup_file.hpp"

#include <simdjson.h>
#include <sodium.h>

#include "codec/json/writer.hpp"

namespace kilter::cli {

using simdjson::SUCCESS;
using simdjson::dom::element;

std::string backup_head() { return R"({"kilter":"backup","version":1})"; }
bool is_backup_head(std::string_view line) { return line == backup_head(); }

std::string backup_line(const std::string& plant, const service::Entry& entry) {
  codec::JsonWriter json;
  json.begin_object();
  json.key("plant").text(plant);
  json.key("sequence").integer(static_cast<std::int64_t>(entry.sequence));
  json.key("at").integer(entry.at);
  json.key("kind").text(entry.command.kind);
  json.key("author").text(entry.command.author);
  json.key("key").text(entry.command.key);
  json.key("reason").text(entry.command.reason);
  json.key("body").text(entry.command.body);
  json.key("hash").text(service::hex(entry.hash));
  json.end_object();
  return json.str();
}

namespace {

bool read_text(const element& json, const char* member, std::string& into) {
  std::string_view text;
  if (json[member].get(text) != SUCCESS) return false;
  into = text;
  return true;
}

bool read_hash(const element& json, service::Hash& hash) {
  std::string_view text;
  if (json["hash"].get(text) != SUCCESS || text.size() != 2 * hash.size()) return false;
  return sodium_hex2bin(hash.data(), hash.size(), text.data(), text.size(), nullptr, nullptr, nullptr) == 0;
}

}  // namespace

std::optional<BackupLine> read_backup_line(std::string_view line) {
  simdjson::dom::parser parser;
  const simdjson::padded_string padded(line);
  element json;
  BackupLine read;
  service::Command& command = read.entry.command;
  if (parser.parse(padded).get(json) != SUCCESS) return std::nullopt;
  const bool good = read_text(json, "plant", read.plant) && json["sequence"].get(read.entry.sequence) == SUCCESS &&
                    json["at"].get(read.entry.at) == SUCCESS && read_text(json, "kind", command.kind) &&
                    read_text(json, "author", command.author) && read_text(json, "key", command.key) &&
                    read_text(json, "reason", command.reason) && read_text(json, "body", command.body) &&
                    read_hash(json, read.entry.hash);
  if (!good) return std::nullopt;
  return read;
}

}  // namespace kilter::cli
