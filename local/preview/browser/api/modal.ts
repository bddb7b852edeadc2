import type { PhoneHost, WxApiModule } from '../runtime/interfaces';
import { asyncApi, WxFailure } from './call';
import { action, element } from './dialog/element';
import { askInLayer } from './dialog/layer';

interface ModalOptions {
  title?: string;
  content?: string;
  showCancel?: boolean;
  cancelText?: string;
  cancelColor?: string;
  confirmText?: string;
  confirmColor?: string;
  editable?: boolean;
  placeholderText?: string;
}

interface ModalAnswer {
  confirm: boolean;
  cancel: boolean;
  content: string | null;
}

/** Texts of the buttons hold four characters at most; WeChat refuses longer ones. */
const buttonTextLimit = 4;

const colour = (value: string | undefined): Record<string, string> =>
  value === undefined ? {} : { style: `color:${value}` };

function askModal(host: PhoneHost, options: ModalOptions): Promise<ModalAnswer> {
  const { title = '', content = '', editable = false } = options;
  const field = element('input.wx-modal-input', {
    placeholder: options.placeholderText ?? '',
    'aria-label': title,
  });
  field.value = editable ? content : '';
  return askInLayer<ModalAnswer>(host, { kind: 'dialog', label: title || content }, (answer) => {
    const confirm = (): void =>
      answer({ confirm: true, cancel: false, content: editable ? field.value : null });
    const cancel = (): void => answer({ confirm: false, cancel: true, content: null });
    const { cancelText = '取消', confirmText = '确定' } = options;
    return element(
      'div.wx-modal',
      {},
      title === '' ? undefined : element('div.wx-modal-title', {}, title),
      editable ? field : content === '' ? undefined : element('div.wx-modal-content', {}, content),
      element(
        'div.wx-modal-buttons',
        {},
        options.showCancel === false
          ? undefined
          : action('button.wx-modal-cancel', cancelText, cancel, colour(options.cancelColor)),
        action('button.wx-modal-confirm', confirmText, confirm, colour(options.confirmColor)),
      ),
    );
  });
}

interface SheetOptions {
  alertText?: string;
  itemList: string[];
  itemColor?: string;
}

/** An action sheet has six entries at most. */
const sheetLimit = 6;

async function askSheet(host: PhoneHost, options: SheetOptions): Promise<{ tapIndex: number }> {
  if (options.itemList.length > sheetLimit)
    throw new WxFailure(`parameter error: itemList should not exceed 6`);
  const label = options.alertText ?? '请选择';
  const tapIndex = await askInLayer<number>(host, { kind: 'sheet', label, dismissed: -1 }, (answer) =>
    element(
      'div.wx-actions',
      {},
      options.alertText === undefined ? undefined : element('div.wx-actions-title', {}, options.alertText),
      ...options.itemList.map((text, index) =>
        action('button.wx-actions-item', text, () => answer(index), colour(options.itemColor)),
      ),
      action('button.wx-actions-cancel', '取消', () => answer(-1)),
    ),
  );
  if (tapIndex < 0) throw new WxFailure('cancel');
  return { tapIndex };
}

/** Questions over the page. */
export const modal: WxApiModule = (host) => ({
  showModal: asyncApi<ModalOptions>('showModal', (options) => {
    for (const name of ['cancelText', 'confirmText'] as const) {
      if ((options[name]?.length ?? 0) > buttonTextLimit) {
        throw new WxFailure(`parameter error: ${name} length should not larger than 4 Chinese characters`);
      }
    }
    return askModal(host, options);
  }),
  showActionSheet: asyncApi<SheetOptions>('showActionSheet', (options) => askSheet(host, options)),
});
