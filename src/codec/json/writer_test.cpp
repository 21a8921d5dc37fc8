#include "codec/json/writer.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace kilter::codec {
namespace {

TEST(JsonWriter, NestsObjectsAndArrays) {
  JsonWriter json;
  json.begin_object().key("orders").integer(60).key("late").begin_array().text("SO-118").null().end_array();
  json.key("empty").begin_object().end_object().key("done").boolean(true).end_object();
  EXPECT_EQ(json.str(), R"({"orders":60,"late":["SO-118",null],"empty":{},"done":true})");
}

TEST(JsonWriter, IndentsForPeople) {
  JsonWriter json(JsonWriter::Style::indented);
  json.begin_object().key("a").begin_array().integer(1).integer(2).end_array().key("b").begin_array().end_array();
  json.end_object();
  EXPECT_EQ(json.str(), "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": []\n}");
}

TEST(JsonWriter, DecimalsAreExact) {
  JsonWriter json;
  json.begin_array()
      .decimal(12'345'000, 6)
      .decimal(-5, 2)
      .decimal(700, 2)
      .decimal(std::numeric_limits<std::int64_t>::min(), 0);
  json.number(0.1).number(std::nan("")).end_array();
  EXPECT_EQ(json.str(), "[12.345,-0.05,7,-9223372036854775808,0.1,null]");
}

TEST(JsonWriter, TextCannotBreakOutOfAStringOrAScript) {
  JsonWriter json;
  json.text("\"</script>\\\n\x01");
  EXPECT_EQ(json.str(), R"("\"\u003c/script\u003e\\\n\u0001")");
}

TEST(JsonWriter, BrokenUtf8BecomesTheReplacementCharacter) {
  JsonWriter json;
  json.begin_array().text("\xC3\xBC").text("\xC3").text("\xED\xA0\x80z").text("\xF0\x9F\x9A\xB2").end_array();
  EXPECT_EQ(json.str(),
            "[\"\xC3\xBC\",\"\xEF\xBF\xBD\",\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBDz\",\"\xF0\x9F\x9A\xB2\"]");
}

}  // namespace
}  // namespace kilter::codec
