"""Trains the reader: answers, entailment and relations together.

usage: train.py --base FOLDER --out FOLDER [--data ../shared/train] [--passes 3] [--seed 1] [--workers 2] [--frozen 0] [--start MODEL.onnx]

Writes OUT/checkpoint.pt every few minutes and goes on from it when it is started again. The workers change shared weights without locks (Hogwild), each
with an optimizer of its own: on a busy machine none waits for the other, so that two runs differ a little. The learning rate stays even until the last quarter of all passes;
a number in OUT/passes overrides `--passes` at any time. OUT/log.txt has the losses.
"""
import argparse
import os
import random
import time

os.environ.setdefault('OMP_NUM_THREADS', '1')

# Every kernel of the library that multiplies takes memory maps, of which a process has a limited number.
os.environ.setdefault('DNNL_PRIMITIVE_CACHE_CAPACITY', '512')

import torch
import torch.multiprocessing as mp
import torch.nn.functional as F

from data import Corpus
from network import Batch, exported_weights, Reader, TASKS
from wordpiece import WordPiece

RATE, FASTER, WARM, DECAY, DROP, SMOOTH, TOKENS = 1.2e-4, 4., 240, .25, .1, .04, 1000
AVERAGE, EVERY = .99, 5


def micro_batches(groups, seed, tokens=TOKENS):
    """Cuts a pass into batches of one task and similar lengths; groups stay whole."""
    rng, batches = random.Random(seed), []
    for at in range(0, len(groups), 1500):
        for task in TASKS:
            some = [g for g in groups[at:at + 1500] if g.task == task]
            some.sort(key=lambda g: max(len(e.packed.ids) for e in g.examples))
            batch, held = [], 0
            for group in some:
                size = sum(len(e.packed.ids) for e in group.examples)
                if batch and held + size > tokens:
                    batches.append((task, batch))
                    batch, held = [], 0
                batch.append(group)
                held += size
            if batch:
                batches.append((task, batch))
    rng.shuffle(batches)
    return batches


def loss_of(task, groups, logits):
    """Returns the loss of one micro-batch."""
    examples = [e for g in groups for e in g.examples]
    targets = torch.tensor([e.target for e in examples])
    weights = torch.tensor([e.weight for e in examples])
    if task != 'answers':
        return (F.cross_entropy(logits, targets, reduction='none', label_smoothing=SMOOTH) * weights).sum() / weights.sum()
    scores = logits[:, 0]
    smooth = targets * (1 - SMOOTH) + (1 - targets) * SMOOTH
    each = (F.binary_cross_entropy_with_logits(scores, smooth, reduction='none') * weights).sum() / weights.sum()

    # Within one question, the sentences that answer stand before the others.
    ranks, start = [], 0
    for group in groups:
        end = start + len(group.examples)
        right = targets[start:end] == 1
        if right.any() and not right.all():
            own = scores[start:end]
            wrong = torch.logsumexp(own[~right], 0)
            ranks.append(F.softplus(wrong - own[right]).mean())
        start = end
    return each + .4 * torch.stack(ranks).mean() if ranks else each


class Training:
    """The network and its running average in shared memory, and what is left to read."""

    def __init__(self, options):
        self.options = options
        self.pieces = WordPiece(os.path.join(options.base, 'vocab.txt'))
        self.model = Reader(os.path.join(options.base, 'model.onnx'), options.seed)
        if options.start:
            self.model.load_state_dict(exported_weights(options.start), strict=False)
        Reader.half, Reader.frozen = not options.single, options.frozen
        self.parameters = [(n, p) for n, p in self.model.named_parameters() if p.requires_grad]
        self.average = {n: p.detach().clone() for n, p in self.parameters}
        self.number, self.state = 0, None
        self.step, self.seen = mp.Value('q', 0), mp.Value('q', 0)
        self.done = mp.Array('q', options.workers)
        self.path = os.path.join(options.out, 'checkpoint.pt')
        if os.path.exists(self.path):
            self.load()
        self.model.share_memory()
        for tensor in self.average.values():
            tensor.share_memory_()

    def load(self):
        state = torch.load(self.path)
        self.model.load_state_dict(state['model'], strict=False)
        for name, tensor in self.average.items():
            tensor.copy_(state['average'][name])
        self.number, self.state = state['number'], state['optimizer']
        self.step.value, self.seen.value = state['step'], state['seen']
        for rank in range(self.options.workers):
            self.done[rank] = state['done'] // self.options.workers

    def save(self, optimizer):
        self.state = optimizer
        trained = {n: p.detach() for n, p in self.parameters}
        torch.save(dict(model=trained, average=self.average, optimizer=optimizer, number=self.number, done=sum(self.done), step=self.step.value, seen=self.seen.value),
                   self.path + '.new')
        os.replace(self.path + '.new', self.path)

    def log(self, text):
        line = f"{time.strftime('%H:%M:%S')} {text}"
        print(line, flush=True)
        with open(os.path.join(self.options.out, 'log.txt'), 'a', encoding='utf8') as file:
            file.write(line + '\n')

    def passes(self):
        """Returns how many passes there are: what OUT/passes says, which may be written while training runs, or else the option."""
        path = os.path.join(self.options.out, 'passes')
        if os.path.exists(path):
            with open(path, encoding='utf8') as file:
                return float(file.read())
        return self.options.passes

    def optimizer(self):
        young = lambda n: n in ('segments', 'marks') or n.startswith(('hidden', 'heads'))
        flat = lambda n: n.endswith('bias') or 'norm' in n or n in ('segments', 'marks')
        made = torch.optim.AdamW([dict(params=[p], faster=FASTER if young(n) else 1., weight_decay=0. if flat(n) else .01) for n, p in self.parameters],
                                 lr=RATE, betas=(.9, .98))
        if self.state:
            made.load_state_dict(self.state)
        return made

    def work(self, rank, batches, started):
        """Reads every `workers`-th batch and changes the shared weights by each; the first worker also keeps the average, the checkpoint and the log."""
        torch.set_num_threads(1)
        torch.set_flush_denormal(True)
        optimizer, workers = self.optimizer(), self.options.workers
        own = batches[rank::workers]
        losses, saved, began, tokens = {t: 1. for t in TASKS}, time.time(), time.time(), 0
        while self.done[rank] < len(own):
            progress = (self.number + sum(self.done) / len(batches)) / self.passes()
            if progress >= 1:
                break
            task, groups = own[self.done[rank]]
            batch = Batch([e.packed for g in groups for e in g.examples])
            generator = torch.Generator().manual_seed(self.number * 1_000_003 + self.done[rank] * workers + rank)
            loss = loss_of(task, groups, self.model(batch, [task], DROP, generator)[0])
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_([p for _, p in self.parameters if p.grad is not None], 1.)
            rate = RATE * min(1., max(.02, (1 - progress) / DECAY)) * min(1., (self.step.value + 1) / WARM, (self.done[rank] - started + 1) / 20)
            for group in optimizer.param_groups:
                group['lr'] = rate * group['faster']
            optimizer.step()
            with self.step.get_lock():
                self.step.value += 1
            with self.seen.get_lock():
                self.seen.value += batch.count
            self.done[rank] += 1
            losses[task] = .97 * losses[task] + .03 * loss.item()
            tokens += len(batch.ids)
            if rank:
                continue
            if self.done[0] % EVERY == 0:
                decay = min(AVERAGE, self.step.value / (self.step.value + 50.))
                for name, parameter in self.parameters:
                    self.average[name].lerp_(parameter.detach(), 1 - decay)
            if self.done[0] % 50 == 0:
                self.log(f'step {self.step.value} seen {self.seen.value} ' + ' '.join(f'{t} {v:.3f}' for t, v in losses.items())
                         + f' rate {rate:.1e} tokens/s of one worker {tokens / (time.time() - began):.0f}')
                began, tokens = time.time(), 0
            if time.time() - saved > 150:
                self.save(optimizer.state_dict())
                saved = time.time()
        if rank == 0:
            self.save(optimizer.state_dict())

    def run(self):
        corpus = Corpus(self.options.data, self.pieces, os.path.join(self.options.out, 'mined.json'), self.options.negatives, self.log)
        while self.number < self.passes():
            batches = micro_batches(corpus.one_pass(self.number, self.options.seed), self.options.seed * 1000 + self.number)
            self.log(f'pass {self.number + 1} of {self.passes():g}: {len(batches)} micro-batches')
            workers = [mp.Process(target=self.work, args=(rank, batches, self.done[rank])) for rank in range(self.options.workers)]
            for worker in workers:
                worker.start()
            for worker in workers:
                worker.join()
            if any(worker.exitcode for worker in workers):
                raise SystemExit('A worker failed; start again to go on from the checkpoint.')
            self.state = torch.load(self.path)['optimizer']
            if sum(self.done) < len(batches):
                break
            self.number += 1
            for rank in range(self.options.workers):
                self.done[rank] = 0
            self.save(self.state)
        self.log('done')


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--base', required=True)
    parser.add_argument('--out', required=True)
    parser.add_argument('--data', default=os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', '..', 'shared', 'train'))
    parser.add_argument('--passes', type=float, default=3.)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--workers', type=int, default=2)
    parser.add_argument('--frozen', type=int, default=0, help='how many of the lowest layers are not trained')
    parser.add_argument('--start', help='go on from the weights of this file of export.py instead of the base model')
    parser.add_argument('--negatives', help="what the product's retrieval offers for the training questions: a file of its verb `candidates`")
    parser.add_argument('--single', action='store_true', help='compute in single precision')
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    Training(options).run()


if __name__ == '__main__':
    main()
