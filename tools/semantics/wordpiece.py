"""BERT's uncased WordPiece, and the packing of two texts with their context into one sequence.

src/NewsBot.Semantics packs pairs in the same way; a change here needs the same change there, and a new training.
"""
import unicodedata
from typing import NamedTuple

PAD, UNKNOWN, START, SEPARATOR, MASK = 0, 100, 101, 102, 103

# Longest pieces of each kind of text, in tokens.
QUESTION, SENTENCE, HEADLINE, BEFORE = 32, 80, 28, 24
STATEMENT, PASSAGE = 64, 128


# Words that most texts share: that both sides hold them says nothing.
COMMON = frozenset('a an the of to in on at for and or is are was were be been by with from as that this it its he she his her him they their them '
                   'who what when where why how which did do does has have had will would not but s t'.split())

# Letters without a decomposition, as English newsrooms write them (and as NewsBot folds them).
FOLDED = str.maketrans({'đ': 'd', 'ð': 'd', 'ə': 'e', 'ħ': 'h', 'ı': 'i', 'ĸ': 'k', 'ł': 'l', 'ŀ': 'l', 'ŋ': 'n', 'ø': 'o', 'ſ': 's', 'ŧ': 't', 'æ': 'ae', 'ǽ': 'ae', 'ǣ': 'ae',
                        'œ': 'oe', 'ß': 'ss', 'þ': 'th', 'ĳ': 'ij', 'ﬀ': 'ff', 'ﬁ': 'fi', 'ﬂ': 'fl', 'ﬃ': 'ffi', 'ﬄ': 'ffl', 'ﬅ': 'st', 'ﬆ': 'st', 'ς': 'σ'})
MONTHS = 'January February March April May June July August September October November December'.split()


class Packed(NamedTuple):
    """A sequence: token ids, segments (0 first text, 1 second, 2 and 3 their context) and marks of shared words."""
    ids: list
    segments: list
    marks: list


class WordPiece:
    """Tokenizes text and marks the words that two texts share. Not thread-safe (it caches)."""

    def __init__(self, vocabulary):
        with open(vocabulary, encoding='utf8') as lines:
            self.pieces = lines.read().split()
        self.index = {piece: number for number, piece in enumerate(self.pieces)}
        self._words, self._texts = {}, {}

    def word(self, word):
        """Returns the pieces of one word, or the unknown token when no split covers it."""
        if word in self._words:
            return self._words[word]
        found, start = [], 0
        while start < len(word) <= 100:
            end = len(word)
            while end > start and ('##' if start else '') + word[start:end] not in self.index:
                end -= 1
            if end == start:
                found = []
                break
            found.append(self.index[('##' if start else '') + word[start:end]])
            start = end
        self._words[word] = found = found or [UNKNOWN]
        return found

    def tokens(self, text):
        """Returns the token ids of a text and, for each, the stem of the word that it belongs to."""
        if text in self._texts:
            return self._texts[text]
        ids, stems = [], []
        for word in split(text):
            pieces = self.word(word)
            ids += pieces
            marked = pieces != [UNKNOWN] and word[0].isalnum() and word not in COMMON
            stems += [stem(word) if marked else None] * len(pieces)
        self._texts[text] = result = (ids, stems)
        return result

    def answers(self, question, sentence, headline='', date='', before=''):
        """Packs a question and a sentence with its headline, date and the sentence before."""
        return self.pack((question, QUESTION), (sentence, SENTENCE), (titled(headline, date), HEADLINE), (before, BEFORE))

    def entails(self, statement, passage, context='', other=''):
        """Packs a statement and the passage that may support it, with a line of context for each."""
        return self.pack((statement, STATEMENT), (passage, PASSAGE), (context, HEADLINE), (other, BEFORE))

    def pack(self, *parts):
        """Packs texts, each with its longest length; the third and fourth are left out when empty."""
        cut = [tuple(column[:longest] for column in self.tokens(text)) for text, longest in parts]
        first, second, context = set(cut[0][1]), set(cut[1][1]), set()
        for _, stems in cut[2:]:
            context.update(stems)
        for known in (first, second, context):
            known.discard(None)
        ids, segments, marks = [START], [0], [0]
        for segment, (tokens, stems) in enumerate(cut):
            if segment > 1 and not tokens:
                continue
            ids += tokens
            if segment == 0:
                marks += [1 if s in second else 2 if s in context else 0 for s in stems]
            else:
                marks += [1 if s in first else 0 for s in stems]
            ids.append(SEPARATOR)
            marks.append(0)
            segments += [segment] * (len(ids) - len(segments))
        return Packed(ids, segments, marks)


def titled(headline, date):
    """Puts the date, in words that questions use, before the headline, so that a long headline does not push it out."""
    try:
        year, month, day = map(int, date[:10].split('-'))
        return f'{MONTHS[month - 1]} {day} {year} {headline}'.strip()
    except (ValueError, IndexError):
        return headline


def split(text):
    """Splits lower-cased text without accents at white space and around punctuation."""
    words, current = [], []
    for c in unicodedata.normalize('NFD', text.lower().translate(FOLDED)):
        code, category = ord(c), unicodedata.category(c)
        if category in ('Mn', 'Cf') or code == 0xFFFD or category == 'Cc' and not c.isspace():
            continue
        if c.isspace():
            if current:
                words.append(''.join(current))
                current = []
        elif 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126 or category[0] == 'P' or ideograph(code):
            if current:
                words.append(''.join(current))
                current = []
            words.append(c)
        else:
            current.append(c)
    if current:
        words.append(''.join(current))
    return words


def ideograph(code):
    return (0x3400 <= code <= 0x4DBF or 0x4E00 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or 0x20000 <= code <= 0x2A6DF or 0x2A700 <= code <= 0x2CEAF
            or 0x2F800 <= code <= 0x2FA1F)


def stem(word):
    """Cuts the commonest English endings, so that "resigned" and "resigns" are marked as shared."""
    if len(word) > 3 and word.endswith('s') and not word.endswith('ss'):
        word = word[:-1]
    if len(word) > 5 and word.endswith('ing'):
        word = word[:-3]
    elif len(word) > 4 and word.endswith('ed'):
        word = word[:-2]
    if len(word) > 3 and word[-1] == 'e':
        word = word[:-1]
    elif len(word) > 3 and word[-1] == 'y':
        word = word[:-1] + 'i'
    return word
