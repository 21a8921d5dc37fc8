// report.html: one self-contained page with key figures, ranked exceptions, the board, why orders are late, load,
// purchases, money, readiness and assumptions; on paper it is right in A4. Nothing is loaded from anywhere.
#pragma once

#include <string>

#include "codec/plan/table.hpp"
#include "codec/plan/write.hpp"

namespace kilter::codec {

std::string report_page(const PlanView& view, const PlanOrigin& origin);

// The page's data alone, as JSON that can stand inside a script element.
std::string report_data(const PlanView& view, const PlanOrigin& origin);

}  // namespace kilter::codec
