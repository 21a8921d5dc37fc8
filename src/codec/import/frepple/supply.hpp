// Stock, safety stock, suppliers and their offers, customer orders, and orders already under way.
#pragma once

#include "codec/import/frepple/calendars.hpp"
#include "codec/import/frepple/session.hpp"

namespace kilter::codec::frepple {

void import_stock(Session& session);
void import_suppliers(Calendars& calendars, Session& session);
void import_demands(Session& session);
void import_open_orders(Session& session);

}  // namespace kilter::codec::frepple
