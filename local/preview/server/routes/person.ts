/** An invented WeChat user that the host program offers in the panel. */
export interface Person {
  id: string;
  /** What the panel calls the person, e.g. a name and a relation. */
  label: string;
  openid: string;
  phoneNumber: string;
  /** One line about what this person is good for trying. */
  note?: string;
  /** Values for forms, by the name of their field; `fill` types them into the page. */
  details?: Readonly<Record<string, string>>;
  /** Others this person fills in forms for, e.g. children. */
  others?: readonly { label: string; details: Readonly<Record<string, string>> }[];
}
