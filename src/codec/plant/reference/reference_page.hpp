// docs/plant-folder.md, made from the table of fields.
#pragma once

#include <string>

namespace kilter::codec::plant {

std::string reference_page();

}  // namespace kilter::codec::plant
