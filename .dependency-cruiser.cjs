// Who may import whom: the table of docs/architecture.md, as rules that fail.
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { pathNot: allowed },
});
const npm = (...names) => names.map((name) => `node_modules/${name}/`);
const types = ['node_modules/@types/', 'node_modules/miniprogram-api-typings/'];

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'could-not-resolve', severity: 'error', from: {}, to: { couldNotResolve: true } },
    only('domain-is-pure', '^core/domain/', ['^core/domain/'], 'Rules know nothing but rules.'),
    only(
      'contract-knows-valibot',
      '^core/contract/',
      ['^core/(contract|domain)/', ...npm('valibot')],
      'The contract is schemas and names.',
    ),
    only(
      'store',
      '^cloudfunctions/_store/',
      ['^core/', '^cloudfunctions/_store/', ...npm('wx-server-sdk'), '^(node:)?(buffer|crypto)$'],
      'The store is the only user of the database.',
    ),
    only(
      'wechat',
      '^cloudfunctions/_wechat/',
      ['^core/', '^cloudfunctions/_wechat/', ...npm('wx-server-sdk'), '^(node:)?(buffer|crypto)$'],
      'The other user of the SDK.',
    ),
    only(
      'kernel',
      '^cloudfunctions/_kernel/',
      [
        '^core/',
        '^cloudfunctions/_(kernel|store|wechat)/',
        ...npm('valibot', 'ulid'),
        '^(node:)?(buffer|crypto)$',
      ],
      'The kernel is given its ports.',
    ),
    {
      name: 'contexts-are-islands',
      comment: 'A context never imports another context: they talk by events.',
      severity: 'error',
      from: { path: '^cloudfunctions/([^_/][^/]*)/' },
      to: { path: '^cloudfunctions/[^_/]', pathNot: '^cloudfunctions/$1/' },
    },
    {
      name: 'only-store-and-wechat-use-the-sdk',
      severity: 'error',
      from: { path: '^(core|cloudfunctions|miniprogram)/', pathNot: '^cloudfunctions/_(store|wechat)/' },
      to: { path: 'node_modules/wx-server-sdk/' },
    },
    {
      name: 'client-takes-only-types-from-the-contract',
      severity: 'error',
      from: { path: '^miniprogram/' },
      to: { path: '^core/contract/', dependencyTypesNot: ['type-only'] },
    },
    only(
      'services',
      '^miniprogram/(services|custom-tab-bar|app\\.ts)',
      ['^core/', '^miniprogram/services/', ...npm('dayjs'), ...types],
      'Services wire the client.',
    ),
    {
      name: 'components-neither-fetch-nor-navigate',
      severity: 'error',
      from: { path: '^miniprogram/components/' },
      to: {
        pathNot: [
          '^core/domain/',
          '^miniprogram/components/',
          ...npm('@vant/weapp', 'dayjs', 'qrcode-generator'),
          ...types,
        ],
      },
    },
    {
      name: 'pages',
      severity: 'error',
      from: { path: '^miniprogram/pages/' },
      to: { pathNot: ['^core/', '^miniprogram/(services|components|pages)/', ...npm('dayjs'), ...types] },
    },
    {
      name: 'packages',
      severity: 'error',
      from: { path: '^miniprogram/packages/([^/]+)/' },
      to: {
        pathNot: [
          '^core/',
          '^miniprogram/(services|components)/',
          '^miniprogram/packages/$1/',
          ...npm('dayjs'),
          ...types,
        ],
      },
    },
    {
      name: 'local-knows-no-app',
      comment: 'The local cloud is a CloudBase and the preview is a WeChat: neither knows a hospital.',
      severity: 'error',
      from: { path: '^local/(cloud|preview)/' },
      to: { path: '^(core|cloudfunctions|miniprogram|scripts|local/hospital)/' },
    },
    only(
      'local-cloud',
      '^local/cloud/',
      [
        '^local/cloud/',
        ...npm('libsql', 'protobufjs', 'bson', 'esbuild', 'wx-server-sdk', 'qrcode-generator', 'pngjs'),
        ...types,
        '^(node:)?(v8|[a-z_/]+)$',
      ],
      'A CloudBase of its own.',
    ),
    only(
      'console-page',
      '^local/cloud/console/(browser|shared)/',
      ['^local/cloud/console/(browser|shared)/'],
      'The console runs in a browser: it knows the cloud by its control routes only.',
    ),
    only(
      'local-preview',
      '^local/preview/',
      [
        '^local/preview/',
        ...npm('glass-easel[^/]*', 'esbuild', 'postcss[^/]*', '@vant/icons', 'jsqr'),
        ...types,
        '^(node:)?[a-z_/]+$',
      ],
      'A WeChat of its own.',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage|\\.tsbuild)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
};
