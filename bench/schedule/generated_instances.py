"""Instances of our own in the formats of the public ones: the same seed gives the same bytes everywhere.

Durations, machines and orders are drawn evenly, as Taillard (1993) drew his job shops.
"""

import random


class Draw:
    """Whole numbers from random.random(), whose sequence Python keeps from version to version."""

    def __init__(self, seed):
        self.source = random.Random(seed)

    def between(self, low, high):
        return low + int(self.source.random() * (high - low + 1))

    def order(self, count):
        left = list(range(count))
        return [left.pop(self.between(0, len(left) - 1)) for _ in range(count)]

    def numbers(self, count, low, high):
        return [self.between(low, high) for _ in range(count)]


def text(*rows):
    return "".join(" ".join(str(number) for number in row) + "\n" for row in rows)


def job_shop(seed, jobs, machines):
    draw = Draw(seed)
    rows = [[number for machine in draw.order(machines) for number in (machine, draw.between(1, 99))]
            for _ in range(jobs)]
    return rows


def jsp(seed, jobs, machines):
    return text([jobs, machines], *job_shop(seed, jobs, machines))


def jsp_twt(seed, jobs, machines):
    rows = job_shop(seed, jobs, machines)
    dues = [sum(row[1::2]) * 13 // 10 for row in rows]
    return text([jobs, machines], *rows, dues, Draw(seed).numbers(jobs, 1, 4))


def fjsp(seed, jobs, operations, machines):
    draw = Draw(seed)
    rows = []
    for _ in range(jobs):
        row = [operations]
        for _ in range(operations):
            chosen = draw.order(machines)[:draw.between(1, 4)]
            row += [len(chosen)] + [number for machine in chosen for number in (machine + 1, draw.between(1, 30))]
        rows.append(row)
    return text([jobs, machines], *rows)


def fajsp(seed, operations, machines):
    draw = Draw(seed)
    arcs = [(draw.between(max(0, op - 8), op - 1), op) for op in range(1, operations) if op % 7]
    rows = []
    for _ in range(operations):
        chosen = draw.order(machines)[:draw.between(1, 3)]
        rows.append([len(chosen)] + [number for machine in chosen for number in (machine, draw.between(1, 40))])
    return text([operations, len(arcs), machines], *arcs, *rows)


def jsp_sdst(seed, jobs, machines, types):
    draw = Draw(seed)
    rows = [[machines] + [number for machine in draw.order(machines)
                          for number in (draw.between(10, 99), machine + 1, job % types + 1)] for job in range(jobs)]
    setups = [[0 if a == b else draw.between(5, 50) for b in range(types)] for a in range(types)]
    arcs = [[number for op in range(1, machines) for number in (1, op + 1)] + [0] for _ in range(jobs)]
    return text([machines, jobs, types], *rows, [0] * types, *setups, *arcs)


def hfsp(seed, jobs, stages):
    draw = Draw(seed)
    return text([jobs], [stages], draw.numbers(stages, 2, 4), *[draw.numbers(stages, 1, 99) for _ in range(jobs)])


def rcpsp(seed, activities, resources):
    """Patterson's layout, between two dummies."""
    draw = Draw(seed)
    after = [set() for _ in range(activities + 2)]
    for activity in range(1, activities + 1):
        for before in {draw.between(max(0, activity - 9), activity - 1) for _ in range(2)}:
            after[before].add(activity)
    for activity in range(1, activities + 1):
        after[activity] = after[activity] or {activities + 1}
    rows = [[activities + 2, resources], [12] * resources]
    for activity, behind in enumerate(after):
        real = 0 < activity <= activities
        use = [draw.between(0, 8) if real else 0 for _ in range(resources)]
        rows.append([draw.between(1, 10) if real else 0, *use, len(behind), *[each + 1 for each in sorted(behind)]])
    return text(*rows)


def pfsp_tt(seed, jobs, machines):
    draw = Draw(seed)
    return text([jobs], [machines], draw.numbers(jobs, 50 * machines, 50 * (jobs + machines)),
                *[draw.numbers(machines, 1, 99) for _ in range(jobs)])


def pfsp_sdst(seed, jobs, machines):
    draw = Draw(seed)
    return text([jobs], [machines], *[draw.numbers(machines, 1, 99) for _ in range(jobs)],
                *[draw.numbers(jobs, 1, 25) for _ in range(machines * jobs)])


def discrete_lots(seed, items, periods):
    """About four of five periods are wanted, each by one item."""
    draw = Draw(seed)
    due = [draw.between(0, items * 5 // 4 - 1) for _ in range(periods)]
    rows = [[1 if due[period] == item else 0 for period in range(periods)] for item in range(items)]
    changeovers = [[0 if a == b else draw.between(50, 200) for b in range(items)] for a in range(items)]
    return text([periods], [items], *rows, [10], *changeovers)


def capacitated_lots(seed, items, periods):
    draw = Draw(seed)
    facts = [[1, draw.between(1, 5), draw.between(10, 50), draw.between(200, 1000)] for _ in range(items)]
    return text([items, periods], [1], [items * 160], *facts,
                *[draw.numbers(items, 20, 180) for _ in range(periods)])


def all_files():
    """File name -> text."""
    return {
        "jsp-15x10.txt": jsp(1, 15, 10),
        "jsp-30x10.txt": jsp(2, 30, 10),
        "twt-10x10.txt": jsp_twt(3, 10, 10),
        "fjsp-15x8.fjs": fjsp(4, 15, 8, 8),
        "fajsp-80.txt": fajsp(5, 80, 8),
        "sdst-12x6.dat": jsp_sdst(6, 12, 6, 4),
        "hfsp-20x4.txt": hfsp(7, 20, 4),
        "rcpsp-60.rcp": rcpsp(8, 60, 4),
        "tt-30x8.txt": pfsp_tt(9, 30, 8),
        "setups-30x6.txt": pfsp_sdst(10, 30, 6),
        "discrete-6x40.psp": discrete_lots(11, 6, 40),
        "capacitated-8x15.dat": capacitated_lots(12, 8, 15),
    }
