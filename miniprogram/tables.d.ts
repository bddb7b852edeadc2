/** A table of the sources, put into the bundle as its text. */
declare module '*.tsv' {
  const text: string;
  export default text;
}
