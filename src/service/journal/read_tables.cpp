#include "service/journal/read_tables.hpp"

namespace kilter::service {
namespace {

using enum ReadType;

constexpr std::array<std::string_view, 3> kTypes{"text", "number", "moment"};

ReadSchema orders() {
  return {"plan_orders",
          "orders.csv",
          "Every firm customer order and when it is delivered.",
          {{"order_id", text, "order"},
           {"customer", text, "customer"},
           {"item", text, "item"},
           {"quantity", number, "quantity"},
           {"priority", number, "priority"},
           {"due", moment, "due"},
           {"delivered", moment, "delivered"},
           {"late_seconds", number, "late_seconds"}}};
}

ReadSchema operations() {
  return {"plan_operations",
          "operations.csv",
          "Every operation with its unit, people and times.",
          {{"production_order", text, "production_order"},
           {"operation", text, "operation"},
           {"item", text, "item"},
           {"for_order", text, "for_order"},
           {"status", text, "status"},
           {"unit", text, "unit"},
           {"people", text, "people"},
           {"start_at", moment, "start"},
           {"end_at", moment, "end"},
           {"setup_seconds", number, "setup_seconds"},
           {"run_seconds", number, "run_seconds"}}};
}

ReadSchema purchases() {
  return {"plan_purchases",
          "purchases.csv",
          "What is to be bought: from whom, how much, when and at what price.",
          {{"purchase", text, "id"},
           {"item", text, "item"},
           {"vendor", text, "vendor"},
           {"quantity", number, "quantity"},
           {"order_at", moment, "order_date"},
           {"receipt_at", moment, "receipt_date"},
           {"unit_price", number, "unit_price"},
           {"total", number, "total"},
           {"currency", text, "currency"}}};
}

ReadSchema budget_lines() {
  return {"plan_budget_lines",
          "budget.csv",
          "Each account and period: spent, committed and planned against its caps.",
          {{"account", text, "account"},
           {"period_from", moment, "from"},
           {"period_until", moment, "until"},
           {"soft_cap", number, "soft_cap"},
           {"hard_cap", number, "hard_cap"},
           {"spent", number, "spent"},
           {"committed", number, "committed"},
           {"planned", number, "planned"},
           {"total", number, "total"},
           {"currency", text, "currency"}}};
}

ReadSchema costs() {
  return {"plan_costs",
          "cost_lines.csv",
          "Every cost of the plan; all totals are sums of these.",
          {{"kind", text, "kind"},
           {"amount", number, "amount"},
           {"at", moment, "at"},
           {"order_id", text, "order"},
           {"ref_kind", text, "ref_kind"},
           {"ref", text, "ref"}}};
}

}  // namespace

std::span<const ReadSchema> read_schemas() {
  static const std::array<ReadSchema, 5> all{orders(), operations(), purchases(), budget_lines(), costs()};
  return all;
}

std::string read_tables_page() {
  std::string page =
      "# Read tables\n\n"
      "Made from the table that the databases write by (`src/service/journal/read_tables.cpp`); a test compares.\n\n"
      "The published plan of every plant stands in plain tables of the same database, for SQL and BI tools. They are\n"
      "replaced in the transaction that keeps the publication, so they are never half of one. Every table begins with "
      "the\n"
      "column `plant`. Moments are ISO 8601 with offset (`timestamptz` in PostgreSQL), NULL where a plan folder has an "
      "empty\n"
      "cell. Read them; what is written there is gone with the next publication.\n";
  for (const ReadSchema& schema : read_schemas()) {
    page += "\n## " + std::string(schema.name) + "\n\n" + std::string(schema.meaning) + "\n\n| column | type | in " +
            std::string(schema.from) + " |\n|---|---|---|\n";
    for (const ReadColumn& column : schema.columns) {
      page += "| `" + std::string(column.name) + "` | " + std::string(kTypes[static_cast<std::size_t>(column.type)]) +
              " | `" + std::string(column.from) + "` |\n";
    }
  }
  return page;
}

}  // namespace kilter::service
