/** A tile of the home page: a page of ours, or the hospital's telephone. */
export interface Service {
  readonly id: 'departments' | 'visits' | 'guide' | 'parking' | 'me' | 'call';
  readonly title: string;
  readonly icon: string;
  /** Spoken after the title, for who cannot see where a tile leads. */
  readonly says: string;
}

const REGISTER: Service = { id: 'departments', title: '挂号', icon: 'add-o', says: '选科室、医生和时间' };
const WAY: Service = { id: 'guide', title: '找路', icon: 'guide-o', says: '找诊室、窗口和电梯怎么走' };
const CALL: Service = { id: 'call', title: '打电话', icon: 'phone-o', says: '打给医院总机' };

/** Only what works. */
export const services: readonly Service[] = [
  REGISTER,
  { id: 'visits', title: '我的预约', icon: 'todo-list-o', says: '看序号、付费、取消' },
  WAY,
  { id: 'parking', title: '找车位', icon: 'logistics', says: '记住车停在哪里' },
  { id: 'me', title: '就诊人', icon: 'idcard', says: '绑定和管理就诊卡' },
  CALL,
];

/** In elderly mode: fewer, and people before pages. */
export const elderlyServices: readonly Service[] = [
  REGISTER,
  { id: 'visits', title: '我的就诊', icon: 'todo-list-o', says: '看序号、付费、取消' },
  WAY,
  CALL,
];
