import type { PhoneIdentity } from '../runtime/interfaces';
import { control } from './local-control';

/** An invented WeChat user, as the server lists them. */
export interface Person {
  id: string;
  label: string;
  openid: string;
  phoneNumber: string;
  note?: string;
  details?: Readonly<Record<string, string>>;
  /** Others this person fills in forms for, e.g. children. */
  others?: readonly { label: string; details: Readonly<Record<string, string>> }[];
}

/** Everyone the host program offers. */
export async function loadPeople(): Promise<Person[]> {
  const response = await fetch('/preview/people.json');
  if (!response.ok) throw new Error(`没有拿到人员名单（${response.status}）`);
  return (await response.json()) as Person[];
}

/** Signs a person's WeChat in at the local cloud. */
export async function signIn({ openid, phoneNumber, label }: Person): Promise<PhoneIdentity> {
  const { token } = await control<{ token: string }>('login', { openid, phoneNumber });
  return { openid, phoneNumber, label, token };
}

const words: Readonly<Record<string, string>> = {
  name: '姓名',
  identityNumber: '证件号码',
  identityType: '证件类型',
  phoneNumber: '手机号',
  birthDate: '出生日期',
  sex: '性别',
  address: '住址',
};

/** What a field of `details` is called; an unknown one keeps its own name. */
export const fieldLabel = (name: string): string => words[name] ?? name;
