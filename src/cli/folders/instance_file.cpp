#include "cli/folders/instance_file.hpp"

#include <utility>

#include "cli/folders/source_folder.hpp"
#include "codec/benchmark/read_instance.hpp"

namespace kilter::cli {

std::optional<codec::benchmark::Instance> open_instance(const std::string& path, const std::string& format,
                                                        const Complaint& complaint) {
  const base::Result<MappedFile> file = open_file(path);
  if (!file.ok()) complaint.say(file.error());
  if (!file.ok()) return std::nullopt;
  base::Result<codec::benchmark::Instance> instance = codec::benchmark::read_instance(
      {.name = file.value().name(), .bytes = file.value().bytes()}, codec::benchmark::format_named(format));
  if (!instance.ok()) complaint.say(instance.error());
  if (!instance.ok()) return std::nullopt;
  return std::move(instance).value();
}

}  // namespace kilter::cli
