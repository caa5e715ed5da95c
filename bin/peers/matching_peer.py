"""A peer of the matching suite: the same calls and assignments solved by OR-Tools, with constraints of its own making.

usage: matching_peer.py ortools FILE

FILE has one JSON object a line: a call (`case`, `ceiling`, `count`, `perState`, `perKind`, `perGroup`, `items`) or an assignment
(`case`, `capacities`, `choices` of application, partner and worth). Prints one JSON object a line for each, in order: `case`,
`value`, `seconds` and whether the optimum is `proven`. CP-SAT solves the calls with one worker, the network simplex of minimum-cost
flow the assignments; the time includes building the model.
"""
import json
import sys
import time
from collections import defaultdict

from ortools.graph.python import min_cost_flow
from ortools.sat.python import cp_model

SECONDS_MAX = 120


def call(given):
    model = cp_model.CpModel()
    items = given["items"]
    taken = [model.new_bool_var("") for _ in items]
    model.add(cp_model.LinearExpr.weighted_sum(taken, [item["amount"] for item in items]) <= given["ceiling"])
    model.add(sum(taken) <= given["count"])
    states, kinds, groups = defaultdict(list), defaultdict(list), defaultdict(list)
    for item, var in zip(items, taken):
        states[item["state"]].append(var)
        for kind in item["kinds"]:
            kinds[kind].append(var)
        for group in item["groups"]:
            groups[group].append(var)
    for members in states.values():
        model.add(sum(members) <= given["perState"])
    for sets, limits in ((kinds, given["perKind"]), (groups, given["perGroup"])):
        for name, limit in limits.items():
            model.add(sum(sets[name]) <= limit)
    model.maximize(cp_model.LinearExpr.weighted_sum(taken, [item["points"] for item in items]))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.max_time_in_seconds = SECONDS_MAX
    status = solver.solve(model)
    return round(solver.objective_value), status == cp_model.OPTIMAL


def assignment(given):
    flow = min_cost_flow.SimpleMinCostFlow()
    applications = 1 + max(choice[0] for choice in given["choices"])
    partners = len(given["capacities"])
    source, sink = applications + partners, applications + partners + 1
    for application in range(applications):
        flow.add_arc_with_capacity_and_unit_cost(source, application, 1, 0)
    for application, partner, worth in given["choices"]:
        flow.add_arc_with_capacity_and_unit_cost(application, applications + partner, 1, -worth)
    for partner, capacity in enumerate(given["capacities"]):
        flow.add_arc_with_capacity_and_unit_cost(applications + partner, sink, capacity, 0)
    # Nobody has to be assigned: what is left goes straight through, for nothing.
    flow.add_arc_with_capacity_and_unit_cost(source, sink, applications, 0)
    flow.set_node_supply(source, applications)
    flow.set_node_supply(sink, -applications)
    status = flow.solve()
    return -flow.optimal_cost(), status == flow.OPTIMAL


def main():
    who, path = sys.argv[1:]
    if who != "ortools":
        sys.exit(f"unknown peer: {who}")
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            given = json.loads(line)
            start = time.perf_counter()
            value, proven = (call if "items" in given else assignment)(given)
            seconds = time.perf_counter() - start
            print(json.dumps({"case": given["case"], "value": value, "seconds": seconds, "proven": proven}), flush=True)


if __name__ == "__main__":
    main()
