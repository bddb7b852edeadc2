// Compiles a mini program with WeChat's own compiler and writes the size of every compiled file as JSON.
// A process of its own for each run: the compiler keeps state. It needs no network and no real key, because the
// project's attributes, which it would ask WeChat for, are given here.
import { Buffer } from 'node:buffer';
import { writeFileSync } from 'node:fs';
import ci from 'miniprogram-ci';

// Even its list of file types is not fetched: a proxy that nobody serves ends every request at once.
ci.proxy('http://127.0.0.1:9');

const [projectPath, outputFile] = process.argv.slice(2);
const project = new ci.Project({
  appid: 'wx0123456789abcdef',
  type: 'miniProgram',
  projectPath,
  privateKey: 'none: nothing is uploaded',
});
project.attr = () => Promise.resolve(ci.DefaultProjectAttr);

try {
  const compiled = await ci.getCompiledResult({
    project,
    version: '0.0.0',
    desc: 'dry run',
    setting: { useProjectConfig: true },
    onProgressUpdate: () => undefined,
  });
  const sizes = Object.entries(compiled).map(([file, contents]) => [file, Buffer.byteLength(contents)]);
  writeFileSync(outputFile, JSON.stringify({ sizes: Object.fromEntries(sizes) }));
} catch (error) {
  const where = error.path ? `${error.path}: ` : '';
  writeFileSync(outputFile, JSON.stringify({ problem: `${where}${error.message ?? error}` }));
}
// The compiler leaves workers waiting.
process.exit();
