#!/usr/bin/env python3
"""The message filter on labelled rows, as Markdown.

    filter.py PROGRAM DATA WORK [--model FILE.bin] [--only PART,PART]

PROGRAM is `naikkelas`; DATA holds saring5.dev.jsonl, claims.jsonl, claim_queries.jsonl and obfuscate.py; WORK is a
folder for what is made on the way. Parts: classes sources alarms styled disguises claims speed. Thresholds of recalls are the
scores that 1 % and 0.1 % of fine rows exceed.
"""

import collections
import json
import os
import re
import resource
import subprocess
import sys
import unicodedata

CLASSES = ["fine", "judol", "scam", "abuse"]
KINDS = "mathbold mathsans cyrillic fullwidth zerowidth leet dots spaces repeat combining circled mixed".split()
LANGUAGES = {"NusaX/javanese": "Javanese", "NusaX/sundanese": "Sundanese"}


def load(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


class Bench:
    def __init__(self, program, data, work, extra):
        self.program, self.data, self.work, self.extra = program, data, work, extra
        os.makedirs(work, exist_ok=True)
        self.dev = load(f"{data}/saring5.dev.jsonl")
        self.plain = [row for row in self.dev if row["label"] != "hoax"]

    def judge(self, rows, *flags):
        """Verdicts of rows `{id, text}`, in order."""
        into, out = f"{self.work}/in.jsonl", f"{self.work}/out.jsonl"
        with open(into, "w", encoding="utf-8") as file:
            for row in rows:
                file.write(json.dumps({"id": row.get("id"), "text": row["text"]}, ensure_ascii=False) + "\n")
        command = [self.program, "check", "--jsonl", into, "-o", out, *self.extra, *flags]
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
        return load(out)

    def feed(self, name, claims, narratives=True):
        """A ClaimReview feed of `claims`."""
        path = f"{self.work}/{name}.json"
        with open(path, "w", encoding="utf-8") as file:
            for claim in claims:
                item = {"name": claim["narr"]} if narratives and claim["narr"] else {}
                review = {
                    "@type": "ClaimReview", "@id": claim["id"], "claimReviewed": claim["title"], "itemReviewed": item,
                    "datePublished": claim.get("date") or "2020", "author": {"name": claim["source"]},
                    "reviewRating": {"alternateName": "Salah"},
                }
                file.write(json.dumps(review, ensure_ascii=False) + "\n")
        return ["--claims", path]


def scores_of(golds, saids):
    """(precision, recall, F1) of each class."""
    out = {}
    for name in CLASSES:
        hit = sum(g["label"] == name == s["label"] for g, s in zip(golds, saids))
        said = sum(s["label"] == name for s in saids)
        true = sum(g["label"] == name for g in golds)
        out[name] = (hit / max(said, 1), hit / max(true, 1), 2 * hit / max(said + true, 1))
    return out


def macro(golds, saids):
    return sum(f1 for _, _, f1 in scores_of(golds, saids).values()) / len(CLASSES)


def threshold(golds, saids, name, share):
    fine = sorted((s["scores"][name] for g, s in zip(golds, saids) if g["label"] == "fine"), reverse=True)
    return fine[int(len(fine) * share)]


def recall(golds, saids, name, limit):
    own = [s["scores"][name] for g, s in zip(golds, saids) if g["label"] == name]
    return sum(score > limit for score in own) / max(len(own), 1), len(own)


def classes(bench, golds, saids):
    print("\n| class | precision | recall | F1 | recall at 1 % | at 0.1 % |\n|---|---|---|---|---|---|")
    for name, (precision, found, f1) in scores_of(golds, saids).items():
        row = f"| {name} | {precision:.3f} | {found:.3f} | {f1:.3f} |"
        if name != "fine":
            for share in (0.01, 0.001):
                row += f" {recall(golds, saids, name, threshold(golds, saids, name, share))[0]:.3f} |"
        else:
            row += " | |"
        print(row)
    print(f"\nmacro-F1 {macro(golds, saids):.3f} over {len(golds)} rows")


def sources(bench, golds, saids):
    print("\n| source | label | rows | labelled so | at 1 % | at 0.1 % |\n|---|---|---|---|---|---|")
    limits = {(c, s): threshold(golds, saids, c, s) for c in CLASSES[1:] for s in (0.01, 0.001)}
    groups = collections.defaultdict(list)
    for pair in zip(golds, saids):
        groups[pair[0]["label"], pair[0]["source"]].append(pair)
    for (label, source), pairs in sorted(groups.items()):
        same = sum(g["label"] == s["label"] for g, s in pairs) / len(pairs)
        row = f"| {source} | {label} | {len(pairs)} | {same:.3f} |"
        for share in (0.01, 0.001):
            if label == "fine":
                # Of fine rows, those that any class takes.
                over = sum(any(s["scores"][c] > limits[c, share] for c in CLASSES[1:]) for _, s in pairs)
            else:
                over = sum(s["scores"][label] > limits[label, share] for _, s in pairs)
            row += f" {over / len(pairs):.3f} |"
        print(row)
    print("\n| language of fine rows | rows | labelled fine | yakin |\n|---|---|---|---|")
    groups = collections.defaultdict(list)
    for gold, said in zip(golds, saids):
        if gold["label"] == "fine":
            groups[LANGUAGES.get(gold["source"], "Indonesian")].append(said)
    for language, rows in sorted(groups.items()):
        fine = sum(s["label"] == "fine" for s in rows)
        sure = sum(s["label"] != "fine" and s["certainty"] == "yakin" for s in rows)
        print(f"| {language} | {len(rows)} | {fine / len(rows):.3f} | {sure} |")


def alarms(bench, golds, saids):
    """Fine rows called something with certainty."""
    shop = ("PRDECT", "lapor", "sms", "scam-classifier")
    sure = [(g, s) for g, s in zip(golds, saids) if g["label"] == "fine" != s["label"] and s["certainty"] == "yakin"]
    calm = [g for g in golds if g["label"] == "fine" and any(name in g["source"] for name in shop)]
    among = sum(any(name in g["source"] for name in shop) for g, _ in sure)
    fine = sum(g["label"] == "fine" for g in golds)
    print(f"\nyakin on fine rows: {len(sure)} of {fine}; of reviews, complaints, promotions and SMS {among} of {len(calm)}")
    for gold, said in sure:
        rules = ", ".join(reason["rule"] for reason in said["reasons"])
        print(f"- {gold['source']}: {said['label']} ({rules}), row {gold['id']}")


def is_styled(text):
    """Three letters in a row of an alphabet that only looks like ours."""
    fancy = [ord(c) >= 0x2000 and unicodedata.normalize("NFKC", c).isalpha() and unicodedata.normalize("NFKC", c).isascii() or c in "ɢᴀᴄᴏʀ" for c in text]
    return any(all(fancy[at : at + 3]) for at in range(len(fancy) - 2))


def flagged(said):
    return said["label"] != "fine"


def styled(bench, golds, saids):
    rows = [(g, s) for g, s in zip(golds, saids) if g["label"] == "fine" and is_styled(g["text"])]
    print(f"\nhonest rows with fancy letters: {sum(flagged(s) for _, s in rows)} of {len(rows)} flagged")
    fine = [g for g in golds if g["label"] == "fine"]
    before = sum(flagged(s) for g, s in zip(golds, saids) if g["label"] == "fine")
    print("\n| fine rows dressed up | flagged | more than undressed |\n|---|---|---|")
    for kind in ("mathbold", "mathsans", "fullwidth", "circled", "combining", "repeat"):
        dressed = obfuscated(bench, fine, kind, "fine")
        count = sum(map(flagged, bench.judge(dressed)))
        print(f"| {kind} | {count / len(fine):.4f} | {(count - before) / len(fine):+.4f} |")


def obfuscated(bench, rows, kind, only):
    into, out = f"{bench.work}/clean.jsonl", f"{bench.work}/{kind}.jsonl"
    with open(into, "w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    subprocess.run([sys.executable, f"{bench.data}/obfuscate.py", kind, into, out, "--only", only], check=True)
    return load(out)


def disguises(bench, golds, saids):
    clean = macro(golds, saids)
    print("\n| disguise | macro-F1 | loss | judol | scam | abuse |\n|---|---|---|---|---|---|")
    worst = 0
    for kind in KINDS:
        said = bench.judge(obfuscated(bench, golds, kind, "harmful"))
        each = scores_of(golds, said)
        loss = clean - macro(golds, said)
        worst = max(worst, loss)
        print(f"| {kind} | {macro(golds, said):.3f} | {loss:+.3f} | " + " | ".join(f"{each[c][2]:.3f}" for c in CLASSES[1:]) + " |")
    print(f"\nworst loss {worst:.3f}")


def claims(bench, golds, saids):
    every = load(f"{bench.data}/claims.jsonl")
    full = bench.feed("all", every)
    titles = {re.sub(r"\W+", " ", c["title"].lower()).strip(): c["id"] for c in every}
    narratives = {re.sub(r"\W+", " ", c["narr"].lower()).strip() for c in every}
    hoaxes = [row for row in bench.dev if row["label"] == "hoax"]

    def is_known(row):
        claim = re.sub(r"\W+", " ", (row.get("claim") or "").lower()).strip()
        return claim in titles or re.sub(r"\W+", " ", row["text"].lower()).strip() in narratives

    known = [row for row in hoaxes if is_known(row)]
    said = bench.judge(known, *full)
    print(f"\nhoax rows whose claim is indexed: {len(known)} of {len(hoaxes)}; "
          f"matched {sum(s['match'] is not None for s in said) / len(known):.3f}, "
          f"called hoax {sum(s['label'] == 'hoax' for s in said) / len(known):.3f}")
    train = bench.feed("train", [c for c in every if c["split"] == "train"])
    said = bench.judge(hoaxes, *train)
    print(f"hoax rows with the claims of their own part left out: called hoax "
          f"{sum(s['label'] == 'hoax' for s in said)} of {len(hoaxes)}")
    said = bench.judge(hoaxes)
    print(f"with our own catalogue alone: called hoax {sum(s['label'] == 'hoax' for s in said)} of {len(hoaxes)}; "
          f"matched as alike {sum(s['match'] is not None for s in said)}")
    fine = [row for row in golds if row["label"] == "fine"]
    for name, flags in (("our own catalogue", []), ("all claims", full)):
        said = bench.judge(fine, *flags)
        print(f"fine rows called hoax with {name}: {sum(s['label'] == 'hoax' for s in said)} of {len(fine)}")
    queries = load(f"{bench.data}/claim_queries.jsonl")
    print("\n| query | indexed | asked | found (any wording of match) | same claim | unrelated matched |\n|---|---|---|---|---|---|")
    unrelated = [q for q in queries if q["kind"] == "neg"]
    # Several checks of one claim, told by their words: either is a right answer.
    same_claim = collections.defaultdict(set)
    for claim in every:
        for told in {claim["title"], claim["narr"]} - {""}:
            same_claim[re.sub(r"\W+", " ", told.lower()).strip()].add(claim["id"])
    twins = collections.defaultdict(set)
    for ids in same_claim.values():
        for one in ids:
            twins[one] |= ids
    for index, feed in (("title and narrative", full), ("title", bench.feed("titles", every, narratives=False))):
        false = bench.judge(unrelated, *feed)
        wrong = sum(s["match"] is not None for s in false) / len(false)
        for kind in ("narrative", "para", "obf") if index != "title" else ("narrative",):
            asked = [q for q in queries if q["kind"] == kind]
            said = bench.judge(asked, *feed)
            found = [s["match"] is not None and s["match"]["claim"] in twins.get(q["target"], {q["target"]}) for q, s in zip(asked, said)]
            same = sum(f and s["match"]["same"] for f, s in zip(found, said))
            print(f"| {kind} | {index} | {len(asked)} | {sum(found) / len(asked):.3f} | {same / len(asked):.3f} | {wrong:.4f} |")


def cost(command):
    """What a command printed, and the CPU seconds that it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return out, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def speed(bench, golds, saids):
    """In CPU time, so that a busy machine does not count."""
    check = [bench.program, "check"]
    started = min(cost([*check, "Kak, keripiknya masih ada?", *bench.extra])[1] for _ in range(20))
    out, took = cost([*check, "bench", "--jsonl", f"{bench.data}/saring5.dev.jsonl", "--seconds", "10", *bench.extra])
    print(f"\none message, program started and ended: {started * 1000:.0f} ms of CPU")
    print(f"messages a second of one core: {json.loads(out)['messages'] / (took - started):,.0f}")
    out = cost([*check, "bench", "--seconds", "0.1", "--scale", "1000000", *bench.extra])[0]
    print("\n```\n" + out.strip() + "\n```")


PARTS = {
    "classes": classes, "sources": sources, "alarms": alarms, "styled": styled, "disguises": disguises, "claims": claims,
    "speed": speed,
}


def main():
    words = sys.argv[1:]
    extra, parts = [], list(PARTS)
    while "--model" in words:
        at = words.index("--model")
        extra += words[at : at + 2]
        del words[at : at + 2]
    if "--only" in words:
        at = words.index("--only")
        parts = words[at + 1].split(",")
        del words[at : at + 2]
    if len(words) != 3 or any(part not in PARTS for part in parts):
        sys.exit(__doc__)
    bench = Bench(*words, extra)
    saids = bench.judge(bench.plain)
    for part in parts:
        print(f"\n#### {part}", flush=True)
        PARTS[part](bench, bench.plain, saids)


if __name__ == "__main__":
    main()
