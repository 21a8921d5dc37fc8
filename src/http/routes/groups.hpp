// The groups of routes, one file each.
#pragma once

#include <vector>

#include "http/route.hpp"

namespace kilter::http {

std::vector<Route> system_routes();       // health, metrics, the contract
std::vector<Route> access_routes();       // set-up, sessions, users, tokens
std::vector<Route> station_routes();      // kiosk stations and badges
std::vector<Route> kiosk_routes();        // what stations ask for
std::vector<Route> plant_routes();        // plants, their folders
std::vector<Route> table_routes();        // tables and rows
std::vector<Route> floor_routes();        // what happens next and what is open
std::vector<Route> outlook_routes();      // whether the plan holds; quotes
std::vector<Route> hand_routes();         // moves and pins by hand
std::vector<Route> reservation_routes();  // orders held for a while
std::vector<Route> event_routes();        // events from the floor
std::vector<Route> branch_routes();       // what-if branches
std::vector<Route> plan_routes();         // plans, proposals, the published plan
std::vector<Route> message_routes();      // who was told what
std::vector<Route> journal_routes();      // the journal, undo, the live stream

}  // namespace kilter::http
