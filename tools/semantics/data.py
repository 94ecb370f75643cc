"""Reads the training sets and makes one pass of examples from them; every pass draws its negatives and its alterations again, from its own seed."""
import collections
import datetime
import hashlib
import json
import lzma
import math
import os
import random
import re
from typing import NamedTuple

from network import ENTAILMENTS, RELATIONS
from wordpiece import COMMON, Packed, split, stem, titled

# Written for this project by reading the articles of the training folder; nothing here is a sentence of theirs.
OWN = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'written')

# The shares of our own questions that one pass reads, of the first set and of those written for what was read badly: they outnumber statements and pairs.
QUESTIONS, WRITTEN = .45, .9
NAME = re.compile(r"[A-Z][\w’'-]*\w(?: [A-Z][\w’'-]*\w)*")


class Example(NamedTuple):
    packed: Packed
    target: int
    weight: float


class Group(NamedTuple):
    """Examples of one task that belong together: the candidates of one question, else one example."""
    task: str
    examples: list


class Index:
    """BM25 over short texts, to find sentences that tempt."""

    def __init__(self, texts):
        self.words = [terms(t) for t in texts]
        postings = collections.defaultdict(list)
        for number, words in enumerate(self.words):
            for word, times in collections.Counter(words).items():
                postings[word].append((number, times))
        average = sum(map(len, self.words)) / len(self.words)
        self.postings = {}
        for word, found in postings.items():
            rarity = math.log(1 + (len(texts) - len(found) + .5) / (len(found) + .5))
            self.postings[word] = [(n, rarity * f * 2.2 / (f + 1.2 * (.4 + .6 * len(self.words[n]) / average))) for n, f in found]

    def best(self, text, count, allowed):
        """Returns the numbers of the texts that match best, best first, of those allowed."""
        scores = collections.defaultdict(float)
        for word in set(terms(text)):
            found = self.postings.get(word, ())
            if len(found) < 4000:
                for number, score in found:
                    scores[number] += score
        ranked = sorted(scores.items(), key=lambda x: (-x[1], x[0]))
        chosen = []
        for number, _ in ranked:
            if allowed(number):
                chosen.append(number)
                if len(chosen) == count:
                    break
        return chosen


def terms(text):
    return [stem(w) for w in split(text) if w[0].isalnum() and w not in COMMON]


def lines(path):
    opened = lzma.open(path + '.xz', 'rt', encoding='utf8') if os.path.exists(path + '.xz') else open(path, encoding='utf8')
    with opened as file:
        return [json.loads(line) for line in file]


def written(name):
    """Reads what was written later and stands beside this file."""
    path = os.path.join(OWN, name + '.jsonl')
    return lines(path) if os.path.exists(path) else []


def fingerprint(candidate):
    """Names a sentence of an article without repeating it."""
    return hashlib.sha1(f"{candidate['source']}\n{candidate['text']}".encode('utf8')).hexdigest()[:12]


def read_articles(folder):
    return {x['article']: x for x in lines(os.path.join(folder, 'reader', 'articles.jsonl'))}


def days(first, second):
    """Returns how many days later the second date is."""
    return (datetime.date.fromisoformat(second[:10]) - datetime.date.fromisoformat(first[:10])).days


def gap(first, second):
    """Says in words how much later the second date is."""
    try:
        later = days(first, second)
    except (TypeError, ValueError):
        return ''
    if later == 0:
        return 'same day'
    span = abs(later)
    count, unit = (span, 'day') if span < 14 else (span // 7, 'week') if span < 60 else (span // 30, 'month') if span < 730 else (span // 365, 'year')
    return f"{count} {unit}{'s' if count > 1 else ''} {'later' if later > 0 else 'earlier'}"


class Corpus:
    def __init__(self, folder, pieces, mined, negatives=None, log=print):
        self.pieces = pieces
        self.articles = read_articles(folder)
        read = lambda name: lines(os.path.join(folder, 'reader', f'train-{name}.jsonl'))
        self.questions, self.statements = read('questions'), read('statements') + written('statements')
        self.first = len(self.questions)
        self.questions += written('questions')
        self.pairs, self.reports = read('pairs'), read('reports') + [self._report(x) for x in written('reports')]
        public = os.path.join(folder, 'public')
        self.claims = lines(os.path.join(public, 'fever-symmetric-dev.jsonl')) + lines(os.path.join(public, 'fever-symmetric-test.jsonl'))
        self.wice = lines(os.path.join(public, 'wice-claim-dev.jsonl')) + lines(os.path.join(public, 'wice-claim-test.jsonl'))
        self.selqa = []
        for name in ('selqa-dev.json', 'selqa-test.json'):
            with lzma.open(os.path.join(public, name + '.xz'), 'rt', encoding='utf8') as file:
                self.selqa += json.load(file)
        plain = []
        for name in ('nqg-sentences.txt', 'nqg-questions.txt'):
            with lzma.open(os.path.join(public, name + '.xz'), 'rt', encoding='utf8') as file:
                plain.append([line.strip() for line in file])
        self.wiki = list(zip(*plain))
        found = None
        if os.path.exists(mined):
            with open(mined, encoding='utf8') as file:
                found = json.load(file)
        if not found or len(found[0]) != len(self.questions):
            found = self._mine()
            with open(mined, 'w', encoding='utf8') as file:
                json.dump(found, file)
        self.far, self.wiki_near = found
        self.offered, self.judged = self._offered(negatives) if negatives else ({}, {})
        log(f'{len(self.questions)} questions, {len(self.statements)} statements, {len(self.pairs) + len(self.reports)} pairs, {len(self.selqa) + len(self.wiki)} questions on Wikipedia')

    def _mine(self):
        """Finds for each question the sentences of other articles that match its words best, and likewise for those on Wikipedia."""
        mined = []
        trained = sorted({q['article'] for q in self.questions})
        where = [(a, n) for a in trained for n in range(len(self.articles[a]['sentences']))]
        index = Index([self.articles[a]['sentences'][n] for a, n in where])
        date = {a: datetime.date.fromisoformat(self.articles[a]['published'][:10]) for a in trained if self.articles[a].get('published')}
        for q in self.questions:
            own = date.get(q['article'])

            # An article of the same days may tell the same news, so that its sentence would be a right answer.
            def other(number):
                a = where[number][0]
                return a != q['article'] and (own is None or a not in date or abs((date[a] - own).days) > 10)
            mined.append([where[n] for n in index.best(q['question'], 6, other)])
        facts = sorted({s for s, _ in self.wiki})
        index = Index(facts)
        return mined, [[facts[n] for n in index.best(q, 4, lambda n: facts[n] != s)] for s, q in self.wiki]

    def _report(self, x):
        """Puts the sentence that a report was written beside into it."""
        article = self.articles[x['a']['article']]
        return dict(a=article['sentences'][x['a']['sentence'] - 1], a_headline=article['headline'], a_published=(article.get('published') or '')[:10],
                    b=x['b'], label=x['label'])

    def _offered(self, path):
        """Reads what the product offers its reader for a question: what people judged, with their judgement (1 answers, 0 does not);
        else the most tempting sentences of other articles that hardly can tell the same news (3 % of them answer all the same)."""
        labels = {x['question']: x['labels'] for x in written('offered')}
        offered, judged = {}, {}
        for row in lines(path):
            number = int(row['id'])
            if number in labels:
                known = labels[number]
                judged[number] = [(c, known[mark]) for c in row['candidates'] if (mark := fingerprint(c)) in known]
                continue
            asked = self.articles[self.questions[number]['article']]
            day = (asked.get('published') or '')[:10]
            far = [c for c in row['candidates'] if c['source'] != asked['source'] and c['published'] and day and abs(days(day, c['published'])) > 10]
            far.sort(key=lambda c: -c.get('words', 0))
            offered[number] = far[:8]
        return offered, judged

    def one_pass(self, number, seed=1):
        """Returns the groups of one pass, shuffled."""
        rng = random.Random(seed * 1000 + number)
        groups = list(self._answers(rng)) + list(self._public_answers(rng)) + list(self._entailments(rng)) + list(self._public_entailments(rng)) + list(self._relations(rng))
        rng.shuffle(groups)
        return groups

    # Questions

    def sentence(self, rng, question, article, number):
        """Packs sentence `number` (from 0) of an article; now and then without its context, which a product may lack."""
        x = self.articles[article]
        return self.pieces.answers(question, x['sentences'][number], x['headline'] if rng.random() < .95 else '',
                                   (x.get('published') or '')[:10] if rng.random() < .9 else '')

    def _candidate(self, question, x):
        return self.pieces.answers(question, x['text'], x['headline'], (x['published'] or '')[:10])

    def _answers(self, rng):
        for number, (q, far) in enumerate(zip(self.questions, self.far)):
            if rng.random() > (QUESTIONS if number < self.first else WRITTEN):
                continue
            a, question = q['article'], styled(rng, q['question'])
            yes, near = [n - 1 for n in q['yes']], [n - 1 for n in q['near']]
            rest = [n for n in range(len(self.articles[a]['sentences'])) if n not in yes and n not in near]
            examples = [Example(self.sentence(rng, question, a, n), 1, 1.5) for n in rng.sample(yes, min(2, len(yes)))]
            examples += [Example(self.sentence(rng, question, a, n), 0, 1.) for n in rng.sample(near, min(2, len(near)))]
            if rest and rng.random() < .35:
                examples.append(Example(self.sentence(rng, question, a, rng.choice(rest)), 0, .7))
            offered, judged = self.offered.get(number), self.judged.get(number)
            if judged:
                for label, weight in ((1, 1.5), (0, 1.)):
                    of_label = [c for c, l in judged if l == label]
                    examples += [Example(self._candidate(question, c), label, weight) for c in rng.sample(of_label, min(1 + (label == 0), len(of_label)))]
            elif offered and rng.random() < .6:
                examples.append(Example(self._candidate(question, rng.choice(offered)), 0, .7))
            elif far and rng.random() < .35:
                examples.append(Example(self.sentence(rng, question, *rng.choice(far)), 0, .7))
            yield Group('answers', examples)
            if yes and rng.random() < .12:
                changed = self._renamed(rng, q['question'])
                if changed:
                    yield Group('answers', [Example(self.sentence(rng, changed, a, rng.choice(yes)), 0, .7)])

    def _renamed(self, rng, question):
        """Puts another question's name, or another number, in place of one: what answered the question no longer does."""
        spans = names(question)
        if not spans:
            return None
        for _ in range(5):
            other = names(rng.choice(self.questions)['question'])
            if other:
                start, end, text = rng.choice(spans)
                name = rng.choice(other)[2]
                if not set(terms(name)) & set(terms(question)):
                    return question[:start] + name + question[end:]
        return None

    def _public_answers(self, rng):
        for x in self.selqa:
            wrong = [i for i in range(len(x['candidates'])) if i not in x['answers']]
            shared = set(terms(x['question']))
            wrong.sort(key=lambda i: -len(shared & set(terms(x['candidates'][i]))))
            chosen = [(i, 1, 1.) for i in x['answers'][:1]] + [(i, 0, .7) for i in rng.sample(wrong[:4], min(2, len(wrong)))]
            question = styled(rng, x['question'])
            examples = [Example(self.pieces.answers(question, x['candidates'][i], x['article'], '', x['candidates'][i - 1] if i and rng.random() < .1 else ''), y, w)
                        for i, y, w in chosen]
            if examples and rng.random() < .4:
                yield Group('answers', examples)
        for (s, q), near in zip(self.wiki, self.wiki_near):
            if near and rng.random() < .15:
                yield Group('answers', [Example(self.pieces.answers(q, s), 1, .8), Example(self.pieces.answers(q, rng.choice(near)), 0, .6)])

    # Statements

    def passage(self, rng, article, evidence, widen):
        """Joins the evidence, now and then with a neighbour, as passages of a product come."""
        sentences = self.articles[article]['sentences']
        numbers = [n - 1 for n in evidence]
        if widen:
            if rng.random() < .15 and numbers[0] > 0:
                numbers.insert(0, numbers[0] - 1)
            if rng.random() < .15 and numbers[-1] + 1 < len(sentences):
                numbers.append(numbers[-1] + 1)
        return ' '.join(sentences[n] for n in dict.fromkeys(numbers))

    def _entailments(self, rng):
        def example(statement, passage, label, article=None, weight=1.):
            x = self.articles.get(article)
            context = titled(x['headline'], x.get('published') or '') if x and rng.random() < .25 else ''
            return Group('entails', [Example(self.pieces.entails(statement, passage, context), ENTAILMENTS.index(label), weight)])
        for x in self.statements:
            a, label = x['article'], x['label']
            sentences = self.articles[a]['sentences']
            yield example(styled(rng, x['statement'], .03), self.passage(rng, a, x['evidence'], label != 'unstated'), label, a)
            if label != 'supported':
                continue
            draw = rng.random()
            evidence = self.passage(rng, a, x['evidence'], False)
            if draw < .45:
                changed = self._altered(rng, x['statement'], evidence, a)
                if changed:
                    yield example(changed, evidence, 'contradicted', a, .7)
            elif draw < .6:
                away = [n for n in range(len(sentences)) if all(abs(n + 1 - e) > 1 for e in x['evidence'])]
                if away:
                    shared = set(terms(x['statement']))
                    away.sort(key=lambda n: -len(shared & set(terms(sentences[n]))))
                    yield example(x['statement'], sentences[rng.choice(away[:4])], 'unstated', a, .6)
        # A sentence supports itself, and its altered copy it does not.
        for q in rng.sample(self.questions, 1500):
            a = q['article']
            n = rng.randrange(len(self.articles[a]['sentences']))
            text = self.articles[a]['sentences'][n]
            if not 40 < len(text) < 300:
                continue
            evidence = self.passage(rng, a, [n + 1], True)
            changed = self._altered(rng, text, evidence, a) if rng.random() < .6 else None
            yield example(changed or text, evidence, 'contradicted' if changed else 'supported', a, .4)
        for x in self.pairs + self.reports:
            label = dict(same='supported', contradicts='contradicted', different='unstated').get(x['label'])
            if label and rng.random() < .5:
                yield Group('entails', [Example(self.pieces.entails(x['a'], x['b'], titled(x.get('b_headline') or '', x.get('b_published') or '') if rng.random() < .25 else ''),
                                                ENTAILMENTS.index(label), .6)])

    def _altered(self, rng, statement, evidence, article):
        """Puts another number of the article, or another name, in place of one that the evidence holds, too."""
        pool = ' '.join(self.articles[article]['sentences'])
        numbers = [m for m in re.finditer(r'(?<![\w.])\d[\d,.]*\d|(?<![\w.])\d\b', statement) if m.group() in evidence]
        spans = [s for s in names(statement) if s[2] in evidence]
        if numbers and (not spans or rng.random() < .5):
            m = rng.choice(numbers)
            others = [n for n in set(re.findall(r'(?<![\w.])\d[\d,.]*\d|(?<![\w.])\d\b', pool)) if n not in evidence and abs(len(n) - len(m.group())) < 2]
            other = rng.choice(sorted(others)) if others else ''.join(rng.choice('123456789') if c.isdigit() else c for c in m.group())
            return statement[:m.start()] + other + statement[m.end():] if other != m.group() else None
        if spans:
            start, end, text = rng.choice(spans)
            others = sorted({n[2] for s in self.articles[article]['sentences'] for n in names(s) if n[2] not in evidence and not set(terms(n[2])) & set(terms(statement))})
            if others:
                return statement[:start] + rng.choice(others) + statement[end:]
        return None

    def _public_entailments(self, rng):
        for x in self.claims:
            if rng.random() < .7:
                yield Group('entails', [Example(self.pieces.entails(x['claim'], x['evidence']), 0 if x['label'] == 'SUPPORTS' else 1, .6)])
        for x in self.wice:
            chosen = rng.choice(x['supporting_sentences']) if x['supporting_sentences'] else []
            label = 'supported' if x['label'] == 'supported' else 'unstated'
            if not chosen:
                shared = set(terms(x['claim']))
                chosen = sorted(range(len(x['evidence'])), key=lambda i: -len(shared & set(terms(x['evidence'][i]))))[:2]
            passage = ' '.join(x['evidence'][i] for i in sorted(chosen)[:4])
            if len(passage) < 700:
                yield Group('entails', [Example(self.pieces.entails(x['claim'], passage), ENTAILMENTS.index(label), .6)])

    # Pairs

    def _relations(self, rng):
        for x in (self.pairs + self.reports) * 2:
            first, second = side(x, 'a'), side(x, 'b')
            # "Part" says what B lacks of A, so that pair is not turned; a written report has no date to turn.
            if 'b_published' in x and x['label'] in ('same', 'contradicts', 'different') and rng.random() < .5:
                first, second = second, first
            yield Group('relates', [Example(relation(self.pieces, first, second, rng), RELATIONS.index(x['label']), 1.5 if x['label'] == 'contradicts' else 1.)])
        # Neighbours of one story, which share its words and tell other things; and a sentence beside itself, which tells the same.
        for q in rng.sample(self.questions, 900):
            x = self.articles[q['article']]
            n, m = (rng.randrange(len(x['sentences'])) for _ in range(2))
            if abs(n - m) != 1 and (n != m or rng.random() < .8):
                continue
            both = dict(headline=x['headline'], published=x.get('published') or '')
            yield Group('relates', [Example(relation(self.pieces, dict(both, text=x['sentences'][n]), dict(both, text=x['sentences'][m]), rng),
                                            RELATIONS.index('same' if n == m else 'different'), .5)])


def side(x, key):
    return dict(text=x[key], headline=x.get(key + '_headline') or '', published=x.get(key + '_published') or '')


def relation(pieces, first, second, rng=None):
    """Packs two sentences for the head that says how they relate; drops context now and then when `rng` is given."""
    keep = lambda p: rng is None or rng.random() < p
    context = ' '.join(t for t in (gap(first['published'], second['published']), second['headline'] if keep(.35) else '') if t) if keep(.85) else ''
    return pieces.entails(first['text'], second['text'], context, first['headline'] if keep(.35) else '')


def names(text):
    """Returns start, end and text of the runs of capitalized words that do not begin the text."""
    return [(m.start(), m.end(), m.group()) for m in NAME.finditer(text) if m.start() > 0]


def styled(rng, text, often=.08):
    """Types a text now and then as people in a hurry do: without its end mark, or with a slip in a word."""
    draw = rng.random()
    if draw < often:
        return text.rstrip(' ?.')
    if draw < often * 1.5:
        words = text.split(' ')
        at = rng.randrange(len(words))
        w = words[at]
        if len(w) > 5:
            i = rng.randrange(1, len(w) - 2)
            words[at] = w[:i] + w[i + 1] + w[i] + w[i + 2:] if rng.random() < .5 else w[:i] + w[i + 1:]
        return ' '.join(words)
    return text
