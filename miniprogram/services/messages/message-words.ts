import type { MessageView, Said } from '@core/contract/message';
import type { AdmissionState } from '@core/domain/clinic/admission';
import type { MessageKind } from '@core/domain/message/message-kinds';
import { spokenDay, spokenInstant, spokenTime } from '../dates';
import { numberWord } from '../visit/queue-words';
import type { Destination } from './destination';
import { stoppedWords } from './stopped-words';

/** A message in the words of the hospital. */
export interface MessageWords {
  readonly title: string;
  readonly body: string;
  /** null where there is nothing to open. */
  readonly button: string | null;
  readonly destination: Destination | null;
  /** More to choose from than the one button; absent mostly. */
  readonly choices?: readonly MessageChoice[];
}

/** Another way on, e.g. one of several free times. */
export interface MessageChoice {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly destination: Destination;
}

type FieldsOf<Kind extends MessageKind> = Extract<Said, { readonly kind: Kind }>['fields'];

type WordsFor = {
  readonly [Kind in MessageKind]: (
    fields: FieldsOf<Kind>,
    now: number,
    patientId: string | null,
  ) => MessageWords;
};

const CATEGORY = { laboratory: '化验报告', imaging: '检查报告' } as const;

const toReport = (reportId: string): Destination => ({ page: 'report', query: { reportId } });
const toAppointment = (appointmentId: string): Destination => ({
  page: 'appointment',
  query: { appointmentId },
});

const ADMISSION: Readonly<Record<AdmissionState, string>> = {
  requested: '住院登记好了',
  'bed-waiting': '排上了，在等床位',
  admitted: '有床位了，可以来住院',
  cancelled: '住院登记取消了',
};

const WORDS: WordsFor = {
  'report-ready': ({ reportId, category }) => ({
    title: `${CATEGORY[category]}出来了`,
    body: '点开看结果，每一项都有说明。',
    button: '看报告',
    destination: toReport(reportId),
  }),
  'report-amended': ({ reportId, category }) => ({
    title: `${CATEGORY[category]}有更正`,
    body: '请以新的一份为准，旧的不用了。',
    button: '看新的报告',
    destination: toReport(reportId),
  }),
  'report-withdrawn': ({ category }) => ({
    title: `${CATEGORY[category]}收回了`,
    body: '之前看到的那份不作数，请等医院重新出。着急可以打电话问。',
    button: null,
    destination: null,
  }),
  'critical-reported': () => ({
    title: '有危急值等医生确认',
    body: '检查里有危急值，要医生先看；医生确认以前，患者看不到。请马上看，并按规定联系患者。',
    button: '去确认',
    destination: { page: 'critical', query: {} },
  }),
  'session-stopped': stoppedWords,
  'add-on-granted': ({ appointmentId, clinicName, practitionerName, day, start, expiresAt }, now) => ({
    title: '医生给您加号了',
    body:
      `${clinicName} ${practitionerName}医生，${spokenDay(day, now)} ${spokenTime(start)}。` +
      (expiresAt === null ? '不用付钱，按时来就行。' : `请在 ${spokenInstant(expiresAt, now)} 前付款。`),
    button: expiresAt === null ? '看预约' : '去付费',
    destination: toAppointment(appointmentId),
  }),
  'admission-changed': ({ state, ward, plannedDay }, now, patientId) => ({
    title: ADMISSION[state],
    body:
      state === 'cancelled'
        ? `${ward}。有疑问请打电话问医院。`
        : `${ward}，计划 ${spokenDay(plannedDay, now)}。`,
    button: '看住院登记',
    destination: { page: 'ownAdmissions', query: patientId === null ? {} : { patientId } },
  }),
  'called-to-room': ({ appointmentId, place, queueNumber }) => ({
    title: '轮到您了，请进诊室',
    body: `${numberWord(queueNumber)} 号，请到${place}。没赶上会过号，回来再扫一次报到码就行。`,
    button: '看排队',
    destination: { page: 'queue', query: { appointmentId } },
  }),
};

/** The words of a message. */
export function messageWords(message: Said & Pick<MessageView, 'patientId'>, now: number): MessageWords {
  // Each kind's words take that kind's fields; across the union TypeScript cannot follow that.
  const words = WORDS[message.kind] as (
    fields: Said['fields'],
    now: number,
    patientId: string | null,
  ) => MessageWords;
  return words(message.fields, now, message.patientId);
}

/** A message as a page lists it. */
export interface MessageRow extends Omit<MessageWords, 'destination' | 'choices'> {
  readonly messageId: string;
  readonly who: string;
  readonly when: string;
  readonly read: boolean;
  readonly choices: readonly Omit<MessageChoice, 'destination'>[];
}

export function messageRow(message: MessageView, now: number): MessageRow {
  const { title, body, button, choices = [] } = messageWords(message, now);
  return {
    messageId: message.messageId,
    title,
    body,
    button,
    who: message.maskedPatientName ?? '',
    when: spokenInstant(message.at, now),
    read: message.read,
    choices: choices.map(({ id, title: when, note }) => ({ id, title: when, note })),
  };
}
