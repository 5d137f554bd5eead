"""A small morphology in the format of camel-tools, written as `camel_data` would install it.

Prefixes, stems and suffixes with their features, the tables of what may stand beside what, a model
of whole words, and the catalogue that names the files with their hashes.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

_CLOSED = {
    "pos": "noun noun_prop verb prep digit punc latin", "prc0": "0 na Al_det", "prc3": "0 na",
    "prc1": "0 na bi_prep li_prep ka_prep sa_fut", "prc2": "0 na wa_conj fa_conj",
    "enc0": "0 na 3ms_poss 3fs_poss 3ms_pron", "gen": "m f -", "num": "s d p -",
}  # fmt: skip
_OPEN = ("diac", "lex", "bw", "gloss", "bwtok", "pos_logprob", "lex_logprob", "pos_lex_logprob")
_PREFIXES = {
    "": ("P", ""), "و": ("P", "prc2:wa_conj"), "ف": ("P", "prc2:fa_conj"),
    "ب": ("P", "prc1:bi_prep"), "ل": ("P", "prc1:li_prep"), "ك": ("P", "prc1:ka_prep"),
    "ال": ("PD", "prc0:Al_det"),
    "لل": ("PD", "prc1:li_prep prc0:Al_det"), "وال": ("PD", "prc2:wa_conj prc0:Al_det"),
    "ولل": ("PD", "prc2:wa_conj prc1:li_prep prc0:Al_det"),
    "وبال": ("PD", "prc2:wa_conj prc1:bi_prep prc0:Al_det"), "س": ("PV", "prc1:sa_fut"),
}  # fmt: skip
_SUFFIXES = {"": ("S", ""), "ه": ("SP", "enc0:3ms_poss"), "ها": ("SP", "enc0:3fs_poss")}
# Folded as camel-tools does; category, part of speech, how likely.
_STEMS = (
    ("وليد", "N", "noun_prop", -2.0), ("ليد", "N", "noun", -6.0), ("بيروت", "N", "noun_prop", -3.0),
    ("وزاره", "N", "noun", -3.0), ("وزارت", "NT", "noun", -3.0), ("كمال", "N", "noun_prop", -4.0),
    ("مال", "N", "noun", -4.0), ("بغزل", "N", "noun_prop", -8.0), ("غزل", "N", "noun", -5.0),
    ("رواح", "N", "noun_prop", -7.0), ("يزور", "V", "verb", -3.0),
)  # fmt: skip
_BESIDE = {
    "AB": (("P", "N"), ("P", "NT"), ("P", "V"), ("PD", "N"), ("PV", "V")),
    "BC": (("N", "S"), ("NT", "SP"), ("V", "S")),
    "AC": (("P", "S"), ("P", "SP"), ("PD", "S"), ("PV", "S")),
}


def database() -> str:
    """The text of `morphology.db`."""
    defines = [
        f"DEFINE {name} " + " ".join(f"{name}:{value}" for value in values.split())
        for name, values in _CLOSED.items()
    ]
    defines += [f"DEFINE {name} {name}:*open*" for name in _OPEN]
    empty = "prc0:0 prc1:0 prc2:0 prc3:0 enc0:0 gen:- num:-"
    defaults = [f"DEFAULT pos:{pos} {empty}" for pos in _CLOSED["pos"].split()]
    order = "ORDER diac lex bw gloss pos prc3 prc2 prc1 prc0 enc0 gen num pos_lex_logprob"
    lines = ["###DEFINES###", *defines, "###DEFAULTS###", *defaults, "###ORDER###", order]
    lines += ["###TOKENIZATIONS###", "TOKENIZATION bwtok", "###STEMBACKOFF###"]
    lines += ["STEMBACKOFF PROP N", "###PREFIXES###", *_affixes(_PREFIXES)]
    lines += ["###SUFFIXES###", *_affixes(_SUFFIXES), "###STEMS###"]
    for stem, category, pos, likely in _STEMS:
        features = f"diac:{stem} lex:{stem}_1 bw:{stem}/X gloss:x pos:{pos} {empty} source:lex"
        lines.append(f"{stem}\t{category}\t{features} pos_lex_logprob:{likely}")
    for table, pairs in _BESIDE.items():
        lines += [f"###TABLE {table}###", *(f"{left} {right}" for left, right in pairs)]
    return "\n".join(lines) + "\n"


def _affixes(affixes: dict[str, tuple[str, str]]) -> list[str]:
    return [
        f"{letters}\t{category}\tdiac:{letters} bw:{letters}/X {features}".rstrip()
        for letters, (category, features) in affixes.items()
    ]


def model() -> str:
    """The text of `model.json`: بغزل is likelier ب and غزل, whatever the stems say."""
    word = {"diac": "بغزل", "lex": "غزل", "bw": "ب/X+غزل/X", "pos": "noun", "prc1": "bi_prep"}
    return json.dumps({"بغزل": word}, ensure_ascii=False)


def install(folder: Path, version: str = "1.6.0", *, hashes: bool = True) -> tuple[Path, Path]:
    """Write data and catalogue into `folder`; returns the paths of database and model."""
    files = {
        "MorphologyDB": ("morphology_db/tiny", "morphology.db", database()),
        "DisambigMLE": ("disambig_mle/tiny", "model.json", model()),
    }
    written = []
    packages = {"light": {"package_type": "meta", "private": False, "dependencies": list(files)}}
    for component, (place, name, text) in files.items():
        path = folder / "data" / place / name
        path.parent.mkdir(parents=True)
        path.write_text(text, "utf-8")
        written.append(path)
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        packages[component] = {
            "package_type": "http", "private": False, "destination": place,
            "files": [{"path": name, "sha256": digest}] if hashes else [],
        }  # fmt: skip
    components = {
        component: {"default": "tiny", "datasets": {"tiny": {"path": place}}}
        for component, (place, _, _) in files.items()
    }
    catalogue = {"version": version, "packages": packages, "components": components}
    (folder / "catalogue.json").write_text(json.dumps(catalogue), "utf-8")
    return written[0], written[1]
