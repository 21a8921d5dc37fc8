#include "codec/plan/lamps/lamp_words.hpp"

#include "codec/plan/references.hpp"
#include "codec/text/human.hpp"
#include "plan/words.hpp"

namespace kilter::codec {

std::string lamp_words(const PlanView& view, const kilter::plan::LampReading& lamp) {
  std::string text(lamp.state == kilter::plan::LampState::on_date ? "on" : kilter::plan::word(lamp.state));
  if (lamp.state == kilter::plan::LampState::on_date) text += " " + human_moment(view.civil, lamp.at);
  if (lamp.cause == kilter::plan::LampCause::none) return text;
  if (lamp.cause == kilter::plan::LampCause::clearance && lamp.index < view.plant.clearances.size()) {
    const model::Clearance& clearance = view.plant.clearances[lamp.index];
    return text + ", " + (clearance.note.empty() ? clearance.id : clearance.note) +
           (clearance.owner.empty() ? std::string() : ", owner " + clearance.owner);
  }
  text.append(", ").append(kilter::plan::word(lamp.cause));
  return text.append(" ").append(target_name(view, target_of(lamp.cause), lamp.index));
}

}  // namespace kilter::codec
