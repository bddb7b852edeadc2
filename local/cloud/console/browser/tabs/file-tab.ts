import type { FileLine } from '../../shared/files';
import { element } from '../page/element';
import { bytes, instant } from '../page/format';
import { panel } from '../page/panel';
import { Table } from '../page/table';
import { read } from '../server/ask';
import type { Tab } from './tab';

/** Digits of a hash that tell two files apart at a glance. */
const HASH_SHOWN = 12;

/** The id, with what all files of the environment have in common in small letters. */
const named = ({ fileID, path }: FileLine): HTMLElement =>
  element('span', {}, element('small', {}, fileID.slice(0, fileID.length - path.length)), path);

/** The files of the cloud's storage. */
export function fileTab(): Tab {
  const files = new Table<FileLine>({
    label: 'Files',
    empty: 'No file was uploaded.',
    key: ({ fileID }) => fileID,
    columns: [
      { title: 'fileID, which ends in the path', cell: named, look: 'wide mono' },
      { title: 'Size', cell: ({ size }) => bytes(size), look: 'number' },
      { title: 'Type', cell: ({ contentType }) => contentType },
      { title: 'SHA-256', cell: ({ sha256 }) => sha256.slice(0, HASH_SHOWN), look: 'mono' },
      { title: 'Uploaded', cell: ({ uploadedAt }) => instant(uploadedAt), look: 'number' },
    ],
  });
  return {
    id: 'files',
    title: 'Files',
    element: panel('Files', files.element),
    refresh: async () => files.show(await read<FileLine[]>('files')),
  };
}
