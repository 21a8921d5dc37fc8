// Sales lines of the period, the products that they need down to the last component, and their bills of material.
#pragma once

#include "codec/import/adventureworks/session.hpp"

namespace kilter::codec::adventureworks {

// Customers and orders of the period; the orders' items are ProductIDs until `import_products` has named the products.
void import_sales(Session& session);

// Items (those that can be got, and all that are ordered or part of what is ordered) and bills of material in force
// today.
void import_products(Session& session);

}  // namespace kilter::codec::adventureworks
