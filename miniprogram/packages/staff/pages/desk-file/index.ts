import { api } from '../../../../services/api';
import { runOnce } from '../../../../services/busy-page';
import { createCommand } from '../../../../services/command';
import { followAction } from '../../../../services/follow-action';
import { goBack } from '../../../../services/navigate';
import { definePage } from '../../../../services/page';
import type { ActionKind, RefusalText } from '../../../../services/refusal-texts/refusal-text';
import { submittedText } from '../../submitted-words';

type FileData = {
  desk: 'laboratory' | 'imaging';
  file: string;
  busy: boolean;
  sent: boolean;
  refusal: RefusalText | null;
};

const data: FileData = { desk: 'laboratory', file: '', busy: false, sent: false, refusal: null };

const submitReport = createCommand(api.report.submitReport);

const LARGEST = 100_000;

const wrong = (title: string, reason: string, next: string): RefusalText => ({
  title,
  reason,
  next,
  action: { label: '知道了', kind: 'dismiss' },
});

const NOTHING = wrong('还没有贴文件', '框里是空的。', '请从检验系统复制整个文件，贴到框里。');
const TOO_LARGE = wrong('文件太大', '一份报告不会超过 100 KB。', '请一份一份发。');

/** Line breaks and tabs stand between the parts of JSON, where a blank says the same. */
const asOneLine = (file: string): string => file.replace(/\p{Cc}+/gu, ' ').trim();

definePage({
  data,

  onLoad(query) {
    this.setData({ desk: query['desk'] === 'imaging' ? 'imaging' : 'laboratory' });
  },

  onTyped(event: WechatMiniprogram.TextareaInput) {
    this.setData({ file: event.detail.value });
  },

  async onSubmit() {
    const file = asOneLine(this.data.file);
    if (file === '' || file.length > LARGEST) {
      this.setData({ refusal: file === '' ? NOTHING : TOO_LARGE });
      return;
    }
    const { desk } = this.data;
    const answer = await runOnce(this, () => submitReport({ desk, file }));
    if (answer === null) return;
    this.setData({ sent: answer.value.state !== 'quarantined', refusal: submittedText(answer.value) });
  },

  onRefusalClose() {
    this.setData({ refusal: null });
    if (this.data.sent) goBack();
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    if (event.detail.kind === 'dismiss') {
      this.onRefusalClose();
      return;
    }
    this.setData({ refusal: null });
    followAction(event.detail.kind, { retry: () => void this.onSubmit() });
  },
});
