#include "service/messages/plan_news.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdlib>
#include <utility>

#include "codec/text/human.hpp"
#include "plan/words.hpp"

namespace kilter::service {
namespace {

constexpr std::array<std::string_view, 4> kAddressees{"person", "role", "vendor", "customer"};
constexpr std::array<std::string_view, 7> kWeekdays{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

bool moved(const WorkLine& a, const WorkLine& b, Second tolerance) {
  return a.unit != b.unit || std::abs(a.start - b.start) > tolerance;
}

class Reporter {
 public:
  Reporter(const PlanSheet* before, const PlanSheet& now, const NewsStyle& style)
      : before_(before != nullptr ? *before : kNothing), first_(before == nullptr), now_(now), style_(style) {}

  std::vector<News> report() {
    people();
    centres();
    purchases();
    promises();
    money();
    vendors();
    customers();
    return std::move(news_);
  }

 private:
  [[nodiscard]] std::string moment(Second second) const {
    const time::Instant at{std::chrono::seconds(second)};
    const auto local = style_.zone.local(at);
    const auto day = std::chrono::floor<std::chrono::days>(local);
    const std::chrono::year_month_day date{day};
    const auto weekday = std::chrono::weekday{day}.iso_encoding() - 1;
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(local - day).count();
    return fmt::format("{} {} {} {:02}:{:02}", kWeekdays[weekday], static_cast<unsigned>(date.day()),
                       kMonths[static_cast<unsigned>(date.month()) - 1], minutes / 60, minutes % 60);
  }
  [[nodiscard]] std::string place(const WorkLine& line) const {
    return moment(line.start) + (line.unit.empty() ? "" : " on " + line.unit);
  }

  // Sends what there is to say; the lines beyond the most are counted.
  void send(Addressee kind, const std::string& to, std::string subject, std::vector<std::string> lines) {
    if (lines.empty()) return;
    if (lines.size() > style_.most_lines) {
      const std::size_t beyond = lines.size() - style_.most_lines;
      lines.resize(style_.most_lines);
      lines.push_back(fmt::format("and {} more", beyond));
    }
    news_.push_back({.to_kind = kind, .to = to, .subject = std::move(subject), .lines = std::move(lines)});
  }

  // Operations that came, went or moved, in the order of their names.
  [[nodiscard]] std::vector<std::string> work_lines(const PlanSheet::Work& was, const PlanSheet::Work& is,
                                                    const char* gone) const {
    std::vector<std::string> lines;
    for (const auto& [name, line] : is) {
      const auto old = was.find(name);
      if (old == was.end()) {
        lines.push_back(fmt::format("{} {}: new, {}", name, line.what, place(line)));
      } else if (moved(old->second, line, style_.tolerance)) {
        lines.push_back(fmt::format("{} {}: {}, was {}", name, line.what, place(line), place(old->second)));
      }
    }
    for (const auto& [name, line] : was) {
      const bool left = is.find(name) == is.end() && now_.begun.find(name) == now_.begun.end();
      if (left) lines.push_back(fmt::format("{} {}: {}", name, line.what, gone));
    }
    return lines;
  }

  // Everything that either plan has under a name.
  template <class Map, class Use>
  static void each_name(const Map& was, const Map& is, Use use) {
    static const typename Map::mapped_type kNone{};
    for (const auto& [name, value] : is) {
      const auto old = was.find(name);
      use(name, old == was.end() ? kNone : old->second, value);
    }
    for (const auto& [name, value] : was) {
      if (is.find(name) == is.end()) use(name, value, kNone);
    }
  }

  void people() {
    each_name(before_.people, now_.people, [this](const std::string& who, const auto& was, const auto& is) {
      send(Addressee::person, who, first_ ? "Your work" : "Your work has changed",
           work_lines(was, is, "no longer yours"));
    });
  }
  void centres() {
    std::vector<std::string> lines;
    each_name(before_.centres, now_.centres, [&](const std::string& centre, const auto& was, const auto& is) {
      const std::size_t count = work_lines(was, is, "gone").size();
      if (count > 0)
        lines.push_back(fmt::format("{}: {} operations {}", centre, count, first_ ? "planned" : "changed"));
    });
    send(Addressee::role, "supervisor", first_ ? "The plan of your areas" : "The plan of your areas has changed",
         lines);
  }

  [[nodiscard]] std::string purchase_text(const PurchaseLine& line) const {
    return fmt::format("order {} {} from {} by {}, arrives {}", line.quantity, line.item, line.vendor,
                       moment(line.order_at), moment(line.receipt_at));
  }
  // Purchases that one plan has more of than the other.
  template <class Use>
  static void each_more(const std::map<PurchaseLine, int>& more, const std::map<PurchaseLine, int>& less, Use use) {
    for (const auto& [line, count] : more) {
      const auto other = less.find(line);
      for (int i = other == less.end() ? 0 : other->second; i < count; ++i) use(line);
    }
  }
  void purchases() {
    std::vector<std::string> lines;
    each_more(now_.purchases, before_.purchases,
              [&](const PurchaseLine& line) { lines.push_back(purchase_text(line)); });
    each_more(before_.purchases, now_.purchases,
              [&](const PurchaseLine& line) { lines.push_back("no longer: " + purchase_text(line)); });
    send(Addressee::role, "buyer", first_ ? "Purchases planned" : "Purchases have changed", lines);
  }
  void vendors() {
    std::map<std::string, std::vector<std::string>> lines;
    each_more(now_.purchases, before_.purchases, [&](const PurchaseLine& line) {
      lines[line.vendor].push_back(fmt::format("{} {}, wanted {}", line.quantity, line.item, moment(line.receipt_at)));
    });
    for (auto& [vendor, wanted] : lines) send(Addressee::vendor, vendor, "Purchase order", std::move(wanted));
  }

  [[nodiscard]] std::string delivery(const PromiseLine& line) const {
    return line.delivered ? moment(*line.delivered) : std::string("not planned");
  }
  [[nodiscard]] bool is_touched(const PromiseLine& was, const PromiseLine& is) const {
    if (was.delivered.has_value() != is.delivered.has_value()) return true;
    return is.delivered && std::abs(*was.delivered - *is.delivered) > style_.tolerance;
  }
  // Orders in both plans whose delivery differs; of the first plan those that are late or cannot be planned.
  template <class Use>
  void each_touched(Use use) const {
    for (const auto& [order, line] : now_.promises) {
      const auto old = before_.promises.find(order);
      if (old != before_.promises.end() && is_touched(old->second, line)) use(order, line, &old->second);
      const bool late = !line.delivered || *line.delivered > line.due;
      if (old == before_.promises.end() && (!first_ || late)) use(order, line, nullptr);
    }
  }
  void promises() {
    std::vector<std::string> lines;
    each_touched([&](const std::string& order, const PromiseLine& line, const PromiseLine* old) {
      lines.push_back(fmt::format("{} {}: {}, due {}{}", order, line.item, delivery(line), moment(line.due),
                                  old != nullptr ? ", was " + delivery(*old) : ""));
    });
    send(Addressee::role, "sales", first_ ? "Orders at risk" : "Deliveries have changed", lines);
  }
  void customers() {
    std::map<std::string, std::vector<std::string>> lines;
    each_touched([&](const std::string& order, const PromiseLine& line, const PromiseLine* old) {
      if (line.customer.empty() || old == nullptr || !line.delivered) return;
      lines[line.customer].push_back(fmt::format("{} {}: now expected {}", order, line.item, moment(*line.delivered)));
    });
    for (auto& [customer, changed] : lines) {
      send(Addressee::customer, customer, "New delivery date", std::move(changed));
    }
  }
  void money() {
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < plan::kCostKindCount; ++i) {
      const base::Money was = before_.objective.parts[i];
      const base::Money is = now_.objective.parts[i];
      if (was == is) continue;
      lines.push_back(fmt::format("{}: {} {}{}", plan::word(static_cast<plan::CostKind>(i)), codec::human_money(is),
                                  style_.currency, first_ ? "" : ", was " + codec::human_money(was)));
    }
    send(Addressee::role, "finance", first_ ? "What the plan costs" : "What the plan costs has changed", lines);
  }

  static const PlanSheet kNothing;
  const PlanSheet& before_;
  const bool first_;
  const PlanSheet& now_;
  const NewsStyle& style_;
  std::vector<News> news_;
};

const PlanSheet Reporter::kNothing{};

}  // namespace

std::string_view word(Addressee addressee) { return kAddressees[static_cast<std::size_t>(addressee)]; }

std::vector<News> news_of(const PlanSheet* before, const PlanSheet& now, const NewsStyle& style) {
  return Reporter(before, now, style).report();
}

double nervousness(const PlanSheet& before, const PlanSheet& now, Second tolerance) {
  std::size_t both = 0;
  std::size_t changed = 0;
  for (const auto& [centre, work] : now.centres) {
    const auto old_centre = before.centres.find(centre);
    if (old_centre == before.centres.end()) continue;
    for (const auto& [name, line] : work) {
      const auto old = old_centre->second.find(name);
      if (old == old_centre->second.end()) continue;
      ++both;
      changed += moved(old->second, line, tolerance) ? 1U : 0U;
    }
  }
  return both == 0 ? 0 : 100.0 * static_cast<double>(changed) / static_cast<double>(both);
}

}  // namespace kilter::service
