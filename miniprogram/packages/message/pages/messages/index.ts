import type { MessageView } from '@core/contract/message';
import { api } from '../../../../services/api';
import { createCommand } from '../../../../services/command';
import { followAction } from '../../../../services/follow-action';
import {
  afterRefresh,
  emptyState,
  failedState,
  LOADING,
  READY,
  type LoadState,
} from '../../../../services/load-state';
import type { Destination } from '../../../../services/messages/destination';
import {
  messageRow,
  messageWords,
  type MessageRow,
  type MessageWords,
} from '../../../../services/messages/message-words';
import { unread } from '../../../../services/messages/unread';
import { go } from '../../../../services/navigate';
import { definePage } from '../../../../services/page';
import type { ActionKind } from '../../../../services/refusal-texts/refusal-text';
import { newRequestId } from '../../../../services/request-id';
import { setChanged } from '../../../../services/set-changed';

type MessagesData = {
  load: LoadState;
  messages: readonly MessageView[];
  rows: readonly MessageRow[];
  unread: number;
  busy: boolean;
};

const data: MessagesData = { load: LOADING, messages: [], rows: [], unread: 0, busy: false };

const NOTHING = emptyState({
  title: '还没有消息',
  reason: '报告出来、医生停诊这些事，医院会在这里告诉您。',
  next: '',
  action: { label: '回首页', kind: 'home' },
});

const markAllRead = createCommand(api.message.markAllRead);

definePage({
  data,

  onShow() {
    void this.refresh();
  },

  async refresh() {
    const answer = await api.message.listMessages({});
    if (!answer.ok) {
      this.setData({ load: afterRefresh(this.data.load, failedState(answer)) });
      return;
    }
    const { messages, unread: left } = answer.value;
    unread.set(left);
    setChanged<MessagesData>(this, {
      load: messages.length > 0 ? READY : NOTHING,
      messages,
      rows: messages.map((message) => messageRow(message, Date.now())),
      unread: left,
    });
  },

  async onMessage(event: WechatMiniprogram.TouchEvent) {
    await this.open(event, ({ destination }) => destination);
  },

  async onChoice(event: WechatMiniprogram.TouchEvent) {
    const place = Number(event.currentTarget.dataset['place']);
    await this.open(event, ({ choices }) => choices?.[place]?.destination ?? null);
  },

  async open(event: WechatMiniprogram.TouchEvent, whereTo: (words: MessageWords) => Destination | null) {
    const messageId = event.currentTarget.dataset['id'] as string;
    const message = this.data.messages.find((one) => one.messageId === messageId);
    if (message === undefined) return;
    const destination = whereTo(messageWords(message, Date.now()));
    if (destination !== null) go(destination.page, destination.query);
    if (!message.read) await this.markRead(messageId);
  },

  async markRead(messageId: string) {
    const answer = await api.message.markRead({ requestId: newRequestId(), messageId });
    if (!answer.ok) return;
    unread.set(answer.value.unread);
    await this.refresh();
  },

  async onAllRead() {
    if (this.data.busy) return;
    this.setData({ busy: true });
    const answer = await markAllRead({});
    this.setData({ busy: false });
    if (answer.ok) unread.set(answer.value.unread);
    await this.refresh();
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    followAction(event.detail.kind, { retry: () => void this.refresh() });
  },
});
