import type { MessageLine, MessageLists, PermissionLine } from '../../shared/messages';
import { element } from '../page/element';
import { instant } from '../page/format';
import { panel } from '../page/panel';
import { Table } from '../page/table';
import { read } from '../server/ask';
import type { Tab } from './tab';

const contents = ({ data }: MessageLine): HTMLElement =>
  element(
    'dl.inline',
    {},
    ...data.map(({ label, key, value }) =>
      element('div', {}, element('dt', {}, label === '' ? key : label), element('dd', {}, value)),
    ),
  );

/** Subscription messages as they arrived, and what users have granted. */
export function messageTab(): Tab {
  const messages = new Table<MessageLine>({
    label: 'Messages',
    empty: 'No message was sent.',
    key: ({ id }) => id,
    columns: [
      { title: 'Sent', cell: ({ sentAt }) => instant(sentAt), look: 'number' },
      { title: 'Message', cell: ({ title }) => title },
      { title: 'To', cell: ({ openid }) => openid, look: 'mono' },
      { title: 'Contents', cell: contents, look: 'wide' },
      { title: 'Opens', cell: ({ page }) => page ?? '–', look: 'mono' },
      { title: 'Sent by', cell: ({ sentBy }) => sentBy, look: 'mono' },
    ],
  });
  const permissions = new Table<PermissionLine & { title: string }>({
    label: 'Permissions',
    empty: 'No user has accepted a prompt.',
    key: ({ openid, templateId }) => `${openid} ${templateId}`,
    columns: [
      { title: 'User', cell: ({ openid }) => openid, look: 'mono' },
      { title: 'Template', cell: ({ title }) => title, look: 'wide' },
      {
        title: 'Messages left',
        cell: ({ left, lasting }) => (lasting ? 'lasting' : String(left)),
        look: 'number',
      },
    ],
  });
  return {
    id: 'messages',
    title: 'Messages',
    element: element(
      'div',
      {},
      panel('Messages sent', messages.element),
      panel('Permissions', permissions.element),
    ),
    refresh: async () => {
      const lists = await read<MessageLists>('messages');
      const titles = new Map(lists.templates.map(({ id, title }) => [id, title]));
      messages.show(lists.messages);
      permissions.show(
        lists.permissions.map((one) => ({ ...one, title: titles.get(one.templateId) ?? one.templateId })),
      );
    },
  };
}
