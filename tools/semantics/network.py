"""The cross-encoder: MiniLM's six layers over two texts in one sequence, with marks for shared words and three heads.

Sequences of a batch are laid end to end, so that no matrix product is spent on padding; only attention sees a padded rectangle.
Products run in bfloat16 (on processors with AVX-512 BF16 four times as fast); weights, norms and losses stay in single precision.
"""
import math

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

WIDTH, HEADS, LAYERS, SEGMENTS, MARKS = 384, 12, 6, 4, 3
TASKS = dict(answers=1, entails=3, relates=5)
ENTAILMENTS = ('supported', 'contradicted', 'unstated')
RELATIONS = ('same', 'part', 'update', 'contradicts', 'different')


def base_weights(path):
    """Reads MiniLM's weights from its ONNX file; MatMul weights get the name of the bias that is added to their result."""
    import onnx
    from onnx import numpy_helper
    graph = onnx.load(path).graph
    known = {t.name: numpy_helper.to_array(t) for t in graph.initializer}
    weights = {name: v for name, v in known.items() if name.startswith(('embeddings', 'encoder')) and v.dtype == np.float32}
    adds = {}
    for node in graph.node:
        if node.op_type == 'Add':
            for name in node.input:
                adds.setdefault(name, []).append(node)
    for node in graph.node:
        if node.op_type == 'MatMul' and node.input[1] in known:
            for add in adds.get(node.output[0], []):
                for name in add.input:
                    if name.endswith('.bias') and name in known:
                        weights[name[:-5] + '.weight'] = known[node.input[1]].T.copy()
    return {name: torch.from_numpy(v.copy()) for name, v in weights.items()}


class Batch:
    """Sequences of one task as flat arrays, with the places of a padded rectangle for attention."""

    def __init__(self, packed):
        lengths = np.array([len(p.ids) for p in packed])
        count, longest = len(packed), int(lengths.max())
        self.ids = torch.from_numpy(np.concatenate([p.ids for p in packed]).astype(np.int64))
        self.segments = torch.from_numpy(np.concatenate([p.segments for p in packed]).astype(np.int64))
        self.marks = torch.from_numpy(np.concatenate([p.marks for p in packed]).astype(np.int64))
        self.positions = torch.from_numpy(np.concatenate([np.arange(n) for n in lengths]))
        starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
        grid = starts[:, None] + np.arange(longest)[None, :]
        inside = np.arange(longest)[None, :] < lengths[:, None]
        self.even = bool(inside.all())
        self.spread = torch.from_numpy(np.where(inside, grid, 0).reshape(-1))
        self.gather = torch.from_numpy(np.nonzero(inside.reshape(-1))[0])
        self.owner = torch.from_numpy(np.repeat(np.arange(count), lengths))
        self.starts = torch.from_numpy(starts)
        self.lengths = torch.from_numpy(lengths.astype(np.float32))
        self.bias = torch.from_numpy(np.where(inside, 0., -1e4).astype(np.float32))[:, None, None, :]
        self.count, self.longest = count, longest


class Layer(nn.Module):
    def __init__(self, weights, number):
        super().__init__()
        name = f'encoder.layer.{number}.'

        def linear(*names):
            made = nn.Linear(1, 1)
            made.weight = nn.Parameter(torch.cat([weights[f'{name}{n}.weight'] for n in names]))
            made.bias = nn.Parameter(torch.cat([weights[f'{name}{n}.bias'] for n in names]))
            return made
        self.qkv = linear('attention.self.query', 'attention.self.key', 'attention.self.value')
        self.out = linear('attention.output.dense')
        self.up, self.down = linear('intermediate.dense'), linear('output.dense')
        self.norm1, self.norm2 = norm(weights, name + 'attention.output.LayerNorm'), norm(weights, name + 'output.LayerNorm')

    def forward(self, x, batch, drop):
        qkv = product(x, self.qkv)
        if not batch.even:
            qkv = qkv.index_select(0, batch.spread)
        q, k, v = qkv.view(batch.count, batch.longest, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        weights = torch.softmax((q @ k.transpose(-1, -2)).float().mul_(1 / math.sqrt(WIDTH // HEADS)) + batch.bias, -1)
        mixed = (weights.to(v.dtype) @ v).transpose(1, 2).reshape(-1, WIDTH)
        if not batch.even:
            mixed = mixed.index_select(0, batch.gather)
        x = self.norm1(x + drop(product(mixed, self.out).float()))
        return self.norm2(x + drop(product(F.gelu(product(x, self.up)), self.down).float()))


def norm(weights, name):
    made = nn.LayerNorm(WIDTH, eps=1e-12)
    made.weight.data.copy_(weights[name + '.weight'])
    made.bias.data.copy_(weights[name + '.bias'])
    return made


def product(x, linear):
    kind = torch.bfloat16 if Reader.half else torch.float32
    return F.linear(x.to(kind), linear.weight.to(kind), linear.bias.to(kind))


class Reader(nn.Module):
    """The network; `half` (of the class) says whether products run in bfloat16."""

    half = False

    def __init__(self, base, seed=1):
        super().__init__()
        torch.manual_seed(seed)
        weights = base_weights(base)
        self.words = nn.Parameter(weights['embeddings.word_embeddings.weight'].clone(), False)
        self.places = nn.Parameter(weights['embeddings.position_embeddings.weight'].clone(), False)
        types = weights['embeddings.token_type_embeddings.weight']
        self.segments = nn.Parameter(types[[0, 1, 1, 1]] + torch.randn(SEGMENTS, WIDTH) * .02)
        self.marks = nn.Parameter(torch.randn(MARKS, WIDTH) * .02)
        self.norm = norm(weights, 'embeddings.LayerNorm')
        self.layers = nn.ModuleList(Layer(weights, n) for n in range(LAYERS))
        self.hidden = nn.ModuleDict({t: nn.Linear(WIDTH, WIDTH) for t in TASKS})
        self.heads = nn.ModuleDict({t: nn.Linear(WIDTH, n) for t, n in TASKS.items()})

    def forward(self, batch, tasks, drop=0., generator=None):
        """Returns the logits of the tasks named, one row a sequence."""
        def dropped(x):
            if not drop:
                return x
            kept = torch.empty(batch.count, WIDTH).bernoulli_(1 - drop, generator=generator).div_(1 - drop)
            return x * kept.index_select(0, batch.owner)
        x = F.embedding(batch.ids, self.words) + F.embedding(batch.positions, self.places)
        x = self.norm(x + F.embedding(batch.segments, self.segments) + F.embedding(batch.marks, self.marks))
        for layer in self.layers:
            x = layer(x, batch, dropped)
        mean = torch.zeros(batch.count, WIDTH).index_add(0, batch.owner, x) / batch.lengths[:, None]
        pooled = x.index_select(0, batch.starts) + mean
        return [self.heads[t](torch.tanh(self.hidden[t](pooled))) for t in tasks]
