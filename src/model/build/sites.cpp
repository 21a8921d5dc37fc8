// Sites and stock locations. A plant without sites has one, "main".
#include "model/build/build.hpp"

namespace kilter::model {

void build_sites(Build& build) {
  for (const SiteRow& row : build.draft.sites) {
    build.sites.define(build.plant.sites.next_id(), spot(row, "id", row.id), build.report);
    build.plant.sites.push_back({.id = row.id.str(), .name = row.name.empty() ? row.id.str() : row.name.str()});
  }
  if (build.draft.sites.empty()) {
    static constexpr std::string_view kOnly = "main";
    build.sites.find_or_define(kOnly, build.plant.sites.next_id());
    build.plant.sites.push_back({.id = std::string(kOnly), .name = std::string(kOnly)});
  }
  for (const LocationRow& row : build.draft.locations) {
    build.locations.define(build.plant.locations.next_id(), spot(row, "id", row.id), build.report);
    build.plant.locations.push_back({.id = row.id.str(),
                                     .name = row.name.empty() ? row.id.str() : row.name.str(),
                                     .site = site_or_only(build, spot(row, "site", row.site)),
                                     .nettable = row.nettable});
  }
}

SiteId site_or_only(Build& build, const Spot& spot) {
  if (!spot.value.empty()) return build.sites.required(spot, build.report);
  if (build.plant.sites.size() == 1) return SiteId(0);
  build.report.error("missing-site", spot, "the plant has several sites and this row names none",
                     "Fill in the site's id.");
  return SiteId::none();
}

}  // namespace kilter::model
