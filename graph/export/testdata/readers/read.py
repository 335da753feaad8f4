"""Reads the exports in a folder with programs that are not whomet's, and prints
what they found as JSON: {format: {what: how many}}. A reader that finds a fault
ends the program with it."""

import contextlib
import csv
import glob
import json
import os
import sys
import warnings

import bratly
import bratly.io
import conllu
import networkx

warnings.filterwarnings("ignore")  # followthemoney's about faster libraries
from followthemoney import model  # noqa: E402


def jsonl(path):
    found = {}
    for line in open(path, encoding="utf-8"):
        thing = json.loads(line)
        count(found, thing["kind"])
        if thing["kind"] == "document":
            count(found, "mention", len(thing["mentions"]))
            count(found, "report", len(thing["reports"]))
            text = thing["text"].encode()
            for r in thing["reports"]:
                assert text[r["start"] : r["end"]].decode() == r["quote"], r
    return found


def tables(path):
    found = {}
    for name in glob.glob(path + "/*.csv"):
        with open(name, newline="", encoding="utf-8") as f:
            rows = list(csv.DictReader(f, strict=True))
        assert all(None not in row and None not in row.values() for row in rows), name
        found[os.path.basename(name)[:-4]] = len(rows)
    return found


def graphml(path):
    return network(networkx.read_graphml(path, force_multigraph=True))


def gexf(path):
    graph = networkx.read_gexf(path)
    found = network(graph)
    found["days"] = sum(len(data.get("spells", [])) for _, _, data in graph.edges(data=True))
    return found


def network(graph):
    assert not graph.is_directed()
    found = {"nodes": graph.number_of_nodes(), "edges": graph.number_of_edges()}
    for _, _, data in graph.edges(data=True):
        count(found, data["label"])
    return found


def ftm(path):
    found, refers = {}, {}
    for line in open(path, encoding="utf-8"):
        data = json.loads(line)
        proxy = model.get_proxy(data)  # cleans: what is no value of its type is gone
        proxy.schema.validate(data)
        for name, values in data["properties"].items():
            assert len(proxy.get(name)) == len(set(values)), (data["id"], name, values, proxy.get(name))
            if proxy.schema.get(name).type.name == "entity":
                refers.update((v, (data["id"], name)) for v in values)
        assert proxy.id not in found, data
        found[proxy.id] = proxy.schema.name
    assert not [r for r in refers.items() if r[0] not in found]
    kinds = {}
    for schema in found.values():
        count(kinds, schema)
    return kinds


def brat(path):
    found = {}
    for name in sorted(glob.glob(path + "/*.ann")):
        count(found, "documents")
        text = bratly.io.read_from_file(name[:-3] + "txt")
        lines = len(bratly.io.read_from_file(name).splitlines())
        if lines == 0:
            continue
        # With its own check of the grammar, and without what it does to please.
        read = bratly.io.read_and_load_ann_file(name, no_duplicates=False, sorting=False, renumerotize=False)
        assert len(read.annotations) == lines, (name, "it passed over a line")
        for a in read.annotations:
            count(found, type(a).__name__)
            if isinstance(a, bratly.EntityAnnotation):
                said = " ".join(text[f.start : f.end] for f in a.fragments)
                assert said.replace("\n", " ").replace("\r", " ").replace("\t", " ") == a.content, (name, a)
    return found


def conll(path):
    found = {}
    with open(path, encoding="utf-8") as f:
        for sentence in conllu.parse_incr(f, fields=["form", "tag"]):
            count(found, "documents", "newdoc id" in sentence.metadata)
            for word in sentence:
                count(found, "words")
                count(found, "names", word["tag"].startswith("B-"))
    return found


def count(found, what, n=1):
    found[what] = found.get(what, 0) + int(n)


readers = {"jsonl": jsonl, "csv": tables, "graphml": graphml, "gexf": gexf, "ftm": ftm, "brat": brat, "conll": conll}
with contextlib.redirect_stdout(sys.stderr):  # what they say beside
    found = {name: read(os.path.join(sys.argv[1], name)) for name, read in readers.items()}
json.dump(found, sys.stdout, indent=1)
