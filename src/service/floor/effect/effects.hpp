// One function for each kind of event: what it does to the tables.
#pragma once

#include "service/floor/effect/ledger.hpp"

namespace kilter::service {

void start_operation(Ledger& ledger);
void pause_operation(Ledger& ledger);
void resume_operation(Ledger& ledger);
void finish_operation(Ledger& ledger);
void count_good(Ledger& ledger);
void count_scrap(Ledger& ledger);
void count_rework(Ledger& ledger);
void finish_production(Ledger& ledger);

void unit_down(Ledger& ledger);
void unit_up(Ledger& ledger);
void ask_maintenance(Ledger& ledger);
void maintenance_done(Ledger& ledger);
void person_absent(Ledger& ledger);
void person_returned(Ledger& ledger);

void order_purchase(Ledger& ledger);
void confirm_purchase(Ledger& ledger);
void move_purchase(Ledger& ledger);
void receive_purchase(Ledger& ledger);
void cancel_purchase(Ledger& ledger);
void count_stock(Ledger& ledger);

void hold_lot(Ledger& ledger);
void release_lot(Ledger& ledger);
void hold_work(Ledger& ledger);
void release_work(Ledger& ledger);
void pass_inspection(Ledger& ledger);
void fail_inspection(Ledger& ledger);

void raise_andon(Ledger& ledger);
void acknowledge_andon(Ledger& ledger);
void work_on_andon(Ledger& ledger);
void resolve_andon(Ledger& ledger);

void new_order(Ledger& ledger);
void change_order(Ledger& ledger);
void cancel_order(Ledger& ledger);
void ship_order(Ledger& ledger);
void post_spend(Ledger& ledger);
void settle_conflict(Ledger& ledger);

}  // namespace kilter::service
