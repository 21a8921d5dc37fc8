// Guards the names in documents: files and folders, links and their anchors, names of our code and make targets must
// exist, so that prose about structure cannot rot.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "house/source_tree.hpp"

namespace kilter::house {

// What documents may name.
struct KnownNames {
  std::set<std::string> paths;         // files and folders from the root, without trailing slash
  std::set<std::string> make_targets;  // of the Makefile
  std::set<std::string> commands;     // words and options of docs/commands.md, which is made from the table of commands
  std::set<std::string> identifiers;  // words of the code
  std::set<std::string> namespaces;   // folders below src/
};

KnownNames collect_names(const std::vector<SourceFile>& files, const std::vector<std::string>& layers);

// Code spans and links of `documents` that name nothing: `src/...` paths (with `*` as wildcard), `make x`, `kilter x
// --y`, `layer::name`.
Findings check_names(const std::vector<SourceFile>& documents, const KnownNames& known);

}  // namespace kilter::house
