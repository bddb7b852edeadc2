import path from 'node:path';
import { followEdits } from './dev/follow-edits';
import { runCommand } from './start/run-command';

/** `npm run dev`: as `npm start`, and every edit is taken over while it runs. */
await runCommand(process.argv.slice(2), (running) => {
  const root = process.cwd();
  const watch = followEdits({
    root,
    outDir: path.join(root, 'dist'),
    cloud: running.cloud,
    preview: running.preview,
    say: (line) => console.log(line),
  });
  console.log('Edits of pages and functions are taken over while it runs.');
  return () => watch.close();
});
