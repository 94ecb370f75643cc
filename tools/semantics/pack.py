"""Writes pairs as training packs them, for the tests of src/NewsBot.Semantics to compare with.

usage: pack.py VOCABULARY OUT.json
"""
import json
import sys

from data import relation
from wordpiece import WordPiece, titled

PAIRS = [
    dict(task='answers', question='Who won the race?', text='Anna Berg won the race on Saturday, ahead of two Kenyans.', headline='Berg wins in Oslo', published='2024-05-04',
         before='The rain stopped shortly before the start.'),
    dict(task='answers', question='when did the café reopen', text='The café, closed since the fire, reopened on 3 March.', headline='', published='', before=''),
    dict(task='answers', question='How many people were hurt?', text='“Nobody was hurt,” said Mr Łukasz Ångström of Malmø, €5.3m richer + wiser.', headline='Roof of market hall falls in',
         published='2023-11-20', before='' ),
    dict(task='answers', question='Which studies died, moved or were passed on resigning? ' * 4, text='He resigned; the study moves us. ' * 20, headline='Studying ' * 40, published='2022-01-31',
         before='Antidisestablishmentarianism ' * 30),
    dict(task='answers', question='Zażółć gęślą jaźń 東京 ½ ﬁne', text='soft\u00adhyphen zero\u200bwidth\u00a0nbsp [x] 2020-2021, $5 #1 @home a/b x_y', headline='ΆΈ Ёлка', published='', before='…'),
    dict(task='entails', question='Two people died in the fire.', text='The fire killed two people and destroyed a warehouse.', headline='', published=''),
    dict(task='entails', question='Two people died in the fire.', text='The fire broke out at noon.', headline='Warehouse burns in Kiel', published='2021-06-01'),
    dict(task='relates', first='The minister resigned on Friday.', first_headline='Minister resigns', first_published='2024-03-01',
         second='The minister said he would not resign.', second_headline='Minister stays', second_published='2024-02-28'),
    dict(task='relates', first='Prices rose 3%.', first_headline='', first_published='', second='Prices were up three per cent.', second_headline='Prices up', second_published='2024-02-28'),
]


def pair(pieces, row):
    """Packs one row."""
    if row['task'] == 'answers':
        return pieces.answers(row['question'], row['text'], row['headline'], row['published'], row['before'])
    if row['task'] == 'entails':
        return pieces.entails(row['question'], row['text'], titled(row['headline'], row['published']))
    return relation(pieces, *(dict(text=row[k], headline=row[k + '_headline'], published=row[k + '_published']) for k in ('first', 'second')))


def write(rows, path):
    """Writes rows, one a line."""
    with open(path, 'w', encoding='utf8') as file:
        file.write('[\n' + ',\n'.join(json.dumps(row, ensure_ascii=False) for row in rows) + '\n]\n')


def main(vocabulary, path):
    pieces = WordPiece(vocabulary)
    packed = [pair(pieces, row) for row in PAIRS]
    write([dict(row, tokens=p.ids, segments=p.segments, marks=p.marks) for row, p in zip(PAIRS, packed)], path)


if __name__ == '__main__':
    main(*sys.argv[1:])
