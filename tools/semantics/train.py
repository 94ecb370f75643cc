"""Trains the reader: answers, entailment and relations together.

usage: train.py --base FOLDER --out FOLDER [--data ../shared/train] [--passes 3] [--seed 1] [--threads 2]

Writes OUT/checkpoint.pt every few minutes and goes on from it when it is started again. Each step adds up the gradients of `threads` micro-batches,
one a thread, so that the result does not depend on how the threads are scheduled. The learning rate stays even until the last quarter of all passes;
`--passes` may be changed between two starts. OUT/log.txt has the losses.
"""
import argparse
import concurrent.futures
import os
import random
import time

os.environ.setdefault('OMP_NUM_THREADS', '1')

import torch
import torch.nn.functional as F

from data import Corpus
from network import Batch, Reader, TASKS
from wordpiece import WordPiece

RATE, FASTER, WARM, DECAY, DROP, SMOOTH, TOKENS = 1.6e-4, 4., 120, .25, .1, .04, 1000
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
    def __init__(self, options):
        self.options = options
        self.pieces = WordPiece(os.path.join(options.base, 'vocab.txt'))
        self.model = Reader(os.path.join(options.base, 'model.onnx'), options.seed)
        Reader.half = not options.single
        self.parameters = [(n, p) for n, p in self.model.named_parameters() if p.requires_grad]
        young = lambda n: n in ('segments', 'marks') or n.startswith(('hidden', 'heads'))
        flat = lambda n: n.endswith('bias') or 'norm' in n or n in ('segments', 'marks')
        self.optimizer = torch.optim.AdamW([dict(params=[p], faster=FASTER if young(n) else 1., weight_decay=0. if flat(n) else .01) for n, p in self.parameters],
                                           lr=RATE, betas=(.9, .98))
        self.average = {n: p.detach().clone() for n, p in self.parameters}
        self.number, self.done, self.step, self.seen = 0, 0, 0, 0
        self.path = os.path.join(options.out, 'checkpoint.pt')
        if os.path.exists(self.path):
            self.load()

    def load(self):
        state = torch.load(self.path)
        self.model.load_state_dict(state['model'], strict=False)
        self.optimizer.load_state_dict(state['optimizer'])
        self.average = state['average']
        self.number, self.done, self.step, self.seen = (state[k] for k in ('number', 'done', 'step', 'seen'))

    def save(self):
        trained = {n: p.detach() for n, p in self.parameters}
        torch.save(dict(model=trained, average=self.average, optimizer=self.optimizer.state_dict(), number=self.number, done=self.done, step=self.step, seen=self.seen),
                   self.path + '.new')
        os.replace(self.path + '.new', self.path)

    def log(self, text):
        line = f"{time.strftime('%H:%M:%S')} {text}"
        print(line, flush=True)
        with open(os.path.join(self.options.out, 'log.txt'), 'a', encoding='utf8') as file:
            file.write(line + '\n')

    def rate(self, progress):
        warm = min(1., (self.step + 1) / WARM)
        return RATE * warm * min(1., max(.02, (1 - progress) / DECAY))

    def gradients(self, task, groups, seed):
        generator = torch.Generator().manual_seed(seed)
        batch = Batch([e.packed for g in groups for e in g.examples])
        loss = loss_of(task, groups, self.model(batch, [task], DROP, generator)[0])
        return loss.item(), torch.autograd.grad(loss, [p for _, p in self.parameters], allow_unused=True)

    def run(self):
        torch.set_num_threads(1)
        torch.set_flush_denormal(True)
        options, threads = self.options, self.options.threads
        corpus = Corpus(options.data, self.pieces, self.log)
        pool = concurrent.futures.ThreadPoolExecutor(threads)
        losses, saved, began, tokens = {t: 1. for t in TASKS}, time.time(), time.time(), 0
        while self.number < options.passes:
            batches = micro_batches(corpus.one_pass(self.number, options.seed), options.seed * 1000 + self.number)
            self.log(f'pass {self.number + 1} of {options.passes:g}: {len(batches)} micro-batches')
            while self.done < len(batches) and self.number + self.done / len(batches) < options.passes:
                chosen = batches[self.done:self.done + threads]
                work = [pool.submit(self.gradients, task, groups, self.step * 64 + k) for k, (task, groups) in enumerate(chosen)]
                found = [w.result() for w in work]
                for (task, _), (loss, _) in zip(chosen, found):
                    losses[task] = .98 * losses[task] + .02 * loss
                for place, (_, parameter) in enumerate(self.parameters):
                    own = [g[place] for _, g in found if g[place] is not None]
                    parameter.grad = sum(own) / len(chosen) if own else None
                torch.nn.utils.clip_grad_norm_([p for _, p in self.parameters if p.grad is not None], 1.)
                rate = self.rate((self.number + self.done / len(batches)) / options.passes)
                for group in self.optimizer.param_groups:
                    group['lr'] = rate * group['faster']
                self.optimizer.step()
                self.step += 1
                self.done += len(chosen)
                self.seen += sum(len(g.examples) for _, groups in chosen for g in groups)
                tokens += sum(len(e.packed.ids) for _, groups in chosen for g in groups for e in g.examples)
                if self.step % EVERY == 0:
                    decay = min(AVERAGE, self.step / (self.step + 50.))
                    for name, parameter in self.parameters:
                        self.average[name].lerp_(parameter.detach(), 1 - decay)
                if self.step % 50 == 0:
                    self.log(f"step {self.step} seen {self.seen} " + ' '.join(f'{t} {v:.3f}' for t, v in losses.items()) + f' rate {rate:.1e} tokens/s {tokens / (time.time() - began):.0f}')
                    began, tokens = time.time(), 0
                if time.time() - saved > 180:
                    self.save()
                    saved = time.time()
            if self.done < len(batches):
                break
            self.number, self.done = self.number + 1, 0
            self.save()
        self.save()
        self.log('done')


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--base', required=True)
    parser.add_argument('--out', required=True)
    parser.add_argument('--data', default=os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', '..', 'shared', 'train'))
    parser.add_argument('--passes', type=float, default=3.)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--threads', type=int, default=2)
    parser.add_argument('--single', action='store_true', help='compute in single precision')
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    Training(options).run()


if __name__ == '__main__':
    main()
