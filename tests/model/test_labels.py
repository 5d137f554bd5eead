"""Label sets: the presets hold what they promise, and a bad file is told everything at once."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.errors import UserError
from annotator.model import colour
from annotator.model.labelfile import RESERVED_KEYS, load, parse, presets
from annotator.model.labelproblems import BadLabelSet
from annotator.model.labels import DEFAULT_QUOTES, Title
from annotator.resources import resource

FOLDER = resource("labels")

SMALL = """
name = "small"
title = { ar = "صغيرة", en = "Small" }

[[entities]]
label = "PERS"
title = { ar = "شخص", en = "Person" }

[[entities]]
label = "ORG"
title = { ar = "منظمة", en = "Organization" }
color = { light = "#1d4ed8", dark = "#60A5FA" }
key = "o"
"""

RELATION = """
[[relations]]
label = "KNOWS"
title = { ar = "يعرف", en = "Knows" }
"""


def problems(source: str) -> list[str]:
    """The lines that a bad label set is refused with, without the sentence above them.

    The lines of the file that they name are taken out: `test_lines` looks at those.
    """
    with pytest.raises(BadLabelSet) as caught:
        parse(source, "small.toml")
    said = str(caught.value).splitlines()[1:]
    return [re.sub(r"^small\.toml, line \d+:", "small.toml:", line) for line in said]


# The presets


def test_presets_are_listed_with_the_default_first() -> None:
    names = [labels.name for labels in presets(FOLDER)]
    assert names == ["news", "ace", "conll", "ontonotes", "wojood"]
    assert [load(name, FOLDER).name for name in names] == names


def labels_of(name: str) -> str:
    return " ".join(label.name for label in load(name, FOLDER).entities)


def test_presets_have_the_published_labels() -> None:
    assert labels_of("news") == (
        "PERS NORP OCC ORG GPE LOC FAC EVENT DATE TIME PRODUCT LAW MONEY QUANTITY"
    )
    assert labels_of("wojood") == (
        "PERS NORP OCC ORG GPE LOC FAC EVENT DATE TIME LANGUAGE WEBSITE LAW PRODUCT CARDINAL "
        "ORDINAL PERCENT QUANTITY UNIT MONEY CURR"
    )
    assert labels_of("ontonotes") == (
        "PERSON NORP FAC ORG GPE LOC PRODUCT EVENT WORK_OF_ART LAW LANGUAGE DATE TIME PERCENT "
        "MONEY QUANTITY ORDINAL CARDINAL"
    )
    assert labels_of("ace") == "PER ORG GPE LOC FAC VEH WEA"
    assert labels_of("conll") == "PER ORG LOC MISC"


NEWS_RULES = """
EMPLOYED_BY: PERS OCC > ORG GPE
LEADS: PERS > ORG GPE FAC EVENT NORP
HOLDS_OFFICE: PERS > OCC
MEMBER_OF: PERS ORG GPE > ORG NORP EVENT
LOCATED_IN: ORG FAC LOC GPE EVENT PERS > GPE LOC FAC
PART_OF: ORG GPE LOC FAC EVENT LAW PRODUCT OCC > ORG GPE LOC FAC EVENT LAW PRODUCT
MEETS: PERS ORG GPE NORP OCC > PERS ORG GPE NORP OCC
VISITS: PERS ORG OCC > GPE LOC FAC ORG EVENT
CITIZEN_OF: PERS > GPE NORP
FAMILY: PERS > PERS
OWNS: PERS ORG GPE > ORG FAC PRODUCT MONEY
HAPPENS_IN: EVENT > GPE LOC FAC
HAPPENS_ON: EVENT > DATE TIME
ABOUT: quote > entity
"""

# The argument table of the ACE 2005 relation guidelines, version 5.8.3.
ACE_RULES = """
PHYS.Located: PER > FAC LOC GPE
PHYS.Near: PER FAC GPE LOC > FAC GPE LOC
PART-WHOLE.Geographical: FAC LOC GPE > FAC LOC GPE
PART-WHOLE.Subsidiary: ORG > ORG GPE
PART-WHOLE.Artifact: VEH > VEH; WEA > WEA
PER-SOC.Business: PER > PER
PER-SOC.Family: PER > PER
PER-SOC.Lasting-Personal: PER > PER
ORG-AFF.Employment: PER > ORG GPE
ORG-AFF.Ownership: PER > ORG
ORG-AFF.Founder: PER ORG > ORG GPE
ORG-AFF.Student-Alum: PER > ORG
ORG-AFF.Sports-Affiliation: PER > ORG
ORG-AFF.Investor-Shareholder: PER ORG GPE > ORG GPE
ORG-AFF.Membership: PER ORG GPE > ORG
ART.User-Owner-Inventor-Manufacturer: PER ORG GPE > WEA VEH FAC
GEN-AFF.Citizen-Resident-Religion-Ethnicity: PER > PER LOC GPE ORG
GEN-AFF.Org-Location: ORG > LOC GPE
"""


@pytest.mark.parametrize(("name", "table"), [("news", NEWS_RULES), ("ace", ACE_RULES)])
def test_relations_link_what_they_should(name: str, table: str) -> None:
    expected = {}
    for line in table.strip().splitlines():
        label, _, rules = line.partition(": ")
        ends = [rule.split(" > ") for rule in rules.split("; ")]
        expected[label] = {(frozenset(h.split()), frozenset(t.split())) for h, t in ends}
    labels = load(name, FOLDER)
    found = {r.name: {(rule.heads, rule.tails) for rule in r.rules} for r in labels.relations}
    assert found == expected


def test_symmetric_relations() -> None:
    symmetric = {
        name: {label.name for label in load(name, FOLDER).relations if label.symmetric}
        for name in ("news", "ace")
    }
    assert symmetric["news"] == {"MEETS", "FAMILY"}
    assert symmetric["ace"] == {
        "PHYS.Near",
        "PER-SOC.Business",
        "PER-SOC.Family",
        "PER-SOC.Lasting-Personal",
    }


PRESETS = presets(FOLDER)


@pytest.mark.parametrize("labels", PRESETS, ids=lambda labels: labels.name)
def test_every_label_of_a_preset_is_complete(labels: Any) -> None:
    everything = [*labels.entities, *labels.relations, *labels.quotes]
    for label in everything:
        assert label.title.ar
        assert label.title.en
        assert any("\u0600" <= letter <= "\u06ff" for letter in label.help.ar)
        assert label.help.en.isprintable()
        assert label.help.ar.endswith(".")
        assert label.help.en.endswith(".")
    assert all(label.key for label in (*labels.entities, *labels.relations))
    helps = [label.help.en for label in everything]
    assert len(set(helps)) == len(helps)
    assert labels.description.ar
    assert labels.description.en


# What a label set answers


def test_look_ups() -> None:
    news = load("news", FOLDER)
    person = news.entity("PERS")
    assert person is not None
    assert person.title == Title("شخص", "Person")
    assert person.title.in_language("ar") == "شخص"
    assert person.title.in_language("en") == "Person"
    assert news.entity_by_key("P") is news.entity_by_key("p") is person
    assert news.entity_by_key("Q") is None
    assert news.entity("Pers") is None
    assert news.relation_by_key("v") is news.relation("VISITS") is not None
    assert news.relation("PERS") is None
    assert [quote.name for quote in news.quotes] == ["direct", "indirect", "mixed"]
    assert news.quote_type("mixed") is news.quotes[2]
    assert news.quote_type("loud") is None


def test_relations_for_two_ends() -> None:
    news = load("news", FOLDER)

    def names(head: str, tail: str) -> list[str]:
        return [label.name for label in news.relations_for(head, tail)]

    assert names("PERS", "OCC") == ["HOLDS_OFFICE", "MEETS"]
    assert names("OCC", "PERS") == ["MEETS"]
    assert names("quote", "DATE") == ["ABOUT"]
    assert names("DATE", "quote") == names("quote", "quote") == []
    assert names("EVENT", "DATE") == ["HAPPENS_ON"]


def test_a_symmetric_relation_admits_both_orders_and_another_one_does_not() -> None:
    ace = load("ace", FOLDER)
    near, located = ace.relation("PHYS.Near"), ace.relation("PHYS.Located")
    assert near is not None
    assert located is not None
    assert near.admits("PER", "GPE")
    assert near.admits("GPE", "PER")
    assert not near.admits("PER", "PER")
    assert located.admits("PER", "GPE")
    assert not located.admits("GPE", "PER")


def test_the_two_rules_of_artifact_do_not_mix() -> None:
    artifact = load("ace", FOLDER).relation("PART-WHOLE.Artifact")
    assert artifact is not None
    assert artifact.admits("VEH", "VEH")
    assert artifact.admits("WEA", "WEA")
    assert not artifact.admits("VEH", "WEA")


# Reading a file


def test_a_small_file_is_enough() -> None:
    labels = parse("\ufeff" + SMALL.replace("\n", "\r\n") + RELATION, "small.toml")
    person, organization = labels.entities
    assert (person.light, person.dark) == colour.PALETTE[0]
    assert person.key is None
    assert person.help == Title("", "")
    assert (organization.light, organization.key) == ("#1D4ED8", "O")
    assert labels.quotes == DEFAULT_QUOTES
    (knows,) = labels.relations
    assert (knows.light, knows.dark) == colour.SLATE
    assert knows.admits("PERS", "ORG")
    assert not knows.admits("quote", "ORG")


def test_source_is_what_was_read_and_gives_the_same_set_again() -> None:
    for labels in PRESETS:
        assert labels.source == (FOLDER / f"{labels.name}.toml").read_text(encoding="utf-8")
        assert parse(labels.source, "again.toml") == labels


def test_a_file_can_change_what_quotes_are_called_and_how_they_look() -> None:
    labels = parse(
        SMALL + '[[quotes]]\ntype = "mixed"\ntitle = { ar = "هجين", en = "Hybrid" }\n', "s.toml"
    )
    assert labels.quotes[:2] == DEFAULT_QUOTES[:2]
    assert labels.quotes[2].title == Title("هجين", "Hybrid")
    assert labels.quotes[2].light == DEFAULT_QUOTES[2].light


def test_attributes() -> None:
    labels = parse(
        SMALL
        + """
[[entities.attributes]]
name = "size"
title = { ar = "الحجم", en = "Size" }
values = [ { name = "big", title = { ar = "كبير", en = "Big" } } ]
[[entities.attributes]]
name = "sure"
kind = "flag"
title = { ar = "مؤكد", en = "Certain" }
""",
        "small.toml",
    )
    size, sure = labels.entities[1].attributes
    assert (size.kind, [value.name for value in size.values]) == ("choice", ["big"])
    assert (sure.kind, sure.values) == ("flag", ())


def test_entities_and_relations_may_share_a_key_and_relations_may_use_any() -> None:
    labels = parse(SMALL + RELATION + 'key = "o"\n', "small.toml")
    assert labels.relations[0].key == labels.entities[1].key == "O"
    assert parse(SMALL + RELATION + 'key = "q"\n', "small.toml").relations[0].key == "Q"


# What is wrong with a file


def edited(old: str, new: str) -> str:
    assert old in SMALL
    return SMALL.replace(old, new, 1)


def label(name: str, key: str) -> str:
    """One more entity label."""
    title = '{ ar = "أ", en = "A" }'
    return f'[[entities]]\nlabel = "{name}"\ntitle = {title}\nkey = "{key}"\n'


ORG = "small.toml: [[entities]] number 2 (ORG): "
NO_KEY = " is not one Latin letter or digit, nor a letter and a digit like P1"

ONE_PROBLEM = {
    "reserved key": (
        edited('"o"', '"Q"'),
        ORG + 'key: "Q" is taken by a command',
    ),
    "two letters": (edited('"o"', '"oo"'), ORG + 'key: "oo"' + NO_KEY),
    "digit first": (edited('"o"', '"1o"'), ORG + 'key: "1o"' + NO_KEY),
    "three keys": (edited('"o"', '"o12"'), ORG + 'key: "o12"' + NO_KEY),
    "arabic digit": (edited('"o"', '"o١"'), ORG + 'key: "o١"' + NO_KEY),
    "arabic key": (edited('"o"', '"ح"'), ORG + 'key: "ح"' + NO_KEY),
    "folded key": (edited('"o"', '"ı"'), ORG + 'key: "ı"' + NO_KEY),
    "two keys of a relation": (
        SMALL + RELATION + 'key = "k1"',
        'small.toml: [[relations]] number 1 (KNOWS): key: "k1" is not one Latin letter or digit',
    ),
    "reserved first key": (
        edited('"o"', '"q1"'),
        ORG + 'key: "Q1" begins with "Q", which is taken by a command',
    ),
    "two keys that are two labels": (
        SMALL + label("A", "P") + label("B", "1") + label("C", "p1"),
        "small.toml: [[entities]] number 5 (C): key: "
        '"P1" cannot be told from "P" followed by "1", the keys of number 3 and number 4',
    ),
    "repeated two keys": (
        SMALL + label("A", "P1") + label("B", "p1"),
        'small.toml: [[entities]] number 4 (B): key: "p1" is used before, in number 3',
    ),
    "number as key": (edited('"o"', "5"), ORG + "key: must be text between quotation marks"),
    "repeated key": (
        edited('title = { ar = "شخص"', 'key = "O"\ntitle = { ar = "شخص"'),
        ORG + 'key: "o" is used before, in number 1',
    ),
    "repeated label": (
        edited('"ORG"', '"PERS"'),
        'small.toml: [[entities]] number 2 (PERS): label: "PERS" is used before, in number 1',
    ),
    "bad label": (
        edited('"ORG"', '"O RG"'),
        'small.toml: [[entities]] number 2 (O RG): label: "O RG" is not a name: begin with a '
        "Latin letter, go on with letters, digits, _ . or -, at most 64 in all",
    ),
    "label with a meaning": (
        edited('"ORG"', '"quote"'),
        'small.toml: [[entities]] number 2 (quote): label: "quote" has a meaning of its own '
        "in rules",
    ),
    "missing label": (
        edited('label = "ORG"\n', ""),
        "small.toml: [[entities]] number 2: label: is missing",
    ),
    "missing language": (
        edited(', en = "Organization"', ""),
        ORG + "title: en: is missing",
    ),
    "empty title": (edited('"Organization"', '" "'), ORG + "title: en: is empty"),
    "title of another type": (
        edited('{ ar = "منظمة", en = "Organization" }', '"Organization"'),
        ORG + 'title: must be a table like { ar = "…", en = "…" }',
    ),
    "long title": (
        edited('"Organization"', '"' + "x" * 81 + '"'),
        ORG + "title: en: is longer than 80 characters",
    ),
    "NUL": (
        edited('"Organization"', '"a\\u0000"'),
        ORG + "title: en: has a control character, U+0000",
    ),
    "line separator": (
        edited('"Organization"', '"a\u2028"'),
        ORG + "title: en: has a control character, U+2028",
    ),
    "bad colour": (
        edited("#1d4ed8", "blue"),
        ORG + 'color: light: "blue" is not a colour like #1D4ED8',
    ),
    "low contrast on dark paper": (
        edited("#60A5FA", "#7A7A7A"),
        ORG + "color: dark: #7A7A7A against #161513 has a contrast of 4.25, and needs 4.5",
    ),
    "unknown key": (
        edited("color =", "colour ="),
        ORG + "colour: is not known here; did you mean color?",
    ),
    "unknown table": (
        SMALL + RELATION.replace("relations", "relation"),
        "small.toml: relation: is not known here; did you mean relations?",
    ),
    "unknown key in a title": (
        edited('en = "Organization"', 'en = "Organization", eng = "Org"'),
        ORG + "title: eng: is not known here; did you mean en?",
    ),
    "no entity": (
        SMALL.partition("[[entities]]")[0],
        "small.toml: entities: there is no entity label; write at least one [[entities]]",
    ),
    "one bracket": (
        SMALL.partition("[[entities]]")[0] + '[entities]\nlabel = "PERS"',
        "small.toml: entities: must be a list of tables, each under its own [[entities]]",
    ),
    "rule with an unknown label": (
        SMALL + RELATION + 'rules = [ { head = ["PER"], tail = ["entity", "quote"] } ]',
        "small.toml: [[relations]] number 1 (KNOWS): rules number 1: head: "
        '"PER" is not an entity label of this file; did you mean PERS?',
    ),
    "rule without labels": (
        SMALL + RELATION + 'rules = [ { head = ["PERS"], tail = [] } ]',
        "small.toml: [[relations]] number 1 (KNOWS): rules number 1: tail: names no label",
    ),
    "rule with a string": (
        SMALL + RELATION + 'rules = [ { head = "PERS", tail = ["PERS"] } ]',
        "small.toml: [[relations]] number 1 (KNOWS): rules number 1: head: "
        'must be a list like ["PERS", "ORG"]',
    ),
    "no rules": (
        SMALL + RELATION + "rules = []",
        "small.toml: [[relations]] number 1 (KNOWS): rules: is an empty list",
    ),
    "symmetric as text": (
        SMALL + RELATION + 'symmetric = "yes"',
        "small.toml: [[relations]] number 1 (KNOWS): symmetric: must be true or false",
    ),
    "repeated relation": (
        SMALL + RELATION + RELATION,
        'small.toml: [[relations]] number 2 (KNOWS): label: "KNOWS" is used before, in number 1',
    ),
    "unknown quote type": (
        SMALL + '[[quotes]]\ntype = "indirekt"',
        "small.toml: [[quotes]] number 1 (indirekt): type: "
        '"indirekt" is not one of direct, indirect, mixed; did you mean indirect?',
    ),
    "choice without values": (
        SMALL + '[[entities.attributes]]\nname = "a"\ntitle = { ar = "أ", en = "A" }',
        ORG + "attributes number 1 (a): values: a choice needs at least one value",
    ),
    "choice with an empty list": (
        SMALL + '[[entities.attributes]]\nname = "a"\nvalues = []\ntitle = { ar = "أ", en = "A" }',
        ORG + "attributes number 1 (a): values: is an empty list",
    ),
    "flag with values": (
        SMALL
        + '[[entities.attributes]]\nname = "a"\nkind = "flag"\ntitle = { ar = "أ", en = "A" }\n'
        + 'values = [ { name = "b", title = { ar = "ب", en = "B" } } ]',
        ORG + "attributes number 1 (a): values: only a choice has values",
    ),
    "not TOML": (
        edited('key = "o"', "key = o"),
        "small.toml: line 13: this is not TOML: Invalid value (at line 13, column 7)",
    ),
}


@pytest.mark.parametrize("case", ONE_PROBLEM)
def test_each_problem_is_told_with_its_place(case: str) -> None:
    source, line = ONE_PROBLEM[case]
    assert problems(source) == [line]


def test_two_keys_are_taken_where_they_cannot_be_mistaken() -> None:
    # A subtype of P; a first key without a label; a digit that is a label where its P is none.
    added = (("A", "p"), ("B", "P1"), ("C", "P2"), ("D", "v7"), ("E", "v8"), ("F", "7"))
    labels = parse(SMALL + "".join(label(*one) for one in added), "small.toml")
    assert [one.key for one in labels.entities[2:]] == ["P", "P1", "P2", "V7", "V8", "7"]
    assert [one.name for one in labels.entities_after("p")] == ["B", "C"]
    assert labels.entities_after("O") == ()
    assert labels.entity_by_key("p2") is labels.entity("C") is not None
    assert labels.entity_by_key("V") is None


LINES = {
    "reserved key": 'key = "Q"',
    "two keys that are two labels": 'key = "p1"',
    "missing label": "[[entities]]",
    "empty title": "title = ",
    "unknown key": "colour =",
    "unknown table": "[[relation]]",
    "low contrast on dark paper": "color = ",
    "one bracket": "[entities]",
    "rule with an unknown label": "rules = ",
    "repeated relation": 'label = "KNOWS"',
    "choice without values": "[[entities.attributes]]",
    "choice with an empty list": "values = []",
    "flag with values": "values = ",
    "unknown quote type": "type = ",
}


@pytest.mark.parametrize("case", LINES)
def test_lines(case: str) -> None:
    source, told = ONE_PROBLEM[case]
    refused = refusal(source)
    assert refused is not None
    line = refused.problems[0].line
    assert line is not None
    # The last such line: what is wrong in these files was added at their end.
    number = max(
        at for at, text in enumerate(source.split("\n"), 1) if text.startswith(LINES[case])
    )
    assert line == number
    assert str(refused).splitlines()[1] == told.replace("small.toml:", f"any.toml, line {line}:", 1)


def test_a_file_full_of_problems_is_told_at_once() -> None:
    source = "".join(f"k{number} = 1\n" for number in range(20_000))
    refused = refusal(source)
    assert refused is not None
    assert len(refused.problems) > 20_000
    # Each line is a look through the file: more than anybody reads are not looked up.
    assert 1 < sum(one.line is not None for one in refused.problems) <= 100


def test_a_line_that_is_not_sure_is_not_named() -> None:
    source = (
        SMALL.replace("Organization", "\\u0000") + 'description = { ar = """\n[[entities]]\n"""'
    )
    refused = refusal(source)
    assert refused is not None
    assert [one.line for one in refused.problems] == [None] * len(refused.problems)


@pytest.mark.parametrize(
    "letter", sorted(RESERVED_KEYS | {letter.lower() for letter in "QWERTAFG"})
)
def test_every_command_letter_is_reserved(letter: str) -> None:
    assert problems(edited('"o"', f'"{letter}"')) == [
        ORG + f'key: "{letter.upper()}" is taken by a command'
    ]


def test_everything_that_is_wrong_is_told_at_once() -> None:
    source = (
        edited('"o"', '"Q"').replace("#1d4ed8", "#FFFF00").replace('name = "small"', "nam = 1")
        + RELATION
        + 'key = "??"\nrules = [ { head = ["NOBODY"] } ]'
    )
    told = problems(source)
    parts = """name: is missing
        (ORG): color: light: #FFFF00 against #FFFFFF has a contrast of 1.07
        (ORG): color: light: #FFFF00 against #FBFAF7 has a contrast of 1.02
        (ORG): key: "Q"
        (KNOWS): key: "??"
        (KNOWS): rules number 1: head: "NOBODY"
        (KNOWS): rules number 1: tail: is missing
        nam: is not known here; did you mean name?"""
    for part, line in zip(parts.splitlines(), told, strict=True):
        assert part.strip() in line
    with pytest.raises(BadLabelSet) as caught:
        parse(source, "small.toml")
    assert str(caught.value).startswith(
        "The label set small.toml was not taken; problems found: 8."
    )
    assert len(caught.value.problems) == 8


def test_hostile_text_in_a_message_is_harmless() -> None:
    (line,) = problems(edited('"ORG"', '"{0}\\u0007\\u202E' + "x" * 100 + '"'))
    assert line.isprintable()
    assert "{0}" in line
    assert "…" in line


def test_messages_can_be_translated() -> None:
    with pytest.raises(BadLabelSet) as caught:
        parse(edited("color =", "colour ="), "small.toml")
    said = caught.value.say(lambda template: template.replace("did you mean", "لعلك أردت"))
    assert said.endswith("لعلك أردت color?")


# Files


def test_a_path_is_read_and_names_the_file(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(SMALL, encoding="utf-8")
    assert load(str(file), FOLDER) == load(file, FOLDER) == parse(SMALL, "mine.toml")


def test_a_name_that_is_nothing_lists_the_presets() -> None:
    for name in ("nwes", "../labels/nwes", "x" * 5000, "a\0b", "{name}"):
        with pytest.raises(UserError, match="ace, conll, news, ontonotes, wojood"):
            load(name, FOLDER)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "name: is missing"),
        (b'name = "a"\n\n# \xff\n', "bad.toml: line 3: this line is not UTF-8 text"),
        (b"\x89PNG\r\n\x1a\n", "bad.toml: line 1: this line is not UTF-8 text"),
        (b"a = 1\n\0", "bad.toml: line 2: this is not TOML"),
        (b"a = [", "bad.toml: line 1: this is not TOML"),
        (b"a = " + b"[" * 100_000, "bad.toml: is nested too deeply"),
        (b"a = " + b"9" * 5000, "bad.toml: this is not TOML"),
        (b"#" * 1_000_001, "bad.toml: is too large to be a label set"),
    ],
)
def test_a_file_that_is_no_label_set(tmp_path: Path, content: bytes, said: str) -> None:
    file = tmp_path / "bad.toml"
    file.write_bytes(content)
    with pytest.raises(BadLabelSet) as caught:
        load(file, FOLDER)
    assert said in str(caught.value)


def test_a_folder_is_not_a_label_set(tmp_path: Path) -> None:
    with pytest.raises(BadLabelSet, match="cannot be read"):
        load(tmp_path, FOLDER)


# Whatever a file holds, it is taken or refused; nothing else happens.

SCALARS = (
    st.sampled_from(["", "PERS", "entity", "quote", "choice", "#1D4ED8", "Q", "{}", [], {}])
    | st.text(max_size=5)
    | st.integers()
    | st.booleans()
    | st.floats()
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["ar", "name", "head"]) | st.text(max_size=3), inner)
    ),
    max_leaves=8,
)


def toml(value: Any) -> str:
    """A value written as TOML. Floats include nan and inf, which TOML knows."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{toml(k)} = {toml(v)}" for k, v in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(toml(item) for item in value) + "]"
    if isinstance(value, str):
        escaped = (f"\\U{ord(letter):08x}" for letter in value)
        return '"' + "".join(escaped) + '"'
    return str(value).lower()


def refusal(source: str) -> BadLabelSet | None:
    """Why the file is refused, or None when it is taken; any other failure is a bug."""
    try:
        parse(source, "any.toml")
    except BadLabelSet as refused:
        return refused
    return None


def check_refusal(source: str) -> None:
    refused = refusal(source)
    if refused is not None:
        assert len(str(refused).encode("utf-8").splitlines()) == 1 + len(refused.problems) > 1


def places(value: Any) -> list[tuple[Any, Any]]:
    """Every list or table inside a value, with each of its indexes or keys."""
    if not isinstance(value, list | dict):
        return []
    keys = range(len(value)) if isinstance(value, list) else list(value)
    return [(value, key) for key in keys] + [at for key in keys for at in places(value[key])]


@settings(max_examples=60, deadline=None)
@given(st.data(), st.sampled_from(["news", "ace"]))
def test_a_preset_with_anything_in_some_places_is_taken_or_refused(
    data: st.DataObject, name: str
) -> None:
    tables = tomllib.loads(next(labels.source for labels in PRESETS if labels.name == name))
    for _ in range(data.draw(st.integers(1, 4))):
        inside, key = data.draw(st.sampled_from(places(tables)))
        inside[key] = data.draw(VALUES)
        if isinstance(inside, dict) and data.draw(st.booleans()):
            inside[data.draw(st.text(max_size=3))] = inside.pop(key)
    check_refusal("\n".join(f"{toml(key)} = {toml(value)}" for key, value in tables.items()))


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60), st.integers(0, len(SMALL)))
def test_any_text_in_a_good_file_is_taken_or_refused(text: str, at: int) -> None:
    check_refusal(SMALL[:at] + text + SMALL[at:])
