// What an importer hands back: a draft of the plant, and the list of everything that could not be carried over or had
// to be assumed, by file, row and column of the source. Importers work on bytes; reading folders is the business of
// `store`.
#pragma once

#include <deque>
#include <functional>
#include <list>
#include <map>
#include <string>

#include "base/issue.hpp"
#include "codec/plant/rewrite/gaps.hpp"
#include "model/draft.hpp"

namespace kilter::codec {

// File name (without folder) -> content. The texts of a draft are views into it and into `Imported::kept`: keep both as
// long as the draft.
using SourceFiles = std::map<std::string, std::string, std::less<>>;

struct Imported {
  model::PlantDraft draft;
  plant::Gaps gaps;    // cells on which the source is silent: left empty in the folder, so that every plan names them
  base::Issues notes;  // warnings: not carried over; assumptions: filled in by us
  std::list<std::deque<std::string>> kept;
};

}  // namespace kilter::codec
