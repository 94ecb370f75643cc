"""Writes a checkpoint as one self-contained ONNX file with 8-bit weights, and pairs with their scores to test readers of the file against.

usage: export.py --base FOLDER --checkpoint FILE [FILE] --out MODEL.onnx [--samples SAMPLES.json] [--raw]

Word vectors are 8-bit with a scale a row. Matrix products are 8-bit: weights with a scale a column, in the range -64..64 (processors without VNNI
overflow in the full range), activations quantized as they come. That scale is taken over the whole input, so a reader runs one sequence at a time:
then what a pair scores does not depend on its neighbours.
"""
import argparse
import math
import os

os.environ.setdefault('OMP_NUM_THREADS', '1')

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

import network
from network import HEADS, LAYERS, Reader, TASKS, WIDTH
from measure import Scorer
from pack import PAIRS, pair, write

PLACES, TOP = 320, 63
NOTICE = 'Fine-tuned from sentence-transformers/all-MiniLM-L6-v2 (Apache License 2.0; changed: fine-tuned, two embeddings and three heads added, quantized).'

def quantized(weight, top):
    """Returns 8-bit values and the scale of each row."""
    scale = np.maximum(np.abs(weight).max(1), 1e-8) / top
    return np.clip(np.round(weight / scale[:, None]), -top, top).astype(np.int8), scale.astype(np.float32)


class Graph:
    def __init__(self):
        self.nodes, self.constants, self.count = [], [], 0

    def constant(self, name, value):
        self.constants.append(numpy_helper.from_array(np.array(value, order='C'), name))
        return name

    def node(self, kind, *inputs, outputs=1, name=None, **attributes):
        self.count += 1
        names = [name] if name else [f'{kind}{self.count}' + (f'_{i}' if outputs > 1 else '') for i in range(outputs)]
        self.nodes.append(helper.make_node(kind, list(inputs), names, **attributes))
        return names[0] if outputs == 1 else names

    def product(self, x, linear, name):
        weight, scale = quantized(linear.weight.detach().numpy(), TOP)
        values, step, zero = self.node('DynamicQuantizeLinear', x, outputs=3)
        whole = self.node('Cast', self.node('MatMulInteger', values, self.constant(name + '.weight', weight.T), zero), to=TensorProto.FLOAT)
        factor = self.node('Mul', step, self.constant(name + '.scale', scale))
        return self.node('Add', self.node('Mul', whole, factor), self.constant(name + '.bias', linear.bias.detach().numpy()))

    def norm(self, x, norm, name):
        return self.node('LayerNormalization', x, self.constant(name + '.weight', norm.weight.detach().numpy()), self.constant(name + '.bias', norm.bias.detach().numpy()),
                         axis=-1, epsilon=1e-12)


def build(model):
    """Returns the ONNX model of a trained network."""
    g = Graph()
    words, steps = quantized(model.words.numpy(), 127)
    table = g.node('Cast', g.node('Gather', g.constant('words', words), 'ids'), to=TensorProto.FLOAT)
    step = g.node('Unsqueeze', g.node('Gather', g.constant('steps', steps), 'ids'), g.constant('last', np.array([-1])))
    x = g.node('Mul', table, step)
    length = g.node('Shape', 'ids', start=1, end=2)
    zero, one = g.constant('zero', np.array([0])), g.constant('one', np.array([1]))
    places = g.node('Slice', g.constant('places', model.places.numpy()[:PLACES]), zero, length, zero)
    x = g.node('Add', x, g.node('Unsqueeze', places, zero))
    for name in ('segments', 'marks'):
        x = g.node('Add', x, g.node('Gather', g.constant(name + '.vectors', getattr(model, name).detach().numpy()), name))
    x = g.norm(x, model.norm, 'norm')
    inside = g.node('Cast', g.node('Not', g.node('Equal', 'ids', g.constant('padding', np.array(0, np.int64)))), to=TensorProto.FLOAT)
    outside = g.node('Unsqueeze', g.node('Mul', g.node('Sub', inside, g.constant('unit', np.array(1, np.float32))), g.constant('far', np.array(1e4, np.float32))),
                     g.constant('middle', np.array([1, 2])))
    apart, wide = g.constant('apart', np.array([0, 0, 3, HEADS, WIDTH // HEADS])), g.constant('wide', np.array([0, 0, WIDTH]))
    root = g.constant('root', np.array(1 / math.sqrt(WIDTH // HEADS), np.float32))
    for n, layer in enumerate(model.layers):
        name = f'layer{n}.'
        triple = g.node('Transpose', g.node('Reshape', g.product(x, layer.qkv, name + 'qkv'), apart), perm=[2, 0, 3, 1, 4])
        q, k, v = (g.node('Gather', triple, g.constant(f'{name}{i}', np.array(i)), axis=0) for i in range(3))
        scores = g.node('Mul', g.node('MatMul', q, g.node('Transpose', k, perm=[0, 1, 3, 2])), root)
        weights = g.node('Softmax', g.node('Add', scores, outside), axis=-1)
        mixed = g.node('Reshape', g.node('Transpose', g.node('MatMul', weights, v), perm=[0, 2, 1, 3]), wide)
        x = g.norm(g.node('Add', x, g.product(mixed, layer.out, name + 'out')), layer.norm1, name + 'norm1')
        up = g.product(x, layer.up, name + 'up')
        risen = g.node('Add', g.node('Erf', g.node('Div', up, g.constant(name + 'sqrt2', np.array(math.sqrt(2), np.float32)))), g.constant(name + 'unit', np.array(1, np.float32)))
        up = g.node('Mul', g.node('Mul', up, risen), g.constant(name + 'half', np.array(.5, np.float32)))
        x = g.norm(g.node('Add', x, g.product(up, layer.down, name + 'down')), layer.norm2, name + 'norm2')
    weighed = g.node('Mul', x, g.node('Unsqueeze', inside, g.constant('end', np.array([2]))))
    mean = g.node('Div', g.node('ReduceSum', weighed, one, keepdims=0), g.node('ReduceSum', inside, one, keepdims=1))
    pooled = g.node('Add', mean, g.node('Gather', x, g.constant('first', np.array(0)), axis=1))
    for task in TASKS:
        hidden, head = model.hidden[task], model.heads[task]
        values, scale = quantized(hidden.weight.detach().numpy(), 127)
        weight = g.node('DequantizeLinear', g.constant(task + '.hidden', values), g.constant(task + '.hidden.scale', scale), axis=0)
        h = g.node('Tanh', g.node('Gemm', pooled, weight, g.constant(task + '.hidden.bias', hidden.bias.detach().numpy()), transB=1))
        g.node('Gemm', h, g.constant(task + '.head', head.weight.detach().numpy()), g.constant(task + '.head.bias', head.bias.detach().numpy()), transB=1, name=task)
    inputs = [helper.make_tensor_value_info(n, TensorProto.INT64, ['pairs', 'tokens']) for n in ('ids', 'segments', 'marks')]
    outputs = [helper.make_tensor_value_info(t, TensorProto.FLOAT, ['pairs', n]) for t, n in TASKS.items()]
    graph = helper.make_graph(g.nodes, 'reader', inputs, outputs, g.constants, doc_string=NOTICE)
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid('', 17)], producer_name='tools/semantics')
    made.ir_version = 8
    onnx.checker.check_model(made)
    return made


def emulate(model):
    """Makes the network compute as the file does: the same rounding of weights and, for one sequence, of activations."""
    words, steps = quantized(model.words.numpy(), 127)
    model.words.data.copy_(torch.from_numpy(words * steps[:, None]))
    for layer in model.layers:
        for linear in (layer.qkv, layer.out, layer.up, layer.down):
            weight, scale = quantized(linear.weight.detach().numpy(), TOP)
            linear.weight.data.copy_(torch.from_numpy(weight * scale[:, None]))

    for hidden in model.hidden.values():
        weight, scale = quantized(hidden.weight.detach().numpy(), 127)
        hidden.weight.data.copy_(torch.from_numpy(weight * scale[:, None]))

    # The file knows no filler, which would widen the range of the activations.
    network.rounded = lambda number, step: number

    def product(x, linear):
        low, high = min(0., x.min().item()), max(0., x.max().item())
        step = np.float32((high - low) / 255) or np.float32(1)
        zero = float(np.clip(np.round(-low / step), 0, 255))
        return torch.nn.functional.linear((torch.clip(torch.round(x / step) + zero, 0, 255) - zero) * step, linear.weight, linear.bias)
    network.product = product


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--base', required=True)
    parser.add_argument('--checkpoint', required=True, nargs='+')
    parser.add_argument('--out', required=True)
    parser.add_argument('--samples')
    parser.add_argument('--raw', action='store_true')
    options = parser.parse_args()
    torch.set_num_threads(1)
    scorer = Scorer(options.base, options.checkpoint, options.raw)
    made = build(scorer.model)
    onnx.save(made, options.out)
    print(f'{options.out}: {os.path.getsize(options.out) / 1e6:.1f} MB')
    if options.samples:
        packed = [pair(scorer.pieces, row) for row in PAIRS]
        plain = [scorer.scores([p], row['task'])[0][0] for p, row in zip(packed, PAIRS)]
        emulate(scorer.model)
        rows = []
        for row, p, before in zip(PAIRS, packed, plain):
            logits = scorer.scores([p], row['task'])[0][0]
            rows.append(dict(row, tokens=p.ids, segments=p.segments, marks=p.marks, logits=[round(float(v), 4) for v in logits]))
            print(row['task'], 'exact', before.round(3), 'as the file rounds', logits.round(3))
        write(rows, options.samples)


if __name__ == '__main__':
    main()
