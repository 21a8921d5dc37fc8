#!/usr/bin/env python3
"""One public instance through OR-Tools CP-SAT, with the options and the answer of `kilter solve`.

  python -m venv build/cp-sat && build/cp-sat/bin/pip install ortools==9.15.6755
  build/cp-sat/bin/python bench/public/cp_sat.py FILE --family jsp --seconds 10 --threads 2 --seed 1 --json

The models are those of OR-Tools' own examples: interval variables, no-overlap per machine, optional intervals and exactly
one of them per choice, a circuit per machine where setups depend on the sequence, cumulative for resources and for
identical machines. No hints. The time limit holds for the solver alone: making the model costs the peer nothing.
"""

import argparse
import json
import sys
from pathlib import Path

from ortools.sat.python import cp_model

sys.path.insert(0, str(Path(__file__).parent))
import instances  # noqa: E402


class Choice:
    """One way to do something: present or not, when, where."""

    def __init__(self, model, start, duration, present):
        self.start, self.duration, self.present = start, duration, present
        if present is None:
            self.interval = model.new_fixed_size_interval_var(start, duration, "")
        else:
            self.interval = model.new_optional_fixed_size_interval_var(start, duration, present, "")


def add_choices(model, start, end, durations):
    """Choices of one operation; with several, exactly one is present and rules the end."""
    if len(durations) == 1:
        model.add(end == start + durations[0])
        return [Choice(model, start, durations[0], None)]
    choices = [Choice(model, start, duration, model.new_bool_var("")) for duration in durations]
    model.add_exactly_one(choice.present for choice in choices)
    for choice in choices:
        model.add(end == start + choice.duration).only_enforce_if(choice.present)
    return choices


def add_circuit(model, shop, machine, on_machine):
    """Sequence with setups: node 0 is before the first and after the last operation."""
    family, matrix = shop["family"], shop["setups"][machine]
    arcs, empty = [], model.new_bool_var("")
    arcs.append((0, 0, empty))
    for i, (op, choice) in enumerate(on_machine, 1):
        first = model.new_bool_var("")
        arcs += [(0, i, first), (i, 0, model.new_bool_var(""))]
        if shop["initial"]:
            model.add(choice.start >= shop["initial"][family[op]]).only_enforce_if(first)
        if choice.present is None:
            model.add(empty == 0)
        else:
            arcs.append((i, i, choice.present.negated()))
            model.add_implication(choice.present, empty.negated())
        for j, (other, behind) in enumerate(on_machine, 1):
            if i == j:
                continue
            follows = model.new_bool_var("")
            arcs.append((i, j, follows))
            gap = choice.duration + matrix[family[op]][family[other]]
            model.add(behind.start >= choice.start + gap).only_enforce_if(follows)
    if on_machine:
        model.add_circuit(arcs)


def horizon_of(shop):
    longest = sum(max(duration for _, _, duration in op["modes"]) for op in shop["ops"])
    setups = 0
    if shop["setups"]:
        cells = [cell for matrix in shop["setups"] for row in matrix for cell in row if cell < 1000000]
        setups = max(cells) * len(shop["ops"]) + max(shop["initial"], default=0)
    return longest + setups


def build_shop(shop):
    model = cp_model.CpModel()
    horizon = horizon_of(shop)
    starts = [model.new_int_var(0, horizon, "") for _ in shop["ops"]]
    ends = [model.new_int_var(0, horizon, "") for _ in shop["ops"]]
    on_machine = {}
    choices = []
    for number, op in enumerate(shop["ops"]):
        made = add_choices(model, starts[number], ends[number], [duration for _, _, duration in op["modes"]])
        choices.append(made)
        for (first, count, _), choice in zip(op["modes"], made):
            on_machine.setdefault((first, count), []).append((number, choice))
    for a, b in shop["arcs"]:
        model.add(starts[b] >= ends[a])
    for (first, count), held in sorted(on_machine.items()):
        intervals = [choice.interval for _, choice in held]
        if count == 1:
            model.add_no_overlap(intervals)
        else:
            model.add_cumulative(intervals, [1] * len(intervals), count)
        if shop["setups"]:
            add_circuit(model, shop, first, held)
    add_shop_objective(model, shop, ends, horizon)
    return model, starts, ends, choices


def add_shop_objective(model, shop, ends, horizon):
    followed = {a for a, _ in shop["arcs"]}
    last = [number for number in range(len(ends)) if number not in followed]
    if not shop["due"]:
        makespan = model.new_int_var(0, horizon, "")
        model.add_max_equality(makespan, [ends[number] for number in last])
        model.minimize(makespan)
        return
    terms = []
    for number in last:
        job = shop["ops"][number]["job"]
        late = model.new_int_var(0, horizon, "")
        model.add(late >= ends[number] - shop["due"][job])
        terms.append(shop["weight"][job] * late)
    model.minimize(sum(terms))


def shop_rows(shop, solver, built):
    """Rows of the solution file; identical machines are given out in the order of the starts."""
    _, starts, ends, choices = built
    free = {}
    yield "job,operation,machine,start,end"
    for number in sorted(range(len(starts)), key=lambda n: (solver.value(starts[n]), solver.value(ends[n]))):
        op = shop["ops"][number]
        chosen = [mode for mode, choice in zip(op["modes"], choices[number])
                  if choice.present is None or solver.boolean_value(choice.present)][0]
        start, end = solver.value(starts[number]), solver.value(ends[number])
        machine = chosen[0]
        if chosen[1] > 1:
            machine = next(m for m in range(chosen[0], chosen[0] + chosen[1]) if free.get(m, 0) <= start)
        free[machine] = end
        yield f"{op['job']},{op['number']},{machine},{start},{end}"


def build_project(project):
    model = cp_model.CpModel()
    horizon = sum(max(mode[0] for mode in activity["modes"]) for activity in project["activities"])
    starts = [model.new_int_var(0, horizon, "") for _ in project["activities"]]
    ends = [model.new_int_var(0, horizon, "") for _ in project["activities"]]
    choices = [add_choices(model, starts[number], ends[number], [mode[0] for mode in activity["modes"]])
               for number, activity in enumerate(project["activities"])]
    for a, b in project["arcs"]:
        model.add(starts[b] >= ends[a])
    for resource, capacity in enumerate(project["capacity"]):
        held = [(choice.interval, mode[1][resource])
                for activity, made in zip(project["activities"], choices)
                for mode, choice in zip(activity["modes"], made) if mode[1][resource]]
        model.add_cumulative([interval for interval, _ in held], [demand for _, demand in held], capacity)
    for resource, budget in enumerate(project["budget"]):
        model.add(sum(mode[2][resource] * (1 if choice.present is None else choice.present)
                      for activity, made in zip(project["activities"], choices)
                      for mode, choice in zip(activity["modes"], made)) <= budget)
    crews = add_crews(model, project, starts)
    makespan = model.new_int_var(0, horizon, "")
    model.add_max_equality(makespan, ends)
    model.minimize(makespan)
    return model, starts, ends, choices, crews


def add_crews(model, project, starts):
    """(activity, place of the skill, worker) -> whether the worker gives that skill."""
    crews, of_worker = {}, {}
    for number, activity in enumerate(project["activities"]):
        duration, _, _, skills = activity["modes"][0]
        of_activity = {}
        for place, (skill, level, wanted) in enumerate(skills):
            able = [w for w, mastery in enumerate(project["mastery"]) if mastery.get(skill, -1) >= level]
            for worker in able:
                crews[number, place, worker] = model.new_bool_var("")
                of_activity.setdefault(worker, []).append(crews[number, place, worker])
            model.add(sum(crews[number, place, worker] for worker in able) == wanted)
        for worker, given in of_activity.items():
            used = given[0]
            if len(given) > 1:
                used = model.new_bool_var("")
                model.add(sum(given) == used)
            of_worker.setdefault(worker, []).append(Choice(model, starts[number], duration, used).interval)
    for intervals in of_worker.values():
        model.add_no_overlap(intervals)
    return crews


def project_rows(project, solver, built):
    _, starts, ends, choices, crews = built
    yield "activity,mode,start,end" + (",resources" if project["workers"] else "")
    for number, activity in enumerate(project["activities"]):
        mode = [i for i, choice in enumerate(choices[number], 1)
                if choice.present is None or solver.boolean_value(choice.present)][0]
        row = f"{activity['number']},{mode},{solver.value(starts[number])},{solver.value(ends[number])}"
        if project["workers"]:
            crew = sorted((place, worker) for (n, place, worker) in crews
                          if n == number and solver.boolean_value(crews[n, place, worker]))
            row += "," + " ".join(str(project["workers"][worker]) for _, worker in crew)
        yield row


class FirstSeen(cp_model.CpSolverSolutionCallback):
    """When the best objective was found."""

    def __init__(self):
        super().__init__()
        self.seconds_to_best = 0.0

    def on_solution_callback(self):
        self.seconds_to_best = self.wall_time


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file")
    parser.add_argument("--family", required=True, choices=instances.SHOPS + instances.PROJECTS)
    parser.add_argument("--seconds", type=float, default=1.0)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--solution")
    parser.add_argument("--json", action="store_true")
    call = parser.parse_args()
    instance = instances.read(call.file, call.family)
    is_shop = call.family in instances.SHOPS
    built = build_shop(instance) if is_shop else build_project(instance)
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = call.seconds
    solver.parameters.num_workers = call.threads
    solver.parameters.random_seed = call.seed
    seen = FirstSeen()
    status = solver.solve(built[0], seen)
    found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    if found and call.solution:
        rows = shop_rows if is_shop else project_rows
        Path(call.solution).write_text("\n".join(rows(instance, solver, built)) + "\n")
    print(json.dumps({"instance": Path(call.file).stem, "objective": round(solver.objective_value) if found else None,
                      "lower_bound": round(solver.best_objective_bound), "seconds": solver.wall_time,
                      "seconds_to_best": seen.seconds_to_best, "epochs": 0, "threads": call.threads}))


if __name__ == "__main__":
    main()
