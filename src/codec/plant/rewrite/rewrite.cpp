#include "codec/plant/rewrite/rewrite.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "codec/plant/read.hpp"
#include "codec/plant/table_reader.hpp"
#include "codec/plant/write.hpp"
#include "model/builder.hpp"

namespace kilter::codec::plant {

base::Result<Rewritten> rewrite(std::span<const SourceFile> files) {
  DraftRead found = read_draft(files);
  if (!found.complete) return base::Result<Rewritten>::failure(std::move(found.issues));
  Rewritten result;
  std::copy_if(found.issues.begin(), found.issues.end(), std::back_inserter(result.left_out),
               [](const base::Issue& issue) { return issue.code == kUnknownColumn; });
  const base::Result<model::Plant> plant = model::build(found.draft, std::move(found.issues));
  if (!plant.ok()) return base::Result<Rewritten>::failure(plant.error());
  result.files = write_draft(found.draft, found.gaps);
  return result;
}

}  // namespace kilter::codec::plant
