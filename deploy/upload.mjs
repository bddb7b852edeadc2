// Uploads what is in dist: first the functions and their timers, then the mini program that calls them.
// All of it by miniprogram-ci; what that cannot do is printed by the deploy script beforehand.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ci from 'miniprogram-ci';

const [projectPath, distPath, version, description] = process.argv.slice(2);
const { WX_APPID, WX_PRIVATE_KEY_PATH, CLOUDBASE_ENV, WX_ROBOT = '1' } = process.env;

const project = new ci.Project({
  appid: WX_APPID,
  type: 'miniProgram',
  projectPath,
  privateKeyPath: WX_PRIVATE_KEY_PATH,
});
const { functions } = JSON.parse(readFileSync(path.join(distPath, 'cloudbaserc.json'), 'utf8'));

for (const { name } of functions) {
  const folder = path.join(distPath, 'cloudfunctions', name);
  await ci.cloud.uploadFunction({
    project,
    env: CLOUDBASE_ENV,
    name,
    path: folder,
    remoteNpmInstall: true,
  });
  const { triggers } = JSON.parse(readFileSync(path.join(folder, 'config.json'), 'utf8'));
  if (triggers) {
    await ci.cloud.createTimeTrigger({
      project,
      envId: CLOUDBASE_ENV,
      functionName: name,
      triggersConfig: triggers,
    });
  }
  console.log(`uploaded function ${name}`);
}

await ci.upload({
  project,
  version,
  desc: description,
  robot: Number(WX_ROBOT),
  setting: { useProjectConfig: true },
  onProgressUpdate: () => undefined,
});
console.log(`uploaded mini program ${version} as robot ${WX_ROBOT}`);
process.exit();
