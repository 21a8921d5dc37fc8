// How long things take and where: operations booked on work orders, and the manufacturing instructions of product
// models.
#pragma once

#include "codec/import/adventureworks/session.hpp"

namespace kilter::codec::adventureworks {

// Operations of the made items. Needs the items and the work centres.
void import_routes(Session& session);

}  // namespace kilter::codec::adventureworks
