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


def exported_weights(path):
    """Reads the trained weights back from a file of `export.py`, to within the rounding of its 8-bit values."""
    import onnx
    from onnx import numpy_helper
    known = {t.name: numpy_helper.to_array(t) for t in onnx.load(path).graph.initializer}
    state = {name: known[name + '.vectors'] for name in ('segments', 'marks')}
    state.update({f'norm.{part}': known[f'norm.{part}'] for part in ('weight', 'bias')})
    for number in range(LAYERS):
        for name in ('qkv', 'out', 'up', 'down'):
            old, new = f'layer{number}.{name}', f'layers.{number}.{name}'
            state[new + '.weight'] = known[old + '.weight'].T.astype(np.float32) * known[old + '.scale'][:, None]
            state[new + '.bias'] = known[old + '.bias']
        for name in ('norm1', 'norm2'):
            for part in ('weight', 'bias'):
                state[f'layers.{number}.{name}.{part}'] = known[f'layer{number}.{name}.{part}']
    for task in TASKS:
        state[f'hidden.{task}.weight'] = known[task + '.hidden'].astype(np.float32) * known[task + '.hidden.scale'][:, None]
        state[f'hidden.{task}.bias'] = known[task + '.hidden.bias']
        state[f'heads.{task}.weight'], state[f'heads.{task}.bias'] = known[task + '.head'], known[task + '.head.bias']
    return {name: torch.from_numpy(value.copy()) for name, value in state.items()}


class Batch:
    """Sequences of one task as flat arrays, with the places of a padded rectangle for attention.

    The number of tokens, of rows and of columns is rounded up: the library that multiplies compiles a kernel for every shape that it meets,
    and thousands of them cost more than the padding, and in the end all memory maps that a process may have.
    """

    def __init__(self, packed):
        lengths = np.array([len(p.ids) for p in packed])
        total, self.count = int(lengths.sum()), len(packed)
        self.tokens, self.rows, self.columns = rounded(total, 128), rounded(self.count, 4), rounded(int(lengths.max()), 8)

        def flat(values, filler=0):
            joined = np.full(self.tokens, filler, np.int64)
            joined[:total] = np.concatenate(values)
            return torch.from_numpy(joined)
        self.ids, self.segments, self.marks = (flat([getattr(p, name) for p in packed]) for name in ('ids', 'segments', 'marks'))
        self.positions = flat([np.arange(n) for n in lengths])
        self.owner = flat([np.repeat(np.arange(self.count), lengths)], self.count)
        starts = np.zeros(self.rows, np.int64)
        starts[1:self.count] = np.cumsum(lengths)[:-1]
        inside = np.zeros((self.rows, self.columns), bool)
        inside[:self.count] = np.arange(self.columns)[None, :] < lengths[:, None]
        self.spread = torch.from_numpy(np.where(inside, starts[:, None] + np.arange(self.columns)[None, :], 0).reshape(-1))
        self.gather = flat([np.nonzero(inside.reshape(-1))[0]])
        self.starts = torch.from_numpy(starts[:self.count])
        self.lengths = torch.from_numpy(lengths.astype(np.float32))
        self.bias = torch.from_numpy(np.where(inside, 0., -1e4).astype(np.float32))[:, None, None, :]


def rounded(number, step):
    return -(-number // step) * step


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
        qkv = product(x, self.qkv).index_select(0, batch.spread)
        q, k, v = qkv.view(batch.rows, batch.columns, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        weights = torch.softmax((q @ k.transpose(-1, -2)).float().mul_(1 / math.sqrt(WIDTH // HEADS)) + batch.bias, -1)
        mixed = (weights.to(v.dtype) @ v).transpose(1, 2).reshape(-1, WIDTH).index_select(0, batch.gather)
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

    # How many of the lowest layers, with the embeddings, are left as they are.
    frozen = 0

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
            kept = torch.empty(batch.count + 1, WIDTH).bernoulli_(1 - drop, generator=generator).div_(1 - drop)
            return x * kept.index_select(0, batch.owner)
        with torch.set_grad_enabled(torch.is_grad_enabled() and not self.frozen):
            x = F.embedding(batch.ids, self.words) + F.embedding(batch.positions, self.places)
            x = self.norm(x + F.embedding(batch.segments, self.segments) + F.embedding(batch.marks, self.marks))
        for number, layer in enumerate(self.layers):
            with torch.set_grad_enabled(torch.is_grad_enabled() and number >= self.frozen):
                x = layer(x, batch, dropped if number >= self.frozen else lambda y: y)
        mean = torch.zeros(batch.count + 1, WIDTH).index_add(0, batch.owner, x)[:-1] / batch.lengths[:, None]
        pooled = x.index_select(0, batch.starts) + mean
        return [self.heads[t](torch.tanh(self.hidden[t](pooled))) for t in tasks]
