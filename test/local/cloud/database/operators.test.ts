import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { compilePipeline } from '../../../../local/cloud/database/aggregate/pipeline';
import { STAGES, UNSENDABLE_STAGES } from '../../../../local/cloud/database/aggregate/table';
import { ACCUMULATORS } from '../../../../local/cloud/database/expression/accumulators';
import { EXPRESSION_OPERATORS } from '../../../../local/cloud/database/expression/table';

const load = createRequire(join(process.cwd(), 'package.json'));

interface Sdk {
  Command: { aggregate: Record<string, (operand?: unknown) => object> };
}

describe('what wx-server-sdk 4.0.2 can send', () => {
  test('has an operator here for each of its own', () => {
    const { aggregate } = (load('@cloudbase/database/dist/commonjs/command') as Sdk).Command;
    const made = Object.entries(aggregate)
      .filter(([name]) => name !== 'pipeline')
      .map(([, make]) => Object.keys(make(1))[0] ?? '');
    expect(made).toHaveLength(92);
    expect(made.filter((name) => !(name in EXPRESSION_OPERATORS) && !(name in ACCUMULATORS))).toEqual([]);
  });

  test('has a stage here for each that it does not refuse itself', () => {
    const { default: Aggregation } = load('@cloudbase/database/dist/commonjs/aggregate') as {
      default: { prototype: object };
    };
    const own = ['constructor', 'end', 'unwrap', 'done', '_pipe'];
    const sent = Object.getOwnPropertyNames(Aggregation.prototype).filter((name) => !own.includes(name));
    const known = new Set([...Object.keys(STAGES), '$match', '$geoNear']);
    expect(sent.map((name) => `$${name}`).filter((name) => !known.has(name))).toEqual([]);
  });

  test('is told where a stage of MongoDB is left out because the SDK cannot send it', () => {
    expect(UNSENDABLE_STAGES).toContain('$facet');
    for (const name of UNSENDABLE_STAGES) {
      expect(() => compilePipeline([{ [name]: {} }])).toThrow(`${name} is not answered by the local cloud`);
    }
  });
});
