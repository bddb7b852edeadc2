import { crowd, withCrowdedSession } from '../crowd';
import { openHospitalUnderTest } from '../hospital-under-test';

/** A cloud in a process of its own, for a test that kills it: prints where it listens and who may call. */
async function main([dataDir = '', builtDir = '', size = '0']: readonly string[]): Promise<void> {
  const { cloud } = await openHospitalUnderTest({ dataDir, builtDir, change: withCrowdedSession });
  const members = await crowd(cloud, Number(size));
  const phones = members.map((member) => ({ member, token: cloud.identity.mint({ openid: member.openid }) }));
  process.stdout.write(`${JSON.stringify({ url: cloud.url, phones })}\n`);
}

void main(process.argv.slice(2));
