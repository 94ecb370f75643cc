"""Measures a checkpoint on the test sets, and on two development sets of others.

usage: measure.py --base FOLDER --checkpoint FILE [--train ../shared/train] [--eval ../shared/eval] [--questions 400] [--claims 400] [--raw]

Prints one line of numbers a set and, last, one line of them all for a table. `--raw` measures the last weights instead of their average.
"""
import argparse
import os
import random
import re
import time

os.environ.setdefault('OMP_NUM_THREADS', '1')

import numpy as np
import torch

from data import lines, read_articles, relation, side, terms
from network import Batch, ENTAILMENTS, Reader, RELATIONS
from wordpiece import WordPiece

SHARED = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', '..', 'shared')


class Scorer:
    """Scores packed pairs with a network."""

    def __init__(self, base, checkpoint, raw=False):
        self.pieces = WordPiece(os.path.join(base, 'vocab.txt'))
        self.model = Reader(os.path.join(base, 'model.onnx'))
        self.seen = 0
        if checkpoint:
            # Of several checkpoints of one run the mean is taken.
            states = [torch.load(one) for one in ([checkpoint] if isinstance(checkpoint, str) else checkpoint)]
            self.seen = states[-1].get('seen', 0)
            weights = [state['model' if raw else 'average'] for state in states]
            mean = {name: sum(one[name].float() for one in weights) / len(weights) for name in weights[0]}
            self.model.load_state_dict(mean, strict=False)
        self.model.eval()

    def scores(self, packed, *tasks, tokens=6000):
        """Returns the logits of each task as an array, one row a pair."""
        order = sorted(range(len(packed)), key=lambda i: len(packed[i].ids))
        rows = [[None] * len(packed) for _ in tasks]
        with torch.no_grad():
            at = 0
            while at < len(order):
                count = max(1, tokens // len(packed[order[min(len(order), at + 64) - 1]].ids))
                some = order[at:at + min(64, count)]
                for task, found in enumerate(self.model(Batch([packed[i] for i in some]), tasks)):
                    for i, row in zip(some, found.float().numpy()):
                        rows[task][i] = row
                at += len(some)
        return [np.array(r) for r in rows]


def softmax(logits):
    e = np.exp(logits - logits.max(1, keepdims=True))
    return e / e.sum(1, keepdims=True)


def auc(right, wrong):
    ranks = np.concatenate([right, wrong]).argsort().argsort()
    return (ranks[:len(right)].sum() - len(right) * (len(right) - 1) / 2) / (len(right) * len(wrong))


def accepted(right, wrong, leaks):
    """Returns the share of the right ones above the threshold that lets through `leaks` of the wrong ones."""
    ordered = np.sort(wrong)[::-1]
    return float((right > ordered[min(len(ordered) - 1, int(leaks * len(ordered)))]).mean())


def questions(scorer, folder, most):
    articles = read_articles(folder)
    chosen = lines(os.path.join(folder, 'reader', 'test-questions.jsonl'))
    random.Random(3).shuffle(chosen)
    chosen = chosen[:most]
    packed, owners = [], []
    for k, q in enumerate(chosen):
        x = articles[q['article']]
        for n, sentence in enumerate(x['sentences']):
            packed.append(scorer.pieces.answers(q['question'], sentence, x['headline'], (x.get('published') or '')[:10]))
            owners.append((k, n + 1 in q['yes'], n + 1 in q['near']))
    z = scorer.scores(packed, 'answers')[0][:, 0]
    best = [(-1e9, False)] * len(chosen)
    for (k, yes, _), score in zip(owners, z):
        best[k] = max(best[k], (score, yes))
    top, has = np.array([b[0] for b in best]), np.array([bool(q['yes']) for q in chosen])
    yes, near = (np.array([o[i] for o in owners]) for i in (1, 2))
    first = float(np.mean([b[1] for b, h in zip(best, has) if h]))
    ordered = np.sort(top[has])
    declined = {f: round(float((top[~has] < ordered[int(f * len(ordered))]).mean()), 3) for f in (.05, .1, .15, .2)}
    print(f'questions {len(chosen)}: best sentence right {first:.3f}; near misses declined at wrongly {declined}; '
          f'AUC yes/all {auc(z[yes], z[~yes]):.3f} yes/near {auc(z[yes], z[near]):.3f} questions {auc(top[has], top[~has]):.3f}', flush=True)
    return first, declined[.15]


def statements(scorer, folder):
    articles = read_articles(folder)
    rows = lines(os.path.join(folder, 'reader', 'test-statements.jsonl'))
    packed = [scorer.pieces.entails(x['statement'], ' '.join(articles[x['article']]['sentences'][n - 1] for n in x['evidence'])) for x in rows]
    p = softmax(scorer.scores(packed, 'entails')[0])
    y = np.array([ENTAILMENTS.index(x['label']) for x in rows])
    found = {f: round(accepted(p[y == 0, 0], p[y != 0, 0], f), 3) for f in (.03, .06, .1)}
    wrong = {f: round(accepted(p[y == 1, 1], p[y != 1, 1], f), 3) for f in (.03, .06, .1)}
    print(f'statements: accuracy {(p.argmax(1) == y).mean():.3f}; AUC of supported {auc(p[y == 0, 0], p[y != 0, 0]):.3f}; accepted at leaks {found}; contradictions found at wrongly {wrong}', flush=True)
    return found[.06]


def agreement_scores(scorer, rows):
    """Returns the probability that two sentences say the same: by the head of relations, and by entailment both ways."""
    there = [relation(scorer.pieces, side(x, 'a'), side(x, 'b')) for x in rows]
    back = [relation(scorer.pieces, side(x, 'b'), side(x, 'a')) for x in rows]
    one = softmax(scorer.scores(there, 'relates')[0])
    plain = [scorer.pieces.entails(x['a'], x['b']) for x in rows], [scorer.pieces.entails(x['b'], x['a']) for x in rows]
    forth, other = (softmax(scorer.scores(p, 'entails')[0]) for p in plain)
    turned = softmax(scorer.scores(back, 'relates')[0])
    return dict(relation=one[:, 0], both=np.minimum(forth[:, 0], other[:, 0]), product=one[:, 0] * turned[:, 0] * forth[:, 0] * other[:, 0]), one, forth


def relations(scorer, folder):
    rows = lines(os.path.join(folder, 'reader', 'test-pairs.jsonl')) + lines(os.path.join(folder, 'reader', 'test-reports.jsonl'))
    found, one, forth = agreement_scores(scorer, rows)
    y = np.array([RELATIONS.index(x['label']) for x in rows])
    kept = {}
    for name, score in found.items():
        threshold = np.sort(score[y == 0])[int(.4 * (y == 0).sum())]
        given = score >= threshold
        kept[name] = round(float((given & (y > 0)).sum() / given.sum()), 3), round(float((given & (y > 1)).sum() / given.sum()), 3), round(float(given[y > 0].mean()), 3)
    contradicted = np.maximum(one[:, 3], forth[:, 1])
    print(f"pairs and reports: accuracy {(one.argmax(1) == y).mean():.3f}; at .60 of the same found, given wrongly, without part, of all others {kept}; "
          f"contradictions found at .03 wrongly {accepted(one[y == 3, 3], one[y != 3, 3], .03):.3f}, with entailment {accepted(contradicted[y == 3], contradicted[y != 3], .03):.3f}", flush=True)
    return kept['product'][0]


def windows(text, size=3):
    sentences = [s for s in re.split(r'(?<=[.!?])[\'"”’]*\s+', text) if s.strip()]
    return [' '.join(sentences[i:i + size]) for i in range(max(1, len(sentences) - size + 1))]


def grounding(scorer, path, most):
    rows = lines(path)
    random.Random(5).shuffle(rows)
    rows, packed, owners = rows[:most], [], []
    for k, x in enumerate(rows):
        shared = set(terms(x['statement']))
        for window in sorted(windows(x['source']), key=lambda w: -len(shared & set(terms(w))))[:5]:
            packed.append(scorer.pieces.entails(x['statement'], window))
            owners.append(k)
    p = softmax(scorer.scores(packed, 'entails')[0])
    best = np.zeros(len(rows))
    np.maximum.at(best, owners, p[:, 0])
    y = np.array([x['supported'] for x in rows])
    found = {f: round(accepted(best[y], best[~y], f), 3) for f in (.03, .06, .1)}
    print(f'QAGS {len(rows)}: AUC {auc(best[y], best[~y]):.3f}; accepted at leaks {found}', flush=True)
    return found[.06]


def agreement(scorer, path):
    rows = [dict(a=x['statement'], b=x['other'], a_published=x.get('statement_published'), b_published=x.get('other_published'), same=x['same']) for x in lines(path)]
    found, _, _ = agreement_scores(scorer, rows)
    y = np.array([x['same'] for x in rows])
    kept = {name: (round(float(auc(s[y], s[~y])), 3), round(float((s[y] > s[~y].max()).mean()), 3)) for name, s in found.items()}
    print(f'agreement: AUC and found without one given wrongly {kept}', flush=True)
    return kept['product'][0]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--base', required=True)
    parser.add_argument('--checkpoint')
    parser.add_argument('--train', default=os.path.join(SHARED, 'train'))
    parser.add_argument('--eval', default=os.path.join(SHARED, 'eval'))
    parser.add_argument('--questions', type=int, default=400)
    parser.add_argument('--claims', type=int, default=400, help='how many of the summary sentences are read; 0 for none')
    parser.add_argument('--raw', action='store_true')
    parser.add_argument('--single', action='store_true', help='compute in single precision')
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    Reader.half = not options.single
    scorer = Scorer(options.base, options.checkpoint, options.raw)
    kept, found = statements(scorer, options.train), relations(scorer, options.train)
    same = agreement(scorer, os.path.join(options.eval, 'editor', 'agreement.jsonl'))
    first, declined = questions(scorer, options.train, options.questions)
    qags = grounding(scorer, os.path.join(options.eval, 'grounding', 'qags.jsonl'), options.claims) if options.claims else None
    print(f"{time.strftime('%H:%M')} seen {scorer.seen}: near misses declined {declined}, best sentence {first:.3f}, supported {kept}, same wrongly {found}, QAGS {qags}, agreement AUC {same}")


if __name__ == '__main__':
    main()
