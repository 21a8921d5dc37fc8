#include "http/server/message.hpp"

#include <gtest/gtest.h>

namespace kilter::http {
namespace {

TEST(HeaderText, StandsAsItIsOrSaysInWhatItIsWritten) {
  EXPECT_EQ(header_text("week 48"), "week 48");
  EXPECT_EQ(header_text("100%"), "100%");
  EXPECT_EQ(header_text("UTF-8''%C3%9Cberstunden%20am%20Samstag"), "\u00DCberstunden am Samstag");
  EXPECT_EQ(header_text("UTF-8''50%"), "UTF-8''50%") << "not well formed: nothing is lost";
  EXPECT_EQ(header_text(""), "");
}

}  // namespace
}  // namespace kilter::http
