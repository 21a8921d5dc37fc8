#include "http/contract.hpp"

#include <yaml-cpp/yaml.h>

#include <charconv>
#include <cstdint>

#include "codec/json/writer.hpp"
#include "http/assets.hpp"

namespace kilter::http {
namespace {

// YAML 1.2's core schema: what is quoted is text, the rest by its form.
void scalar(const YAML::Node& node, codec::JsonWriter& json) {
  const std::string& text = node.Scalar();
  const bool quoted = node.Tag() == "!";
  std::int64_t whole = 0;
  double number = 0;
  const char* const end = text.data() + text.size();
  if (!quoted && (text == "true" || text == "false")) {
    json.boolean(text == "true");
  } else if (!quoted && (text == "null" || text == "~")) {
    json.null();
  } else if (!quoted && !text.empty() && std::from_chars(text.data(), end, whole).ptr == end) {
    json.integer(whole);
  } else if (!quoted && !text.empty() && std::from_chars(text.data(), end, number).ptr == end) {
    json.number(number);
  } else {
    json.text(text);
  }
}

void value(const YAML::Node& node, codec::JsonWriter& json) {
  switch (node.Type()) {
    case YAML::NodeType::Map:
      json.begin_object();
      for (const auto& member : node) {
        json.key(member.first.Scalar());
        value(member.second, json);
      }
      json.end_object();
      return;
    case YAML::NodeType::Sequence:
      json.begin_array();
      for (const YAML::Node& element : node) value(element, json);
      json.end_array();
      return;
    case YAML::NodeType::Scalar:
      scalar(node, json);
      return;
    default:
      json.null();
  }
}

}  // namespace

std::string_view contract_yaml() { return asset("openapi.yaml"); }

const std::string& contract_json() {
  static const std::string text = [] {
    codec::JsonWriter json;
    value(YAML::Load(std::string(contract_yaml())), json);
    return json.str();
  }();
  return text;
}

}  // namespace kilter::http
