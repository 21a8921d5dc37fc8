#include "service/access/secrets.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>

#include "base/require.hpp"
#include "service/journal/entry.hpp"

namespace kilter::service {
namespace {

// Loads the library's random source once.
void ready() {
  static const bool good = sodium_init() >= 0;
  KILTER_REQUIRE(good);
}

}  // namespace

std::string random_secret(std::string_view mark) {
  ready();
  std::array<unsigned char, 32> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  constexpr int kForm = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  std::string text(sodium_base64_encoded_len(bytes.size(), kForm), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), kForm);
  text.pop_back();
  return std::string(mark) + text;
}

std::string digest(std::string_view secret) {
  ready();
  Hash hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(secret.data()), secret.size(),
                     nullptr, 0);
  return hex(hash);
}

std::string password_hash(std::string_view password) {
  ready();
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  const int failed = crypto_pwhash_str(hash.data(), password.data(), password.size(),
                                       crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE);
  return failed != 0 ? std::string() : std::string(hash.data());
}

bool is_password(std::string_view hash, std::string_view password) {
  ready();
  return crypto_pwhash_str_verify(std::string(hash).c_str(), password.data(), password.size()) == 0;
}

std::string_view why_weak(std::string_view password) {
  if (password.size() < 10) return "it has fewer than 10 characters";
  if (password.size() > 256) return "it has more than 256 characters";
  if (password.find_first_not_of(password.front()) == std::string_view::npos) return "it is one character repeated";
  return {};
}

std::string_view why_weak_pin(std::string_view pin) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (!std::all_of(pin.begin(), pin.end(), is_digit)) return "it has more than digits";
  if (pin.size() < 4) return "it has fewer than 4 digits";
  if (pin.size() > 12) return "it has more than 12 digits";
  for (const int step : {0, 1, -1}) {
    const auto off = [step](char a, char b) { return b - a != step; };
    if (std::adjacent_find(pin.begin(), pin.end(), off) == pin.end()) {
      return step == 0 ? "it is one digit repeated" : "it counts up or down";
    }
  }
  return {};
}

}  // namespace kilter::service
