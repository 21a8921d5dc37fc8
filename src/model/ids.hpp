// The ids of a plant's entities. Each indexes the vector of the same name in `Plant`.
#pragma once

#include "base/strong_id.hpp"

namespace kilter::model {

using SiteId = base::StrongId<struct SiteTag>;
using LocationId = base::StrongId<struct LocationTag>;
using CalendarId = base::StrongId<struct CalendarTag>;
using FamilyId = base::StrongId<struct FamilyTag>;
using SetupMatrixId = base::StrongId<struct SetupMatrixTag>;
using ItemId = base::StrongId<struct ItemTag>;
using BomLineId = base::StrongId<struct BomLineTag>;
using OperationId = base::StrongId<struct OperationTag>;
using WorkCentreId = base::StrongId<struct WorkCentreTag>;
using WorkUnitId = base::StrongId<struct WorkUnitTag>;
using ToolId = base::StrongId<struct ToolTag>;
using SkillId = base::StrongId<struct SkillTag>;
using PersonId = base::StrongId<struct PersonTag>;
using VendorId = base::StrongId<struct VendorTag>;
using OfferId = base::StrongId<struct OfferTag>;
using StockId = base::StrongId<struct StockTag>;
using CustomerId = base::StrongId<struct CustomerTag>;
using OrderId = base::StrongId<struct OrderTag>;
using OpenProductionOrderId = base::StrongId<struct OpenProductionOrderTag>;
using OpenPurchaseOrderId = base::StrongId<struct OpenPurchaseOrderTag>;
using AccountId = base::StrongId<struct AccountTag>;
using BudgetId = base::StrongId<struct BudgetTag>;

}  // namespace kilter::model
