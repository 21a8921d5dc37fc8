#include "codec/benchmark/read_instance.hpp"

#include <algorithm>
#include <cctype>
#include <utility>

#include "codec/benchmark/read/readers.hpp"
#include "codec/benchmark/tokens/dzn_file.hpp"
#include "codec/benchmark/tokens/token_reader.hpp"
#include "codec/text/encoding.hpp"

namespace kilter::codec::benchmark {
namespace {

using Content = decltype(Instance::content);

base::Result<Instance> failed(base::Issues issues) { return base::Result<Instance>::failure(std::move(issues)); }

// Null when it is text.
const text::Fault* fault_of_bytes(std::string_view bytes) {
  if (bytes.empty()) return nullptr;
  if (const text::Fault* fault = text::fault_of_beginning(bytes)) return fault;
  const std::size_t bad = text::first_bad_byte(bytes);
  return bad == std::string_view::npos ? nullptr : text::fault_of_byte(bytes, bad);
}

// Up to the line in which the first letter stands.
std::string_view without_text_behind(std::string_view bytes) {
  const auto letter = std::find_if(bytes.begin(), bytes.end(), [](unsigned char c) { return std::isalpha(c) != 0; });
  const std::string_view numbers = bytes.substr(0, static_cast<std::size_t>(letter - bytes.begin()));
  if (letter == bytes.end()) return numbers;
  const std::size_t line_end = numbers.rfind('\n');
  return numbers.substr(0, line_end == std::string_view::npos ? 0 : line_end);
}

// One file on its way through the reader of its format.
class Reading {
 public:
  Reading(const InstanceFile& file, Format format) : file_(file), format_(format) {}

  base::Result<Instance> run() {
    Content content = read();
    if (!issues_.empty()) return failed(std::move(issues_));
    const std::size_t dot = file_.name.rfind('.');
    return Instance{.name = file_.name.substr(0, dot), .format = format_, .content = std::move(content)};
  }

 private:
  template <class T>
  Content by(T (*reader)(TokenReader&), const TokenRules& rules = {}) {
    return by(reader, file_.bytes, rules);
  }
  template <class T>
  Content by(T (*reader)(TokenReader&), std::string_view bytes, const TokenRules& rules) {
    TokenReader tokens(file_.name, bytes, rules);
    Content content = reader(tokens);
    issues_ = tokens.take_issues();
    return content;
  }
  template <class T>
  Content by(T (*reader)(DznFile&)) {
    DznFile dzn(file_.name, file_.bytes);
    Content content = reader(dzn);
    issues_ = dzn.take_issues();
    return content;
  }

  [[nodiscard]] bool holds(std::string_view text) const { return file_.bytes.find(text) != std::string_view::npos; }

  Content read() {
    switch (format_) {
      case Format::jsp:
        return by(read_job_shop);
      case Format::jsp_large:
        return by(read_large_job_shop);
      case Format::fjsp:
        return by(read_flexible_shop);
      case Format::fajsp:
        return by(read_assembly_shop, {.comment = '#'});
      case Format::fjsp_sdst:
        return by(read_setup_flexible_shop);
      case Format::hfsp:
        return by(read_hybrid_flow_shop);
      case Format::jsp_twt:
        return by(read_weighted_tardiness_shop);
      case Format::jsp_sdst:
        return by(read_setup_job_shop);
      case Format::pfsp_tt:
        return by(read_flow_shop_with_dues);
      case Format::pfsp_sdst:
        return by(read_flow_shop_with_setups);
      case Format::rcpsp:
      case Format::mrcpsp:
      case Format::ms_rcpsp:
      case Format::lot_sizing:
        break;
    }
    return read_by_marks();
  }

  // Formats that come in several syntaxes.
  Content read_by_marks() {
    if (format_ == Format::ms_rcpsp) {
      return holds("Number of skill types") ? by(read_imopse, {.separators = ":"}) : by(read_mspsp);
    }
    if (format_ == Format::lot_sizing) {
      if (holds("StockingCosts")) return by(read_discrete_lots);
      const bool pigment = file_.name.size() > 4 && file_.name.substr(file_.name.size() - 4) == ".psp";
      return pigment ? by(read_pigment) : by(read_trigeiro, without_text_behind(file_.bytes), {});
    }
    return holds("PRECEDENCE RELATIONS") || format_ == Format::mrcpsp ? by(read_psplib) : by(read_patterson);
  }

  const InstanceFile& file_;
  Format format_;
  base::Issues issues_;
};

}  // namespace

base::Result<Instance> read_instance(const InstanceFile& file, std::optional<Format> format) {
  if (const text::Fault* fault = fault_of_bytes(file.bytes)) {
    return failed(
        {{.code = fault->code, .where = {.file = file.name}, .message = fault->message, .way_out = fault->way_out}});
  }
  if (!format) format = detect_format(file.name, file.bytes);
  if (format) return Reading(file, *format).run();
  std::string words;
  for (const std::string& each : format_words()) words += (words.empty() ? "" : ", ") + each;
  return failed({{.code = "unknown-format",
                  .where = {.file = file.name},
                  .message = "neither the content nor the name tells the format",
                  .way_out = "Name it with --format: " + words + "."}});
}

}  // namespace kilter::codec::benchmark
