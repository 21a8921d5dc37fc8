// Exact decimals: optional sign, digits, optional point and digits. No rounding ever happens.
#pragma once

#include <cstdint>
#include <string_view>

#include "codec/text/fault.hpp"

namespace kilter::codec::text {

// `text` times 10^decimals, exactly: "12.5" with 6 decimals is 12500000. More decimals than that are a fault unless
// they are zeros. decimals <= 9.
Parsed<std::int64_t> parse_decimal(std::string_view text, unsigned decimals);

// A whole number within 32 bits.
Parsed<std::int32_t> parse_whole(std::string_view text);

}  // namespace kilter::codec::text
