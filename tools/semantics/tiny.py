"""Writes a model of a few hundred bytes with the reader's inputs and outputs, for tests of what runs it: it counts the marks of a pair.

usage: tiny.py OUT.onnx
"""
import sys

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper


def main(path):
    nodes = [helper.make_node('Cast', ['marks'], ['as_float'], to=TensorProto.FLOAT),
             helper.make_node('ReduceSum', ['as_float', 'axis'], ['answers'], keepdims=1),
             helper.make_node('Neg', ['answers'], ['less']),
             helper.make_node('Sub', ['answers', 'answers'], ['nought']),
             helper.make_node('Concat', ['answers', 'less', 'nought'], ['entails'], axis=1),
             helper.make_node('Concat', ['answers', 'nought', 'nought', 'less', 'nought'], ['relates'], axis=1)]
    inputs = [helper.make_tensor_value_info(n, TensorProto.INT64, ['pairs', 'tokens']) for n in ('ids', 'segments', 'marks')]
    outputs = [helper.make_tensor_value_info(n, TensorProto.FLOAT, ['pairs', k]) for n, k in (('answers', 1), ('entails', 3), ('relates', 5))]
    graph = helper.make_graph(nodes, 'tiny', inputs, outputs, [numpy_helper.from_array(np.array([1]), 'axis')])
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid('', 17)], producer_name='tools/semantics')
    made.ir_version = 8
    onnx.checker.check_model(made)
    onnx.save(made, path)


if __name__ == '__main__':
    main(sys.argv[1])
