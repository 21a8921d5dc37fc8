"""The rows of the table of figures: which instances make up which, and what is known about them."""

import csv
import os
import re
from pathlib import Path

import instances

# name of the row, families of the folder, pattern of the instance's name (all: none), wanted gaps in % at 1, 10, 60 s
GROUPS = (
    ("ft, la, abz, orb", ("jsp",), r"(ft|la|abz|orb)\d+$", (0.4, 0.1, 0.05)),
    ("swv, yn", ("jsp",), r"(swv|yn)\d+$", None),
    ("ta01-20", ("jsp",), r"ta(0\d|1\d|20)$", (0.9, 0.4, 0.2)),
    ("ta21-40", ("jsp",), r"ta(2[1-9]|3\d|40)$", (1.3, 0.6, 0.3)),
    ("ta41-50", ("jsp",), r"ta(4[1-9]|50)$", (3.0, 1.5, 1.0)),
    ("ta51-80", ("jsp",), r"ta(5[1-9]|6\d|7\d|80)$", (0.3, 0.05, 0.02)),
    ("dmu01-40", ("jsp",), r"dmu(0\d|1\d|2\d|3\d|40)$", (1.3, 0.5, 0.3)),
    ("dmu41-80", ("jsp",), r"dmu(4[1-9]|5\d|6\d|7\d|80)$", (6, 3, 2)),
    ("mk01-15", ("fjsp",), r"mk\d+$", (0.6, 0.3, 0.2)),
    ("Hurink edata", ("fjsp",), r".*_edata$", (0.9, 0.4, 0.2)),
    ("Hurink rdata", ("fjsp",), r".*_rdata$", (0.8, 0.4, 0.25)),
    ("Hurink vdata", ("fjsp",), r".*_vdata$", (0.1, 0.05, 0.03)),
    ("Dauzere-Peres-Paulli", ("fjsp",), r"dpp.*$", (1.2, 0.7, 0.4)),
    ("other flexible", ("fjsp",), r".*$", None),
    ("fjsp-sdst, jsp-sdst", ("fjsp-sdst", "jsp-sdst"), r".*$", None),
    ("RCPSP j60", ("rcpsp",), r"j60.*$", (0.5, 0.2, 0.1)),
    ("RCPSP j120", ("rcpsp",), r"j120.*$", (1.5, 1.0, 0.7)),
    ("other RCPSP", ("rcpsp",), r".*$", None),
    ("hybrid flow shop", ("hfsp",), r".*$", (6, 3, 2)),
    ("multi-mode", ("mrcpsp",), r".*$", None),
    ("multi-skill", ("ms-rcpsp",), r".*$", None),
    ("weighted tardiness 10x10", ("jsp-twt",), r".*$", (2.0, 0.4, 0.1)),
    ("large job shops", ("jsp-large",), r".*$", None),
    ("assembly (no best known)", ("fajsp",), r".*$", None),
    ("flow shop, tardiness", ("pfsp-tt",), r".*$", None),
    ("flow shop, setups", ("pfsp-sdst",), r".*$", None),
    ("discrete lot sizing", ("lot-sizing",), r"(psp|uniud).*$", None),
    ("capacitated lot sizing", ("lot-sizing",), r".*$", None),
)

LIMITS = (1, 10, 60)


def group_of(family, instance):
    """Number of the first row that the instance belongs to."""
    for number, (_, families, pattern, _) in enumerate(GROUPS):
        if family in families and re.match(pattern, instance, re.IGNORECASE):
            return number
    raise ValueError(f"{family}/{instance} belongs to no row")


def folder():
    """Where the instances are unless told: in KILTER_SHARED, or beside the checkout."""
    return str(Path(os.environ.get("KILTER_SHARED") or Path(__file__).parents[3] / "shared") / "benchmarks")


def all_files(benchmarks):
    """family/file of every instance, in order."""
    for family in instances.SHOPS + instances.PROJECTS + instances.OTHERS:
        for path in sorted((Path(benchmarks) / family).iterdir()):
            yield f"{family}/{path.name}"


def best_known(benchmarks):
    """(family, instance) -> upper bound."""
    with open(Path(benchmarks) / "best-known.csv", newline="", encoding="utf-8") as rows:
        return {(row["family"], row["instance"]): float(row["upper_bound"])
                for row in csv.DictReader(rows) if row["upper_bound"]}
