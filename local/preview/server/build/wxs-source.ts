/**
 * WXS is not quite JavaScript: `x.constructor` is the name of the type as a string, a pattern given to
 * `getRegExp` keeps its backslashes, and `require` names files with their `.wxs`.
 */
export const wxsToJavaScript = (source: string): string =>
  source
    .replace(
      /getRegExp\(\s*(['"])(.*?)\1/g,
      (_, quote: string, pattern: string) => `getRegExp(${quote}${pattern.replace(/\\/g, '\\\\')}${quote}`,
    )
    .replace(/([\w$.]+(?:\[[^\]]*\])?)\.constructor\b/g, '__wxsConstructor($1)')
    .replace(/require\(\s*(['"])(.*?)\.wxs\1\s*\)/g, 'require($1$2$1)');

/** Functions that WXS code expects around it; put before the compiled templates. */
export const wxsPrelude = `
var getRegExp = function (pattern, flags) { return new RegExp(pattern, flags); };
var getDate = function () {
  return arguments.length === 0 ? new Date() : new (Function.prototype.bind.apply(Date, [null].concat([].slice.call(arguments))))();
};
var __wxsConstructor = function (value) {
  return value === null || value === undefined ? undefined : Object.prototype.toString.call(value).slice(8, -1);
};
`;
