#!/usr/bin/env python3
"""compare_with_reference.py QUOTARY SCORE.py GOLD.jsonl [PRED.jsonl]

Compares every figure of `QUOTARY eval --json` with those of the reference scorer (a Python module with
options(), load() and score()), to three decimals, with each combination of flags, and the list of
errors exactly. Without PRED, predictions are made from the gold: spans shifted and cut, quotes dropped,
doubled and joined, kinds, cues, sources and speakers mixed, with a fixed seed. Ends with 1 at the first
file that differs.
"""
import importlib.util
import itertools
import json
import os
import random
import subprocess
import sys
import tempfile

FLAGS = ['--direct-only', '--pieces', '--no-nested']
KINDS = ['direct', 'indirect', 'mixed', 'unknown', None]
ROUNDS = 4


def load_module(path):
    spec = importlib.util.spec_from_file_location('reference', path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def jolted(rng, spans, length):
    """Spans with their ends moved by a few characters, now and then one dropped or added."""
    out = []
    for begin, end in spans:
        if rng.random() < .05:
            continue
        if rng.random() < .4:
            begin += rng.randint(-25, 25)
            end += rng.randint(-25, 25)
        begin, end = max(0, min(begin, length - 1)), max(1, min(end, length))
        out.append([begin, max(end, begin + 1)])
    if length and rng.random() < .05:
        begin = rng.randrange(length)
        out.append([begin, min(length, begin + rng.randint(1, 60))])
    return out


def other_name(rng, name, names):
    """A name as a program may give it: shortened, with a title, possessive, in capitals, another's."""
    if name is None or rng.random() < .1:
        return rng.choice(names + [None])
    words = name.split()
    return rng.choice([
        name, name, words[-1] if words else '', 'Mr. ' + name, 'Mrs ' + name, name.upper(), name + "'s", name + '’s',
        ' '.join([w[0] + '.' for w in words[:1]] + words[1:]), ' '.join(['Jo'] + words[-1:]), name + ' Jr.',
        'Sen. ' + name, name + '; Someone Else', 'Straße ' + name, '', '.', "O'" + name, rng.choice(names)])


def perturbed(rng, document):
    length = len(document['text'])
    names = sorted({q['speaker'] for q in document['quotes'] if q.get('speaker')})
    names += [x for others in document.get('aliases', {}).values() for x in others] + ['Nobody Much']
    out = []
    for quote in document['quotes']:
        if rng.random() < .1:
            continue
        new = {'kind': quote.get('kind') if rng.random() < .8 else rng.choice(KINDS)}
        for role in ('content', 'cue', 'source'):
            new[role] = jolted(rng, quote.get(role) or [], length)
        new['speaker'] = other_name(rng, quote.get('speaker'), names)
        new['confidence'] = round(rng.random(), 3)
        out.append(new)
        if rng.random() < .1:
            out.append(dict(new, content=jolted(rng, new['content'], length)))
        if len(out) > 1 and rng.random() < .05:
            out[-1] = dict(new, content=out[-2]['content'] + new['content'])
    rng.shuffle(out)
    return {'id': document['id'], 'quotes': out}


def write_lines(path, objects):
    with open(path, 'w', encoding='utf-8') as file:
        for each in objects:
            file.write(json.dumps(each, ensure_ascii=random.random() < .5) + '\n')


def differences(reference, ours, path=''):
    """Figures of `reference` that `ours` does not have to three decimals."""
    if isinstance(reference, dict):
        for key, value in reference.items():
            yield from differences(value, ours.get(key) if isinstance(ours, dict) else None, path + '/' + key)
    elif isinstance(reference, (list, tuple)):
        same_length = isinstance(ours, list) and len(ours) == len(reference)
        for i, value in enumerate(reference):
            yield from differences(value, ours[i] if same_length else None, f'{path}[{i}]')
    elif isinstance(reference, float) and isinstance(ours, (int, float)):
        if abs(reference - ours) > 1e-9 and f'{reference:.3f}' != f'{ours:.3f}':
            yield f'{path}: {reference} but {ours}'
    elif reference != ours:
        yield f'{path}: {reference} but {ours}'


def misses_of(report):
    for miss in report.get('misses', []):
        predicted = miss.get('predicted') or {}
        yield [miss['id'], round(miss['iou'], 2), miss['kind'], miss['content'], miss['source'], miss['speaker'] or None,
               predicted.get('content'), predicted.get('source'), predicted.get('speaker') or None]


def compare(program, reference, gold_path, predicted_path):
    gold = reference.load(gold_path)
    predicted = {d['id']: d['quotes'] for d in reference.load(predicted_path)}
    figures = 0
    for flags in itertools.chain.from_iterable(itertools.combinations(FLAGS, n) for n in range(len(FLAGS) + 1)):
        errors = []
        expected = reference.score(gold, predicted, reference.options(['g', 'p', *flags]), errors)
        run = subprocess.run([program, 'eval', gold_path, '--pred', predicted_path, '--json', '--errors', '1000000', *flags],
                             capture_output=True, encoding='utf-8')
        if run.returncode != 0:
            yield f'{" ".join(flags)}: status {run.returncode}: {run.stderr.strip()}'
            continue
        ours = json.loads(run.stdout)
        figures += sum(len(kind) for kind in expected.values())
        for difference in differences(expected, ours):
            yield f'{" ".join(flags)} {difference}'
        extra = set(ours) - set(expected) - {'reliability', 'misses'}
        if extra:
            yield f'{" ".join(flags)}: kinds that the reference does not have: {extra}'
        wanted = [[*e[:5], e[5] or None, *e[6:8], e[8] or None] for e in errors]
        for one, other in itertools.zip_longest(wanted, misses_of(ours)):
            if one != other:
                yield f'{" ".join(flags)} errors: {one}\n  but {other}'
                break
    print(f'  {figures} figures compared')


def main():
    program, reference, gold = sys.argv[1], load_module(sys.argv[2]), sys.argv[3]
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        runs = sys.argv[4:]
        for seed in range(ROUNDS if not runs else 0):
            rng = random.Random(seed)
            runs.append(os.path.join(folder, f'predicted-{seed}.jsonl'))
            write_lines(runs[-1], [perturbed(rng, d) for d in reference.load(gold) if rng.random() < .95])
        for predicted in runs:
            print(gold, os.path.basename(predicted))
            for difference in compare(program, reference, gold, predicted):
                print('  ' + difference)
                failed = True
    print('the figures differ' if failed else 'all figures are equal')
    sys.exit(failed)


if __name__ == '__main__':
    main()
