import type { Mutation } from '../mutation';

const CODE = 'openapi/interfaces/get-unlimited-code.ts';
const TEXT = 'openapi/program-code.ts';
const PICTURE = 'openapi/code-picture.ts';

/** Mini program codes that phones can scan. */
export const PROGRAM_CODE_MUTATIONS: readonly Mutation[] = [
  {
    file: TEXT,
    find: 'return `${code.page}?scene=${encodeURIComponent(code.scene)}`',
    replace: 'return `${code.page}?scene=${code.scene}`',
    expectFailing: ['a code is a picture whose scan opens its page with the encoded scene'],
  },
  {
    file: PICTURE,
    find: 'line.fill(dark, left, left + size * 4)',
    replace: 'line.fill(dark, left, left + 4)',
    expectFailing: [
      'a code is a picture whose scan opens its page with the encoded scene',
      'a code without a page opens the entry page',
    ],
  },
  {
    file: TEXT,
    find: 'if (code?.appid !== appid) return undefined;',
    replace: 'if (code === undefined) return undefined;',
    expectFailing: ['a text that is no code of this mini program opens nothing'],
  },
  {
    file: CODE,
    find: 'Math.max(WIDTH.least, Math.trunc(wanted))',
    replace: 'Math.trunc(wanted)',
    expectFailing: ['a code is as wide as asked, 430 px where not, and within 280 and 1280'],
  },
  {
    file: CODE,
    find: 'transparent: transparent === true',
    replace: 'transparent: false',
    expectFailing: ['lines may be coloured and the ground left out'],
  },
  {
    file: CODE,
    find: '> LONGEST_SCENE)',
    replace: '> LONGEST_SCENE * 2)',
    expectFailing: ['a scene that is missing or longer than 32 characters is refused'],
  },
  {
    file: CODE,
    find: 'if (!SCENE.test(scene)) return',
    replace: 'if (scene === RESERVED) return',
    expectFailing: ['a scene with other than the listed characters is refused'],
  },
  {
    file: CODE,
    find: "const plain = typeof page === 'string' && !page.startsWith('/') && !page.includes('?');",
    replace: "const plain = typeof page === 'string';",
    expectFailing: ['a page with a slash before it, a query, or not in the program is refused'],
  },
  {
    file: CODE,
    find: 'check === false ? undefined : context.pages()',
    replace: 'context.pages()',
    expectFailing: ['a page that does not exist passes where its check was waived'],
  },
];
