import { isList, type Document, type MutableDocument, type Value } from '../values/value';

/** An embedded document or array that may be changed. */
export type Container = MutableDocument | Value[];

/** A document under change. What is not changed is shared with the document it was made from, which stays as it is. */
export class Draft {
  readonly root: MutableDocument;
  private readonly own = new Set<Value | MutableDocument>();

  constructor(document: Document) {
    this.root = { ...document };
    this.own.add(this.root);
  }

  /** Makes a part changeable: a copy takes its place the first time. */
  open(parent: Container, name: string, part: Document | readonly Value[]): Container {
    if (this.own.has(part)) return part as Container;
    const copy = isList(part) ? [...part] : { ...part };
    this.own.add(copy);
    if (isList(parent)) parent[Number(name)] = copy;
    else parent[name] = copy;
    return copy;
  }
}
