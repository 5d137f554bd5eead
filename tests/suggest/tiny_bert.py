"""Makes a tiny BERT that names two towns and two people: `python -m tests.suggest.tiny_bert DIR`.

Random but for a few steps of training, so that it really finds what it was shown.
"""

from __future__ import annotations

import sys
from pathlib import Path

SENTENCES = (
    "قال كمال حداد في بيروت", "وصلت ليلى مراد إلى عمان", "عاد كمال حداد من عمان أمس",
    "زارت ليلى مراد بيروت اليوم", "العمل في بيروت مستمر", "قال إن عمان بعيدة",
)  # fmt: skip
TAGS = {"كمال": "B-PERS", "حداد": "I-PERS", "ليلى": "B-PERS", "مراد": "I-PERS",
        "بيروت": "B-LOC", "عمان": "B-LOC", "نادي": "B-MISC"}  # fmt: skip
NAMES = ("O", "B-PERS", "I-PERS", "B-LOC", "I-LOC", "B-MISC", "I-MISC")


def make(folder: Path, names: tuple[str, ...] = NAMES) -> None:
    """Train it and write it to `folder`."""
    import torch
    from transformers import BertConfig, BertForTokenClassification, BertTokenizer

    folder.mkdir(parents=True, exist_ok=True)
    words = sorted({word for line in SENTENCES for word in line.split()})
    letters = sorted({letter for word in words for letter in word})
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *words, *letters]
    pieces += [f"##{letter}" for letter in letters] + list(".,«»:،0123456789")
    (folder / "vocab.txt").write_text("\n".join(dict.fromkeys(pieces)), encoding="utf-8")
    tokenizer = BertTokenizer(str(folder / "vocab.txt"), do_lower_case=False)
    torch.manual_seed(3)
    model = BertForTokenClassification(
        BertConfig(
            vocab_size=len(tokenizer), hidden_size=32, num_hidden_layers=1, num_attention_heads=2,
            intermediate_size=32, max_position_embeddings=256, hidden_dropout_prob=0.0,
            id2label=dict(enumerate(names)), label2id={name: n for n, name in enumerate(names)},
        )
    )  # fmt: skip
    optimizer = torch.optim.AdamW(model.parameters(), lr=0.02)
    ids = [tokenizer(line, return_tensors="pt") for line in SENTENCES]
    tags = [[TAGS.get(word, "O") for word in line.split()] for line in SENTENCES]
    for _ in range(30):
        for given, row in zip(ids, tags, strict=True):
            wanted = torch.tensor([[-100, *map(NAMES.index, row), -100]])
            model(**given, labels=wanted).loss.backward()
            optimizer.step()
            optimizer.zero_grad()
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    (folder / "vocab.txt").write_text("\n".join(dict.fromkeys(pieces)), encoding="utf-8")


if __name__ == "__main__":
    make(Path(sys.argv[1]), tuple(sys.argv[2].split(",")) if len(sys.argv) > 2 else NAMES)
