#include "codec/report/report.hpp"

#include <array>
#include <utility>

#include "codec/plan/figures.hpp"
#include "codec/report/assets.hpp"
#include "codec/report/exception_lines.hpp"
#include "codec/report/page_data.hpp"
#include "codec/report/today.hpp"

namespace kilter::codec {
namespace {

constexpr std::size_t kShownNeeds = 15;
constexpr std::size_t kNamedOrders = 50;
constexpr std::array<std::string_view, 3> kMarks{"cross", "half", "hollow"};

void write_head(PageData& page, const PlanOrigin& origin) {
  const model::Policy& policy = page.view.plant.policy;
  page.member("plant", policy.plant_name.empty() ? std::string("The plant") : policy.plant_name);
  page.member("currency", policy.currency);
  page.member("zone", policy.zone);
  page.member("version", origin.version);
  page.member("origin", page.view.civil.str(0).substr(0, 19));
  page.member("horizon", page.wall(page.view.plant.frame.tick(policy.horizon)));
}

void write_figures(PageData& page) {
  const PlanFigures figures = figures_of(page.view.plant, page.view.plan);
  const auto count = [&](std::string_view name, std::size_t value) {
    page.member(name, static_cast<std::int64_t>(value));
  };
  page.json.key("figures").begin_object();
  count("orders", figures.orders);
  count("on_time_orders", figures.on_time_orders);
  count("late_orders", figures.late_orders);
  count("unplanned_orders", figures.unplanned_orders);
  page.member("tardiness", figures.tardiness);
  count("production_orders", page.view.plan.production_orders.size());
  count("operations", page.view.plan.placements.size());
  count("purchases", page.view.plan.purchases.size());
  const auto penalty = static_cast<std::size_t>(kilter::plan::CostKind::penalty);
  page.member("penalty", page.view.plan.objective.parts[penalty].raw());
  page.member("total", page.view.plan.objective.total().raw());
  page.json.end_object();
}

void write_needs(PageData& page) {
  const std::vector<coordinate::Exception> list = coordinate::exceptions(page.view.plant, page.view.plan);
  const std::size_t shown = page.begin_list("needs", list.size(), kShownNeeds);
  for (std::size_t i = 0; i < shown; ++i) {
    const ExceptionLine line = line_of(page.view, list[i]);
    page.json.begin_object();
    page.member("shape", kMarks[static_cast<std::size_t>(line.mark)]);
    page.member("title", line.title);
    page.member("detail", line.detail);
    page.member("seconds", list[i].seconds);
    page.member("money", list[i].money.raw());
    page.member("to", line.section);
    page.json.key("orders").begin_array();
    for (std::size_t at = 0; at < std::min(list[i].orders.size(), kNamedOrders); ++at) {
      page.json.text(page.view.plant.orders[list[i].orders[at]].id);
    }
    page.json.end_array().end_object();
  }
  page.end_list();
}

void write_lines(PageData& page, std::string_view name, const std::vector<std::string>& lines) {
  page.json.key(name).begin_array();
  for (const std::string& line : lines) page.json.text(line);
  page.json.end_array();
}

void write_today(PageData& page) {
  const Today today = today_of(page.view);
  page.json.key("today").begin_object();
  write_lines(page, "actions", today.actions);
  write_lines(page, "purchases", today.purchases);
  write_lines(page, "starts", today.starts);
  page.json.end_object();
}

std::string scripts() {
  std::string text;
  for (const std::string_view name : {"format.js", "surface.js", "layout.js", "board.js", "sections.js", "main.js"}) {
    text += asset(name);
  }
  return text;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

// What stands for "{{name}}" in the page.
std::string filled(std::string_view name, const PlanView& view, const PlanOrigin& origin) {
  if (name == "title") return escaped(view.plant.policy.plant_name + " plan, " + view.civil.str(0).substr(0, 10));
  if (name == "styles") return std::string(asset("report.css")).append(asset("print.css"));
  if (name == "data") return report_data(view, origin);
  if (name == "scripts") return scripts();
  return {};
}

}  // namespace

std::string report_data(const PlanView& view, const PlanOrigin& origin) {
  PageData page(view);
  page.json.begin_object();
  write_head(page, origin);
  write_figures(page);
  write_needs(page);
  write_today(page);
  write_orders(page);
  write_late(page);
  write_board(page);
  write_supply(page);
  write_facts(page);
  write_lines(page, "strings", page.strings.texts());
  page.json.end_object();
  return page.json.str();
}

std::string report_page(const PlanView& view, const PlanOrigin& origin) {
  const std::string_view page = asset("report.html");
  std::string out;
  std::size_t at = 0;
  for (std::size_t mark = page.find("{{"); mark != std::string_view::npos; mark = page.find("{{", at)) {
    const std::size_t end = page.find("}}", mark);
    out += page.substr(at, mark - at);
    out += filled(page.substr(mark + 2, end - mark - 2), view, origin);
    at = end + 2;
  }
  return out.append(page.substr(at));
}

}  // namespace kilter::codec
