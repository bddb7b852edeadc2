import { COSTLY_SEARCH, KEPT_WARNINGS } from './limits';
import type { DatabaseWarning } from './options';
import { indexablePaths } from './query/plan';
import { shapeOf } from './query/shape';
import type { Collection } from './store/collection';
import type { Search } from './store/search';
import type { Document } from './values/value';

/** A search that may deserve a warning. */
interface Question {
  readonly collection: Collection;
  readonly query: Document;
  readonly order?: Document | undefined;
}

/** The fields an index for this question would have: what is equal, then the order, then bounds. */
function wantedKeys({ query, order = {} }: Question): readonly string[] {
  const { equal, bounded } = indexablePaths(query);
  return [...new Set([...equal, ...Object.keys(order), ...bounded])];
}

function advice(question: Question, used: string | undefined): string {
  const keys = wantedKeys(question);
  const { collection } = question;
  const same = collection.indexes.find(({ paths }) => paths.join() === keys.join());
  if (same !== undefined && same.name === used) return `index ${used} is used, the rest cannot use one`;
  if (keys.length === 0) return 'no index can serve it';
  return `an index on ${keys.join(', ')} would serve it`;
}

/** Notices searches that look at many documents to find few, once for each shape of query. */
export class ScanWarnings {
  private readonly kept = new Map<string, DatabaseWarning>();
  private readonly listeners = new Set<(warning: DatabaseWarning) => void>();

  onWarning(listener: (warning: DatabaseWarning) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  list(): DatabaseWarning[] {
    return [...this.kept.values()];
  }

  /** Looks at one search; cheap where there is nothing to say. */
  consider(question: Question, { examined, found, index }: Search): void {
    if (examined <= COSTLY_SEARCH || found.length >= examined) return;
    const { collection, query, order = {} } = question;
    if (collection.indexes.some((one) => one.geo !== undefined && one.name === index)) return;
    const shape =
      shapeOf(query) + (Object.keys(order).length === 0 ? '' : ` by ${Object.keys(order).join(', ')}`);
    const known = this.kept.get(`${collection.name} ${shape}`);
    if (known !== undefined) {
      known.times++;
      known.examined = Math.max(known.examined, examined);
      return;
    }
    const wanted = advice(question, index);
    const text = `${collection.name}: ${examined} documents examined to find ${found.length} for ${shape}; ${wanted}`;
    this.keep({ collection: collection.name, shape, wanted, text, examined, found: found.length, times: 1 });
  }

  private keep(warning: DatabaseWarning): void {
    this.kept.set(`${warning.collection} ${warning.shape}`, warning);
    const [oldest] = this.kept.keys();
    if (this.kept.size > KEPT_WARNINGS && oldest !== undefined) this.kept.delete(oldest);
    for (const listener of this.listeners) listener(warning);
  }
}
