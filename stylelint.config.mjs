// Page and component styles use token roles only; the one file that holds raw values is tokens.wxss.
export default {
  ignoreFiles: ['**/node_modules/**', 'dist/**', 'miniprogram/miniprogram_npm/**'],
  rules: {
    'color-no-hex': true,
    'color-named': 'never',
    'function-disallowed-list': ['rgb', 'rgba', 'hsl', 'hsla'],
    'selector-pseudo-class-disallowed-list': ['active', 'hover'],
    'declaration-property-value-disallowed-list': {
      'font-size': ['/^[0-9.]+(px|rpx|em|rem)$/'],
      '/^(margin|padding|gap)/': ['/[0-9.]+rpx/'],
    },
    'unit-disallowed-list': ['em', 'rem', 'pt'],
    'block-no-empty': true,
    'declaration-block-no-duplicate-properties': true,
    'no-duplicate-selectors': true,
    'property-no-unknown': true,
    'no-invalid-double-slash-comments': true,
  },
  overrides: [
    {
      files: ['miniprogram/styles/tokens.wxss'],
      rules: { 'color-no-hex': null, 'function-disallowed-list': null },
    },
  ],
};
