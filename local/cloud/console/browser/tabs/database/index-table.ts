import type { IndexLine } from '../../../shared/database';
import { Table } from '../../page/table';

const keys = ({ keys: parts }: IndexLine): string =>
  parts
    .map(({ name, direction }) => (direction === 1 ? name : `${name} ${direction === -1 ? '↓' : direction}`))
    .join(', ');

/** The indexes of a collection and how often each has served a search. */
export const indexTable = (): Table<IndexLine> =>
  new Table({
    label: 'Indexes',
    empty: 'No index.',
    key: ({ name }) => name,
    columns: [
      { title: 'Index', cell: ({ name }) => name, look: 'mono' },
      { title: 'Fields', cell: keys, look: 'wide mono' },
      { title: 'Unique', cell: ({ unique }) => (unique ? 'unique' : '') },
      { title: 'Searches served', cell: ({ uses }) => String(uses), look: 'number' },
    ],
  });
