"""Public benchmark instances as plain Python values, read apart from Kilter's own readers.

A shop is {machines, ops: [{job, number, modes: [(first_machine, machines, duration)]}], arcs, family, setups, initial,
due, weight}; a project is {activities: [{number, modes: [(duration, demand, use, skills)]}], arcs, capacity, budget,
workers, numbers of workers, mastery}. Machines, jobs and operations count from 0 as in solution files.
"""

import re
from pathlib import Path

SHOPS = ("jsp", "jsp-large", "fjsp", "fajsp", "fjsp-sdst", "hfsp", "jsp-twt", "jsp-sdst")
PROJECTS = ("rcpsp", "mrcpsp", "ms-rcpsp")
OTHERS = ("pfsp-tt", "pfsp-sdst", "lot-sizing")  # only their sizes are read here


def numbers(text):
    return iter([int(float(token)) for token in text.split()])


def new_shop(machines):
    return {"machines": machines, "jobs": 0, "ops": [], "arcs": [], "family": [], "setups": [], "initial": [],
            "due": [], "weight": []}


def add_chain(shop, operations):
    """One job: a list of mode lists, each operation after the one before."""
    for number, modes in enumerate(operations):
        if number:
            shop["arcs"].append((len(shop["ops"]) - 1, len(shop["ops"])))
        shop["ops"].append({"job": shop["jobs"], "number": number, "modes": modes})
    shop["jobs"] += 1


def read_lines_of_jobs(path, family):
    lines = [line.split() for line in path.read_text().splitlines() if line.strip()]
    jobs, machines = int(lines[0][0]), int(lines[0][1])
    shop = new_shop(machines)
    for line in lines[1:jobs + 1]:
        values = [int(token) for token in line]
        pairs = [(m, d) for m, d in zip(values[::2], values[1::2]) if m >= 0]
        add_chain(shop, [[(m, 1, d)] for m, d in pairs])
    if family == "jsp-twt":
        shop["due"] = [int(token) for token in lines[jobs + 1]]
        shop["weight"] = [int(token) for token in lines[jobs + 2]]
    return shop


def read_flexible(path, family):
    first, rest = path.read_text().lstrip().split("\n", 1)
    jobs, machines = (int(token) for token in first.split()[:2])
    at = numbers(rest)
    shop = new_shop(machines)
    for _ in range(jobs):
        add_chain(shop, [[(next(at) - 1, 1, next(at)) for _ in range(next(at))] for _ in range(next(at))])
    if family == "fjsp-sdst":
        count = len(shop["ops"])
        shop["family"] = list(range(count))
        shop["setups"] = [[[next(at) for _ in range(count)] for _ in range(count)] for _ in range(machines)]
    return shop


def read_assembly(path):
    at = numbers("\n".join(line for line in path.read_text().splitlines() if not line.startswith("#")))
    count, arcs, machines = next(at), next(at), next(at)
    shop = new_shop(machines)
    shop["arcs"] = [(next(at), next(at)) for _ in range(arcs)]
    for number in range(count):
        modes = [(next(at), 1, next(at)) for _ in range(next(at))]
        shop["ops"].append({"job": number, "number": number, "modes": modes})
    changed = True
    while changed:  # the job of an operation: the connected part, by its smallest operation
        changed = False
        for a, b in shop["arcs"]:
            least = min(shop["ops"][a]["job"], shop["ops"][b]["job"])
            changed = changed or shop["ops"][a]["job"] != least or shop["ops"][b]["job"] != least
            shop["ops"][a]["job"] = shop["ops"][b]["job"] = least
    order = sorted({op["job"] for op in shop["ops"]})
    for op in shop["ops"]:
        op["job"] = order.index(op["job"])
    shop["jobs"] = len(order)
    return shop


def read_hybrid(path):
    at = numbers(path.read_text())
    jobs, stages = next(at), next(at)
    counts = [next(at) for _ in range(stages)]
    first = [sum(counts[:stage]) for stage in range(stages)]
    shop = new_shop(sum(counts))
    for _ in range(jobs):
        add_chain(shop, [[(first[stage], counts[stage], next(at))] for stage in range(stages)])
    return shop


def read_setup_job_shop(path):
    at = numbers(path.read_text())
    machines, jobs, types = next(at), next(at), next(at)
    shop = new_shop(machines)
    for job in range(jobs):
        for number in range(next(at)):
            duration, machine = next(at), next(at) - 1
            shop["family"].append(next(at) - 1)
            shop["ops"].append({"job": job, "number": number, "modes": [(machine, 1, duration)]})
    shop["jobs"] = jobs
    shop["initial"] = [next(at) for _ in range(types)]
    shop["setups"] = [[[next(at) for _ in range(types)] for _ in range(types)]] * machines
    for operation in range(len(shop["ops"])):
        shop["arcs"] += [(operation, next(at) - 1) for _ in range(next(at))]
    return shop


def new_project():
    return {"activities": [], "arcs": [], "capacity": [], "budget": [], "workers": [], "mastery": []}


def numbers_behind(lines, title):
    """All numbers from the first line that begins with one, behind the line with `title`, up to one of stars."""
    start = next(i for i, line in enumerate(lines) if title in line)
    behind = [line for line in lines[start + 1:]]
    first = next(i for i, line in enumerate(behind) if re.match(r"\s*\d", line))
    block = []
    for line in behind[first:]:
        if line.startswith("*") or not re.match(r"[\s\d]*$", line):
            break
        block.append(line)
    return numbers("\n".join(block))


def read_psplib(path):
    text = path.read_text()
    lines = text.splitlines()
    jobs = int(re.search(r"\(incl\.[^:]*:\s*(\d+)", text).group(1))
    renewable = int(re.search(r"- renewable\s*:\s*(\d+)", text).group(1))
    budgets = int(re.search(r"- nonrenewable\s*:\s*(\d+)", text).group(1))
    project = new_project()
    at = numbers_behind(lines, "PRECEDENCE RELATIONS")
    modes = []
    for job in range(jobs):
        next(at)
        modes.append(next(at))
        project["arcs"] += [(job, next(at) - 1) for _ in range(next(at))]
    at = numbers_behind(lines, "REQUESTS/DURATIONS")
    for job in range(jobs):
        activity = {"number": next(at), "modes": []}
        for _ in range(modes[job]):
            next(at)
            duration = next(at)
            demand = [next(at) for _ in range(renewable)]
            activity["modes"].append((duration, demand, [next(at) for _ in range(budgets)], []))
        project["activities"].append(activity)
    at = numbers_behind(lines, "AVAILABILITIES")
    project["capacity"] = [next(at) for _ in range(renewable)]
    project["budget"] = [next(at) for _ in range(budgets)]
    return project


def read_patterson(path):
    at = numbers(path.read_text())
    count, resources = next(at), next(at)
    project = new_project()
    project["capacity"] = [next(at) for _ in range(resources)]
    for activity in range(count):
        duration = next(at)
        demand = [next(at) for _ in range(resources)]
        project["activities"].append({"number": activity + 1, "modes": [(duration, demand, [], [])]})
        project["arcs"] += [(activity, next(at) - 1) for _ in range(next(at))]
    return project


def read_mspsp(path):
    text = re.sub(r"%.*", "", path.read_text())
    values = {key: [int(token) if token.isdigit() else token == "true" for token in re.findall(r"\d+|true|false", value)]
              for key, value in re.findall(r"(\w+)\s*=\s*([^;]*);", text)}
    skills, workers = values["nSkills"][0], values["nResources"][0]
    project = new_project()
    for activity in range(values["nActs"][0]):
        wanted = [(skill, 0, values["sreq"][activity * skills + skill]) for skill in range(skills)]
        mode = (values["dur"][activity], [], [], [each for each in wanted if each[2]])
        project["activities"].append({"number": activity + 1, "modes": [mode]})
    project["arcs"] = [(a - 1, b - 1) for a, b in zip(values["pred"], values["succ"])]
    project["workers"] = [worker + 1 for worker in range(workers)]
    project["mastery"] = [{skill: 0 for skill in range(skills) if values["mastery"][worker * skills + skill]}
                          for worker in range(workers)]
    return project


def read_imopse(path):
    workers, tasks = path.read_text().split("ResourceID")[1].split("TaskID")
    project = new_project()
    for line in workers.splitlines()[1:]:
        if not re.match(r"\s*\d", line):
            continue
        mastery = {}
        for skill, level in re.findall(r"Q(\d+)\s*:\s*(\d+)", line):
            mastery[int(skill)] = max(int(level), mastery.get(int(skill), 0))
        project["workers"].append(int(line.split()[0]))
        project["mastery"].append(mastery)
    at, before = {}, []
    for line in tasks.splitlines()[1:]:
        found = re.match(r"\s*(\d+)\s+(\d+)\s+Q(\d+)\s*:\s*(\d+)\s*([\d\s]*)$", line)
        if not found:
            continue
        number, duration, skill, level = (int(found.group(i)) for i in range(1, 5))
        at[number] = len(project["activities"])
        before += [(int(token), at[number]) for token in found.group(5).split()]
        project["activities"].append({"number": number, "modes": [(duration, [], [], [(skill, level, 1)])]})
    project["arcs"] = [(at[number], activity) for number, activity in before]
    return project


def read(path, family):
    """The instance of `path`, a shop or a project by its family."""
    path = Path(path)
    if family in ("jsp", "jsp-large", "jsp-twt"):
        return read_lines_of_jobs(path, family)
    if family in ("fjsp", "fjsp-sdst"):
        return read_flexible(path, family)
    if family == "rcpsp":
        return read_patterson(path) if path.suffix == ".rcp" else read_psplib(path)
    if family == "ms-rcpsp":
        return read_imopse(path) if path.suffix == ".def" else read_mspsp(path)
    return {"fajsp": read_assembly, "hfsp": read_hybrid, "jsp-sdst": read_setup_job_shop, "mrcpsp": read_psplib}[
        family](path)


def size_of(path, family):
    """Operations or activities; of lot sizing items times periods."""
    if family in OTHERS:
        first = re.findall(r"\d+", Path(path).read_text())[:2]
        return int(first[0]) * int(first[1])
    instance = read(path, family)
    return len(instance["ops"] if "ops" in instance else instance["activities"])
