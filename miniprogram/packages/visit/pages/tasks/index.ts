import type { Task } from '@core/domain/visit/task';
import { api } from '../../../../services/api';
import { followAction } from '../../../../services/follow-action';
import {
  afterRefresh,
  emptyState,
  failedState,
  LOADING,
  READY,
  type LoadState,
} from '../../../../services/load-state';
import { definePage } from '../../../../services/page';
import type { ActionKind } from '../../../../services/refusal-texts/refusal-text';
import { planKept, preparePlan } from '../../../../services/plan';
import { setChanged } from '../../../../services/set-changed';
import { createVisiblePoll } from '../../../../services/visible-poll';
import { followTask, goTo } from '../../../../services/visit/follow-task';
import { withPlaces } from '../../../../services/visit/task-places';
import { pagePerson } from '../../../../services/visit/page-person';
import { tasksView, type TasksView } from './tasks.view';

type TasksData = {
  load: LoadState;
  patientId: string;
  who: string;
  choices: readonly { value: string; title: string }[];
  tasks: readonly Task[];
  view: TasksView | null;
};

const data: TasksData = { load: LOADING, patientId: '', who: '', choices: [], tasks: [], view: null };

const NOTHING = emptyState({
  title: '现在没有要做的事',
  reason: '挂号以后，报到、检查、付费、取药、看报告，都按先后列在这里。',
  next: '',
  action: { label: '去挂号', kind: 'departments' },
});

const LOOK_EVERY_MS = 5_000;
const poll = createVisiblePoll(LOOK_EVERY_MS);

definePage({
  data,
  poll,

  onLoad(query) {
    this.setData({ patientId: query['patientId'] ?? '' });
    // The names of places, and the ways to them once there is no network.
    preparePlan();
  },

  async look() {
    if (this.data.who === '' && !(await this.findPerson())) return;
    const answer = await api.visit.listTasks({ patientId: this.data.patientId });
    if (answer.ok) this.show(withPlaces(answer.value, planKept()));
    else setChanged<TasksData>(this, { load: afterRefresh(this.data.load, failedState(answer)) });
  },

  async findPerson(): Promise<boolean> {
    const found = await pagePerson(this.data.patientId);
    if ('load' in found) {
      this.setData({ load: found.load });
      return false;
    }
    const { patientId, patient, all } = found;
    const choices = all.length > 1 ? all.map((one) => ({ value: one.patientId, title: one.maskedName })) : [];
    this.setData({ patientId, who: patient?.maskedName ?? ' ', choices });
    return true;
  },

  show(tasks: readonly Task[]) {
    const load = tasks.length === 0 ? NOTHING : READY;
    setChanged<TasksData>(this, { load, tasks, view: tasksView(tasks, Date.now()) });
  },

  onPatient(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ patientId: event.detail.value, who: '', load: LOADING });
    poll.show(this);
  },

  taskOf(event: WechatMiniprogram.TouchEvent): Task | null {
    const id = event.currentTarget.dataset['id'] as string;
    return this.data.tasks.find(({ taskId }) => taskId === id) ?? null;
  },

  onTask(event: WechatMiniprogram.TouchEvent) {
    const task = this.taskOf(event);
    if (task !== null) followTask(task, this.data.patientId, Date.now());
  },

  onPlace(event: WechatMiniprogram.TouchEvent) {
    const task = this.taskOf(event);
    if (task !== null) goTo(task);
  },

  onLapsed() {
    void this.look();
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    followAction(event.detail.kind, { retry: () => void this.look() });
  },
});
