// docs/plan-folder.md, made from the tables of a plan folder.
#pragma once

#include <string>

namespace kilter::codec {

std::string plan_folder_page();

}  // namespace kilter::codec
