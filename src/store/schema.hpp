// The tables of a database as steps from nothing to the present version. A step that was released is never changed:
// a later version adds steps.
#pragma once

#include <array>
#include <string_view>

namespace kilter::store {

// One step in the words of each database; several statements with semicolons between.
struct SchemaStep {
  std::string_view sqlite;
  std::string_view postgres;
};

// plants     where each journal ends
// entries    the journals; entries_by_key finds a command sent twice
// snapshots  states to start from
inline constexpr std::array kSchema{SchemaStep{.sqlite = R"sql(
CREATE TABLE plants (
  id TEXT PRIMARY KEY, sequence INTEGER NOT NULL, hash BLOB NOT NULL) WITHOUT ROWID, STRICT;
CREATE TABLE entries (
  plant TEXT NOT NULL, sequence INTEGER NOT NULL, at INTEGER NOT NULL, kind TEXT NOT NULL, author TEXT NOT NULL,
  key TEXT NOT NULL, reason TEXT NOT NULL, body TEXT NOT NULL, hash BLOB NOT NULL,
  PRIMARY KEY (plant, sequence)) WITHOUT ROWID, STRICT;
CREATE UNIQUE INDEX entries_by_key ON entries (plant, key) WHERE key <> '';
CREATE TABLE snapshots (
  plant TEXT NOT NULL, sequence INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (plant, sequence)) STRICT;
)sql",
                                               .postgres = R"sql(
CREATE TABLE plants (
  id text COLLATE "C" PRIMARY KEY, sequence bigint NOT NULL, hash bytea NOT NULL);
CREATE TABLE entries (
  plant text COLLATE "C" NOT NULL, sequence bigint NOT NULL, at bigint NOT NULL, kind text NOT NULL,
  author text NOT NULL, key text COLLATE "C" NOT NULL, reason text NOT NULL, body text NOT NULL, hash bytea NOT NULL,
  PRIMARY KEY (plant, sequence));
CREATE UNIQUE INDEX entries_by_key ON entries (plant, key) WHERE key <> '';
CREATE TABLE snapshots (
  plant text COLLATE "C" NOT NULL, sequence bigint NOT NULL, bytes bytea NOT NULL, PRIMARY KEY (plant, sequence));
)sql"},
                                    // The published plans, see service/journal/read_tables.hpp.
                                    SchemaStep{.sqlite = R"sql(
CREATE TABLE plan_orders (
  plant TEXT NOT NULL, order_id TEXT, customer TEXT, item TEXT, quantity NUMERIC, priority NUMERIC, due TEXT,
  delivered TEXT, late_seconds NUMERIC);
CREATE INDEX plan_orders_by_plant ON plan_orders (plant);
CREATE TABLE plan_operations (
  plant TEXT NOT NULL, production_order TEXT, operation TEXT, item TEXT, for_order TEXT, status TEXT,
  unit TEXT, people TEXT, start_at TEXT, end_at TEXT, setup_seconds NUMERIC, run_seconds NUMERIC);
CREATE INDEX plan_operations_by_plant ON plan_operations (plant);
CREATE TABLE plan_purchases (
  plant TEXT NOT NULL, purchase TEXT, item TEXT, vendor TEXT, quantity NUMERIC, order_at TEXT, receipt_at TEXT,
  unit_price NUMERIC, total NUMERIC, currency TEXT);
CREATE INDEX plan_purchases_by_plant ON plan_purchases (plant);
CREATE TABLE plan_budget_lines (
  plant TEXT NOT NULL, account TEXT, period_from TEXT, period_until TEXT, soft_cap NUMERIC, hard_cap NUMERIC,
  spent NUMERIC, committed NUMERIC, planned NUMERIC, total NUMERIC, currency TEXT);
CREATE INDEX plan_budget_lines_by_plant ON plan_budget_lines (plant);
CREATE TABLE plan_costs (
  plant TEXT NOT NULL, kind TEXT, amount NUMERIC, at TEXT, order_id TEXT, ref_kind TEXT, ref TEXT);
CREATE INDEX plan_costs_by_plant ON plan_costs (plant);
)sql",
                                               .postgres = R"sql(
CREATE TABLE plan_orders (
  plant text COLLATE "C" NOT NULL, order_id text, customer text, item text, quantity numeric, priority numeric,
  due timestamptz, delivered timestamptz, late_seconds numeric);
CREATE INDEX plan_orders_by_plant ON plan_orders (plant);
CREATE TABLE plan_operations (
  plant text COLLATE "C" NOT NULL, production_order text, operation text, item text, for_order text,
  status text, unit text, people text, start_at timestamptz, end_at timestamptz, setup_seconds numeric,
  run_seconds numeric);
CREATE INDEX plan_operations_by_plant ON plan_operations (plant);
CREATE TABLE plan_purchases (
  plant text COLLATE "C" NOT NULL, purchase text, item text, vendor text, quantity numeric,
  order_at timestamptz, receipt_at timestamptz, unit_price numeric, total numeric, currency text);
CREATE INDEX plan_purchases_by_plant ON plan_purchases (plant);
CREATE TABLE plan_budget_lines (
  plant text COLLATE "C" NOT NULL, account text, period_from timestamptz, period_until timestamptz,
  soft_cap numeric, hard_cap numeric, spent numeric, committed numeric, planned numeric, total numeric,
  currency text);
CREATE INDEX plan_budget_lines_by_plant ON plan_budget_lines (plant);
CREATE TABLE plan_costs (
  plant text COLLATE "C" NOT NULL, kind text, amount numeric, at timestamptz, order_id text, ref_kind text,
  ref text);
CREATE INDEX plan_costs_by_plant ON plan_costs (plant);
)sql"}};

}  // namespace kilter::store
