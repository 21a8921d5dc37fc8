// One reader per format of benchmark instance. Each takes everything from the reader and leaves what is wrong in it;
// what comes back counts only when nothing is.
#pragma once

#include <string_view>

#include "codec/benchmark/instance.hpp"
#include "codec/benchmark/tokens/token_reader.hpp"

namespace kilter::codec::benchmark {

ShopInstance read_job_shop(TokenReader& reader);                 // jsp: every job visits every machine once
ShopInstance read_large_job_shop(TokenReader& reader);           // jsp-large: any number of visits, line by line
ShopInstance read_weighted_tardiness_shop(TokenReader& reader);  // jsp-twt
ShopInstance read_setup_job_shop(TokenReader& reader);           // jsp-sdst
ShopInstance read_flexible_shop(TokenReader& reader);            // fjsp
ShopInstance read_setup_flexible_shop(TokenReader& reader);      // fjsp-sdst
ShopInstance read_assembly_shop(TokenReader& reader);            // fajsp; comments begin with #
ShopInstance read_hybrid_flow_shop(TokenReader& reader);         // hfsp
ProjectInstance read_psplib(TokenReader& reader);                // rcpsp .sm, mrcpsp .mm
ProjectInstance read_patterson(TokenReader& reader);             // rcpsp .rcp
ProjectInstance read_imopse(TokenReader& reader);                // ms-rcpsp .def; separators :
schedule::PermutationShop read_flow_shop_with_dues(TokenReader& reader);    // pfsp-tt
schedule::PermutationShop read_flow_shop_with_setups(TokenReader& reader);  // pfsp-sdst
schedule::LotSizing read_trigeiro(TokenReader& reader);                     // lot-sizing .dat, without the text behind
schedule::DiscreteLotSizing read_pigment(TokenReader& reader);              // lot-sizing .psp

class DznFile;
ProjectInstance read_mspsp(DznFile& file);                      // ms-rcpsp .dzn
schedule::DiscreteLotSizing read_discrete_lots(DznFile& file);  // lot-sizing .dzn

}  // namespace kilter::codec::benchmark
