/** A subscription message that arrived at a user. */
export interface MessageLine {
  id: string;
  openid: string;
  templateId: string;
  title: string;
  data: { key: string; label: string; value: string }[];
  page?: string;
  sentAt: number;
  sentBy: string;
}

/** What one user has granted for one template. */
export interface PermissionLine {
  openid: string;
  templateId: string;
  left: number;
  lasting: boolean;
}

/** Messages, newest first, and what may still be sent. */
export interface MessageLists {
  messages: MessageLine[];
  permissions: PermissionLine[];
  templates: { id: string; title: string }[];
}
