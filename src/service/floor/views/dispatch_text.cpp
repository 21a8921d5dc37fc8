// Dispatch lists as JSON and CSV.
#include "codec/json/writer.hpp"
#include "codec/text/values/duration.hpp"
#include "model/decimal_text.hpp"
#include "service/floor/views/dispatch.hpp"
#include "service/floor/views/looking.hpp"

namespace kilter::service {
namespace {

using codec::JsonWriter;

constexpr int kQuantityDigits = 6;

void write_part(JsonWriter& json, const KitPart& part) {
  json.begin_object();
  json.key("item").text(part.item);
  json.key("lot").text(part.lot);
  json.key("location").text(part.location);
  json.key("quantity").decimal(part.quantity.raw(), kQuantityDigits);
  json.end_object();
}

void write_kit(JsonWriter& json, const KitLine& line) {
  json.begin_object();
  json.key("item").text(line.item);
  json.key("unit").text(line.unit);
  json.key("need").decimal(line.need.raw(), kQuantityDigits);
  json.key("missing").decimal(line.missing.raw(), kQuantityDigits);
  json.key("parts").begin_array();
  for (const KitPart& part : line.parts) write_part(json, part);
  json.end_array().end_object();
}

}  // namespace

void dispatch_job_members(const DispatchJob& job, const time::Zone& zone, JsonWriter& json) {
  json.key("production_order").text(job.production_order);
  json.key("operation").text(job.operation);
  json.key("name").text(job.name);
  json.key("item").text(job.item);
  json.key("for_order").text(job.for_order);
  json.key("quantity").decimal(job.quantity.raw(), kQuantityDigits);
  json.key("work_unit").text(job.work_unit);
  json.key("people").text(job.people);
  json.key("status").text(word(job.status));
  json.key("why").text(job.why);
  json.key("start").text(iso_text(job.start, zone));
  json.key("end").text(iso_text(job.end, zone));
  json.key("setup_seconds").integer(job.setup.count());
  json.key("run_seconds").integer(job.run.count());
  json.key("kit").begin_array();
  for (const KitLine& line : job.kit) write_kit(json, line);
  json.end_array();
}

namespace {

// "tube 80 m: L-2209 30, L-2210 50 at rack; paint 2.5 kg: P-1 2, missing 0.5"
std::string kit_text(const DispatchJob& job) {
  std::string text;
  for (const KitLine& line : job.kit) {
    text += (text.empty() ? "" : "; ") + line.item + " " + model::decimal_text(line.need) + " " + line.unit + ":";
    for (const KitPart& part : line.parts) {
      const std::string what = part.item == line.item ? part.lot : part.item + " " + part.lot;
      text += (&part == &line.parts.front() ? " " : ", ") + what + (what.empty() ? "" : " ") +
              model::decimal_text(part.quantity) + (part.location.empty() ? "" : " at " + part.location);
    }
    if (!line.missing.positive()) continue;
    text += (line.parts.empty() ? " " : ", ") + std::string("missing ") + model::decimal_text(line.missing);
  }
  return text;
}

void write_row(std::string& csv, const DispatchJob& job, const time::Zone& zone) {
  const std::string texts[]{job.production_order,
                            job.operation,
                            job.name,
                            job.item,
                            job.for_order,
                            model::decimal_text(job.quantity),
                            job.work_unit,
                            job.people,
                            std::string(word(job.status)),
                            job.why,
                            iso_text(job.start, zone),
                            iso_text(job.end, zone),
                            codec::text::duration_text(job.setup),
                            codec::text::duration_text(job.run),
                            kit_text(job)};
  append_row(csv, texts);
}

}  // namespace

std::string dispatch_json(std::span<const DispatchJob> jobs, const time::Zone& zone) {
  JsonWriter json;
  json.begin_object().key("jobs").begin_array();
  for (const DispatchJob& job : jobs) {
    json.begin_object();
    dispatch_job_members(job, zone, json);
    json.end_object();
  }
  json.end_array().end_object();
  return json.str();
}

std::string dispatch_csv(std::span<const DispatchJob> jobs, const time::Zone& zone) {
  std::string csv =
      "production_order,operation,name,item,for_order,quantity,work_unit,people,status,why,start,end,setup,run,kit\n";
  for (const DispatchJob& job : jobs) write_row(csv, job, zone);
  return csv;
}

}  // namespace kilter::service
