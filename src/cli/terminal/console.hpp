// Where a command speaks: its answer to `out`, progress and complaints to `err`.
#pragma once

#include <ostream>

namespace kilter::cli {

struct Console {
  std::ostream& out;
  std::ostream& err;
  bool err_is_terminal = false;  // progress is shown only there
};

}  // namespace kilter::cli
