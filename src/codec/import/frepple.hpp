// From frePPLe's CSV tables (file name = table, first line = field names) to a draft of the plant. Its demos come as
// fixtures, JSON lists of records; those are read as well.
//
//   locations -> sites                     operations and their materials -> operations and bills of material
//   calendars and buckets -> calendars     resources -> work units; with skills -> people; a second one -> tools
//   buffers -> stock and safety stock      item suppliers -> offers
//   demands -> customer orders             approved and confirmed orders -> open production and purchase orders
//
// frePPLe counts the more urgent demand lower (1 before 2); here the more urgent order has the higher number:
// priority = largest priority of the source + 1 - priority.
// Operations without a resource still take working time of their location: they run on a unit without limit.
#pragma once

#include <string>

#include "base/result.hpp"
#include "codec/import/imported.hpp"

namespace kilter::codec {

// Fails with every value that cannot be read, and when there is no demand, item or operation table at all. References
// to names that do not exist are left to the plant's builder, which names them all.
base::Result<Imported> import_frepple(const SourceFiles& files, const std::string& plant_name);

}  // namespace kilter::codec
