import { createRequire } from 'node:module';
import path from 'node:path';
import { RealSuite } from '../../test/local/cloud/conformance/real-suite';

/** What the process that asked hears of one check. */
export interface RealAnswer {
  readonly name: string;
  readonly error?: string;
}

// A process of its own: the SDK takes its keys and its endpoint from the environment of the process.
const load = createRequire(path.join(process.cwd(), 'package.json'));
const suite = new RealSuite(process.env['CLOUDBASE_ENV'] ?? '', load);

const answer = (message: RealAnswer): void => {
  process.send?.(message);
};

process.on('message', (name: string) => {
  suite.run(name).then(
    () => answer({ name }),
    (error: unknown) => answer({ name, error: error instanceof Error ? error.message : String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
