import type { Check } from './check';
import { runTool, type Tool } from './command';

const toolCheck = (name: string, tool: Tool, args: readonly string[]): Check => ({
  name,
  async run(root) {
    const { code, output } = await runTool(root, tool, args);
    return code === 0 ? { ok: true, summary: '' } : { ok: false, problems: output.trim() };
  },
});

/** The checks that are a tool's own, by its configuration file. */
export const toolChecks: readonly Check[] = [
  toolCheck('types', { package: 'typescript', command: 'tsc' }, ['-b']),
  toolCheck('lint', { package: 'eslint', command: 'eslint' }, ['.', '--max-warnings', '0']),
  toolCheck('styles', { package: 'stylelint', command: 'stylelint' }, [
    'miniprogram/**/*.wxss',
    '--max-warnings',
    '0',
  ]),
  toolCheck('format', { package: 'prettier', command: 'prettier' }, ['--check', '.']),
];
