// Secrets by libsodium: random ones, what is kept of them, and passwords (Argon2id, RFC 9106).
#pragma once

#include <string>
#include <string_view>

namespace kilter::service {

// 256 random bits behind a mark, in base64url: "kt_...".
std::string random_secret(std::string_view mark);

// What is kept of a random secret in its place: BLAKE2b in hexadecimal. Not for passwords.
std::string digest(std::string_view secret);

// What is kept of a password: Argon2id with its salt and costs. About 60 ms and 64 MB; empty when there is no memory.
std::string password_hash(std::string_view password);
bool is_password(std::string_view hash, std::string_view password);

// Why it is too weak to be one; empty when it will do.
std::string_view why_weak(std::string_view password);
// The same of a PIN: 4 to 12 digits, not one repeated, not counted up or down.
std::string_view why_weak_pin(std::string_view pin);

}  // namespace kilter::service
