// From a plant to the files of a plant folder. Reading them back gives an equal plant (but for its notes: nothing is
// left to be assumed). Tables without rows and columns without values are left out.
#pragma once

#include <vector>

#include "codec/plant/rewrite/gaps.hpp"
#include "codec/plant/source_file.hpp"
#include "model/draft.hpp"
#include "model/plant.hpp"

namespace kilter::codec::plant {

std::vector<TargetFile> write(const model::Plant& plant);

// The same for a draft that an importer or a reader made; what it does not give stays empty, as do the `gaps`.
std::vector<TargetFile> write_draft(const model::PlantDraft& draft, const Gaps& gaps = {});

}  // namespace kilter::codec::plant
